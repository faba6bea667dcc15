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
  /// A story takes articles until so many days after its last one, and before its first.
  public var window = 40
  /// At most so many stories are open; the one that was silent longest retires.
  public var mostOpen = 2_000
  /// How near an article must be to a story: the cosines of words and of names, plus the cosine of the encoder's vectors above
  /// ``unrelated``, less ``ageing`` a day.
  public var near = 0.25
  /// The same where there is no encoder.
  public var nearWithoutEncoder = 0.23
  /// How near two stories must be to be one, where neither has more than one article; larger stories must be nearer.
  public var nearStories = 0.28
  /// The same where there is no encoder.
  public var nearStoriesWithoutEncoder = 0.25
  /// The cosine of the encoder's vectors that speaks neither for nor against one story.
  public var unrelated = 0.60
  /// What each day between an article and a story takes from how near they are.
  public var ageing = 0.01
  /// What names count for between two languages, which have no words in common.
  public var namesOverLanguages = 1.7
  /// Decisions of people: ``Correction/Action-swift.enum/sameStory(_:)`` and `notSameStory`; others are passed over.
  public var corrections: [Correction] = []
  /// Makes the usual options.
  public init() {}
}
