import NewsModel
import Testing

@Suite struct DiscrepancyTests {
  private func meeting(_ first: String, _ second: String) -> Story {
    traced([
      report(
        "a", "Kelby Echo", "2024-05-14",
        "President Ivan Petrov met Prime Minister Ana Ruiz in Vienna \(first). The two had not seen each other for years."
      ),
      report(
        "b", "Harbour Post", "2024-05-14",
        "President Ivan Petrov met Prime Minister Ana Ruiz in Vienna \(second). No date has been set for another talk."),
    ])
  }

  @Test func aWeekAndADayInItDifferInPrecision() throws {
    let story = meeting("last week", "on May 8")
    let found = try #require(story.discrepancies(.date).first)
    #expect(found.verdict == .granularity)
    #expect(found.values.map(\.value).sorted() == ["2024-05-08", "2024-W19"])
    #expect(found.values.map { story.words($0.at) }.sorted() == ["May 8", "last week"])
  }

  @Test func aMonthAndADayInItDifferInPrecision() throws {
    let found = try #require(meeting("last month", "on April 8").discrepancies(.date).first)
    #expect(found.verdict == .granularity)
  }

  @Test func theSameDayInOtherWordsIsNoDiscrepancy() {
    #expect(meeting("on Monday", "on May 13").discrepancies(.date).isEmpty)
  }

  @Test func twoNumbersOfOneThing() throws {
    let story = traced([
      report("a", "Kelby Echo", "The storm killed 14 people in Kelby on Monday, the fire service said."),
      report("b", "Harbour Post", "The storm killed 17 people in Kelby on Monday, the fire service said."),
    ])
    let found = try #require(story.discrepancies(.number).first)
    #expect(found.verdict == .conflict)
    #expect(found.values.map(\.value) == ["14 people", "17 people"])
  }

  @Test func numbersOfDifferentThingsAreNoDiscrepancy() {
    let story = traced([
      report("a", "Kelby Echo", "The storm killed 14 people in Kelby on Monday, the fire service said."),
      report(
        "b", "Harbour Post", "The storm killed 14 people and 200 sheep in Kelby on Monday, the fire service said."),
    ])
    #expect(story.discrepancies(.number).isEmpty)
  }

  @Test func wordsInsideQuotationMarksThatChanged() throws {
    let story = traced([
      report(
        "a", "Kelby Echo", "“We will close the harbour before the winter storms,” Mayor Helena Voss told reporters."),
      report(
        "b", "Harbour Post", "“We will shut the harbour before the winter storms,” Mayor Helena Voss told reporters."),
    ])
    let found = try #require(story.discrepancies(.wording).first)
    #expect(found.verdict == .drift && found.values.count == 2)
    #expect(found.values[0].value.contains("close") && found.values[1].value.contains("shut"))
  }

  @Test func theSameQuotationIsNoDrift() {
    let story = traced([
      report(
        "a", "Kelby Echo", "“We will close the harbour before the winter storms,” Mayor Helena Voss told reporters."),
      report(
        "b", "Harbour Post", "\"We will close the harbour before the winter storms,\" Mayor Helena Voss told reporters."
      ),
    ])
    #expect(story.discrepancies(.wording).isEmpty)
  }

  @Test func aParaphrasePutInQuotationMarks() throws {
    let story = traced([
      report(
        "a", "Kelby Echo", "Mayor Helena Voss told reporters that the harbour would close before the winter storms."),
      report(
        "b", "Harbour Post", "Mayor Helena Voss told reporters that the harbour “would close before the winter storms”."
      ),
    ])
    let found = try #require(story.discrepancies(.promotion).first)
    #expect(found.verdict == .drift)
    #expect(found.values.map(\.value).allSatisfy { $0.contains("would close before the winter storms") })
  }

  @Test func oneArticleDisagreesWithNobody() {
    #expect(traced([shipyard[0]]).discrepancies.isEmpty)
  }
}
