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
