import Foundation
import GRDB
import NewsModel
import TextBytes

/// What an id names.
public enum Named: Sendable, Hashable {
  case article(ArticleCard)
  case story(ID<Story>)
  /// A claim, origin, event or entity of a story.
  case part(ofStory: ID<Story>)
  /// An entity, with the stories that speak of it.
  case entity(EntityCard)
}

/// What lists show of an entity.
public struct EntityCard: Sendable, Hashable {
  /// Its id.
  public var id: ID<StoryEntity>
  /// What it is, in the contract's words.
  public var type: String
  /// The name to show.
  public var label: String
  /// How many articles speak of it, and how often.
  public var articles, mentions: Int
}

extension ArchiveReader {
  /// What `id` names, or nil. Articles may be named by the last part of their path. O(log n), for claims and events that one outlet alone has
  /// O(stories).
  public func find(_ id: String) throws -> Named? {
    if let card = try card(ID<Article>(id)) { return .article(card) }
    if try card(ID<Story>(id)) != nil { return .story(ID(id)) }
    if id.hasPrefix("e"), let number = ContentNumber(id)?.number,
      let entity = try entities("entity.id = ?", [Int(number)]).first
    {
      return .entity(entity)
    }
    if let story = try String.fetchOne(db, sql: "SELECT story FROM formerStory WHERE name = ?", arguments: [id]),
      try card(ID<Story>(story)) != nil
    {
      return .story(ID(story))
    }
    if let story = try story(ofClaim: id) { return .part(ofStory: story) }
    let tail = try Int.fetchAll(
      db, sql: "SELECT id FROM article WHERE substr(name, -length(?) - 1) = '/' || ? LIMIT 2", arguments: [id, id])
    if tail.count == 1, let card = try card(number: tail[0]) { return .article(card) }
    return try ContentNumber(id).flatMap { try storyHolding($0) }.map { .part(ofStory: $0) }
  }

  /// The story of this id, or the one that it was joined to; nil where there is none. O(log n).
  public func current(_ id: ID<Story>) throws -> ID<Story>? {
    if try card(id) != nil { return id }
    let later = try String.fetchOne(db, sql: "SELECT story FROM formerStory WHERE name = ?", arguments: [id.raw])
    guard let later, try card(ID<Story>(later)) != nil else { return nil }
    return ID(later)
  }

  /// The stories that speak of what `id` names: an article, a story, an entity, a claim.
  func stories(naming id: String) throws -> [ID<Story>] {
    switch try find(id) {
    case .article(let card): card.story.map { [$0] } ?? []
    case .story(let story), .part(let story): [story]
    case .entity(let entity): try stories(of: entity.id)
    case nil: []
    }
  }

  /// The entity of this id, or nil. O(articles that speak of it).
  public func entity(_ id: ID<StoryEntity>) throws -> EntityCard? {
    guard let number = ContentNumber(id.raw)?.number else { return nil }
    return try entities("entity.id = ?", [Int(number)]).first
  }

  /// The stories that speak of an entity, the latest first.
  public func stories(of entity: ID<StoryEntity>) throws -> [ID<Story>] {
    try String.fetchAll(
      db,
      sql: """
        SELECT name FROM story WHERE id IN (
          SELECT article.story FROM entityArticle JOIN article ON article.id = entityArticle.article
          WHERE entityArticle.entity = ?) ORDER BY lastDay DESC, name
        """, arguments: [EntityNumber.of(entity)]
    ).map { ID($0) }
  }

  /// Entities of which all words of `name` are in one of their names, those that most articles speak of first.
  public func entities(named name: String, most: Int = 20) throws -> [EntityCard] {
    let words = FoldedWords(name).words
    guard !words.isEmpty else { return [] }
    let sets = words.map { _ in "SELECT entity FROM entityName WHERE word = ?" }.joined(separator: " INTERSECT ")
    return try entities("entity.id IN (\(sets))", StatementArguments(words), most: most)
  }

  private func entities(_ condition: String, _ arguments: StatementArguments, most: Int = 20) throws -> [EntityCard] {
    try Row.fetchAll(
      db,
      sql: """
        SELECT entity.id, type, label, count(entityArticle.article) AS articles, total(entityArticle.mentions) AS mentions
        FROM entity LEFT JOIN entityArticle ON entityArticle.entity = entity.id WHERE \(condition)
        GROUP BY entity.id ORDER BY articles DESC, entity.id LIMIT \(most)
        """, arguments: arguments
    ).map {
      EntityCard(
        id: EntityNumber.id($0["id"]), type: $0["type"], label: $0["label"], articles: $0["articles"],
        mentions: Int($0["mentions"] as Double))
    }
  }

  /// The story of a claim that several outlets print or that versions conflict on, by its id; nil for every other claim. O(log n).
  public func story(ofClaim id: String) throws -> ID<Story>? {
    try String.fetchOne(
      db, sql: "SELECT story.name FROM claim JOIN story ON story.id = claim.story WHERE claim.name = ?",
      arguments: [id]
    ).map { ID($0) }
  }

  /// The story whose bytes hold an id that is in no table. O(size of all stories).
  private func storyHolding(_ id: ContentNumber) throws -> ID<Story>? {
    var writer = ByteWriter()
    writer.id(ID<Claim>(id.text))
    let rows = try Row.fetchCursor(db, sql: "SELECT name, body FROM story WHERE body IS NOT NULL")
    while let row = try rows.next() {
      guard let bytes = Packed.unpack(Array(row["body"] as Data)) else { continue }
      if bytes.firstRange(of: writer.bytes) != nil { return ID(row["name"]) }
    }
    return nil
  }
}
