import NewsModel

/// Two articles of a stream that share text which one of them, or a third, wrote.
public struct Duplicate: Hashable, Sendable {
  /// The article that came later in the stream.
  public var article: ID<Article>
  /// The one that came before.
  public var other: ID<Article>
  /// Whether they are one text, republished, cut or edited; else they share passages only.
  public var near: Bool
  /// How the shared text was taken over: `verbatim`, `abridged`, `update` (a later version by the same outlet), `rewritten`; of texts that share
  /// passages only `carried` (both took them from a third) or `quoted` (they are somebody's quoted words).
  public var kind: Derivation.Kind
  /// The share of its own words, 0 to 1, that the shorter text has in common with the other; furniture does not count.
  public var coverage: Double
  /// Which of the two is the source of the other, where that can be told.
  public var from: ID<Article>?
  /// Whether the source of both is a third text, such as an agency's.
  public var isCommon: Bool
}
