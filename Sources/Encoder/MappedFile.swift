import Foundation

/// A file mapped into memory, read-only, for as long as somebody holds it. Pages are read when they are touched.
///
/// Whoever replaces such a file must rename a new one over it: cutting a mapped file short would end the process.
@safe final class MappedFile: @unchecked Sendable {
  let path: String
  private let bytes: UnsafeRawBufferPointer

  init(path: String) throws(EncoderError) {
    self.path = path
    let descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw EncoderError(.absent, path: path) }
    defer { close(descriptor) }
    var status = stat()
    guard unsafe fstat(descriptor, &status) == 0, status.st_size > 0 else {
      throw EncoderError(.truncated(expected: EncoderWeights.headerLength, found: 0), path: path)
    }
    let size = Int(status.st_size)
    let address = unsafe mmap(nil, size, PROT_READ, MAP_PRIVATE, descriptor, 0)
    guard let address = unsafe address, unsafe address != MAP_FAILED else { throw EncoderError(.absent, path: path) }
    unsafe bytes = UnsafeRawBufferPointer(start: address, count: size)
  }

  deinit { unsafe munmap(UnsafeMutableRawPointer(mutating: bytes.baseAddress), bytes.count) }

  /// The length in bytes.
  var count: Int { unsafe bytes.count }

  /// The little-endian number at `offset`, which must lie in the file.
  func integer<T: FixedWidthInteger & BitwiseCopyable>(at offset: Int, as type: T.Type) -> T {
    precondition(offset >= 0 && offset + MemoryLayout<T>.size <= count, "inside the file")
    return unsafe T(littleEndian: bytes.loadUnaligned(fromByteOffset: offset, as: type))
  }

  /// The elements at `offset`, which must lie in the file, aligned.
  func array<Element>(at offset: Int, count elements: Int, of type: Element.Type) -> MappedArray<Element> {
    let size = elements * MemoryLayout<Element>.stride
    precondition(offset >= 0 && elements >= 0 && offset <= count - size && offset % 64 == 0, "inside the file")
    let part = unsafe UnsafeRawBufferPointer(rebasing: bytes[offset..<(offset + size)])
    return unsafe MappedArray(file: self, elements: part.bindMemory(to: type))
  }
}

/// Numbers that stand in a mapped file, which they keep alive.
@safe struct MappedArray<Element: BitwiseCopyable>: @unchecked Sendable {
  private let file: MappedFile
  private let elements: UnsafeBufferPointer<Element>

  fileprivate init(file: MappedFile, elements: UnsafeBufferPointer<Element>) {
    self.file = file
    unsafe self.elements = elements
  }

  var count: Int { unsafe elements.count }

  /// Lends the elements.
  @inline(__always) func withSpan<Result>(_ body: (Span<Element>) -> Result) -> Result {
    unsafe body(elements.span)
  }
}
