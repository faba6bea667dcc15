import Foundation
import GRDB
import NewsModel
import TextBytes

/// What lists and searches show of an article.
public struct ArticleCard: Sendable, Hashable {
  /// Its number in the archive: the order of arrival.
  public var number: Int
  /// Its id.
  public var id: ID<Article>
  /// The number of its latest document.
  public var document: Int
  /// How many versions of it came.
  public var version: Int
  /// Its title, outlet, language and time of publication, where known.
  public var title, outlet, language, published: String?
  /// Its story; nil while it was placed in none.
  public var story: ID<Story>?
  /// The version of the analysis that read it.
  public var analysis: String
}

extension ArticleCard {
  static let columns = """
    article.id, article.name, article.document, article.version, article.title, article.outlet, article.language,
    article.published, article.analysis, (SELECT name FROM story WHERE story.id = article.story) AS storyName
    """

  init(_ row: Row) {
    self.init(
      number: row["id"], id: ID(row["name"]), document: row["document"], version: row["version"], title: row["title"],
      outlet: row["outlet"], language: row["language"], published: row["published"],
      story: (row["storyName"] as String?).map { ID($0) }, analysis: row["analysis"])
  }
}

extension ArchiveReader {
  /// The article of this id, or nil. O(log n).
  public func card(_ id: ID<Article>) throws -> ArticleCard? { try card("article.name = ?", [id.raw]) }

  /// The article of this number, or nil. O(log n).
  public func card(number: Int) throws -> ArticleCard? { try card("article.id = ?", [number]) }

  /// The article that a document is a version of, or nil. O(log n).
  func card(ofDocument document: Int) throws -> ArticleCard? {
    try card("article.id = (SELECT article FROM version WHERE document = ?)", [document])
  }

  /// The article that was published at this address, or nil; the latest, where there are several. O(log n).
  func card(at url: String) throws -> ArticleCard? {
    try card("article.place = ? ORDER BY article.id DESC LIMIT 1", [Address.hash(url)])
  }

  private func card(_ condition: String, _ arguments: StatementArguments) throws -> ArticleCard? {
    try Row.fetchOne(
      db.cachedStatement(sql: "SELECT \(ArticleCard.columns) FROM article WHERE \(condition)"), arguments: arguments
    ).map(ArticleCard.init)
  }

  /// The number of articles.
  public func articleCount() throws -> Int { try Int.fetchOne(db, sql: "SELECT count(*) FROM article") ?? 0 }

  /// The numbers of all articles behind `number`, in order of arrival, at most `most`.
  public func articles(after number: Int, most: Int = .max) throws -> [Int] {
    try Int.fetchAll(
      db.cachedStatement(sql: "SELECT id FROM article WHERE id > ? ORDER BY id LIMIT ?"), arguments: [number, most])
  }

  /// The numbers of a story's articles, in order of arrival.
  public func articles(of story: ID<Story>) throws -> [Int] {
    try Int.fetchAll(
      db.cachedStatement(
        sql: "SELECT id FROM article WHERE story = (SELECT id FROM story WHERE name = ?) ORDER BY id"),
      arguments: [story.raw])
  }

  /// An article as it was read, with its texts. O(length).
  public func article(number: Int) throws -> Article {
    let row = try Row.fetchOne(
      db.cachedStatement(sql: "SELECT name, document, text, layout FROM article WHERE id = ?"), arguments: [number])
    guard let row else { throw damaged("article \(number) is missing") }
    let document = try document(row["document"]).document
    let layout = try layout(row["layout"])
    guard let text = Packed.unpack(Array(row["text"] as Data), dictionary: layout.dictionary(of: document.input)) else {
      throw damaged("the text of article \(number) cannot be unpacked")
    }
    return layout.article(name: row["name"], document: document, text: SourceText(repairing: text))
  }

  private func layout(_ data: Data) throws -> ArticleLayout {
    guard let bytes = Packed.unpack(Array(data)) else { throw damaged("an article cannot be unpacked") }
    var reader = ByteReader(bytes, words: Layout.words)
    guard try reader.unsigned() == Layout.article else { throw reader.damage }
    return try ArticleLayout(from: &reader)
  }
}

