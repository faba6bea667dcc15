import GRDB

/// Why an archive could not be opened, read or written.
public struct ArchiveError: Error, Hashable, CustomStringConvertible {
  /// What is wrong.
  public enum Reason: Hashable, Sendable {
    /// There is no file.
    case notFound
    /// A file, but of another kind.
    case notAnArchive
    /// A later Stemma wrote it: the number of its layout, and the last one that is known here.
    case newer(found: Int, known: Int)
    /// Another process has been writing for longer than one waits.
    case locked
    /// The file or its folder may not be written.
    case readOnly
    /// No room is left.
    case diskFull
    /// The file is there but cannot be opened, with the system's word.
    case unreadable(String)
    /// Bytes in it are not what was written.
    case damaged(String)
    /// Nothing in it has this id.
    case unknown(String)
    /// What was asked cannot be read; said in full.
    case query(String)
    /// Something else, in SQLite's words.
    case failed(String)
  }
  /// The archive's path.
  public let path: String
  /// What is wrong.
  public let reason: Reason

  /// Makes an error.
  public init(path: String, reason: Reason) {
    self.path = path
    self.reason = reason
  }

  /// One line for standard error: where, what, and what to do.
  public var description: String {
    switch reason {
    case .query(let what): what
    case .unknown(let id):
      "nothing in \(path) has the id \"\(id)\"; `stemma list stories` and `stemma search` print ids"
    default: "\(path): \(message)"
    }
  }

  private var message: String {
    switch reason {
    case .notFound: "there is no archive; make one with `stemma add FILE…`, or name another with --archive"
    case .notAnArchive: "is no archive of Stemma's; name another file with --archive"
    case .newer(let found, let known):
      "was written by a later Stemma (layout \(found); this one knows layouts up to \(known)); install the later one"
    case .locked: "another process is writing to it and did not finish in time; try again when it is done"
    case .readOnly: "may not be written; check the permissions of the file and of its folder, or copy it elsewhere"
    case .diskFull: "there is no room left on its disk; nothing that was acknowledged is lost; make room and go on"
    case .unreadable(let why): "cannot be opened (\(why)); check the path and its permissions"
    case .damaged(let what): "is damaged (\(what)); copy it, and try `stemma rebuild` on the copy"
    case .failed(let what): "SQLite says: \(what)"
    case .query, .unknown: ""
    }
  }

  /// What SQLite's error means.
  init(_ error: any Error, path: String) {
    switch error {
    case let error as ArchiveError: self = error
    case let error as DatabaseError: self.init(path: path, reason: Self.reason(error))
    default: self.init(path: path, reason: .damaged("\(error)"))
    }
  }

  private static func reason(_ error: DatabaseError) -> Reason {
    switch error.resultCode {
    case .SQLITE_NOTADB: .notAnArchive
    case .SQLITE_BUSY, .SQLITE_LOCKED: .locked
    case .SQLITE_READONLY, .SQLITE_PERM, .SQLITE_AUTH: .readOnly
    case .SQLITE_FULL: .diskFull
    case .SQLITE_CANTOPEN: .unreadable(error.message ?? "it cannot be opened")
    case .SQLITE_CORRUPT: .damaged(error.message ?? "SQLite cannot follow its pages")
    default: .failed(error.message ?? "error \(error.resultCode.rawValue)")
    }
  }
}
