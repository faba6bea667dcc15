import NewsModel
import TestSupport
import Testing
import TextBytes

/// No passage, no claim: what needs evidence cannot be made without.
@Suite struct EvidenceTests {
  private let passage = Passage(article: 0, span: TextSpan(0, 4))
  private let bounds = OriginBounds(ids: [], lower: 0, upper: 0, why: "")

  private func claim(_ support: [Claim.Support]) -> Claim? {
    Claim(
      id: ID("c1"), text: "The bridge is shut.", textAt: passage, status: .asserted, basis: .own, support: support,
      origins: bounds)
  }

  @Test func aClaimNeedsAPassage() {
    #expect(claim([]) == nil)
    #expect(claim([.init(passage: passage)])?.support.count == 1)
  }

  @Test func anEventNeedsAPassage() {
    func event(_ mentions: [Passage]) -> StoryEvent? {
      StoryEvent(id: ID("v1"), type: "ASSAULT", mode: nil, actors: [], recipients: [], date: nil, mentions: mentions)
    }
    #expect(event([]) == nil)
    #expect(event([passage]) != nil)
  }

  @Test func aLineOfTheTimelineNeedsADateAndAPassage() {
    func entry(_ dates: [String], _ at: [Passage]) -> TimelineEntry? {
      TimelineEntry(dates: dates.map { TimexValue($0) }, text: "x", event: nil, claims: [], at: at)
    }
    #expect(entry([], [passage]) == nil)
    #expect(entry(["2024-05"], []) == nil)
    #expect(entry(["2024-05"], [passage]) != nil)
  }

  @Test func aDiscrepancyNeedsTwoVersions() {
    func discrepancy(_ values: [String]) -> Discrepancy? {
      Discrepancy(
        claim: ID("c1"), kind: .number, verdict: .conflict, why: "",
        values: values.map { .init(value: $0, at: passage) })
    }
    #expect(discrepancy([]) == nil)
    #expect(discrepancy(["9"]) == nil)
    #expect(discrepancy(["9", "11"]) != nil)
  }

  @Test func boundsNeverCross() {
    let crossed = OriginBounds(ids: [], lower: 3, upper: 1, why: "")
    #expect((crossed.lower, crossed.upper) == (3, 3))
  }

  @Test func titlesCountForNoArticle() throws {
    let later = Passage(article: 2, span: TextSpan(0, 4))
    let made = claim([.init(passage: later), .init(passage: passage, counts: false), .init(passage: later)])
    #expect(try #require(made).articles == [2])
  }
}

@Suite struct StoryFactsTests {
  private func article(_ id: String, _ outlet: String?, _ published: String?) -> AnnotatedArticle {
    var article = Article(
      id: ID(id), source: id, sha256: "", encoding: "utf-8", input: SourceText("Rain."), text: SourceText("Rain."),
      body: TextSpan(0, 5))
    article.metadata.outlet = outlet.map { Outlet(name: $0, evidence: "test") }
    article.metadata.published = published.flatMap { Timestamp(iso: $0) }.map { Publication(value: $0, from: .text) }
    return AnnotatedArticle(
      article: article, reading: Reading(text: article.text, language: .english, tokens: [], sentences: []))
  }

  private func story(_ articles: [AnnotatedArticle]) throws -> (Story, Claim) {
    let support = articles.indices.map { Claim.Support(passage: Passage(article: $0, span: TextSpan(0, 5))) }
    let claim = try #require(
      Claim(
        id: ID("c1"), text: "Rain.", textAt: support[0].passage, status: .asserted, basis: .own, support: support,
        origins: OriginBounds(ids: [ID("o1")], lower: 1, upper: 1, why: "")))
    return (Story(id: ID("s1"), title: "", articles: articles, claims: [claim]), claim)
  }

  @Test func outletsOfOneNameAreOneAndNamelessOnesCountAlone() throws {
    let (story, claim) = try story([
      article("a", "Kelby Echo", nil), article("b", nil, nil), article("c", "Kelby Echo", nil), article("d", nil, nil),
    ])
    #expect(story.outlets(of: claim) == ["Kelby Echo", "b", "d"])
    #expect(story.originCount == 1)
  }

  @Test(
    arguments: [
      (["2024-05-02", "2024-05-01", "2024-05-03"], "1"), (["2024-05-02", nil, "2024-05-02"], "0 2"),
      ([nil, nil], "nil"),
      // A month may mean its first day: it ties with a day only if it holds it.
      (["2024-05", "2024-05-01"], "0 1"), (["2024-05-02T09:00", "2024-05-02"], "0 1"),
      (["2024-06", "2024-05-31"], "1"),
    ] as [([String?], String)])
  func first(_ dates: [String?], _ expected: String) throws {
    let (story, claim) = try story(dates.enumerated().map { article("a\($0.offset)", nil, $0.element) })
    let first = story.first(of: claim).map { $0.map { "\($0.article)" }.joined(separator: " ") }
    #expect(first ?? "nil" == expected)
  }
}

@Suite struct EventMatchTests {
  private func event(
    _ mode: String? = "phone", actors: [Int] = [], recipients: [Int] = [], _ date: String? = nil,
    type: String = "CONSULT"
  ) -> EventMention {
    let span = TextSpan(0, 1)
    return EventMention(
      trigger: span, type: type, mode: mode,
      participants: actors.map { .init(role: .actor, entity: $0, at: span) }
        + recipients.map { .init(role: .recipient, entity: $0, at: span) }, date: date.map { TimexValue($0) })
  }

  @Test func theSameTwoParties() {
    let a = event(actors: [1], recipients: [2], "2024-05-02")
    #expect(EventMatch(a, event(actors: [2], recipients: [1], "2024-05")).isSame)
    #expect(EventMatch(a, event(actors: [1], recipients: [2])).isSame)
    #expect(!EventMatch(a, event(actors: [1], recipients: [2], "2024-05-03")).isSame)
    #expect(!EventMatch(a, event("visit", actors: [1], recipients: [2], "2024-05-02")).isSame)
    #expect(!EventMatch(a, event(actors: [1], recipients: [3], "2024-05-02")).isSame)
    #expect(!EventMatch(a, event(actors: [1], recipients: [2], "2024-05-02", type: "ACCUSE")).isSame)
  }

  @Test func otherPartiesOrDaysMakeAnotherEvent() {
    let a = event(actors: [1], recipients: [2], "2024-05-02")
    #expect(EventMatch(a, event(actors: [1], recipients: [3], "2024-05-02")).isOther)
    #expect(EventMatch(a, event(actors: [1], recipients: [2], "2024-05-03")).isOther)
    #expect(!EventMatch(a, event(actors: [1], "2024-05-02")).isOther)
    #expect(!EventMatch(a, event(actors: [3], recipients: [4], "2024-05-03", type: "ACCUSE")).isOther)
  }

  @Test func whatIsLeftOpenIsAlike() {
    let a = event(actors: [1], recipients: [2], "2024-05-02")
    #expect(EventMatch(a, event(actors: [1])).isAlike)
    #expect(EventMatch(a, event()).isAlike)
    #expect(!EventMatch(a, event(actors: [3])).isAlike)
    #expect(!EventMatch(a, event(nil)).isAlike)
  }
}
