import TestSupport
import Testing
import TextBytes

@Suite struct WhiteSpaceTests {
  private func lines(_ text: String) -> [String] {
    let text = SourceText(text)
    return textLines(in: text.bytes.span).map { "\($0.number):\(text[$0.span])" }
  }

  @Test(
    arguments: [
      ("", []), ("\n\n", []), ("uno", ["1:uno"]), ("a\nb", ["1:a", "2:b"]), ("a\r\nb\r\n", ["1:a", "2:b"]),
      ("a\rb", ["1:a", "2:b"]), ("a\r\rb", ["1:a", "3:b"]), ("a\r\n\r\nb", ["1:a", "3:b"]), ("\n\na", ["3:a"]),
      ("a\n \u{A0}\u{FEFF}\t\nb", ["1:a", "3:b"]), ("\u{A0}\n\u{A0}x", ["2:\u{A0}x"]), ("a\u{2028}b", ["1:a\u{2028}b"]),
      ("é\n\r😀", ["1:é", "3:😀"]),
    ] as [(String, [String])])
  func linesKeepTheirNumbers(_ text: String, _ expected: [String]) { #expect(lines(text) == expected) }

  @Test(arguments: 0..<30) func linesAreThoseThatSwiftParts(seed: Int) {
    let text = randomText(seed: seed, count: 80)
    let unix = text.replacing("\r\n", with: "\n")
    let expected = unix.unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false).enumerated()
      .filter { $0.element.contains { !$0.properties.isWhitespace } }.map { "\($0.offset + 1):\(String($0.element))" }
    #expect(lines(text) == expected)
  }

  @Test func everyScalarBothWays() {
    // Zero-width space and byte order mark are taken for white space, which Unicode no longer does.
    let extra: Set<UInt32> = [0x200B, 0xFEFF]
    for value in UInt32(1)...0xFFFF {
      guard let scalar = Unicode.Scalar(value) else { continue }
      let bytes = Array(String(scalar).utf8)
      let isSpace = scalar.properties.isWhitespace || extra.contains(value)
      let expected = isSpace ? bytes.count : nil
      guard whiteSpaceLength(at: 0, in: bytes.span, before: bytes.count) == expected,
        whiteSpaceLength(endingAt: bytes.count, in: bytes.span, after: 0) == expected
      else {
        Issue.record("U+\(String(value, radix: 16))")
        continue
      }
    }
  }

  @Test func aCharacterThatIsCutShortIsNoWhiteSpace() {
    let bytes = Array("\u{3000}".utf8)
    let forwards = whiteSpaceLength(at: 0, in: bytes.span, before: 2)
    let backwards = whiteSpaceLength(endingAt: 3, in: bytes.span, after: 1)
    #expect(forwards == nil && backwards == nil)
  }
}
