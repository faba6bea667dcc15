import Languages
import NewsModel
import TestSupport
import Testing
import TextBytes
import Times

/// One line of a corpus: a marked sentence and what its expressions come to.
struct TimeCase: CustomTestStringConvertible, Sendable {
  let source: String
  let answers: [String]
  var testDescription: String { source }

  static func read(_ corpus: String) -> [TimeCase] {
    corpus.split(separator: "\n").map { line in
      let sides = line.split(separator: "→")
      let source = sides[0].trimmed
      return TimeCase(source: source, answers: sides.count < 2 ? [] : sides[1].split(separator: ";").map(\.trimmed))
    }
  }
}

extension Substring {
  fileprivate var trimmed: String {
    SourceText(String(self))[SourceText(String(self)).trimmed(SourceText(String(self)).span)]
  }
}

/// The marked text that the tagger's answer amounts to, and the values, written as the corpora write them.
func annotated(_ text: SourceText, _ language: String, _ reference: Timestamp?) -> (marked: String, answers: [String]) {
  let reading = LanguageReader().read(text, language: LanguageCode(language))
  let found = TimeTagger().annotate(.init(reading: reading, reference: reference))
  var marked = ""
  var position = 0
  for expression in found {
    marked += text[TextSpan(position, expression.span.start)] + "⟦" + text[expression.span] + "⟧"
    position = expression.span.end
  }
  marked += text[TextSpan(position, text.count)]
  return (marked, found.map(written))
}

/// `2024-05-16`, `P17D`, `SET P1Y`: the type only where the value does not tell it.
private func written(_ expression: TimeExpression) -> String {
  let value = expression.value?.text ?? "nil"
  let told: TimeExpression.Kind =
    value.hasPrefix("P") && !value.hasSuffix("_REF")
    ? .duration : value.contains("T") && !value.hasSuffix("_REF") ? .time : .date
  return (expression.kind == told ? "" : expression.kind.rawValue + " ") + value
}

@Suite("Time expressions")
struct TimeCorpusTests {
  static let reference = Timestamp(iso: "2024-05-16T10:00")

  @Test("English", arguments: TimeCase.read(englishCorpus))
  func english(_ example: TimeCase) { check(example, "en") }

  @Test("Spanish", arguments: TimeCase.read(spanishCorpus))
  func spanish(_ example: TimeCase) { check(example, "es") }

  @Test("Portuguese", arguments: TimeCase.read(portugueseCorpus))
  func portuguese(_ example: TimeCase) { check(example, "pt") }

  private func check(_ example: TimeCase, _ language: String) {
    let answer = annotated(marked(example.source).text, language, Self.reference)
    #expect(answer.marked == example.source)
    #expect(answer.answers == example.answers)
  }

  @Test(
    "without a date of the document only absolute values are told",
    arguments: [
      "They met on ⟦Thursday⟧. → nil", "They met in ⟦May 2018⟧. → 2018-05", "They met ⟦last year⟧. → nil",
      "It lasted ⟦17 days⟧. → P17D", "They met ⟦years ago⟧. → PAST_REF", "They met ⟦two years ago⟧. → nil",
      "They met at ⟦14:30⟧. → T14:30", "They met on ⟦Nov. 21⟧. → nil", "They met ⟦every Friday⟧. → SET XXXX-WXX-5",
    ])
  func noReference(_ line: String) {
    let example = TimeCase.read(line)[0]
    let answer = annotated(marked(example.source).text, "en", nil)
    #expect(answer.marked == example.source)
    #expect(answer.answers == example.answers)
  }

  @Test(
    "any bytes give an answer",
    arguments: ["", " ", "⟦", "\u{0}\u{FFFD}", "2024-", "99:99", "-3-", "1/1/1/1", "19th-", "’s"])
  func anyBytes(_ text: String) {
    for language in ["en", "es", "pt", "xx"] {
      let reading = LanguageReader().read(SourceText(text), language: LanguageCode(language))
      let found = TimeTagger().annotate(.init(reading: reading, reference: Self.reference))
      #expect(found.allSatisfy { $0.span.end <= text.utf8.count })
    }
  }

  @Test("a caller's basis is kept")
  func basis() {
    let reading = LanguageReader().read(SourceText("They met on Thursday."), language: LanguageCode("en"))
    let found = TimeTagger().annotate(.init(reading: reading, reference: Self.reference, basis: .story))
    #expect(found.map(\.basis) == [.story])
  }
}
