import TextBytes

/// Turns bytes into text: by byte order mark, then as UTF-8, then as Windows-1252, which Latin-1 is a part of.
enum Decoding {
  /// The text and the WHATWG name of its encoding. Bytes that are not valid come out as U+FFFD. O(n).
  static func decode(_ bytes: [UInt8]) -> (text: SourceText, encoding: String) {
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { return (SourceText(repairing: Array(bytes.dropFirst(3))), "utf-8") }
    if bytes.starts(with: [0xFF, 0xFE]) { return (utf16(bytes.dropFirst(2), bigEndian: false), "utf-16le") }
    if bytes.starts(with: [0xFE, 0xFF]) { return (utf16(bytes.dropFirst(2), bigEndian: true), "utf-16be") }
    if isValidUTF8(bytes.span) || looksLikeBrokenUTF8(bytes) { return (SourceText(repairing: bytes), "utf-8") }
    return (windows1252(bytes), "windows-1252")
  }

  /// Whether most of the bytes above ASCII form valid UTF-8 sequences: a damaged file rather than one in an older encoding.
  private static func looksLikeBrokenUTF8(_ bytes: [UInt8]) -> Bool {
    var valid = 0
    var broken = 0
    var i = 0
    while i < bytes.count {
      if bytes[i] < 0x80 {
        i += 1
      } else if let (_, length) = decodeScalar(at: i, in: bytes.span) {
        valid += 1
        i += length
      } else {
        broken += 1
        i += 1
      }
    }
    return valid > broken * 2
  }

  private static func utf16(_ bytes: ArraySlice<UInt8>, bigEndian: Bool) -> SourceText {
    let pairs = Array(bytes)
    let units = stride(from: 0, to: pairs.count - 1, by: 2).map { i -> UInt16 in
      let (a, b) = (UInt16(pairs[i]), UInt16(pairs[i + 1]))
      return bigEndian ? a << 8 | b : b << 8 | a
    }
    return SourceText(String(decoding: units, as: UTF16.self))
  }

  private static func windows1252(_ bytes: [UInt8]) -> SourceText {
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count + bytes.count / 8)
    for byte in bytes {
      if byte < 0x80 {
        result.append(byte)
      } else {
        let scalar = byte < 0xA0 ? windowsPunctuation[Int(byte - 0x80)] : UInt32(byte)
        result.append(contentsOf: Array(String(Unicode.Scalar(scalar) ?? "\u{FFFD}").utf8))
      }
    }
    return SourceText(repairing: result)
  }

  /// 0x80 to 0x9F in Windows-1252 (WHATWG Encoding, index windows-1252); the five free places stay control characters.
  private static let windowsPunctuation: [UInt32] = [
    0x20AC, 0x81, 0x201A, 0x192, 0x201E, 0x2026, 0x2020, 0x2021, 0x2C6, 0x2030, 0x160, 0x2039, 0x152, 0x8D, 0x17D, 0x8F, 0x90,
    0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x2DC, 0x2122, 0x161, 0x203A, 0x153, 0x9D, 0x17E, 0x178,
  ]
}
