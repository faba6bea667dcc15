import Archive
import Contract
import NewsModel
import TextBytes

/// Compares stories with what they were, and says what the rules want to be told: JSON objects, with the contract's claims and anchors.
struct Notifier: Sendable {
  let rules: [NoticeRule]
  let store: WatchStore

  /// Notes what a story is, without telling anything: what was there before the watch began.
  func note(_ story: Story) throws { try store.keep(StoryDigest(story)) }

  /// What is to be told of a story that was traced anew; notes what it is now. O(rules · claims).
  func notices(_ story: Story) throws -> [JSONValue] {
    let digest = StoryDigest(story)
    let before = StoryBefore(try store.digests(digest.story, articles: digest.articles))
    let matcher = StoryWords(story)
    let found = try rules.flatMap { rule in
      switch rule.kind {
      case .originGained, .conflict: try claims(rule, story, digest, before, matcher)
      case .newStory: before.articles.isEmpty ? try articles(rule, story, before, matcher) : []
      case .story: try articles(rule, story, before, matcher)
      }
    }
    try store.keep(digest, insteadOf: before.stories)
    return found
  }

  private func claims(
    _ rule: NoticeRule, _ story: Story, _ digest: StoryDigest, _ before: StoryBefore, _ matcher: StoryWords
  ) throws -> [JSONValue] {
    let writer = StoryWriter(story)
    return try digest.claims.enumerated().compactMap { number, claim in
      guard matcher.matches(rule.folded, claim: number) else { return nil }
      var notice = head(rule, story)
      if rule.kind == .originGained {
        guard let most = origins(of: claim, number, story, before), claim.origins >= 2, most < claim.origins else {
          return nil
        }
        notice["origins"] = ["before": .integer(most), "now": .integer(claim.origins)]
      } else {
        let old = Set(before.versions(of: claim).flatMap(\.conflicts))
        guard claim.conflicts.contains(where: { !old.contains($0) }) else { return nil }
        let all = writer.discrepancies(of: story.claims[number].id).filter { $0.verdict == "conflict" }
        notice["discrepancies"] = .list(try all.map { try JSONValue(encoding: $0) })
      }
      notice["claim"] = try JSONValue(encoding: writer.claim(number: number))
      return .object(notice)
    }
  }

  /// The origins that a claim had: none where an article that nobody knew brought it; nil where known articles are only cut into claims otherwise.
  private func origins(of claim: StoryDigest.Claim, _ number: Int, _ story: Story, _ before: StoryBefore) -> Int? {
    if let most = before.versions(of: claim).map(\.origins).max() { return most }
    let isBrought = story.claims[number].support.contains {
      !before.articles.contains(story.articles[$0.passage.article].article.id.raw)
    }
    return isBrought ? 0 : nil
  }

  private func articles(_ rule: NoticeRule, _ story: Story, _ before: StoryBefore, _ matcher: StoryWords) throws
    -> [JSONValue]
  {
    let fresh = story.articles.map(\.article).filter { !before.articles.contains($0.id.raw) }
    guard !fresh.isEmpty, matcher.matches(rule.folded) else { return [] }
    var notice = head(rule, story)
    notice["articles"] = .list(
      try fresh.map { article in
        let start = article.title ?? article.paragraphs.first?.span ?? TextSpan(article.body.start, article.body.start)
        return [
          "id": .text(article.id.raw), "url": JSONValue(article.metadata.canonicalURL ?? article.metadata.url),
          "at": try JSONValue(encoding: ArticleWriter(article).anchor(start)),
        ]
      })
    return [.object(notice)]
  }

  private func head(_ rule: NoticeRule, _ story: Story) -> [String: JSONValue] {
    [
      "notice": .text(rule.kind.rawValue), "rule": .text(rule.text), "story": .text(story.id.raw),
      "title": .text(story.title),
    ]
  }
}

/// The words of a story and its claims, for rules.
struct StoryWords {
  private let story: Story
  private let claims: [Set<String>]
  private let titles: Set<String>
  private let entities: [[Set<String>]]

  init(_ story: Story) {
    self.story = story
    titles = Self.words(
      [story.title] + story.articles.compactMap { one in one.article.title.map { one.article.text[$0] } })
    claims = story.claims.map { claim in
      Self.words(claim.support.map { story.articles[$0.passage.article].article.text[$0.passage.span] } + [claim.text])
    }
    entities = story.entities.map { entity in
      let names = [entity.name] + entity.names.sorted { $0.key < $1.key }.flatMap(\.value)
      return names.map { Self.words([$0]) }
    }
  }

  private static func words(_ texts: [String]) -> Set<String> { Set(texts.flatMap { FoldedWords($0).words }) }

  /// Whether all of `words` stand in a claim, or name an entity that stands in it under another of its names.
  func matches(_ words: [String], claim number: Int) -> Bool {
    let text = claims[number]
    if words.allSatisfy(text.contains) { return true }
    return entities.contains { names in
      names.contains { name in words.allSatisfy(name.contains) }
        && names.contains { !$0.isEmpty && $0.isSubset(of: text) }
    }
  }

  /// Whether all of `words` stand in the titles, in one claim, or name an entity of the story.
  func matches(_ words: [String]) -> Bool {
    words.allSatisfy(titles.contains) || claims.contains { words.allSatisfy($0.contains) }
      || entities.contains { $0.contains { words.allSatisfy($0.contains) } }
  }
}
