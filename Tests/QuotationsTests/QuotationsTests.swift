import Languages
import NewsModel
import Quotations
import TestSupport
import Testing
import TextBytes

@Test("a plain statement has speaker, cue and content")
func statement() {
  let (text, spans) = marked("⟦The mayor⟧ ⟦said⟧ that ⟦the bridge would stay shut⟧.")
  let reading = LanguageReader().read(text, language: .english)
  let found = QuotationFinder().annotate(.init(reading: reading))
  #expect(found.count == 1)
  #expect(found.first?.speaker?.at == .text(spans[0]))
  #expect(found.first?.cue == spans[1])
  #expect(found.first?.content == spans[2])
}
