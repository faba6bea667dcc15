import CZlib

/// Undoes DEFLATE, gzip and zlib compression (RFC 1950 to 1952) piece by piece; zlib does the work.
///
/// A reference type because zlib keeps the address of its state. One reader owns it, so it never runs on two threads at once.
@safe final class Inflater: @unchecked Sendable {
  enum Wrapper: Int32 {
    /// gzip or zlib, told by the header.
    case headed = 47
    /// Nothing around the compressed bytes.
    case bare = -15
  }
  enum Status { case more, end, broken }

  private let stream: UnsafeMutablePointer<z_stream>

  init(_ wrapper: Wrapper = .headed) {
    unsafe stream = .allocate(capacity: 1)
    unsafe stream.initialize(to: z_stream())
    unsafe inflateInit2_(stream, wrapper.rawValue, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size))
  }

  deinit {
    unsafe inflateEnd(stream)
    unsafe stream.deallocate()
  }

  /// Forgets what came before: the next byte begins a new member.
  func reset() { unsafe inflateReset(stream) }

  /// Inflates from `input[start...]` and appends at most 64 KB to `output`. Returns how many bytes of the input were used.
  func step(_ input: [UInt8], from start: Int, into output: inout [UInt8]) -> (used: Int, status: Status) {
    var block = [UInt8](repeating: 0, count: 65_536)
    let (used, made, code) = unsafe input.withUnsafeBufferPointer { source -> (Int, Int, Int32) in
      unsafe block.withUnsafeMutableBufferPointer { target in
        unsafe stream.pointee.next_in = unsafe UnsafeMutablePointer(
          mutating: source.baseAddress.map { unsafe $0 + start })
        unsafe stream.pointee.avail_in = UInt32(clamping: source.count - start)
        unsafe stream.pointee.next_out = target.baseAddress
        unsafe stream.pointee.avail_out = UInt32(target.count)
        let before = unsafe stream.pointee.avail_in
        let code = unsafe CZlib.inflate(stream, Z_NO_FLUSH)
        return unsafe (
          Int(before - stream.pointee.avail_in), target.count - Int(stream.pointee.avail_out), code
        )
      }
    }
    output.append(contentsOf: block[..<made])
    switch code {
    case Z_STREAM_END: return (used, .end)
    case Z_OK, Z_BUF_ERROR: return (used, .more)
    default: return (used, .broken)
    }
  }

  /// All of `bytes` inflated, or nil where the result would exceed `limit`. What is broken or cut ends early.
  static func unpack(_ bytes: [UInt8], wrapper: Wrapper = .headed, limit: Int) -> (bytes: [UInt8], isWhole: Bool)? {
    let inflater = Inflater(wrapper)
    var output: [UInt8] = []
    var at = 0
    while at < bytes.count {
      let before = output.count
      let (used, status) = inflater.step(bytes, from: at, into: &output)
      at += used
      if output.count > limit { return nil }
      if status == .end { return (output, true) }
      if status == .broken || (used == 0 && output.count == before) { break }
    }
    return (output, false)
  }
}
