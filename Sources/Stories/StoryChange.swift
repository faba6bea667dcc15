import NewsModel

/// What the grouper decides when an article comes in. Changes come in order: the last word on an article counts.
public enum StoryChange: Hashable, Sendable {
  /// A new article is in this story.
  case placed(article: ID<Article>, story: ID<Story>)
  /// All articles of one story are in another from now on.
  case merged(ID<Story>, into: ID<Story>)
  /// An article is in another story than was said before.
  case moved(article: ID<Article>, to: ID<Story>)
}

/// How stories are told apart.
public struct StoryOptions: Sendable {
  /// A story takes articles until so many days after its last one.
  public var window = 7
  /// At most so many stories are open; the one that was silent longest retires.
  public var mostOpen = 2_000
  /// How near an article must be to a story of its language: the cosine of the weighted terms, plus half of that of names and
  /// numbers, plus the cosine of the encoder's vectors above ``unrelated``.
  public var near = 0.40
  /// The same where there is no encoder.
  public var nearWithoutEncoder = 0.37
  /// The cosine of the encoder's vectors that speaks neither for nor against one story.
  public var unrelated = 0.60
  /// Vectors: enough to link two languages.
  public var sameOverLanguages = 0.66
  /// Names and numbers: enough to link two languages where there is no encoder.
  public var sharedOverLanguages = 0.30
  /// Decisions of people: ``Correction/Action-swift.enum/sameStory(_:)`` and `notSameStory`; others are passed over.
  public var corrections: [Correction] = []
  /// Makes the usual options.
  public init() {}
}
