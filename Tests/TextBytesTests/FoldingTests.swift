import Foundation
import TestSupport
import Testing
import TextBytes

@Suite struct FoldingTests {
  @Test(arguments: [
    ("Ñandú", "nandu"), ("ÉLITE", "elite"), ("e\u{301}lite", "Élite"), ("O’Hara", "O'Hara"), ("ʼ", "'"),
    ("“si”", "\"SI\""),
    ("Łódź", "lodz"), ("Øresund", "oresund"), ("Çelik", "celik"), ("Ёлка", "ёлка"), ("МИНСК", "минск"),
    ("ΑΘΗΝΑ", "αθηνα"),
    ("Nguyễn", "nguyen"), ("re\u{2011}elect", "re-elect"), ("İzmir", "izmir"), ("Straße", "strase"),
  ])
  func alike(_ a: String, _ b: String) {
    #expect(folded(a) == folded(b))
    #expect(FoldHash(a) == FoldHash(b))
  }

  @Test(arguments: [
    ("mayor", "major"), ("año", "a no"), ("its", "it's"), ("й", "и̂x"), ("co-op", "coop"), ("", "a"), ("US", "U.S."),
    ("ab", "ba"), ("Ана", "Ana"),
  ])
  func unlike(_ a: String, _ b: String) {
    #expect(folded(a) != folded(b))
    #expect(FoldHash(a) != FoldHash(b))
  }

  @Test(arguments: 0..<30) func theHashFollowsTheFoldedText(seed: Int) {
    let text = randomText(seed: seed, count: 12)
    #expect(FoldHash(text) == FoldHash(folded(text)))
    #expect(folded(folded(text)) == folded(text))
    #expect(FoldHash(text) == FoldHash(text.uppercased()) || text.contains("ß"))
  }

  /// The tables are written out; this is what they were made by.
  @Test(arguments: [0x80..<0x250, 0x1E00..<0x1F00] as [Range<UInt32>]) func foldsAreThoseOfUnicode(
    _ scalars: Range<UInt32>
  ) {
    let special: [UInt32: UInt32] = [
      0xD8: 0x6F, 0xF8: 0x6F, 0xC6: 0x61, 0xE6: 0x61, 0x152: 0x6F, 0x153: 0x6F, 0xDF: 0x73, 0xD0: 0x64, 0xF0: 0x64,
      0xDE: 0x74, 0xFE: 0x74, 0x110: 0x64, 0x111: 0x64, 0x141: 0x6C, 0x142: 0x6C, 0x131: 0x69, 0x130: 0x69,
      0x126: 0x68, 0x127: 0x68, 0xAB: 0x22, 0xBB: 0x22, 0xB4: 0x27,
    ]
    for value in scalars {
      guard let scalar = Unicode.Scalar(value) else { continue }
      var expected = special[value] ?? value
      if special[value] == nil, scalar.properties.isAlphabetic {
        let base = Character(scalar).lowercased().unicodeScalars.first ?? scalar
        expected = (String(base).decomposedStringWithCanonicalMapping.unicodeScalars.first ?? base).value
      }
      #expect(foldedScalar(value) == expected, "U+\(String(value, radix: 16))")
    }
  }

  @Test func aSpanHashesAsItsWordsDo() {
    let (text, marks) = marked("Según ⟦María Núñez⟧, no.")
    #expect(FoldHash(text.bytes, marks[0]) == FoldHash("maria nunez"))
    #expect(FoldHash(text.bytes, TextSpan(3, 3)) == .empty)
  }

  @Test(arguments: ["Prime Minister", "  Prime \u{A0}Minister ", "PRIME MINISTER"]) func phrases(_ phrase: String) {
    #expect(FoldHash(phrase: phrase) == FoldHash("prime").followed(by: FoldHash("minister")))
  }

  @Test func aPhraseIsNoJoinedStringAndItsOrderCounts() {
    let (a, b) = (FoldHash("foreign"), FoldHash("office"))
    #expect(a.followed(by: b) != b.followed(by: a))
    #expect(a.followed(by: b) != FoldHash("foreign office"))
    #expect(FoldHash(phrase: "office") == b)
    #expect(FoldHash(phrase: " ") == .empty)
    let c = FoldHash("spokeswoman")
    #expect(FoldHash(phrase: "foreign office spokeswoman") == a.followed(by: b).followed(by: c))
  }
}
