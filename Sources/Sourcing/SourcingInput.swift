import NewsModel
import TextBytes

/// What sourcing builds on: one story's articles in the story's entity numbers, cut and aligned.
public struct SourcingInput: Sendable {
  /// The story's articles in the story's order, which article numbers below index; their entity numbers index
  /// ``entities``.
  public var articles: [AnnotatedArticle]
  /// The story's entities.
  public var entities: [StoryEntity]
  /// What the articles state, cut into propositions, in order of the articles; ``pairs`` index this list.
  public var propositions: [Proposition]
  /// The propositions that may say the same; which of them do is for sourcing to settle.
  public var pairs: [AlignedPair]
  /// What the articles owe to each other's and to agencies' text: where no chain and no credit tells it, a claim's
  /// origin follows these.
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
  /// One of the two passages; which comes first means nothing.
  public var first: Passage
  /// The other passage.
  public var second: Passage
  /// True where they state one claim, false where they state two.
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
  /// The origins that the claims and derivations name, sorted by id.
  public var origins: [Origin] = []
  /// What the story claims, one for each group of propositions that say the same.
  public var claims: [Claim] = []
  /// Where versions of a claim differ, in the order of ``claims``.
  public var discrepancies: [Discrepancy] = []
  /// What only one outlet has, an entry for each article that has something of its own.
  public var exclusives: [Exclusive] = []
  /// Events merged over the articles, in order of first mention.
  public var events: [StoryEvent] = []
  /// Events and claims with a date, in order of the first day that each may be.
  public var timeline: [TimelineEntry] = []
}
