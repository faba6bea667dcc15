import NewsModel
import Scoring
import Testing

@Suite("Scoring of times")
struct TimesScoreTests {
  private static let day = CalendarDate(year: 2024, month: 5, day: 16)

  /// What the gold may mean where its expression is all of `words`.
  private func readings(_ type: String, _ value: String, _ words: String, behind: String = "") -> [String] {
    let length = words.unicodeScalars.count
    let gold = ScoredTime(start: 0, end: length, type: type, value: value)
    return TimesConventions(published: Self.day, text: words + behind).readings(gold).map { "\($0.type) \($0.value)" }
  }

  @Test(
    "slips of the pen are read as what they mean",
    arguments: [
      ("DATE", "2000-T1", "DATE 2000-Q1"), ("TIME", "1999-07-01T22.30", "TIME 1999-07-01T22:30"),
      ("DURATION", "PM6", "DURATION P6M"), ("SET", "PTNI", "SET XXXX-XX-XXTNI"),
    ])
  func slips(_ type: String, _ value: String, _ wanted: String) { #expect(readings(type, value, "words") == [wanted]) }

  @Test(
    "what is well written is left as it is",
    arguments: [
      ("DATE", "2000-03"), ("TIME", "1999-07-01T22:30"), ("DURATION", "P2.5Y"), ("DURATION", "PT0.5H"),
      ("DURATION", "PXM"),
      ("SET", "P1Y"), ("DATE", "2011-06-XX"), ("DATE", "193"), ("DATE", ""), ("TIME", "TNI"),
    ])
  func wellWritten(_ type: String, _ value: String) { #expect(readings(type, value, "words") == ["\(type) \(value)"]) }

  @Test(
    "a length counted back from the document's day is also its date",
    arguments: [
      ("hace dos días", "", "P2D", "2024-05-14"), ("hace tres semanas", "", "P3W", "2024-W17"),
      ("hace cinco meses", "", "P5M", "2023-12"), ("Hace diez años", "", "P10Y", "2014"),
      ("no hace mucho", "", "PXM", "PAST_REF"), ("two years", " ago", "P2Y", "2022"),
      ("two years ago", "", "P2Y", "2022"),
    ])
  func countedBack(_ words: String, _ behind: String, _ value: String, _ date: String) {
    #expect(readings("DURATION", value, words, behind: behind) == ["DURATION \(value)", "DATE \(date)"])
  }

  @Test(
    "any other length is no date", arguments: [("dos años", " después"), ("two years", " later"), ("two years", "")])
  func otherLengths(_ words: String, _ behind: String) {
    #expect(readings("DURATION", "P2Y", words, behind: behind) == ["DURATION P2Y"])
  }

  @Test("the four counts, and expressions without a value")
  func counts() {
    func time(_ start: Int, _ end: Int, _ type: String, _ value: String) -> ScoredTime {
      ScoredTime(start: start, end: end, type: type, value: value)
    }
    let gold = [time(0, 4, "DATE", "2024"), time(10, 15, "DURATION", "P2D"), time(20, 25, "DATE", "XXXX-XX-XX")]
    let found = [time(0, 4, "DATE", "2024"), time(10, 20, "DATE", "2024-05-14"), time(30, 35, "DATE", "2020")]
    var plain = TimesScore()
    plain.add(gold: gold, found: found)
    #expect([plain.gold, plain.found, plain.strict, plain.relaxed, plain.type, plain.value] == [3, 3, 1, 2, 1, 1])
    #expect(plain.untold == 0 && plain.valueF1 == plain.f1(plain.value))
    var lenient = TimesScore()
    let text = String(repeating: " ", count: 10) + "2 dd  ago" + String(repeating: " ", count: 30)
    lenient.add(gold: gold, found: found, conventions: TimesConventions(published: Self.day, text: text))
    #expect([lenient.strict, lenient.relaxed, lenient.type, lenient.value, lenient.untold] == [1, 2, 2, 2, 1])
    #expect(lenient.valueF1 == 0.8)
  }
}
