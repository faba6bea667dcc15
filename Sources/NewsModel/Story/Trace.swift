/// What a trace gives: stories, and the edges between articles of different stories.
public struct Trace: Sendable {
  public var stories: [Story]
  public var crossing: [CrossDerivation]
  /// Makes a trace.
  public init(stories: [Story], crossing: [CrossDerivation] = []) {
    self.stories = stories
    self.crossing = crossing
  }
}

/// An article that owes text to an article of another story.
public struct CrossDerivation: Hashable, Sendable {
  public var article: ID<Article>
  public var from: ID<Article>
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
