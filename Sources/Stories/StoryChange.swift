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
  /// Weighted terms: an article as near to a story as this belongs to it.
  public var near = 0.33
  /// Weighted terms: below this it does not, whatever the encoder says.
  public var far = 0.15
  /// Vectors: between ``far`` and ``near`` the encoder decides; this is enough at ``far``.
  public var alike = 0.74
  /// Vectors: what is enough at ``near``.
  public var alikeNear = 0.55
  /// Vectors: enough to link two languages.
  public var sameOverLanguages = 0.66
  /// Names and numbers: enough to link two languages where there is no encoder.
  public var sharedOverLanguages = 0.30
  /// Decisions of people: ``Correction/Action-swift.enum/sameStory(_:)`` and `notSameStory`; others are passed over.
  public var corrections: [Correction] = []
  /// Makes the usual options.
  public init() {}
}
