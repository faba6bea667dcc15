import NewsModel
import Testing
import TextBytes

@testable import Briefing

@Suite("text fit to be shown")
struct TextTests {
  @Test(
    "controls, escapes and marks of direction go; words stay",
    arguments: [
      ("plain words", "plain words"), ("  two\n\t lines ", "two lines"), ("\u{1B}[1;31mred\u{1B}[0m", "red"),
      ("\u{1B}]8;;http://x\u{1B}\\link\u{1B}]8;;\u{1B}\\", "link"), ("\u{1B}]0;never closed\nnext line", "next line"),
      ("abc\u{202E}def", "abcdef"), ("a\u{0}b\u{7F}c", "abc"), ("e\u{301}l", "e\u{301}l"), ("\u{1B}(Btext", "text"),
      ("\u{9B}2Jtext", "text"), ("ends in \u{1B}", "ends in"), ("soft\u{AD}hyphen", "softhyphen"), ("a\u{A0}b", "a b"),
    ])
  func cleaning(_ words: String, _ expected: String) { #expect(clean(words) == expected) }

  @Test(
    "columns",
    arguments: [
      ("abc", 3), ("é", 1), ("e\u{301}", 1), ("漢字", 4), ("カナ", 4), ("한글", 4), ("🚢", 2), ("ｆ", 2), ("“”→●", 4),
    ])
  func width(_ text: String, _ columns: Int) { #expect(displayWidth(text) == columns) }

  @Test("words are cut at their borders, and marks that the cut leaves open are closed")
  func shortening() {
    #expect(shortened("the court ordered it", to: 40) == "the court ordered it")
    #expect(shortened("the court ordered it", to: 12) == "the court…")
    #expect(shortened("he spoke of “great and lasting harm” there", to: 24) == "he spoke of “great and…”")
    #expect(shortened("Donaudampfschifffahrt", to: 8) == "Donauda…")
    #expect(shortened("漢字漢字漢字", to: 7) == "漢字漢…")
    for columns in 3...40 {
      #expect(displayWidth(shortened("a few, words; “in marks” and (more)", to: columns)) <= columns)
    }
  }

  @Test("versions are cut down to what differs")
  func difference() {
    let versions = [
      "in the face of growing pressure from abroad today", "in the face of mounting pressure from abroad today",
    ]
    #expect(differing(versions) == ["…face of growing pressure from…", "…face of mounting pressure from…"])
    #expect(differing(["one", "two"]) == nil)
  }

  @Test("dates are as precise as they are known")
  func dates() {
    let days = DayText(year: 2031)
    #expect(days.text(TimexValue("2031-03-09")) == "9 Mar")
    #expect(days.text(TimexValue("2030-12-31T10:00")) == "31 Dec 2030")
    #expect(days.text(TimexValue("2031-03")) == "Mar 2031")
    #expect(days.text(TimexValue("2031-W10")) == "week of 3 Mar")
    #expect(days.text(TimexValue("PAST_REF")) == "earlier")
    #expect(DayText.range(["2031-03-09", "2031-03-11"].compactMap { CalendarDate(iso: $0) }) == "9–11 March 2031")
    #expect(
      DayText.range(["2031-02-28", "2031-03-02"].compactMap { CalendarDate(iso: $0) }) == "28 February – 2 March 2031")
    #expect(DayText.range(["2031-03-09"].compactMap { CalendarDate(iso: $0) }) == "9 March 2031")
    #expect(DayText.range([]) == nil)
  }

  @Test("what ties a passage to the words before it is left out, what changes its meaning is not")
  func leadIn() {
    func shown(_ words: [(String, Token.Kind, WordClasses)]) -> String {
      let text = SourceText(words.map(\.0).joined(separator: " "))
      var start = 0
      let tokens = words.map { word, kind, classes in
        defer { start += word.utf8.count + 1 }
        return Token(
          span: TextSpan(start, start + word.utf8.count), kind: kind, classes: classes, fold: FoldHash(word))
      }
      return text[Reading(text: text, language: .english, tokens: tokens, sentences: []).withoutLooseEnds(text.span)]
    }
    #expect(shown([(",", .separator, []), ("and", .word, .coordinator), ("ships", .word, .noun)]) == "ships")
    #expect(
      shown([("that", .word, [.subordinator, .pronoun]), ("ships", .word, .noun), ("sail", .word, .verb)])
        == "ships sail")
    #expect(shown([("if", .word, .subordinator), ("ships", .word, .noun)]) == "if ships")
    #expect(shown([("ships", .word, .noun), (",", .separator, []), ("but", .word, .coordinator)]) == "ships")
    #expect(shown([("and", .word, .coordinator)]) == "and")
  }

  @Test("a page without line breaks counts paragraphs")
  func paragraphs() {
    var article = ArticleFixture(
      id: "x", outlet: "X", language: "en", title: "T", paragraphs: ["One here.", "Two here.", "Three here."]
    ).make().article
    #expect(ArticleLines(article, number: 1).marker(article.paragraphs[2].span).label == "[1:7]")
    for i in article.paragraphs.indices { article.paragraphs[i].line = 1 }
    #expect(ArticleLines(article, number: 1).marker(article.paragraphs[2].span).label == "[1:3]")
    #expect(ArticleLines(article, number: 1).marker(article.title!).label == "[1:title]")
  }
}
