import CZlib
import TextBytes

/// Compressed bytes with their length before them and a seal behind: a checksum (CRC-32) of all before it, four bytes. What was packed before
/// layout 3 had none.
enum Packed {
  static func bytes(_ bytes: [UInt8], dictionary: ArraySlice<UInt8> = []) -> [UInt8] {
    var writer = ByteWriter()
    writer.unsigned(UInt64(bytes.count))
    return sealed(writer.bytes + Deflate.pack(bytes, dictionary: dictionary))
  }

  /// Nil where the bytes are damaged, or were packed with another dictionary.
  static func unpack(_ packed: [UInt8], dictionary: ArraySlice<UInt8> = []) -> [UInt8]? {
    let known = isSealed(packed) ? inflated(packed.dropLast(4), dictionary) : nil
    return known ?? inflated(packed[...], dictionary)
  }

  /// `packed` with its seal; as it is where it bears one.
  static func sealed(_ packed: [UInt8]) -> [UInt8] {
    guard !isSealed(packed) else { return packed }
    var writer = ByteWriter()
    writer.fixed(UInt64(Checksum.crc32(packed[...])), 4)
    return packed + writer.bytes
  }

  /// Whether a seal stands behind the bytes, and is theirs.
  static func isSealed(_ packed: [UInt8]) -> Bool {
    var reader = ByteReader(Array(packed.suffix(4)))
    return (try? reader.fixed(4)) == UInt64(Checksum.crc32(packed.dropLast(4)))
  }

  private static func inflated(_ packed: ArraySlice<UInt8>, _ dictionary: ArraySlice<UInt8>) -> [UInt8]? {
    var reader = ByteReader(Array(packed.prefix(10)))
    // DEFLATE makes at most 1032 bytes of one.
    guard let count = try? reader.unsigned(), count <= 1 << 30, count <= UInt64(packed.count) * 1_032 else {
      return nil
    }
    let head = packed.firstIndex { $0 < 0x80 }.map { $0 + 1 } ?? 0
    return Deflate.unpack(Array(packed[head...]), count: Int(count), dictionary: dictionary)
  }
}

/// What tells bytes from those that they were before.
enum Checksum {
  /// The CRC-32 of ISO 3309, as gzip has it. O(n).
  static func crc32(_ bytes: ArraySlice<UInt8>) -> UInt32 {
    unsafe bytes.withUnsafeBufferPointer { source in
      UInt32(truncatingIfNeeded: unsafe CZlib.crc32(0, source.baseAddress, UInt32(source.count)))
    }
  }
}
