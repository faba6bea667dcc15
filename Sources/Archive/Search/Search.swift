import Foundation
import GRDB
import NewsModel
import TextBytes

/// An article that a search found.
public struct ArticleHit: Sendable {
  /// The article.
  public var card: ArticleCard
  /// The article with its text.
  public var article: Article
  /// The passages that the words were found in, with the words; the first paragraphs where no words were asked for.
  public var passages: [FoundPassage]
}

/// Where words were found.
public struct FoundPassage: Sendable, Hashable {
  /// The passage, in the article's text.
  public var span: TextSpan
  /// The words in it that were asked for.
  public var matches: [TextSpan]
  /// The line of the input on which its paragraph begins; nil in title and deck.
  public var line: Int?
  /// Whether it is a part of a paragraph that begins before it, or goes on behind it.
  public var isCutBefore = false, isCutAfter = false
}

/// A claim that a search found.
public struct ClaimHit: Sendable {
  /// The story that it is of, without annotations and tokens.
  public var story: Story
  /// The claim, as an index into the story's.
  public var claim: Int
}

/// What a search found, from `from` on.
public struct Hits<Hit: Sendable>: Sendable {
  /// The hits, the best first.
  public var hits: [Hit]
  /// How many there are in all, counted up to ``mostCounted``.
  public var count: Int
  /// Beyond this nobody counts.
  public static var mostCounted: Int { 1000 }
}

extension ArchiveReader {
  /// Articles that meet a query: by how much they have of its words, and the newest first where it has none.
  public func articles(_ query: Query, most: Int = 20, from first: Int = 0) throws -> Hits<ArticleHit> {
    var sql = SearchSQL(query)
    try sql.addArticleConditions(query, self)
    let rows = try Row.fetchAll(
      db, sql: "SELECT \(ArticleCard.columns) \(sql.text) ORDER BY \(sql.order) LIMIT ? OFFSET ?",
      arguments: sql.arguments + [most, first])
    let count = try Int.fetchOne(
      db, sql: "SELECT count(*) FROM (SELECT 1 \(sql.text) LIMIT \(Hits<ArticleHit>.mostCounted + 1))",
      arguments: sql.arguments)
    let hits = try rows.map(ArticleCard.init).map { card in
      let article = try article(number: card.number)
      return ArticleHit(card: card, article: article, passages: PassageFinder(query.terms).passages(in: article))
    }
    return Hits(hits: hits, count: count ?? 0)
  }

  /// Claims that have the properties of a query, and in whose passages its words stand; those that most outlets print first.
  public func claims(_ query: Query, most: Int = 20, from first: Int = 0) throws -> Hits<ClaimHit> {
    var sql = SearchSQL(claims: query)
    try sql.addStoryConditions(query, self)
    let rows = try Row.fetchAll(
      db,
      sql: """
        SELECT story.name AS storyName, claim.number \(sql.text)
        ORDER BY claim.outlets DESC, story.lastDay DESC, claim.id LIMIT ? OFFSET ?
        """, arguments: sql.arguments + [most, first])
    let count = try Int.fetchOne(
      db, sql: "SELECT count(*) FROM (SELECT 1 \(sql.text) LIMIT \(Hits<ClaimHit>.mostCounted + 1))",
      arguments: sql.arguments)
    var stories: [String: Story] = [:]
    var hits: [ClaimHit] = []
    for row in rows {
      let name: String = row["storyName"]
      let story = try stories[name] ?? bareStory(ID(name))
      stories[name] = story
      let number: Int = row["number"]
      if let story, story.claims.indices.contains(number) { hits.append(ClaimHit(story: story, claim: number)) }
    }
    return Hits(hits: hits, count: count ?? 0)
  }
}

/// The part of a search behind SELECT.
private struct SearchSQL {
  private var tables: String
  private var conditions: [String] = []
  private(set) var arguments = StatementArguments()
  private(set) var order = "article.day DESC, article.id DESC"

  init(_ query: Query) {
    tables = "article"
    guard !query.terms.isEmpty else { return }
    tables = "articleWords JOIN article ON article.id = articleWords.rowid"
    order = "articleWords.rank"
    add("articleWords MATCH ?", [Self.match(query.terms)])
  }

