import Events
import NewsModel
import TestSupport
import Testing
import TextBytes

@Suite("Events in single sentences")
struct CorpusTests {
  @Test(arguments: Corpus.englishCases) func english(_ one: Corpus.Case) {
    #expect(Corpus.english.events(one.text) == one.expected)
  }
  @Test(arguments: Corpus.spanishCases) func spanish(_ one: Corpus.Case) {
    #expect(Corpus.spanish.events(one.text) == one.expected)
  }
}

@Suite("Events over sentences")
struct ArticleTests {
  @Test("The call takes up the last call told") func anaphora() {
    let text = """
      Ana Ruiz spoke by phone with Omar Diallo on Monday.
      The call lasted an hour.
      """
    #expect(
      Corpus.english.events(text) == "CONSULT phone Ruiz+Diallo @2024-05-06; CONSULT phone Ruiz+Diallo @2024-05-06")
  }

  @Test("A first meeting has the parties of the second, not its date") func ordinals() {
    let text = """
      Omar Diallo held his second meeting with Ana Ruiz on Tuesday.
      Nothing was agreed at the first meeting.
      """
    #expect(
      Corpus.english.events(text) == "CONSULT meet Diallo+Ruiz @2024-05-07; CONSULT meet Diallo+Ruiz")
  }

  @Test("La incautación retoma la anterior") func spanishAnaphora() {
    let text = """
      Kenia incautó un pesquero el lunes.
      Los dueños supieron de la incautación.
      """
    #expect(
      Corpus.spanish.events(text)
        == "COERCE seize Kenia > ‘pesquero’ @2024-05-06; COERCE seize Kenia > ‘pesquero’ @2024-05-06")
  }

  @Test("What stands in a quotation is reported") func quotations() {
    let (text, spans) = marked("Ana Ruiz said ⟦Kenya had seized a trawler⟧.")
    let quotation = Quotation(content: spans[0], directness: .indirect)
    #expect(Corpus.english.events(text.string, quotations: [quotation]) == "COERCE seize reported Kenya > ‘trawler’")
  }

  @Test(
    "The extent runs from the first to the last word of the event",
    arguments: [
      "⟦Ana Ruiz told Omar Diallo in a phone call on May 3⟧ that she would stay.",
      "The parade comes ⟦a day after Kenyan forces seized a trawler⟧.",
      "⟦Sanctions were imposed on Acme Shipping by Norway⟧, which owns two ports.",
    ])
  func extents(_ source: String) throws {
    let (text, spans) = marked(source)
    let event = try #require(Corpus.english.annotate(text).events.first)
    #expect(text[event.extent] == text[spans[0]])
  }

  @Test("Any bytes give an answer") func robustness() {
    for text in ["", "—", "— , ( ) “ ”", "seized seized seized by by", "of of of", "'s 's", "que que se se"] {
      #expect(Corpus.english.annotate(SourceText(text)).events.allSatisfy { $0.extent.end <= text.utf8.count })
      #expect(Corpus.spanish.annotate(SourceText(text)).events.allSatisfy { $0.extent.end <= text.utf8.count })
    }
  }
}
