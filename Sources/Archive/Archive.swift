import Foundation
import GRDB

/// Documents, articles and stories in one SQLite file.
///
/// Raw documents are kept whole; all else is derived from them and a person's corrections, and bears the version of the analysis that made
/// it. What a transaction has written is on the disk when the call returns: nothing acknowledged is lost by a crash of the process or
/// the machine.
///
/// ```swift
/// let archive = try Archive("news.stemma")
/// let stories = try archive.read { try $0.stories() }
/// ```
public final class Archive: Sendable {
  /// Where it lies.
  public let path: String
  let queue: DatabaseQueue

  /// How an archive is opened.
  public enum Access: Sendable {
    /// To read it; nothing is changed or made.
    case read
    /// To read and write it; there must be one.
    case update
    /// To read and write it; it is made where there is none, with its folder.
    case write
  }

  /// Opens the archive at `path`. An older layout is migrated (when opened for writing), a newer one refused.
  public init(_ path: String, _ access: Access = .write) throws(ArchiveError) {
    self.path = path
    let isThere = FileManager.default.fileExists(atPath: path)
    do {
      guard isThere || access == .write else { throw ArchiveError(path: path, reason: .notFound) }
      if !isThere { try Self.makeFolder(of: path) }
      queue = try DatabaseQueue(path: path, configuration: Self.configuration(access, path))
      try Self.check(queue, path: path, access)
    } catch { throw ArchiveError(error, path: path) }
  }

  /// Reads; what the closure sees does not change while it runs.
  public func read<Value>(_ body: (ArchiveReader) throws -> Value) throws(ArchiveError) -> Value {
    do { return try queue.read { try body(ArchiveReader(db: $0, path: path)) } } catch {
      throw ArchiveError(error, path: path)
    }
  }

  /// Writes all that the closure does, or nothing where it throws. Returns when it is on the disk.
  public func write<Value>(_ body: (ArchiveWriter) throws -> Value) throws(ArchiveError) -> Value {
    do { return try queue.write { try body(ArchiveWriter(db: $0, path: path)) } } catch {
      throw ArchiveError(error, path: path)
    }
  }

  /// Gives the room of what was replaced back to the disk. O(size of the archive).
  public func compact() throws(ArchiveError) {
    do {
      try queue.writeWithoutTransaction { db in
        try db.execute(sql: "INSERT INTO articleWords(articleWords) VALUES ('optimize')")
        try db.execute(sql: "VACUUM")
        _ = try db.checkpoint(.truncate)
      }
    } catch { throw ArchiveError(error, path: path) }
  }

  private static func makeFolder(of path: String) throws {
    let folder = URL(fileURLWithPath: path).deletingLastPathComponent()
    do {
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    } catch { throw ArchiveError(path: path, reason: .unreadable(error.localizedDescription)) }
  }

  private static func configuration(_ access: Access, _ path: String) -> Configuration {
    var configuration = Configuration()
    configuration.label = "archive"
    configuration.busyMode = .timeout(10)
    // A reader that may write leaves no journal behind.
    configuration.readonly = access == .read && !FileManager.default.isWritableFile(atPath: path)
    configuration.foreignKeysEnabled = false
    configuration.prepareDatabase { db in
      guard access != .read else { return }
      // Before there is a table: a page holds several articles, so that little room is lost between them.
      try db.execute(sql: "PRAGMA page_size = 16384")
      // Readers go on while one writes; a commit has reached the disk before it is acknowledged.
      try db.execute(sql: "PRAGMA journal_mode = WAL")
      try db.execute(sql: "PRAGMA synchronous = FULL")
    }
    return configuration
  }

  private static func check(_ queue: DatabaseQueue, path: String, _ access: Access) throws {
    let (application, version, tables) = try queue.read { db in
      (
        try Int.fetchOne(db, sql: "PRAGMA application_id") ?? 0, try Int.fetchOne(db, sql: "PRAGMA user_version") ?? 0,
        try Int.fetchOne(db, sql: "SELECT count(*) FROM sqlite_master") ?? 0
      )
    }
    let isEmpty = tables == 0 && version == 0
    guard application == Schema.application || (isEmpty && access == .write) else {
      throw ArchiveError(path: path, reason: .notAnArchive)
    }
    guard version <= Schema.latest else {
      throw ArchiveError(path: path, reason: .newer(found: version, known: Schema.latest))
    }
    guard version < Schema.latest else { return }
    guard access != .read else {
      // A reader does not migrate; a writer does, and then it reads.
      _ = try Archive(path, .update)
      return
    }
    try queue.write { try Schema.migrate($0, path: path, from: version) }
  }
}

/// A view of an archive in one transaction.
public struct ArchiveReader {
  let db: Database
  let path: String

  /// A number that is another one after any other connection, of this process or not, has written. It says nothing across connections. O(1).
  public func changeNumber() throws -> Int { try Int.fetchOne(db, sql: "PRAGMA data_version") ?? 0 }
}

/// A transaction that writes. It reads, too: ``reader`` sees what was written so far.
public struct ArchiveWriter {
  let db: Database
  let path: String
  /// The same transaction, to read.
  public var reader: ArchiveReader { ArchiveReader(db: db, path: path) }
}
