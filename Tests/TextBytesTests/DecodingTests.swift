import TestSupport
import Testing
import TextBytes

@Suite struct DecodingTests {
  /// Swift's own decoder, which repairs: bytes are valid if it changes nothing.
  private func isValidForSwift(_ bytes: [UInt8]) -> Bool { String(validating: bytes, as: UTF8.self) != nil }

  private func isValid(_ bytes: [UInt8]) -> Bool { TextBytes.isValidUTF8(bytes.span) }

  @Test(arguments: 0..<40) func randomBytesAreJudgedAsSwiftJudgesThem(seed: Int) {
    var random = SeededGenerator(seed: UInt64(seed))
    // Lead and continuation bytes at the edges of their ranges are commoner than chance would have them.
    let edges: [UInt8] = [
      0x00, 0x41, 0x7F, 0x80, 0x8F, 0x90, 0x9F, 0xA0, 0xBF, 0xC0, 0xC1, 0xC2, 0xDF, 0xE0, 0xED, 0xEF, 0xF0, 0xF4, 0xF5,
      0xFF,
    ]
    var valid = 0
    for _ in 0..<500 {
      let bytes = (0..<Int.random(in: 1...4, using: &random)).map { _ in edges.randomElement(using: &random)! }
      let expected = isValidForSwift(bytes)
      #expect(isValid(bytes) == expected, "\(bytes)")
      if expected { valid += 1 }
      #expect(SourceText(repairing: bytes).bytes == Array(String(decoding: bytes, as: UTF8.self).utf8))
    }
    #expect(valid > 0 && valid < 500)
  }

  @Test(arguments: 0..<40) func randomScalarsAreDecodedAsSwiftDecodesThem(seed: Int) {
    let text = randomText(seed: seed, count: 300)
    let bytes = Array(text.utf8)
    #expect(isValid(bytes))
    var scalars: [UInt32] = []
    var i = 0
    while i < bytes.count, let (scalar, length) = decodeScalar(at: i, in: bytes.span) {
      scalars.append(scalar)
      i += length
    }
    #expect(scalars == text.unicodeScalars.map(\.value))
  }

  @Test(
    arguments: [
      [0xC0, 0x80], [0xC1, 0xBF], [0xE0, 0x80, 0x80], [0xE0, 0x9F, 0xBF], [0xED, 0xA0, 0x80], [0xF0, 0x8F, 0xBF, 0xBF],
      [0xF4, 0x90, 0x80, 0x80], [0xF5, 0x80, 0x80, 0x80], [0x80], [0xC3], [0xE2, 0x82], [0xFF],
    ] as [[UInt8]])
  func overlongSurrogateOutOfRangeAndCutShort(_ bytes: [UInt8]) {
    let first = decodeScalar(at: 0, in: bytes.span)
    #expect(first == nil)
    #expect(!isValid(bytes))
    let repaired = SourceText(repairing: [0x61] + bytes + [0x62])
    #expect(repaired.string.hasPrefix("a\u{FFFD}") && repaired.string.hasSuffix("b"))
  }
}

/// Text of mixed scripts: ASCII, accents, Cyrillic, Chinese, emoji with modifiers and joiners, white space of all kinds.
func randomText(seed: Int, count: Int) -> String {
  var random = SeededGenerator(seed: UInt64(seed))
  let pieces = [
    "a", "Z", " ", "\n", "é", "e\u{301}", "Ñ", "ß", "ж", "Й", "中", "語", "😀", "👩‍👩‍👧", "🏳️‍🌈", "\u{A0}", "\u{2028}", "’", "—",
    "\r\n",
  ]
  return (0..<count).map { _ in pieces.randomElement(using: &random)! }.joined()
}
