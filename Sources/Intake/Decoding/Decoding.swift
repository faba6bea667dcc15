import TextBytes

/// The text of `bytes` and the WHATWG name of its encoding, found as for every input: by byte order mark, by what the bytes
/// show, by what they declare. O(n).
public func decodedText(_ bytes: [UInt8]) -> (text: SourceText, encoding: String) { Decoding.decode(bytes) }

/// Turns bytes into text: by byte order mark, then by what the bytes show, then by what was declared, then by a guess, at last as
/// Windows-1252, which Latin-1 is a part of.
enum Decoding {
  /// The text and the WHATWG name of its encoding; `declared` is what the transport says (HTTP). Bytes that are not valid come
  /// out as U+FFFD. O(n).
  static func decode(_ bytes: [UInt8], declared: EncodingLabel? = nil) -> (text: SourceText, encoding: String) {
    if let wide = WideText.decode(bytes) { return wide }
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { return (SourceText(repairing: Array(bytes.dropFirst(3))), "utf-8") }
    let label = declared ?? DeclaredEncoding.find(in: bytes)
    if label == nil, bytes.contains(0x1B), let guess = EncodingGuess(bytes).label, let decoded = legacy(bytes, guess) {
      return decoded
    }
    if label?.name == "iso-2022-jp", bytes.contains(0x1B), let decoded = legacy(bytes, label) { return decoded }
    // Legacy text is hardly ever valid UTF-8 by chance, so bytes overrule a wrong declaration.
    if let text = SourceText(validating: bytes) { return (text, "utf-8") }
    if looksLikeUTF8(bytes, repaired: 4) { return (SourceText(repairing: bytes), "utf-8") }
    if let decoded = legacy(bytes, label) { return decoded }
    if looksLikeUTF8(bytes, repaired: 2) { return (SourceText(repairing: bytes), "utf-8") }
    if let guess = EncodingGuess(bytes).label, let decoded = legacy(bytes, guess) { return decoded }
    return (windows1252(bytes), "windows-1252")
  }

  private static func legacy(_ bytes: [UInt8], _ label: EncodingLabel?) -> (text: SourceText, encoding: String)? {
    guard let label, !label.name.hasPrefix("utf-") else { return nil }
    if label.name == "windows-1252" { return (windows1252(bytes), label.name) }
    return IconvDecoder.decode(bytes, from: label).map { (SourceText(repairing: $0), label.name) }
  }

  /// Whether valid UTF-8 sequences outnumber stray bytes `factor` times: a damaged file rather than one in an older encoding.
  private static func looksLikeUTF8(_ bytes: [UInt8], repaired factor: Int) -> Bool {
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
        // A sequence that was cut off is one fault, however many of its bytes are left.
        broken += 1
        i += 1
        while i < bytes.count, bytes[i] & 0xC0 == 0x80 { i += 1 }
      }
    }
    return valid > broken * factor
  }

  private static func windows1252(_ bytes: [UInt8]) -> SourceText {
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count + bytes.count / 8)
    var i = 0
    while i < bytes.count {
      let plain = asciiEnd(bytes.span, from: i)
      result.append(contentsOf: bytes[i..<plain])
      i = plain
      guard i < bytes.count else { break }
      let scalar = bytes[i] < 0xA0 ? windowsPunctuation[Int(bytes[i] - 0x80)] : UInt32(bytes[i])
      result.append(contentsOf: Array(String(Unicode.Scalar(scalar) ?? "\u{FFFD}").utf8))
      i += 1
    }
    return SourceText(repairing: result)
  }

  /// 0x80 to 0x9F in Windows-1252 (WHATWG Encoding, index windows-1252); the five free places stay control characters.
  private static let windowsPunctuation: [UInt32] = [
    0x20AC, 0x81, 0x201A, 0x192, 0x201E, 0x2026, 0x2020, 0x2021, 0x2C6, 0x2030, 0x160, 0x2039, 0x152, 0x8D, 0x17D, 0x8F,
    0x90,
    0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x2DC, 0x2122, 0x161, 0x203A, 0x153, 0x9D, 0x17E, 0x178,
  ]
}
