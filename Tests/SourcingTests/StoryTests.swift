import NewsModel
import Testing
import TextBytes

@Suite struct StoryTests {
  static let stories = [shipyard, bridge, fire]

  @Test(arguments: stories) func everythingRestsOnItsWords(_ reports: [RawDocument]) throws {
    let story = traced(reports)
    #expect(!story.claims.isEmpty)
    func resolves(_ passage: Passage) -> Bool {
      let article = story.articles[passage.article].article
      return article.text.span.contains(passage.span) && !passage.span.isEmpty
        && article.text.trimmed(passage.span) == passage.span
    }
    for claim in story.claims {
      #expect(claim.support.contains { $0.counts })
      #expect(claim.support.allSatisfy { resolves($0.passage) })
      #expect(resolves(claim.textAt) && story.words(claim.textAt) == claim.text)
      #expect(claim.responses.allSatisfy { resolves($0.at) })
      #expect(claim.origins.lower >= 1 && claim.origins.lower <= claim.origins.upper)
      #expect(Set(claim.origins.ids).isSubset(of: story.origins.map(\.id)) && !claim.origins.why.isEmpty)
    }
    #expect(story.events.flatMap(\.mentions).allSatisfy(resolves))
    #expect(story.timeline.flatMap(\.at).allSatisfy(resolves))
    let ids = Set(story.claims.map(\.id))
    #expect(ids.count == story.claims.count)
    #expect(story.timeline.flatMap(\.claims).allSatisfy(ids.contains))
    #expect(story.exclusives.flatMap(\.claims).allSatisfy(ids.contains))
    #expect(Set(story.discrepancies.map(\.claim)).isSubset(of: ids))
  }

  @Test(arguments: stories) func theSameInputGivesTheSameStory(_ reports: [RawDocument]) {
    let (first, second) = (traced(reports), traced(reports))
    #expect(first.claims.map(\.id) == second.claims.map(\.id))
    #expect(first.claims.map(\.support) == second.claims.map(\.support))
    #expect(first.origins == second.origins)
    #expect(first.entities == second.entities)
    #expect(first.derivations == second.derivations)
    #expect(first.discrepancies == second.discrepancies)
    #expect(first.timeline == second.timeline)
  }

  @Test(arguments: stories) func originsDoNotHangOnTheOrderOfArrival(_ reports: [RawDocument]) {
    let (first, second) = (traced(reports), traced(reports.reversed()))
    #expect(Set(first.claims.flatMap(\.origins.ids)) == Set(second.claims.flatMap(\.origins.ids)))
    #expect(first.claims.count == second.claims.count)
  }

  /// All four name Reuters for what they share, so that none of it is an outlet's.
  @Test func derivationsDoNotHangOnTheOrderOfArrival() {
    func edges(_ story: Story) -> Set<[String]> {
      let ids = story.articles.map(\.article.id.raw)
      return Set(story.derivations.map { [ids[$0.article], $0.from.map { ids[$0] } ?? "", $0.origin.raw] })
    }
    let (first, second) = (traced(shipyard), traced(shipyard.reversed()))
    #expect(edges(first) == edges(second))
    #expect(!first.derivations.isEmpty)
    #expect(first.derivations.allSatisfy { $0.origin == Carrier(agency: "Reuters").ownReporting.id })
  }

  @Test func whoWasAskedAndDidNotAnswer() throws {
    let story = traced([
      report(
        "a", "Kelby Echo",
        """
        Norvik paid bribes to two inspectors, the Kelby court said on Monday. Norvik did not respond to a request for comment.
        """)
    ])
    let responses = story.claims.flatMap(\.responses)
    #expect(responses.contains { $0.kind == .noResponse && story.words($0.at).contains("did not respond") })
  }

  @Test func anAnswerInTheNextParagraph() throws {
    let story = traced([
      report(
        "a", "Kelby Echo",
        """
        Norvik paid bribes to two inspectors, the Kelby court said on Monday.
        Norvik did not respond to a request for comment.
        """)
    ])
    #expect(story.claims.flatMap(\.responses).contains { $0.kind == .noResponse })
  }

  @Test func silenceInsideTheNextParagraphAnswersThatParagraph() {
    let story = traced([
      report(
        "a", "Kelby Echo",
        """
        Norvik paid bribes to two inspectors, the Kelby court said on Monday.
        The yard employs 2,000 people. Norvik did not respond to a request for comment.
        """)
    ])
    let claim = story.claims.first { $0.text.contains("bribes") }
    #expect(claim?.responses.isEmpty == true)
  }

  @Test func whatOneArticleAloneHas() throws {
    let story = traced(shipyard)
    let exclusive = try #require(story.exclusives.first { $0.article == 1 })
    let texts = story.claims.filter { exclusive.claims.contains($0.id) }.map(\.text)
    #expect(texts.contains { $0.contains("Shares of Norvik rose") })
    #expect(!texts.contains { $0.contains("offered to sell") })
  }

  @Test func anArticleWithoutADateIsReadByItsSisters() throws {
    let story = traced([
      report("a", "Kelby Echo", "2024-05-14", "The Kelby bridge was closed on Monday, police said."),
      report("b", "Harbour Post", nil, "The Kelby bridge was closed on Monday, police said."),
    ])
    let undated = try #require(story.articles.first { $0.article.id.raw == "b" })
    #expect(undated.article.metadata.published == nil)
    let monday = try #require(undated.times.first { undated.article.text[$0.span].contains("Monday") })
    #expect(monday.value == TimexValue("2024-05-13") && monday.basis == .story)
    let dated = try #require(story.articles.first { $0.article.id.raw == "a" })
    #expect(dated.times.allSatisfy { $0.basis != .story })
  }

  @Test func aStoryWithoutAnyDateSettlesNothing() throws {
    let story = traced([
      report("a", "Kelby Echo", nil, "The Kelby bridge was closed on Monday, police said."),
      report("b", "Harbour Post", nil, "The Kelby bridge was closed on Monday, police said."),
    ])
    #expect(story.articles.flatMap(\.times).allSatisfy { $0.value?.date?.day == nil })
    #expect(try story.first(of: story.claim("bridge was closed")) == nil)
  }

  @Test func aPersonsRulingPartsAClaim() throws {
    func anchor(_ article: String) -> Correction.Reference { .anchor(article: article, start: 0, end: 60) }
    let rulings = [Correction(action: .notSameClaim([anchor("a"), anchor("b")]))]
    #expect(try traced(fire).claim("old fish market").articles == [0, 1])
    let parted = traced(fire, corrections: rulings)
    #expect(parted.claims.allSatisfy { $0.articles.count == 1 })
  }
}
