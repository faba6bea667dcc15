import TextBytes

/// A story in a few sentences, each of them words of its articles.
public struct Brief: Sendable, Hashable {
  /// Words of one article that tell something of the story.
  public struct Line: Sendable, Hashable {
    /// The words: a sentence of the body, or so much of its beginning as tells the claims.
    public var passage: Passage
    /// Whether the article's sentence goes on behind the passage.
    public var isCut: Bool
    /// The language of the article, where it is known.
    public var language: LanguageCode?
    /// The claims that the words state and no line before does, the weightiest first; never empty.
    public var claims: [ID<Claim>]
    /// Makes a line.
    public init(passage: Passage, isCut: Bool, language: LanguageCode?, claims: [ID<Claim>]) {
      self.passage = passage
      self.isCut = isCut
      self.language = language
      self.claims = claims
    }
  }
  /// The language that was asked for, or the commonest of the story.
  public var language: LanguageCode?
  /// What most articles tell first, then the rest in the order in which the articles tell it.
  public var lines: [Line]
  /// Makes a brief.
  public init(language: LanguageCode?, lines: [Line]) {
    self.language = language
    self.lines = lines
  }
}
