import Testing
import TextBytes

@testable import Lexicon

@Suite struct LexiconTests {
  let lexicon = Lexicon.shared

  @Test(
    "a country has one code in every language",
    arguments: [
      ("Belarus", "BY"), ("Bielorrusia", "BY"), ("ESTADOS UNIDOS", "US"), ("U.S.", "US"), ("EE.UU.", "US"),
      ("EE . UU .", "US"), ("Gran Bretaña", "GB"), ("Ivory Coast", "CI"), ("Côte d'Ivoire", "CI"),
    ])
  func countries(_ name: String, _ code: String) { #expect(lexicon.countries[phrase: name]?.code == code) }

  @Test("short names that are also words ask for capitals")
  func capitals() {
    #expect(lexicon.countries[phrase: "US"]?.use.contains(.capitals) == true)
    #expect(lexicon.countries[phrase: "U.S."]?.use.contains(.capitals) == false)
    #expect(lexicon.countries[phrase: "Georgia"]?.use.contains(.ambiguous) == true)
  }
}
