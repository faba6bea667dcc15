import TestSupport
import Testing
import TextBytes

@Suite struct TextSpanTests {
  @Test func spansOrderAsTheTextReads() {
    let (_, marks) = marked("⟦The ⟦mayor⟧⟧ spoke ⟦twice⟧")
    let (outer, inner, last) = (marks[0], marks[1], marks[2])
    #expect([last, inner, outer].sorted() == [outer, inner, last])
    #expect(TextSpan(3, 5) < TextSpan(3, 9))
  }

  @Test func containingAndOverlapping() {
    let (text, marks) = marked("⟦The mayor of ⟦Kelby⟧⟧ spoke⟦⟧ twice")
    let (phrase, town, nothing) = (marks[0], marks[1], marks[2])
    #expect(phrase.contains(town) && !town.contains(phrase))
    #expect(phrase.overlap(town) == town.count)
    #expect(phrase.contains(phrase.start) && !phrase.contains(phrase.end))
    #expect(nothing.isEmpty && text[nothing] == "")
    let next = TextSpan(phrase.end, phrase.end + 1)
    #expect(!phrase.overlaps(next) && phrase.overlap(next) == 0)
    #expect(town.union(next) == TextSpan(town.start, next.end))
    #expect(town.shifted(by: -town.start) == TextSpan(0, town.count))
  }

  @Test(arguments: 0..<50) func overlapCountsSharedBytes(seed: Int) {
    var random = SeededGenerator(seed: UInt64(seed))
    func span() -> TextSpan {
      let start = Int.random(in: 0..<40, using: &random)
      return TextSpan(start, start + Int.random(in: 0..<20, using: &random))
    }
    let (a, b) = (span(), span())
    let shared = Set(a.range).intersection(b.range).count
    #expect(a.overlap(b) == shared)
    if shared > 0 { #expect(a.overlaps(b) && b.overlaps(a)) }
    #expect(a.union(b).contains(a) && a.union(b).contains(b))
  }

  @Test(arguments: [
    ("  ⟦Ana Ruiz⟧ \n", 0), ("\u{A0}\u{202F}⟦señor⟧\u{3000}\u{FEFF}", 0), ("⟦x⟧", 0), (" \u{A0} ⟦⟧", 0),
    ("⟦a\u{A0}b⟧\t", 0),
  ])
  func trimming(_ source: String, _: Int) {
    let (text, marks) = marked(source)
    let trimmed = text.trimmed(text.span)
    #expect(text[trimmed] == text[marks[0]])
  }
}
