/// What a trace gives: stories, and the edges between articles of different stories.
public struct Trace: Sendable {
  /// The stories; every article is in one of them, and one that shares its story with no other is a story of its own.
  public var stories: [Story]
  /// What articles owe to articles of other stories (an agency text inside a round-up); empty where nothing crosses.
  public var crossing: [CrossDerivation]
  /// Makes a trace.
  public init(stories: [Story], crossing: [CrossDerivation] = []) {
    self.stories = stories
    self.crossing = crossing
  }
}

/// An article that owes text to an article of another story.
public struct CrossDerivation: Hashable, Sendable {
  /// The article that took the text.
  public var article: ID<Article>
  /// The article of another story that it took it from.
  public var from: ID<Article>
  /// How it took it: `verbatim` where nearly the whole article comes from there, otherwise `quoted`.
  public var kind: Derivation.Kind
  /// The share of the article's passages that come from there, 0 to 1.
  public var coverage: Double
  /// Makes an edge.
  public init(article: ID<Article>, from: ID<Article>, kind: Derivation.Kind, coverage: Double) {
    self.article = article
    self.from = from
    self.kind = kind
    self.coverage = coverage
  }
}
