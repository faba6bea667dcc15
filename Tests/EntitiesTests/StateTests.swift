import NewsModel
import Testing

@Suite("States and governments")
struct StateTests {
  @Test(
    "a state that does or says something acts",
    arguments: [
      ("⟦Peru⟧ has called for talks.", "en"), ("⟦The Peruvian government⟧ said no.", "en"),
      ("⟦Peru’s government⟧ said no.", "en"),
      ("⟦El gobierno peruano⟧ respondió.", "es"), ("⟦La administración peruana⟧ añadió que vendrá.", "es"),
    ])
  func acting(_ source: String, _ language: String) {
    let sample = Sample(source, language)
    #expect(sample.mention(0)?.acting == true)
    #expect(sample.entity(0)?.key == "government:PE")
  }

  @Test(
    "a state where something is, or goes, is a place",
    arguments: [
      ("The talks were held in ⟦Peru⟧.", "en"), ("The ship waited off ⟦Peru⟧.", "en"),
      ("They flew to ⟦Peru⟧ on Monday.", "en"),
      ("La reunión fue en ⟦Perú⟧.", "es"),
    ])
  func places(_ source: String, _ language: String) {
    let sample = Sample(source, language)
    #expect(sample.mention(0)?.acting == false)
    #expect(sample.entity(0)?.key == "country:PE")
  }

  @Test("a demonym is a mention of its country")
  func demonyms() {
    let sample = Sample("A ⟦Peruvian⟧ ship arrived.", "en")
    #expect(sample.mention(0)?.kind == .demonym)
    #expect(sample.entity(0)?.key == "country:PE")
  }
}
