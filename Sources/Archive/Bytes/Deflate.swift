import CZlib

/// DEFLATE (RFC 1951; zlib does the work), with a dictionary: what stands in it need not be told again.
enum Deflate {
  /// The most of a dictionary that is seen.
  static let window = 32_768

  /// `bytes` compressed; the same `dictionary` is needed to get them back. O(n).
  static func pack(_ bytes: [UInt8], dictionary: ArraySlice<UInt8> = []) -> [UInt8] {
    var stream = unsafe z_stream()
    unsafe deflateInit2_(
      &stream, 9, Z_DEFLATED, -15, 9, Z_DEFAULT_STRATEGY, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size))
    defer { unsafe deflateEnd(&stream) }
    unsafe dictionary.withUnsafeBufferPointer { known in
      if !known.isEmpty { unsafe deflateSetDictionary(&stream, known.baseAddress, UInt32(known.count)) }
    }
    var output = [UInt8](repeating: 0, count: Int(unsafe deflateBound(&stream, UInt(bytes.count))) + 16)
    let made = unsafe bytes.withUnsafeBufferPointer { source in
      unsafe output.withUnsafeMutableBufferPointer { target in
        unsafe stream.next_in = unsafe UnsafeMutablePointer(mutating: source.baseAddress)
        unsafe stream.avail_in = UInt32(source.count)
        unsafe stream.next_out = target.baseAddress
        unsafe stream.avail_out = UInt32(target.count)
        unsafe deflate(&stream, Z_FINISH)
        return target.count - Int(unsafe stream.avail_out)
      }
    }
    output.removeLast(output.count - made)
    return output
  }

  /// What ``pack(_:dictionary:)`` was given; nil where the bytes or the dictionary are others. O(n).
  static func unpack(_ bytes: [UInt8], count: Int, dictionary: ArraySlice<UInt8> = []) -> [UInt8]? {
    guard count >= 0, count <= 1 << 30 else { return nil }
    var stream = unsafe z_stream()
    unsafe inflateInit2_(&stream, -15, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size))
    defer { unsafe inflateEnd(&stream) }
    unsafe dictionary.withUnsafeBufferPointer { known in
      if !known.isEmpty { unsafe inflateSetDictionary(&stream, known.baseAddress, UInt32(known.count)) }
    }
    // One byte more than is expected, so that an empty text has somewhere to go and a longer one shows.
    var output = [UInt8](repeating: 0, count: count + 1)
    let (code, left, unread) = unsafe bytes.withUnsafeBufferPointer { source -> (Int32, Int, Int) in
      unsafe output.withUnsafeMutableBufferPointer { target in
        unsafe stream.next_in = unsafe UnsafeMutablePointer(mutating: source.baseAddress)
        unsafe stream.avail_in = UInt32(source.count)
        unsafe stream.next_out = target.baseAddress
        unsafe stream.avail_out = UInt32(target.count)
        let code = unsafe inflate(&stream, Z_FINISH)
        return unsafe (code, Int(stream.avail_out), Int(stream.avail_in))
      }
    }
    guard code == Z_STREAM_END, left == 1, unread == 0 else { return nil }
    output.removeLast()
    return output
  }
}
