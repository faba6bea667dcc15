import NewsModel
import Testing

/// Where versions of one claim differ, and where they only seem to: a pair that must be found and one that must not for each kind.
@Suite struct VersionTests {
  private func versions(_ first: String, _ second: String, day: String = "2024-05-14") -> Story {
    traced([
      report("a", "Kelby Echo", "2024-05-14", first + " The weather was calm."),
      report("b", "Harbour Post", day, second + " Ferries ran on time."),
    ])
  }

  struct Case: CustomTestStringConvertible, Sendable {
    let kind: Discrepancy.Kind
    let first: String
    let second: String
    init(_ kind: Discrepancy.Kind, _ first: String, _ second: String) {
      self.kind = kind
      self.first = first
      self.second = second
    }
    var testDescription: String { "\(kind): \(second)" }
  }

  @Test(arguments: [
    Case(
      .polarity, "The harbour inspectors closed the northern pier of Kelby on Monday.",
      "The harbour inspectors did not close the northern pier of Kelby on Monday."),
    Case(
      .polarity, "Los inspectores del puerto cerraron el muelle norte de Almenara el lunes.",
      "Los inspectores del puerto no cerraron el muelle norte de Almenara el lunes."),
    Case(
      .modality, "The storm could have destroyed the old lighthouse of Kelby on Monday night.",
      "The storm has destroyed the old lighthouse of Kelby on Monday night."),
    Case(
      .modality, "La tormenta habría destruido el viejo faro de Almenara el lunes por la noche.",
      "La tormenta ha destruido el viejo faro de Almenara el lunes por la noche."),
    Case(
      .scope, "The fire destroyed all boats in the fishing harbour of Kelby on Monday.",
      "The fire destroyed several boats in the fishing harbour of Kelby on Monday."),
    Case(
      .scope, "El incendio destruyó todos los barcos del puerto pesquero de Almenara el lunes.",
      "El incendio destruyó varios barcos del puerto pesquero de Almenara el lunes."),
    Case(
      .scope, "Norvik runs one of the largest shipyards on the northern coast.",
      "Norvik runs the largest shipyards on the northern coast."),
    Case(
      .attribution,
      "Norvik has offered to sell its Kelby shipyard to its rival Dalmar, two people familiar with the talks said on Monday.",
      "Norvik has offered to sell its Kelby shipyard to its rival Dalmar."),
  ])
  func aDifferenceIsFound(_ test: Case) throws {
    let story = versions(test.first, test.second)
    let found = try #require(story.discrepancies(test.kind).first, "\(story.claims.map(\.text))")
    #expect(found.values.count == 2)
    #expect(Set(found.values.map(\.at.article)) == [0, 1])
    #expect(found.values.allSatisfy { story.words($0.at) == $0.value })
  }