extension ArchiveWriter {
  /// Writes what was read out of a document: a new article, or a new state of a known one. Its words can be searched from then on.
  func keep(_ article: Article, as number: Int?, document: Int, version: Int, analysis: String) throws -> Int {
    let layout = ArticleLayout(article)
    let text = Data(Packed.bytes(article.text.bytes, dictionary: layout.dictionary(of: article.input)))
    var writer = ByteWriter(words: Layout.words)
    writer.unsigned(Layout.article)
    layout.write(to: &writer)
    let metadata = article.metadata
    if let number { try forgetWords(of: number) }
    try db.cachedStatement(
      sql: """
        INSERT INTO article (id, name, document, version, place, title, outlet, language, published, day, analysis, text, layout)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        ON CONFLICT (id) DO UPDATE SET document = excluded.document, version = excluded.version, place = excluded.place,
          title = excluded.title, outlet = excluded.outlet, language = excluded.language, published = excluded.published,
          day = excluded.day, analysis = excluded.analysis, text = excluded.text, layout = excluded.layout
        """
    ).execute(arguments: [
      number, article.id.raw, document, version, (metadata.canonicalURL ?? metadata.url).map(Address.hash),
      article.title.map { article.text[$0] }, metadata.outlet?.name, article.language?.code,
      metadata.published?.value.description, metadata.published?.value.date.days.lowerBound.value, analysis, text,
      Data(Packed.bytes(writer.bytes)),
    ])
    let kept = number ?? Int(db.lastInsertedRowID)
    try keepWords(of: kept, article.text.string)
    return kept
  }

  private func keepWords(of article: Int, _ text: String) throws {
    try db.cachedStatement(sql: "INSERT INTO articleWords (rowid, text) VALUES (?, ?)")
      .execute(arguments: [article, text])
  }

  private func forgetWords(of article: Int) throws {
    guard try reader.card(number: article) != nil else { return }
    try db.cachedStatement(sql: "INSERT INTO articleWords (articleWords, rowid, text) VALUES ('delete', ?, ?)")
      .execute(arguments: [article, try reader.article(number: article).text.string])
  }

  /// Fills the index of words; what was in it is gone.
  func indexAllArticles() throws {
    try db.execute(sql: "INSERT INTO articleWords (articleWords) VALUES ('delete-all')")
    for number in try reader.articles(after: 0) {
      try keepWords(of: number, reader.article(number: number).text.string)
    }
  }
}

extension ArticleLayout {
  /// The part of the input that holds the body, as far as a dictionary reaches.
  func dictionary(of input: SourceText) -> ArraySlice<UInt8> {
    let start = paragraphs.flatMap(\.source).map(\.start).min() ?? 0
    guard start < input.count else { return input.bytes.prefix(Deflate.window) }
    return input.bytes[start...].prefix(Deflate.window)
  }
}

/// An address, as far as it tells which article is meant.
enum Address {
  /// A hash of `url` without its scheme, "www.", fragment, and trailing slash, and without what only counts clicks ("utm_…").
  static func hash(_ url: String) -> Int64 {
    Int64(bitPattern: FoldHash(normal(url)).value)
  }

  static func normal(_ url: String) -> String {
    var rest = Substring(url)
    if let host = Host.host(url), let start = url.range(of: host) { rest = url[start.lowerBound...] }
    if rest.hasPrefix("www.") { rest = rest.dropFirst(4) }
    rest = rest.prefix { $0 != "#" }
    let parts = rest.split(separator: "?", maxSplits: 1)
    var path = parts.first ?? ""
    while path.hasSuffix("/") { path = path.dropLast() }
    let query = parts.count < 2 ? [] : parts[1].split(separator: "&").filter { !$0.hasPrefix("utm_") }.sorted()
    return query.isEmpty ? String(path) : path + "?" + query.joined(separator: "&")
  }
}
