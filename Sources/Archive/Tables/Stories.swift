import Foundation
import GRDB
import NewsModel
import TextBytes

/// What lists show of a story.
public struct StoryCard: Sendable, Hashable {
  /// Its id.
  public var id: ID<Story>
  /// Its title; nil where it was not traced yet.
  public var title: String?
  /// The codes of its languages.
  public var languages: [String]
  /// How many articles are in it.
  public var articles: Int
  /// How many outlets tell it, with how many claims from how many origins, as far as it was traced.
  public var outlets, claims, origins: Int
  /// How many claims two outlets or more print that all have from one origin.
  public var singleOrigin: Int
  /// How many claims the versions conflict on.
  public var conflicts: Int
  /// The days of its first and last article; nil where none is dated.
  public var firstDay, lastDay: DayNumber?
  /// Whether an article came, went or changed since it was traced.
  public var isStale: Bool
  /// Whether it takes no more articles.
  public var isClosed: Bool
  /// The version of the analysis that traced it; nil where none did.
  public var analysis: String?
}

/// In which order stories are listed.
public enum StoryOrder: String, Sendable, CaseIterable {
  /// The latest article first.
  case newest
  /// The most claims from one origin behind several outlets first.
  case thinnest
  /// The most conflicts first.
  case disputed
  /// The first article to come first.
  case arrival
}

extension StoryCard {
  static let columns = """
    name, title, languages, members, outlets, claims, origins, singleOrigin, conflicts, firstDay, lastDay, stale,
    closed, analysis
    """

  init(_ row: Row) {
    let languages: String? = row["languages"]
    self.init(
      id: ID(row["name"]), title: row["title"], languages: languages?.split(separator: " ").map(String.init) ?? [],
      articles: row["members"], outlets: row["outlets"] ?? 0, claims: row["claims"] ?? 0, origins: row["origins"] ?? 0,
      singleOrigin: row["singleOrigin"] ?? 0, conflicts: row["conflicts"] ?? 0,
      firstDay: (row["firstDay"] as Int?).map { DayNumber($0) },
      lastDay: (row["lastDay"] as Int?).map { DayNumber($0) },
      isStale: row["stale"], isClosed: row["closed"], analysis: row["analysis"])
  }
}

extension ArchiveReader {
  /// The story of this id, or nil. O(log n).
  public func card(_ id: ID<Story>) throws -> StoryCard? {
    try Row.fetchOne(
      db.cachedStatement(sql: "SELECT \(StoryCard.columns) FROM story WHERE name = ?"), arguments: [id.raw]
    ).map(StoryCard.init)
  }

  /// The number of stories.
  public func storyCount() throws -> Int { try Int.fetchOne(db, sql: "SELECT count(*) FROM story") ?? 0 }

  /// Stories in an order; ties by id. O(first + most) where all sizes are asked for, else up to O(stories), along an index; by arrival
  /// O(stories · log).
  public func stories(
    _ order: StoryOrder = .newest, atLeast articles: Int = 1, most: Int = .max, from first: Int = 0
  ) throws -> [StoryCard] {
    let sorted =
      switch order {
      case .newest: "lastDay DESC, firstDay DESC"
      case .thinnest: "singleOrigin DESC, lastDay DESC"
      case .disputed: "conflicts DESC, lastDay DESC"
      case .arrival: "(SELECT min(id) FROM article WHERE article.story = story.id)"
      }
    return try Row.fetchAll(
      db,
      sql: "SELECT \(StoryCard.columns) FROM story WHERE members >= ? ORDER BY \(sorted), name LIMIT ? OFFSET ?",
      arguments: [articles, most, first]
    ).map(StoryCard.init)
  }

  /// The stories that wait to be traced, in order of their first articles.
  public func staleStories() throws -> [ID<Story>] {
    try String.fetchAll(
      db, sql: "SELECT name FROM story WHERE stale ORDER BY (SELECT min(id) FROM article WHERE story = story.id)"
    ).map { ID($0) }
  }

  /// The number of stories and articles that other analyses than these made.
  public func made(byOtherThan version: String, articles: String) throws -> (stories: Int, articles: Int) {
    (
      try Int.fetchOne(db, sql: "SELECT count(*) FROM story WHERE analysis <> ?", arguments: [version]) ?? 0,
      try Int.fetchOne(db, sql: "SELECT count(*) FROM article WHERE analysis <> ?", arguments: [articles]) ?? 0
    )
  }

  /// A story as it was traced last; nil where it was not traced, or an article came since. Sentences are cut by `reading`. O(size).
  public func story(_ id: ID<Story>, reading: (Article) -> Reading) throws -> Story? {
    let row = try Row.fetchOne(
      db.cachedStatement(sql: "SELECT body FROM story WHERE name = ? AND NOT stale"), arguments: [id.raw])
    guard let data = row?["body"] as Data? else { return nil }
    let articles = try articles(of: id).map { try annotated($0, reading: reading) }
    guard let bytes = Packed.unpack(Array(data)) else { throw damaged("story \(id) cannot be unpacked") }
    return try StoryBody.story(bytes, id: id, articles: articles)
  }

  /// A story as it was traced last, with its articles' texts but without what was found in each.
  func bareStory(_ id: ID<Story>) throws -> Story? {
    let data = try Data.fetchOne(
      db.cachedStatement(sql: "SELECT body FROM story WHERE name = ? AND body IS NOT NULL"), arguments: [id.raw])
    guard let data, let bytes = Packed.unpack(Array(data)) else { return nil }
    let articles = try articles(of: id).map { number in
      let article = try article(number: number)
      let language = article.language ?? LanguageCode("")
      return AnnotatedArticle(
        article: article, reading: Reading(text: article.text, language: language, tokens: [], sentences: []))
    }
    return try StoryBody.story(bytes, id: id, articles: articles)
  }

