import NewsModel
import TextBytes

/// What sourcing builds on: one story's articles in the story's entity numbers, cut and aligned.
public struct SourcingInput: Sendable {
  public var articles: [AnnotatedArticle]
  public var entities: [StoryEntity]
  public var propositions: [Proposition]
  public var pairs: [AlignedPair]
  public var derivations: [Derivation]
  /// Passages that a person has called one claim, or two.
  public var rulings: [ClaimRuling]

  /// Makes an input.
  public init(
    articles: [AnnotatedArticle], entities: [StoryEntity], propositions: [Proposition], pairs: [AlignedPair],
    derivations: [Derivation], rulings: [ClaimRuling] = []
  ) {
    self.articles = articles
    self.entities = entities
    self.propositions = propositions
    self.pairs = pairs
    self.derivations = derivations
    self.rulings = rulings
  }
}

/// A person's word on whether two passages state one claim.
public struct ClaimRuling: Hashable, Sendable {
  public var first: Passage
  public var second: Passage
  public var isSame: Bool
  /// Makes a ruling.
  public init(first: Passage, second: Passage, isSame: Bool) {
    self.first = first
    self.second = second
    self.isSame = isSame
  }
}

/// What stands behind a story.
public struct StorySources: Sendable {
  public var origins: [Origin] = []
  public var claims: [Claim] = []
  public var discrepancies: [Discrepancy] = []
  public var exclusives: [Exclusive] = []
  public var events: [StoryEvent] = []
  public var timeline: [TimelineEntry] = []
}
