import CZlib

/// A ZIP file (APPNOTE 6.3) made in memory. Every entry is dated 1980-01-01, so that the same files give the same bytes.
struct ZipArchive {
  private var files: [UInt8] = []
  private var directory: [UInt8] = []
  private var count = 0
  /// UTF-8 names (bit 11); version 2.0 of the format.
  private static let flags = 0x0800, version = 20
  /// Midnight of the format's first day, as MS-DOS writes it.
  private static let time = 0, day = 0x21
  /// Made on Unix, so that the permissions in the outer attributes count.
  private static let madeBy = 3 << 8 | 20

  /// Adds a file, deflated where that makes it smaller. Up to 4 GiB in all: the format without its 64-bit extension.
  mutating func add(_ name: String, _ bytes: [UInt8], isProgram: Bool = false) {
    let packed = Self.deflated(bytes)
    let isPacked = packed.count < bytes.count
    let path = Array(name.utf8)
    let offset = files.count
    var facts: [UInt8] = []
    facts.put(Self.flags, 2)
    facts.put(isPacked ? 8 : 0, 2)
    facts.put(Self.time, 2)
    facts.put(Self.day, 2)
    facts.put(Self.checksum(bytes), 4)
    facts.put(isPacked ? packed.count : bytes.count, 4)
    facts.put(bytes.count, 4)
    facts.put(path.count, 2)
    facts.put(0, 2)
    files.put(0x0403_4B50, 4)
    files.put(Self.version, 2)
    files += facts + path + (isPacked ? packed : bytes)
    directory.put(0x0201_4B50, 4)
    directory.put(Self.madeBy, 2)
    directory.put(Self.version, 2)
    directory += facts
    directory.put(0, 6)
    directory.put((isProgram ? 0o100755 : 0o100644) << 16, 4)
    directory.put(offset, 4)
    directory += path
    count += 1
  }

  /// The whole file.
  var bytes: [UInt8] {
    var end: [UInt8] = []
    end.put(0x0605_4B50, 4)
    end.put(0, 4)
    end.put(count, 2)
    end.put(count, 2)
    end.put(directory.count, 4)
    end.put(files.count, 4)
    end.put(0, 2)
    return files + directory + end
  }

  private static func checksum(_ bytes: [UInt8]) -> Int {
    Int(unsafe bytes.withUnsafeBufferPointer { unsafe crc32(0, $0.baseAddress, UInt32($0.count)) })
  }

  /// zlib's own wrapping (RFC 1950) without its two bytes before and four behind is what ZIP wants.
  private static func deflated(_ bytes: [UInt8]) -> [UInt8] {
    var length = compressBound(UInt(bytes.count))
    var output = [UInt8](repeating: 0, count: Int(length))
    let code = unsafe bytes.withUnsafeBufferPointer { source in
      unsafe output.withUnsafeMutableBufferPointer { target in
        unsafe compress2(target.baseAddress, &length, source.baseAddress, UInt(source.count), 9)
      }
    }
    guard code == Z_OK, length > 6 else { return bytes }
    return Array(output[2..<(Int(length) - 4)])
  }
}

extension [UInt8] {
  /// Appends a number, the lowest byte first.
  fileprivate mutating func put(_ number: Int, _ width: Int) {
    for place in 0..<width { append(UInt8(truncatingIfNeeded: place < 8 ? number >> (8 * place) : 0)) }
  }
}
