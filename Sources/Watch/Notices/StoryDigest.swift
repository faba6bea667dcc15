import NewsModel
import TextBytes

/// What of a story rules compare with what it becomes.
struct StoryDigest: Sendable, Codable {
  struct Claim: Sendable, Codable {
    var id: String
    /// How many origins it has for certain.
    var origins: Int
    /// Hashes of the passages that support it: a claim that is cut otherwise gets another id, and keeps most of these.
    var passages: [UInt64]
    /// The kinds of discrepancy in which its versions conflict.
    var conflicts: [String]
  }
  var story: String
  var articles: [String]
  var claims: [Claim]

  init(_ story: Story) {
    self.story = story.id.raw
    articles = story.articles.map(\.article.id.raw)
    var conflicts: [String: [String]] = [:]
    for one in story.discrepancies where one.verdict == .conflict {
      conflicts[one.claim.raw, default: []].append(one.kind.rawValue)
    }
    claims = story.claims.map { claim in
      Claim(
        id: claim.id.raw, origins: claim.origins.lower, passages: Self.passages(claim, story),
        conflicts: (conflicts[claim.id.raw] ?? []).sorted())
    }
  }

  static func passages(_ claim: NewsModel.Claim, _ story: Story) -> [UInt64] {
    claim.support.map { support in
      let article = story.articles[support.passage.article].article
      return ListMemory.hash("\(article.id.raw)\n\(article.text[support.passage.span])")
    }.sorted()
  }
}

/// What was known of a story and of those that joined it.
struct StoryBefore {
  let articles: Set<String>
  /// The ids of these stories.
  let stories: [String]
  private let byID: [String: [StoryDigest.Claim]]
  private let byPassage: [UInt64: [StoryDigest.Claim]]

  init(_ digests: [StoryDigest]) {
    articles = Set(digests.flatMap(\.articles))
    stories = digests.map(\.story)
    let claims = digests.flatMap(\.claims)
    byID = Dictionary(grouping: claims, by: \.id)
    byPassage = Dictionary(
      claims.flatMap { claim in claim.passages.map { ($0, [claim]) } }, uniquingKeysWith: { $0 + $1 })
  }

  /// What a claim was: by its id, and by any of its passages.
  func versions(of claim: StoryDigest.Claim) -> [StoryDigest.Claim] {
    (byID[claim.id] ?? []) + claim.passages.flatMap { byPassage[$0] ?? [] }
  }
}
