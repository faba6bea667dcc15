import NewsModel

/// What was found in one article: who and what is spoken of, and where.
public struct EntityFindings: Sendable {
  /// One entity an individual, in the order of their first mention.
  public var entities: [Entity]
  /// All mentions, sorted by span; a mention may lie inside another ("Peruvian" in "the Peruvian minister"), but none crosses another.
  public var mentions: [Mention]

  /// Makes findings.
  public init(entities: [Entity] = [], mentions: [Mention] = []) {
    self.entities = entities
    self.mentions = mentions
  }
}
