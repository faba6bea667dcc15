import Contract
import Engine
import NewsModel
import TestSupport
import Testing
import TextBytes

@Suite struct EngineTests {
  private func document(_ id: String, _ outlet: String?, _ published: String?, title: String? = nil, _ text: String)
    -> RawDocument
  {
    var hints = RawDocument.Hints()
    hints.outlet = outlet
    hints.title = title
    hints.published = published.flatMap { Timestamp(iso: $0) }
    return RawDocument(
      id: id, source: id, sha256: id, encoding: "utf-8", input: SourceText(text), form: .text, hints: hints)
  }

  private func traced(_ documents: [RawDocument], corrections: [Correction] = []) -> Trace {
    let engine = Engine(corrections: corrections)
    return engine.trace(documents.map { engine.annotate(engine.read($0)) })
  }

  /// Which articles each story holds.
  private func members(_ trace: Trace) -> [[String]] {
    trace.stories.map { $0.articles.map(\.article.id.raw).sorted() }
  }

  private let derailment = [
    """
    A freight train carrying ammonia derailed outside Tolverton on Monday, and 300 people had to leave their homes.
    Six tank cars left the rails near the river Anse, fire chief Rosa Delmar said.
    The railway Transanse said it would pay for hotels in Tolverton.
    """,
    """
    Some 300 people had to leave their homes in Tolverton on Monday after a freight train with ammonia derailed.
    Fire chief Rosa Delmar said that six tank cars had left the rails near the river Anse.
    Transanse, the railway, has promised to pay for hotels.
    """,
  ]
  private let cup = [
    """
    Striker Nadia Brandt scored three goals as Velmora beat Sankt Ollen 4-1 in the cup final on Monday.
    Coach Petra Lund said that Velmora had played the match of the season.
    Brandt will leave Velmora for Lisbon in the summer.
    """,
    """
    Velmora won the cup with a 4-1 victory over Sankt Ollen on Monday; striker Nadia Brandt scored three goals.
    It was the match of the season, coach Petra Lund said of Velmora's final.
    In the summer Brandt will leave for Lisbon.
    """,
  ]

  private var twoStories: [RawDocument] {
    [
      document("train-1", "Tolverton Post", "2024-05-14", derailment[0]),
      document("cup-1", "Velmora Sport", "2024-05-14", cup[0]),
      document("train-2", "Anse Herald", "2024-05-14", derailment[1]),
      document("cup-2", "The Corner Flag", "2024-05-14", cup[1]),
    ]
  }

  @Test func noInputGivesNoStory() {
    let trace = traced([])
    #expect(trace.stories.isEmpty && trace.crossing.isEmpty)
  }

  @Test func anArticleAloneIsAStoryOfOne() throws {
    let trace = traced([document("a", "Tolverton Post", "2024-05-14", derailment[0])])
    #expect(members(trace) == [["a"]])
    let story = try #require(trace.stories.first)
    #expect(!story.claims.isEmpty && !story.title.isEmpty)
    #expect(story.claims.allSatisfy { $0.articles == [0] })
    #expect(story.claims.flatMap(\.support).allSatisfy { $0.relation == nil })
  }

  @Test(arguments: ["", "   \n\u{A0}\n", "—", "\u{FFFD}\u{0}\u{1}", "🎉🎉🎉", "))) ((( ”“ ,,,", "Сегодня", "今日は雨です。"])
  func anArticleWithoutATextClaimsNothing(_ text: String) {
    let trace = traced([document("a", nil, nil, text), document("b", "Tolverton Post", "2024-05-14", derailment[0])])
    #expect(trace.stories.flatMap(\.articles).map(\.article.id.raw).sorted() == ["a", "b"])
    for story in trace.stories {
      for claim in story.claims where !text.contains("雨") && !text.contains("Сегодня") {
        #expect(claim.support.allSatisfy { story.articles[$0.passage.article].article.id.raw == "b" })
      }
    }
  }

  @Test func twoStoriesStayApart() {
    let found = Set(members(traced(twoStories)))
    #expect(found == [["train-1", "train-2"], ["cup-1", "cup-2"]])
  }

  @Test func aPersonsRulingPartsAStory() {
    let ruling = Correction(action: .notSameStory(["train-1", "train-2"]))
    let parted = members(traced(twoStories, corrections: [ruling]))
    #expect(!parted.contains { $0.contains("train-1") && $0.contains("train-2") })
    #expect(parted.contains(["cup-1", "cup-2"]))
  }

  @Test func twoRunsPrintTheSameBytes() throws {
    let first = try JSONText.pretty(StoryWriter.trace(traced(twoStories)))
    #expect(try JSONText.pretty(StoryWriter.trace(traced(twoStories))) == first)
    #expect(first.contains("\"claims\""))
  }

  @Test func onAllCoresAsOnOne() async {
    let engine = Engine()
    let articles = twoStories.map(engine.read)
    let (one, many) = (articles.map(engine.annotate), await engine.annotate(articles))
    #expect(one.map(\.article.id) == many.map(\.article.id))
    #expect(one.map(\.mentions) == many.map(\.mentions))
    #expect(one.map(\.quotations) == many.map(\.quotations))
    #expect(one.map(\.events) == many.map(\.events))
    #expect(!many[0].mentions.isEmpty && !many[0].quotations.isEmpty)
  }

  @Test(arguments: 0..<12) func anyBytesAreAnswered(seed: Int) throws {
    var random = SeededGenerator(seed: UInt64(seed))
    let pieces = [
      "Reuters", " said", " that", "\n", ". ", ", ", "“", "”", "\"", " Monday", " 14", " killed", " the", " según",
      " dijo", "\u{0}",
      "\u{301}", "😀", "(", ")", " President", " Ana Ruiz", "'s", " who", " and", " - ", "\r",
    ]
    let text = (0..<200).map { _ in pieces.randomElement(using: &random)! }.joined()
    let trace = traced([document("a", "Echo", "2024-05-14", text), document("b", "Post", nil, String(text.reversed()))])
    for wire in StoryWriter.trace(trace).stories {
      let bodies = Dictionary(uniqueKeysWithValues: wire.articles.map { ($0.id, Array($0.text.unicodeScalars)) })
      for support in wire.claims.flatMap(\.support) where support.in == nil {
        let scalars = try #require(bodies[support.article])
        #expect(String(String.UnicodeScalarView(scalars[support.start..<support.end])) == support.exact)
      }
    }
  }
}
