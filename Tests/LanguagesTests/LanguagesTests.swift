import NewsModel
import TestSupport
import Testing
import TextBytes

@testable import Languages

@Test(
  "a sentence ends where a reader would end it",
  arguments: [
    ("en", ["He met N. Ruiz on Nov. 25 in the U.S. capital.", "It rained."]),
    ("en", ["“Not now.”", "She left."]),
    ("es", ["El Sr. Gil habló con EE. UU. el martes.", "No hubo acuerdo."]),
  ])
func sentences(_ language: String, _ expected: [String]) {
  let reading = LanguageReader().read(SourceText(expected.joined(separator: " ")), language: LanguageCode(language))
  #expect(reading.sentences.map { reading.text[$0.span] } == expected)
}