  init(claims query: Query) {
    tables = "claim JOIN story ON story.id = claim.story"
    // A claim of a story that waits to be traced may have lost its article.
    add("NOT story.stale", [])
    if !query.terms.isEmpty {
      tables = "claimWords JOIN claim ON claim.id = claimWords.rowid JOIN story ON story.id = claim.story"
      add("claimWords MATCH ?", [Self.match(query.terms)])
    }
    if !query.excluded.isEmpty {
      add("claim.id NOT IN (SELECT rowid FROM claimWords WHERE claimWords MATCH ?)", [Self.any(query.excluded)])
    }
    if query.properties.contains(.singleOrigin) { add("claim.upper = 1 AND claim.outlets > 1", []) }
    if query.properties.contains(.conflict) { add("claim.conflict", []) }
  }

  var text: String {
    "FROM \(tables)" + (conditions.isEmpty ? "" : " WHERE " + conditions.joined(separator: " AND "))
  }

  private mutating func add(_ condition: String, _ more: StatementArguments) {
    conditions.append("(\(condition))")
    arguments += more
  }

  mutating func addArticleConditions(_ query: Query, _ reader: ArchiveReader) throws {
    if !query.excluded.isEmpty {
      add("article.id NOT IN (SELECT rowid FROM articleWords WHERE articleWords MATCH ?)", [Self.any(query.excluded)])
    }
    for (condition, more) in try Self.facts(query, reader) { add(condition, more) }
  }

  /// A story meets what is asked of articles where one of its articles meets all of it.
  mutating func addStoryConditions(_ query: Query, _ reader: ArchiveReader) throws {
    let facts = try Self.facts(query, reader)
    guard !facts.isEmpty else { return }
    let all = facts.map(\.0).joined(separator: " AND ")
    add(
      "EXISTS (SELECT 1 FROM article WHERE article.story = claim.story AND \(all))",
      facts.reduce(into: StatementArguments()) { $0 += $1.1 })
  }

  private static func facts(_ query: Query, _ reader: ArchiveReader) throws -> [(String, StatementArguments)] {
    var facts: [(String, StatementArguments)] = []
    if let day = query.firstDay { facts.append(("article.day >= ?", [day])) }
    if let day = query.lastDay { facts.append(("article.day <= ?", [day])) }
    if !query.languages.isEmpty { facts.append(any("article.language = ?", query.languages)) }
    if !query.outlets.isEmpty {
      let names = try query.outlets.flatMap { try reader.outlets(named: $0) }
      facts.append(names.isEmpty ? ("0", []) : any("article.outlet = ?", names))
    }
    for name in query.entities {
      let found = try reader.entityNumbers(name).map(String.init).joined(separator: ", ")
      facts.append(
        ("article.id IN (SELECT article FROM entityArticle WHERE entity IN (\(found)))", []))
    }
    return facts
  }

  private static func any(_ condition: String, _ values: [String]) -> (String, StatementArguments) {
    ("(" + values.map { _ in condition }.joined(separator: " OR ") + ")", StatementArguments(values))
  }

  /// FTS5's syntax: strings, of which the last word may be a beginning.
  private static func match(_ terms: [Query.Term]) -> String { terms.map(phrase).joined(separator: " AND ") }
  private static func any(_ terms: [Query.Term]) -> String { terms.map(phrase).joined(separator: " OR ") }
  private static func phrase(_ term: Query.Term) -> String {
    "\"" + term.words.joined(separator: " ") + "\"" + (term.isPrefix ? "*" : "")
  }
}

extension ArchiveReader {
  /// The names of outlets that hold all words of `name`.
  func outlets(named name: String) throws -> [String] {
    let words = Set(FoldedWords(name).words)
    guard !words.isEmpty else { return [] }
    return try String.fetchAll(
      db, sql: "SELECT DISTINCT outlet FROM article WHERE outlet IS NOT NULL ORDER BY outlet"
    ).filter { words.isSubset(of: FoldedWords($0).words) }
  }

  /// The numbers of the entities of a name or an id.
  func entityNumbers(_ name: String) throws -> [Int] {
    if name.hasPrefix("e"), let number = ContentNumber(name)?.number { return [Int(number)] }
    let words = FoldedWords(name).words
    guard !words.isEmpty else { return [] }
    let sets = words.map { _ in "SELECT entity FROM entityName WHERE word = ?" }.joined(separator: " INTERSECT ")
    return try Int.fetchAll(db, sql: sets, arguments: StatementArguments(words))
  }
}
