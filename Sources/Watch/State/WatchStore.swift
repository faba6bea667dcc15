import Foundation
import GRDB

/// What a watch knows from one run to the next, in a SQLite file beside the archive: when what is to be asked for, with which
/// validators, which addresses each list named, and what rules have been told of the stories. One process at a time has it.
public final class WatchStore: Sendable {
  /// Why the file cannot be used.
  public struct Failure: Error, Sendable, CustomStringConvertible {
    /// What is wrong, and what to do.
    public let description: String
  }
  private let queue: DatabaseQueue

  /// Opens the file, and makes it where there is none. Throws where another process watches with it.
  public init(_ path: String) throws(Failure) {
    var configuration = Configuration()
    configuration.label = "watch"
    configuration.prepareDatabase { db in
      try db.execute(sql: "PRAGMA locking_mode = EXCLUSIVE")
      try db.execute(sql: "PRAGMA journal_mode = WAL")
      try db.execute(sql: "PRAGMA synchronous = NORMAL")
    }
    do {
      queue = try DatabaseQueue(path: path, configuration: configuration)
      try queue.write { db in
        try db.execute(
          sql: """
            CREATE TABLE IF NOT EXISTS item (address TEXT PRIMARY KEY, body BLOB NOT NULL) WITHOUT ROWID;
            CREATE TABLE IF NOT EXISTS memory (address TEXT PRIMARY KEY, body BLOB NOT NULL) WITHOUT ROWID;
            CREATE TABLE IF NOT EXISTS digest (story TEXT PRIMARY KEY, body BLOB NOT NULL) WITHOUT ROWID;
            CREATE TABLE IF NOT EXISTS member (article TEXT PRIMARY KEY, story TEXT NOT NULL) WITHOUT ROWID;
            PRAGMA user_version = 1;
            """)
      }
    } catch let error as DatabaseError where error.resultCode == .SQLITE_BUSY {
      throw Failure(description: "\(path): another watch has this archive; end it first")
    } catch {
      throw Failure(description: "\(path): cannot be used for the state of the watch (\(error.localizedDescription))")
    }
  }

  /// What is to be written at once.
  struct Changes: Sendable {
    var kept: [String: WatchItem] = [:]
    var dropped: Set<String> = []
    var memories: [String: ListMemory] = [:]
    var isEmpty: Bool { kept.isEmpty && dropped.isEmpty && memories.isEmpty }
  }

  /// All items. Those that cannot be read are left out: they will be asked for as if they were new.
  func items() throws -> [WatchItem] {
    try queue.read { db in
      try Data.fetchAll(db, sql: "SELECT body FROM item ORDER BY address").compactMap {
        try? JSONDecoder().decode(WatchItem.self, from: $0)
      }
    }
  }

  func memory(_ address: String) throws -> ListMemory? {
    try queue.read { db in
      try Data.fetchOne(db, sql: "SELECT body FROM memory WHERE address = ?", arguments: [address]).map(ListMemory.init)
    }
  }

  func save(_ changes: Changes) throws {
    try queue.write { db in
      for (address, item) in changes.kept {
        try db.execute(
          sql: "INSERT OR REPLACE INTO item VALUES (?, ?)", arguments: [address, try JSONEncoder().encode(item)])
      }
      for address in changes.dropped {
        try db.execute(sql: "DELETE FROM item WHERE address = ?", arguments: [address])
      }
      for (address, memory) in changes.memories {
        try db.execute(sql: "INSERT OR REPLACE INTO memory VALUES (?, ?)", arguments: [address, memory.data])
      }
    }
  }

  func hasDigest(_ story: String) throws -> Bool {
    try queue.read { try Bool.fetchOne($0, sql: "SELECT 1 FROM digest WHERE story = ?", arguments: [story]) ?? false }
  }

  /// The digests of a story and of those that its articles were in.
  func digests(_ story: String, articles: [String]) throws -> [StoryDigest] {
    try queue.read { db in
      var names = [story]
      for article in articles {
        let name = try String.fetchOne(db, sql: "SELECT story FROM member WHERE article = ?", arguments: [article])
        if let name, !names.contains(name) { names.append(name) }
      }
      return try names.compactMap { name in
        try Data.fetchOne(db, sql: "SELECT body FROM digest WHERE story = ?", arguments: [name]).flatMap {
          try? JSONDecoder().decode(StoryDigest.self, from: $0)
        }
      }
    }
  }

  /// Keeps a digest, and forgets those of `others` whose articles are all in other stories by now. O(articles), and O(members) for each of `others`.
  func keep(_ digest: StoryDigest, insteadOf others: [String] = []) throws {
    try queue.write { db in
      try db.execute(
        sql: "INSERT OR REPLACE INTO digest VALUES (?, ?)",
        arguments: [digest.story, try JSONEncoder().encode(digest)])
      for article in digest.articles {
        try db.execute(sql: "INSERT OR REPLACE INTO member VALUES (?, ?)", arguments: [article, digest.story])
      }
      for other in others where other != digest.story {
        try db.execute(
          sql: "DELETE FROM digest WHERE story = ?1 AND NOT EXISTS (SELECT 1 FROM member WHERE story = ?1)",
          arguments: [other])
      }
    }
  }
}
