import GRDB
import NewsModel
import TextBytes

/// A story that came, changed or went.
public struct ArchiveEvent: Sendable, Hashable {
  /// What became of it, for somebody who knows of all events up to some position.
  public enum Kind: String, Sendable, Hashable {
    /// It was traced for the first time since.
    case new
    /// It was traced before, and is another now.
    case changed
    /// It went into another story.
    case gone
  }
  /// The event's id; later ones are larger. A story has one: the last.
  public var id: Int
  /// The story.
  public var story: ID<Story>
  /// What became of it.
  public var kind: Kind
  /// When, in seconds since 1970.
  public var at: Int
  /// The story as it stands; nil where it is gone.
  public var card: StoryCard?
  /// The story that it went into; nil where it stands, or nothing is left of it.
  public var into: ID<Story>?
}

extension ArchiveReader {
  /// The id of the last event; 0 where there was none. O(1).
  public func lastEvent() throws -> Int {
    try Int.fetchOne(db.cachedStatement(sql: "SELECT max(id) FROM change")) ?? 0
  }

  /// A number that is another one when the story is; nil while it waits to be traced. O(log n).
  public func stamp(of story: ID<Story>) throws -> Int? {
    try Int.fetchOne(
      db.cachedStatement(
        sql: "SELECT change.id FROM change JOIN story ON story.name = change.story WHERE change.story = ? AND NOT stale"
      ),
      arguments: [story.raw])
  }

  /// What happened behind `position`, the first first, to stories of `articles` articles or more; and the position up to which that is all.
  /// Each story comes once, as it stands. O(most).
  public func events(
    after position: Int, atLeast articles: Int = 1, most: Int = 100
  ) throws -> (events: [ArchiveEvent], position: Int) {
    let rows = try Row.fetchAll(
      db.cachedStatement(sql: "SELECT id, story, born, at FROM change WHERE id > ? ORDER BY id LIMIT ?"),
      arguments: [position, most])
    let events = try rows.compactMap { row -> ArchiveEvent? in
      let (story, isKnown) = (ID<Story>(row["story"]), (row["born"] ?? row["id"] as Int) <= position)
      let card = try card(story)
      // Who was never told of a story need not be told that it is gone.
      guard card.map({ $0.articles >= articles }) ?? isKnown else { return nil }
      let kind: ArchiveEvent.Kind = card == nil ? .gone : isKnown ? .changed : .new
      let into = card == nil ? try current(story) : nil
      return ArchiveEvent(id: row["id"], story: story, kind: kind, at: row["at"], card: card, into: into)
    }
    return (events, rows.last?["id"] ?? position)
  }
}

extension ArchiveWriter {
  /// Notes that a story is new or another than it was; nothing where it is as it was.
  func noteChange(of story: Story, members: [Int], at time: Int) throws {
    var writer = ByteWriter()
    for member in members { writer.number(try reader.card(number: member)?.document ?? 0) }
    let mark = Int(Checksum.crc32((writer.bytes + StoryBody.bytes(story))[...]))
    let known = try Row.fetchOne(
      db.cachedStatement(sql: "SELECT mark FROM change WHERE story = ?"), arguments: [story.id.raw])
    guard known?["mark"] as Int? != mark else { return }
    try noteChange(story.id.raw, mark: mark, at: time)
  }

  /// Notes that a story is gone, where somebody can know of it.
  func noteGone(_ story: String, at time: Int) throws {
    let isKnown = try Bool.fetchOne(
      db.cachedStatement(sql: "SELECT 1 FROM change WHERE story = ?"), arguments: [story])
    if isKnown == true { try noteChange(story, mark: nil, at: time) }
  }

  private func noteChange(_ story: String, mark: Int?, at time: Int) throws {
    let born = try Int.fetchOne(
      db.cachedStatement(sql: "SELECT coalesce(born, id) FROM change WHERE story = ?"), arguments: [story])
    try db.cachedStatement(sql: "INSERT OR REPLACE INTO change (story, born, at, mark) VALUES (?, ?, ?, ?)")
      .execute(arguments: [story, born, time, mark])
  }
}
