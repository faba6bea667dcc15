import GRDB
import NewsModel
import Stories
import TextBytes

/// The archive keeps the stories that take no more articles. It may be asked while it is being written to.
extension Archive: StoryStore {
  /// Notes that a story takes no more articles.
  public func retire(_ story: RetiredStory) throws(StoryStoreError) {
    do {
      try queue.unsafeReentrantWrite { db in
        try db.cachedStatement(sql: "UPDATE story SET closed = 1 WHERE name = ?").execute(arguments: [story.id.raw])
      }
    } catch { throw StoryStoreError(ArchiveError(error, path: path).description) }
  }

  /// The story of this id, open or not; nil where there is none.
  public func story(_ id: ID<Story>) throws(StoryStoreError) -> RetiredStory? {
    do {
      return try queue.unsafeReentrantRead { db in
        let reader = ArchiveReader(db: db, path: path)
        guard try reader.card(id) != nil else { return nil }
        let articles = try reader.articles(of: id).compactMap { try reader.card(number: $0)?.id }
        return RetiredStory(id: id, articles: articles)
      }
    } catch { throw StoryStoreError(ArchiveError(error, path: path).description) }
  }

  /// Whether the archive has a story of this id whose first article is another.
  public func isTaken(_ id: ID<Story>, openedBy article: ID<Article>) -> Bool {
    let first = try? queue.unsafeReentrantRead { db in
      let reader = ArchiveReader(db: db, path: path)
      return try reader.articles(of: id).first.flatMap { try reader.card(number: $0)?.id }
    }
    return first.map { $0 != article } ?? false
  }
}

extension ArchiveReader {
  /// What the grouper had learned, and the number of the last article that it had placed; nil where nothing was noted.
  public func grouperState() throws -> (position: Int, snapshot: [UInt8])? {
    guard let packed = try state("grouper") else { return nil }
    guard let bytes = Packed.unpack(packed) else { throw damaged("the state of the grouper cannot be unpacked") }
    var reader = ByteReader(bytes)
    return (try reader.number(), Array(bytes[reader.offset...]))
  }
}

extension ArchiveWriter {
  /// Notes what the grouper has learned, behind the article of number `position`.
  public func keepGrouper(_ snapshot: [UInt8], position: Int) throws {
    var writer = ByteWriter()
    writer.number(position)
    try setState("grouper", Packed.bytes(writer.bytes + snapshot))
  }

  /// Carries out what the grouper decided.
  public func carryOut(_ changes: [StoryChange], at time: Int) throws {
    for change in changes {
      switch change {
      case .placed(let article, let story), .moved(let article, let story):
        guard let card = try reader.card(article), card.story != story else { continue }
        try place(card.number, in: story, at: time)
      case .merged(let old, let new):
        for article in try reader.articles(of: old) { try place(article, in: new, at: time) }
        try db.execute(sql: "UPDATE formerStory SET story = ? WHERE story = ?", arguments: [new.raw, old.raw])
        try db.execute(sql: "INSERT OR REPLACE INTO formerStory VALUES (?, ?)", arguments: [old.raw, new.raw])
      }
    }
    if changes.contains(where: { if case .placed = $0 { false } else { true } }) { try dropEmptyStories(at: time) }
  }
}

extension ArchiveWriter {
  /// Puts every article where `changes`, which tell of all articles, have it; every story waits to be traced.
  public func regroup(_ changes: [StoryChange], closed: [ID<Story>], at time: Int) throws {
    try db.execute(sql: "UPDATE story SET stale = 1, closed = 0")
    try carryOut(changes, at: time)
    for story in closed { try db.execute(sql: "UPDATE story SET closed = 1 WHERE name = ?", arguments: [story.raw]) }
    try dropEmptyStories(at: time)
  }

  /// Marks the stories that a correction speaks of as waiting to be traced.
  public func touch(_ correction: Correction, at time: Int) throws {
    for name in correction.names {
      for story in try reader.stories(naming: name) { try touch("name = ?", [story.raw], at: time) }
    }
  }

  /// Takes a correction into the ledger; false where it stands there already.
  public func correct(_ line: String, at time: Int) throws -> Bool { try keepCorrection(line, at: time) }

  /// Takes a correction out of the ledger; false where it does not stand there.
  public func withdraw(_ line: String) throws -> Bool {
    try db.execute(sql: "DELETE FROM correction WHERE line = ?", arguments: [line])
    return db.changesCount > 0
  }

  /// Lets a story be traced anew.
  public func touch(_ story: ID<Story>, at time: Int) throws { try touch("name = ?", [story.raw], at: time) }
}

extension Correction {
  /// The ids of all that it speaks of.
  fileprivate var names: [String] {
    switch action {
    case .merge(let references), .sameClaim(let references), .notSameClaim(let references): references.map(\.name)
    case .split(let reference, let from): [reference.name, from]
    case .rename(let reference, _): [reference.name]
    case .notDerived(let article, let from): [article, from]
    case .sameStory(let names), .notSameStory(let names): names
    }
  }
}

extension Correction.Reference {
  fileprivate var name: String {
    switch self {
    case .id(let id): id
    case .anchor(let article, _, _): article
    }
  }
}
