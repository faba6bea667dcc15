import NewsModel
import TestSupport
import Testing
import TextBytes
import Times

@Suite("Publication dates")
struct PublicationDateReaderTests {
  @Test(
    "a line of metadata gives its date, time of day and offset",
    arguments: [
      ("es", "Publicada: ⟦mar 3 a las 14:08, 2024⟧", "2024-03-03T14:08"),
      ("en", "⟦Mar 3, 2024, 2:08 PM EST⟧", "2024-03-03T14:08-05:00"),
      ("en", "By Ana Ruiz | ⟦March 3, 2024 at 2:08 p.m.⟧", "2024-03-03T14:08"),
      ("es", "⟦3 de marzo de 2024 - 14:08⟧", "2024-03-03T14:08"),
      ("es", "⟦3 de marzo del 2024, 9:05 p. m.⟧", "2024-03-03T21:05"),
      ("en", "date ⟦2024-03-12⟧ Sign up", "2024-03-12"),
      ("en", "⟦2024-03-12T14:08:31+01:00⟧", "2024-03-12T14:08:31+01:00"),
      ("en", "⟦2024-03-12T14:08:31.512Z⟧", "2024-03-12T14:08:31Z"),
      ("en", "⟦2024/03/12 14:08⟧", "2024-03-12T14:08"),
      ("es", "⟦11/12/2023⟧", "2023-12-11"),
      ("en", "⟦12/25/2023⟧", "2023-12-25"),
      ("en", "⟦25/12/2023⟧", "2023-12-25"),
      ("en", "Updated ⟦3:15 p.m. ET, Jan. 4, 2024⟧", "2024-01-04T15:15-05:00"),
      ("en", "Updated ⟦3:15 p.m. ET, July 4, 2024⟧", "2024-07-04T15:15-04:00"),
      ("en", "Published ⟦4 January 2024⟧", "2024-01-04"),
      ("en", "⟦Sept. 4th, 2024⟧", "2024-09-04"),
      ("en", "⟦June 2024⟧", "2024-06"),
      ("pt", "Publicado em ⟦5 de março de 2024 às 10h30⟧", "2024-03-05T10:30"),
      ("fr", "Publié le ⟦1er août 2024 à 10h30⟧", "2024-08-01T10:30"),
      ("de", "⟦11. März 2024, 10:30 Uhr⟧", "2024-03-11T10:30"),
      ("de", "⟦11.03.2024⟧", "2024-03-11"),
      ("it", "⟦11 marzo 2024 ore 10:30⟧", "2024-03-11T10:30"),
    ])
  func reads(_ language: String, _ source: String, _ value: String) throws {
    let (text, spans) = marked(source)
    let found = try #require(
      PublicationDateReader().timestamp(in: text, text.span, language: LanguageCode(language)))
    #expect(found.value.description == value)
    #expect(text[found.span].hasPrefix(text[spans[0]].prefix(4)), "\(text[found.span])")
  }

  @Test(
    "what is no date with a year, or can be read in two ways, gives none",
    arguments: [
      ("en", "11/12/2023"), ("en", "2d ago"), ("en", "Call 555-1234 now"), ("en", "May 3"), ("es", "3 de marzo"),
      ("en", "$2,024 for 12 issues"), ("en", "Version 10.2.3"), ("en", ""), ("en", "Chapter 2024"),
    ])
  func leaves(_ language: String, _ line: String) {
    let text = SourceText(line)
    #expect(PublicationDateReader().timestamp(in: text, text.span, language: LanguageCode(language)) == nil)
  }

  @Test(
    "an age is an amount and a unit",
    arguments: [
      ("Daily News · ⟦2d ago⟧", 2, TimeUnit.day), ("⟦3 hours ago⟧", 3, .hour), ("⟦hace 2 horas⟧", 2, .hour),
      ("⟦an hour ago⟧", 1, .hour), ("⟦il y a 4 jours⟧", 4, .day), ("⟦vor 5 Minuten⟧", 5, .minute),
      ("⟦2 ore fa⟧", 2, .hour), ("⟦há 3 dias⟧", 3, .day), ("⟦hace una semana⟧", 1, .week),
    ])
  func ages(_ source: String, _ amount: Int, _ unit: TimeUnit) throws {
    let (text, _) = marked(source)
    let age = try #require(PublicationDateReader().relativeAge(in: text, text.span))
    #expect(age.amount == amount && age.unit == unit)
  }

  @Test("a number with a unit alone is no age", arguments: ["5 min read", "2 days", "3 for 2", "years ago"])
  func noAges(_ line: String) {
    let text = SourceText(line)
    #expect(PublicationDateReader().relativeAge(in: text, text.span) == nil)
  }
}
