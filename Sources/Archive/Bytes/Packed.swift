import TextBytes

/// Compressed bytes with their length before them.
enum Packed {
  static func bytes(_ bytes: [UInt8], dictionary: ArraySlice<UInt8> = []) -> [UInt8] {
    var writer = ByteWriter()
    writer.unsigned(UInt64(bytes.count))
    return writer.bytes + Deflate.pack(bytes, dictionary: dictionary)
  }

  /// Nil where the bytes are damaged, or were packed with another dictionary.
  static func unpack(_ packed: [UInt8], dictionary: ArraySlice<UInt8> = []) -> [UInt8]? {
    var reader = ByteReader(Array(packed.prefix(10)))
    // DEFLATE makes at most 1032 bytes of one.
    guard let count = try? reader.unsigned(), count <= 1 << 30, count <= UInt64(packed.count) * 1_032 else {
      return nil
    }
    let head = packed.firstIndex { $0 < 0x80 }.map { $0 + 1 } ?? 0
    return Deflate.unpack(Array(packed[head...]), count: Int(count), dictionary: dictionary)
  }
}
