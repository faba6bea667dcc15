import NewsModel

/// What became of a document that was given to the archive.
public struct Receipt: Sendable, Hashable {
  /// What became of it.
  public enum State: String, Sendable, Hashable {
    /// An article that was not known.
    case added
    /// Another version of a known article.
    case revised
    /// A document that was here, of which its container tells more than before (a date, a title).
    case completed
    /// A document that was here.
    case known
  }
  /// The id of its article.
  public var article: ID<Article>
  /// The story that the article is in; others may join that story to another later.
  public var story: ID<Story>?
  /// Which version of the article it is.
  public var version: Int
  /// What became of it.
  public var state: State
  /// For another version: what it changed.
  public var change: VersionChange?

  /// Makes a receipt.
  public init(
    article: ID<Article>, story: ID<Story>?, version: Int, state: State, change: VersionChange? = nil
  ) {
    self.article = article
    self.story = story
    self.version = version
    self.state = state
    self.change = change
  }
}

extension ArchiveReader {
  /// What is known of these bytes: nil where they are new, or where their container tells more than before. O(log n).
  public func receipt(for document: RawDocument, isArticle: Bool) throws -> Receipt? {
    guard let number = try self.document(like: document, isArticle: isArticle) else { return nil }
    let stored = try self.document(number).document.hints
    guard isArticle || HintsCoding.filled(stored, from: document.hints) == stored else { return nil }
    return try receipt(forKnown: number, state: .known)
  }

  private func receipt(forKnown document: Int, state: Receipt.State) throws -> Receipt? {
    guard let card = try card(ofDocument: document) else { return nil }
    let version = try versions(ofArticle: card.number).first { $0.document == document }?.number ?? 1
    return Receipt(article: card.id, story: card.story, version: version, state: state)
  }

  /// The article that a new document may be another version of: the one at its address, else the one of its id. Without an address
  /// an id alone proves nothing: whoever asks compares the words.
  public func predecessor(of article: Article) throws -> (card: ArticleCard, isCertain: Bool)? {
    if let url = article.metadata.canonicalURL ?? article.metadata.url {
      if let card = try card(at: url) { return (card, true) }
      return nil
    }
    return try card(article.id).map { ($0, false) }
  }

  /// `id`, or where an article has it, `id#2`, `id#3`, ….
  public func freeID(_ id: ID<Article>) throws -> ID<Article> {
    var free = id
    var count = 1
    while try card(free) != nil {
      count += 1
      free = ID("\(id.raw)#\(count)")
    }
    return free
  }
}

extension ArchiveWriter {
  /// Keeps a document of a new article and gives the article's number. The article's id must be free.
  public func add(
    _ document: RawDocument, isArticle: Bool, _ article: Article, analysis: String, at time: Int
  ) throws -> Int {
    let kept = try keep(document, isArticle: isArticle, at: time)
    let number = try keep(article, as: nil, document: kept, version: 1, analysis: analysis)
    try keep(VersionChange(kind: .first), version: 1, document: kept, ofArticle: number)
    return number
  }

  /// Keeps a document as the next version of an article. The story of the article waits to be traced from then on.
  public func revise(
    _ card: ArticleCard, _ document: RawDocument, isArticle: Bool, _ article: Article, change: VersionChange,
    analysis: String, at time: Int
  ) throws {
    let kept = try keep(document, isArticle: isArticle, at: time)
    _ = try keep(article, as: card.number, document: kept, version: card.version + 1, analysis: analysis)
    try keep(change, version: card.version + 1, document: kept, ofArticle: card.number)
    try touch("id = (SELECT story FROM article WHERE id = ?)", [card.number], at: time)
  }

  /// Fills what was open about a known document from what its container tells now. Gives the article to be read anew, where the document
  /// is its latest version; nil where nothing is new or the article has a later version.
  public func complete(_ document: RawDocument, at time: Int) throws -> (card: ArticleCard, document: RawDocument)? {
    guard let number = try reader.document(like: document, isArticle: false) else { return nil }
    var stored = try reader.document(number).document
    let filled = HintsCoding.filled(stored.hints, from: document.hints)
    guard filled != stored.hints else { return nil }
    try setHints(filled, of: number)
    stored.hints = filled
    guard let card = try reader.card(ofDocument: number), card.document == number else { return nil }
    return (card, stored)
  }

  /// Writes an article that was read anew from the same document.
  public func refresh(_ card: ArticleCard, _ article: Article, analysis: String, at time: Int) throws {
    _ = try keep(article, as: card.number, document: card.document, version: card.version, analysis: analysis)
    try touch("id = (SELECT story FROM article WHERE id = ?)", [card.number], at: time)
  }

  /// Writes anew what a version changed.
  public func set(_ change: VersionChange, version: ArticleVersion, ofArticle number: Int) throws {
    try keep(change, version: version.number, document: version.document, ofArticle: number)
  }
}