  @Test(arguments: [
    // The same negation, and a denial, which is an answer.
    Case(
      .polarity, "The harbour inspectors did not close the northern pier of Kelby on Monday.",
      "The harbour inspectors never closed the northern pier of Kelby on Monday."),
    Case(
      .polarity, "The harbour inspectors closed the northern pier of Kelby on Monday.",
      "The harbour inspectors denied that they closed the northern pier of Kelby on Monday."),
    Case(
      .polarity, "The company refused to answer questions about the northern pier.",
      "The company did not answer questions about the northern pier."),
    Case(
      .polarity, "The harbour inspectors closed the northern pier of Kelby on Monday.",
      "The harbour inspectors closed not only the northern pier of Kelby on Monday."),
    // Somebody's word, and another hedge.
    Case(
      .modality, "The storm could have destroyed the old lighthouse of Kelby on Monday night.",
      "The storm has destroyed the old lighthouse of Kelby on Monday night, Mayor Helena Voss said."),
    Case(
      .modality, "The storm could have destroyed the old lighthouse of Kelby on Monday night.",
      "The storm has probably destroyed the old lighthouse of Kelby on Monday night."),
    Case(
      .modality, "In May the storm destroyed the old lighthouse of Kelby.",
      "The storm destroyed the old lighthouse of Kelby in May."),
    Case(
      .scope, "The fire destroyed all boats in the fishing harbour of Kelby on Monday.",
      "The fire destroyed all boats and some nets in the fishing harbour of Kelby on Monday."),
    Case(
      .attribution, "Norvik has offered to sell its Kelby shipyard to Dalmar, two people familiar with the talks said.",
      "Norvik has offered to sell its Kelby shipyard to Dalmar, chief executive Ana Ruiz told reporters."),
    Case(
      .place, "President Ivan Petrov met Prime Minister Ana Ruiz in Vienna on Monday.",
      "President Ivan Petrov met Prime Minister Ana Ruiz in Austria on Monday."),
    Case(
      .actor, "President Ivan Petrov met Prime Minister Ana Ruiz in Vienna on Monday.",
      "Prime Minister Ana Ruiz met President Ivan Petrov in Vienna on Monday."),
    Case(
      .number, "The inspectors returned to Kelby in 17 days, counting the first.",
      "The inspectors returned to Kelby 16 days later."),
    Case(
      .number, "More than 50 countries signed the fishing treaty in Vienna on Monday.",
      "A total of 52 countries signed the fishing treaty in Vienna on Monday."),
    Case(
      .date, "The shipyard of Norvik in Kelby was sold last year.", "The shipyard of Norvik in Kelby was sold in 2023."),
    Case(
      .wording, "“We will analyse the harbour before the winter storms,” Mayor Helena Voss told reporters.",
      "“We will analyze the harbour before the winter storms,” Mayor Helena Voss told reporters."),
    Case(
      .wording, "“We will just close the harbour before the winter storms,” Mayor Helena Voss told reporters.",
      "“We will close the harbour before the winter storms,” Mayor Helena Voss told reporters."),
    Case(
      .promotion, "Mayor Helena Voss said that the film Winter Harbour was shown on Monday.",
      "Mayor Helena Voss said that the film “Winter Harbour” was shown on Monday."),
  ])
  func whatOnlySeemsToDifferIsNone(_ test: Case) {
    let story = versions(test.first, test.second)
    #expect(
      story.claims.contains { Set($0.support.map(\.passage.article)) == [0, 1] }, "the versions are not one claim")
    #expect(story.discrepancies(test.kind).isEmpty, "\(story.discrepancies(test.kind).map { $0.values.map(\.value) })")
  }

  @Test func twoTownsForOneMeeting() throws {
    let story = versions(
      "President Ivan Petrov met Prime Minister Ana Ruiz in Vienna on Monday.",
      "President Ivan Petrov met Prime Minister Ana Ruiz in Geneva on Monday.")
    let found = try #require(story.discrepancies(.place).first)
    #expect(found.verdict == .conflict && found.values.map(\.value) == ["Vienna", "Geneva"])
  }

  @Test func twoPartiesForOneAct() throws {
    let story = versions(
      "Helena Voss arrested the harbour master of Kelby on Monday after a long inquiry.",
      "Bruno Kalt arrested the harbour master of Kelby on Monday after a long inquiry.")
    let found = try #require(story.discrepancies(.actor).first)
    #expect(found.verdict == .conflict && found.values.map(\.value) == ["Helena Voss", "Bruno Kalt"])
  }

  @Test func aTranslationWithAnotherNumber() throws {
    let story = versions(
      "“The national commission inspected 14 hospitals in the capital region of Almenara on Monday,” Minister Helena Voss told reporters in Kelby.",
      "«La comisión nacional inspeccionó 40 hospitales en la región capital de Almenara el lunes», dijo la ministra Helena Voss."
    )
    let found = try #require(story.discrepancies(.translation).first)
    #expect(found.verdict == .drift)
    #expect(found.values.count == 2)
  }

  @Test func oneNumberRounded() throws {
    let story = versions(
      "The ship carries 52,000 tonnes of wheat to Kelby.", "The ship carries 51,840 tonnes of wheat to Kelby.")
    let found = try #require(story.discrepancies(.number).first)
    #expect(found.verdict == .granularity)
  }

  @Test func timesOfOneDayAreOneDay() {
    let story = versions(
      "President Ivan Petrov met Prime Minister Ana Ruiz in Vienna on Monday.",
      "President Ivan Petrov met Prime Minister Ana Ruiz in Vienna on Monday evening.")
    #expect(story.claims.contains { Set($0.support.map(\.passage.article)) == [0, 1] })
    #expect(story.discrepancies(.date).isEmpty)
  }
}
