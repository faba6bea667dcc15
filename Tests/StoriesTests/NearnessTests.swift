import Encoder
import NewsModel
import Testing

@testable import Stories

/// An encoder to which all texts are alike to one degree: it speaks neither for nor against anything.
private struct Undecided: TextEncoding {
  var dimension: Int { 1 }
  func encode(_ texts: [String]) -> [[Float]] { texts.map { _ in [1] } }
}

/// An encoder that fails the test when it is asked.
private struct Unasked: TextEncoding {
  var dimension: Int { 1 }
  func encode(_ texts: [String]) -> [[Float]] {
    Issue.record("the encoder was asked about \(texts.count) texts")
    return texts.map { _ in [1] }
  }
}

private let ferry =
  "Ferry Kestrel aground/the ferry Kestrel ran onto rocks off Tarvik with 214 aboard and captain Oyvind Brekke called for help"
private let ferryElsewhere =
  "Tarvik waits for answers/passengers spent a cold night in a school at Tarvik while Brekke was questioned about the Kestrel"
private let transbordador =
  "Encalla el Kestrel/el capitán Brekke pidió auxilio frente a Tarvik con 214 pasajeros a bordo"

@Test("an article worded unlike joins the story of its names, also where the story has its language")
func namesInCommon() {
  var grouper = StoryGrouper(encoder: nil)
  let articles = [
    article("a", ferry), article("b", transbordador, language: "es"), article("c", bank), article("d", ferryElsewhere),
    article("e", "Brekke declara/el capitán Brekke del Kestrel declaró en Tarvik ante la policía", language: "es"),
  ]
  #expect(groups(&grouper, articles) == [["a", "b", "d", "e"], ["c"]])
}

@Test("one name in common makes no story")
func oneName() {
  var grouper = StoryGrouper(encoder: nil)
  let race = article("b", "Regatta won/rowers of Tarvik beat every crew in yesterday's regatta on calm water")
  #expect(groups(&grouper, [article("a", ferry), race]) == [["a"], ["b"]])
}

@Test("names that the tables hold, and words of dates, link nothing")
func commonNames() {
  func told(_ id: String, _ words: String) -> AnnotatedArticle {
    var made = article(id, words)
    for token in made.reading.tokens where ["Spain", "Madrid"].contains(made.reading.string(token)) {
      made.mentions.append(
        Mention(span: token.span, kind: .name, type: .location, entity: made.entities.count, head: token.span))
      made.entities.append(Entity(type: .location, name: "Spain", key: "es"))
    }
    return made
  }
  let first = SharedNames(told("a", "x/the envoy to Spain and Madrid met Lorvane")).terms
  #expect(first.count == 3)
  #expect(first.filter { $0.prior > 0.1 }.count == 2)
}

@Test("stories become one when an article links them")
func bridges() {
  let ashore =
    "School takes in passengers/children drew pictures for passengers who slept in a gymnasium wrapped in blankets"
  let bridge =
    "Ferry Kestrel passengers leave school/passengers of the ferry Kestrel that ran onto rocks off Tarvik left the gymnasium where they slept in blankets and children drew pictures"
  var grouper = StoryGrouper(encoder: nil)
  let apart = groups(&grouper, [article("a", ferry), article("b", ashore)])
  #expect(apart == [["a"], ["b"]])
  let changes = grouper.place(article("c", bridge))
  #expect(changes.count == 2)
  #expect(grouper.story(of: ID("a")) == grouper.story(of: ID("b")))
}

@Test("the encoder is asked only about stories that words or names speak for")
func encoderIsAskedRarely() {
  var grouper = StoryGrouper(encoder: Unasked())
  #expect(groups(&grouper, [article("a", ferry), article("b", bank)]) == [["a"], ["b"]])
}

@Test("reports of one event are less near the more days lie between them")
func ageing() {
  var options = StoryOptions()
  options.ageing = 0.1
  var grouper = StoryGrouper(encoder: Undecided(), options: options)
  let late = article("b", ferryElsewhere, day: "2024-03-11")
  #expect(groups(&grouper, [article("a", ferry, day: "2024-03-01"), late]) == [["a"], ["b"]])
  var soon = StoryGrouper(encoder: Undecided(), options: options)
  let next = article("b", ferryElsewhere, day: "2024-03-02")
  #expect(groups(&soon, [article("a", ferry, day: "2024-03-01"), next]) == [["a", "b"]])
}

@Test("placing one by one and all at once agree, and so does another run")
func sameAgain() {
  let articles = [
    article("a", ferry), article("b", flood), article("c", transbordador, language: "es"), article("d", bank),
    article("e", inundacion, language: "es"), article("f", ferryElsewhere), article("g", floodAgain),
  ]
  var first = StoryGrouper(encoder: nil)
  var second = StoryGrouper(encoder: nil)
  let changes = articles.map { first.place($0) }
  #expect(articles.map { second.place($0) } == changes)
  #expect(final(changes.flatMap { $0 }).count == articles.count)
}