  private func annotated(_ number: Int, reading: (Article) -> Reading) throws -> AnnotatedArticle {
    let article = try article(number: number)
    let data = try Data.fetchOne(
      db.cachedStatement(sql: "SELECT body FROM annotation WHERE article = ?"), arguments: [number])
    guard let data, let bytes = Packed.unpack(Array(data)) else {
      throw damaged("the annotations of article \(number) cannot be unpacked")
    }
    var reader = ByteReader(bytes, words: Layout.words)
    guard try reader.unsigned() == Layout.annotations else { throw reader.damage }
    let found = try Annotations(from: &reader)
    var dated = article
    // A story may date an article that does not date itself.
    if let published: Publication = try reader.optional() { dated.metadata.published = published }
    return AnnotatedArticle(
      article: dated, reading: reading(article), times: found.times, mentions: found.mentions,
      quotations: found.quotations, events: found.events)
  }
}

extension ArchiveWriter {
  /// Puts an article into a story, which waits to be traced from then on, as does the one that it was in.
  func place(_ article: Int, in story: ID<Story>, at time: Int) throws {
    try touch("id = (SELECT story FROM article WHERE id = ?)", [article], at: time)
    try db.cachedStatement(
      sql: """
        INSERT INTO story (name, changed) VALUES (?, ?)
        ON CONFLICT (name) DO UPDATE SET stale = 1, changed = excluded.changed
        """
    ).execute(arguments: [story.raw, time])
    try db.cachedStatement(
      sql: "UPDATE article SET story = (SELECT id FROM story WHERE name = ?) WHERE id = ?"
    ).execute(arguments: [story.raw, article])
  }

  /// Marks stories as waiting to be traced.
  func touch(_ condition: String, _ arguments: StatementArguments, at time: Int) throws {
    try db.cachedStatement(sql: "UPDATE story SET stale = 1, changed = \(time) WHERE \(condition)")
      .execute(arguments: arguments)
  }

  /// Takes out stories that no article is in.
  func dropEmptyStories(at time: Int) throws {
    let empty = "SELECT id, name FROM story WHERE NOT EXISTS (SELECT 1 FROM article WHERE article.story = story.id)"
    for row in try Row.fetchAll(db, sql: empty) {
      let story: Int = row["id"]
      try forgetClaims(ofStory: story)
      try noteGone(row["name"], at: time)
      try db.execute(sql: "DELETE FROM story WHERE id = ?", arguments: [story])
    }
  }

  /// Writes a traced story, its articles' annotations and what is searched of it. `members` are its articles' numbers; where the archive
  /// has others by now, nothing is written, the story keeps waiting, and the result is false. A story that is gone needs no trace. Where the
  /// story is another than it was, those who follow the archive can learn it (``ArchiveReader/events(after:atLeast:most:)``).
  public func keep(_ story: Story, members: [Int], analysis: String, at time: Int) throws -> Bool {
    let row = try Row.fetchOne(
      db.cachedStatement(sql: "SELECT id FROM story WHERE name = ?"), arguments: [story.id.raw])
    // It may have gone into another story meanwhile, which waits to be traced itself.
    guard let number = row?["id"] as Int? else { return true }
    guard try reader.articles(of: story.id) == members else { return false }
    for (member, annotated) in zip(members, story.articles) {
      try forgetEntities(ofArticle: member)
      try keep(annotated, of: member, in: story)
    }
    try forgetClaims(ofStory: number)
    try keepClaims(of: story, number: number)
    try keepEntities(of: story, members: members)
    try summarize(story, number: number, analysis: analysis)
    try noteChange(of: story, members: members, at: time)
    return true
  }

  private func keep(_ annotated: AnnotatedArticle, of article: Int, in story: Story) throws {
    var writer = ByteWriter(words: Layout.words)
    writer.unsigned(Layout.annotations)
    Annotations(annotated).write(to: &writer)
    writer.optional(annotated.article.metadata.published)
    let entities = Set(annotated.mentions.compactMap(\.entity)).sorted().filter(story.entities.indices.contains)
    let numbers = EntityNumber.data(entities.map { EntityNumber.of(story.entities[$0].id) })
    try db.cachedStatement(sql: "INSERT OR REPLACE INTO annotation VALUES (?, ?, ?)")
      .execute(arguments: [article, numbers, Data(Packed.bytes(writer.bytes))])
  }

  private func summarize(_ story: Story, number: Int, analysis: String) throws {
    let days = story.articles.compactMap { $0.article.metadata.published?.value.date.days }
    let outlets = Set(story.articles.indices.map(story.outletName)).count
    let conflicts = Set(story.discrepancies.filter { $0.verdict == .conflict }.map(\.claim)).count
    try db.cachedStatement(
      sql: """
        UPDATE story SET stale = 0, analysis = ?, title = ?, languages = ?, articles = ?, outlets = ?, claims = ?,
          origins = ?, firstDay = ?, lastDay = ?, singleOrigin = ?, conflicts = ?, body = ? WHERE id = ?
        """
    ).execute(arguments: [
      analysis, story.title, story.languages.map(\.code).joined(separator: " "), story.articles.count, outlets,
      story.claims.count, story.originCount, days.map(\.lowerBound.value).min(), days.map(\.lowerBound.value).max(),
      story.claims.filter { story.isOfSingleOrigin($0) }.count, conflicts, Data(Packed.bytes(StoryBody.bytes(story))),
      number,
    ])
  }
}

extension Story {
  /// Whether several outlets print a claim that all have from one origin.
  func isOfSingleOrigin(_ claim: Claim) -> Bool { claim.origins.upper == 1 && outlets(of: claim).count > 1 }
}
