import Foundation

/// The bytes of the file at `path`, or nil where it cannot be read. Reads once, into the memory that it gives. O(n).
public func fileBytes(at path: String) -> [UInt8]? {
  let file = unsafe open(path, O_RDONLY | O_CLOEXEC)
  guard file >= 0 else { return nil }
  defer { close(file) }
  var status = stat()
  guard unsafe fstat(file, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return nil }
  let size = Int(status.st_size)
  return unsafe [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
    while count < size {
      let step = unsafe read(file, buffer.baseAddress.map { unsafe $0 + count }, size - count)
      if step < 0, errno == EINTR { continue }
      guard step > 0 else { return }
      count += step
    }
  }
}
