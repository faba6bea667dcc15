/// What `brief` prints of one story: the story in a few of its own sentences.
public struct WireBrief: Codable, Sendable, Hashable {
  /// A line of the brief.
  public struct Line: Codable, Sendable, Hashable {
    /// Where the words stand; `exact` has them.
    public var at: WireAnchor
    /// The language of the words, or `null` where it is not known.
    @Nullable public var language: String?
    /// Whether the article's sentence goes on behind them.
    public var cut: Bool
    /// The claims that they state and no line before does, the weightiest first; never empty.
    public var claims: [WireClaim]
  }
  /// The story's id.
  public var story: String
  /// The story's title.
  public var title: String
  /// The language that was asked for, or the commonest of the story.
  @Nullable public var language: String?
  /// What most articles tell first, then the rest in the order in which articles tell it.
  public var lines: [Line]
}

/// What `brief` prints as JSON.
public struct WireBriefs: Codable, Sendable, Hashable {
  /// A brief a story, in the order of `trace`.
  public var briefs: [WireBrief]
  /// Makes the list.
  public init(briefs: [WireBrief]) { self.briefs = briefs }
}
