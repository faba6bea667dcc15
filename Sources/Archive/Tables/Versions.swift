import Foundation
import GRDB
import NewsModel

/// What a later version of an article changed.
public struct VersionChange: Codable, Sendable, Hashable {
  /// What kind of change it is.
  public enum Kind: String, Codable, Sendable, Hashable {
    /// The first version.
    case first
    /// The page around the words changed, the words did not.
    case layout
    /// The words changed, and the page says that it was corrected.
    case correction
    /// The words changed, and the page says that it was updated.
    case update
    /// The words changed, and the page does not tell.
    case silent
  }
  /// A claim that came, went or changed.
  public struct ClaimChange: Codable, Sendable, Hashable {
    /// Its words in the version before; nil for what is new.
    public var before: String?
    /// Its words in this version; nil for what is gone.
    public var after: String?
    /// Makes a change.
    public init(before: String? = nil, after: String? = nil) {
      self.before = before
      self.after = after
    }
  }
  /// What kind of change it is.
  public var kind: Kind
  /// The notice that tells of it, word for word; nil where there is none.
  public var notice: String?
  /// Claims that this version has and the one before had not.
  public var added: [ClaimChange]
  /// Claims that the version before had and this one has not.
  public var dropped: [ClaimChange]
  /// Claims that both have in other words or with other values.
  public var altered: [ClaimChange]

  /// Makes a change.
  public init(
    kind: Kind, notice: String? = nil, added: [ClaimChange] = [], dropped: [ClaimChange] = [],
    altered: [ClaimChange] = []
  ) {
    self.kind = kind
    self.notice = notice
    self.added = added
    self.dropped = dropped
    self.altered = altered
  }
}

/// A version of an article.
public struct ArticleVersion: Sendable, Hashable {
  /// Counted from 1.
  public var number: Int
  /// The number of its document.
  public var document: Int
  /// The SHA-256 of its bytes.
  public var sha256: String
  /// When it was acknowledged, in seconds since 1970.
  public var added: Int
  /// What it changed.
  public var change: VersionChange
}

extension ArchiveReader {
  /// The versions of an article, the first first.
  public func versions(ofArticle number: Int) throws -> [ArticleVersion] {
    try Row.fetchAll(
      db.cachedStatement(
        sql: """
          SELECT version.number, version.document, version.kind, version.changes, document.sha256, document.added
          FROM version JOIN document ON document.id = version.document WHERE article = ? ORDER BY number
          """), arguments: [number]
    ).map { row in
      let kind = VersionChange.Kind(rawValue: row["kind"]) ?? .silent
      let change = (row["changes"] as Data?).flatMap { try? JSONDecoder().decode(VersionChange.self, from: $0) }
      return ArticleVersion(
        number: row["number"], document: row["document"], sha256: DocumentDigest.text(row["sha256"]),
        added: row["added"], change: change ?? VersionChange(kind: kind))
    }
  }

  /// The articles that came in more than one version, in order of arrival.
  public func articlesWithVersions() throws -> [Int] {
    try Int.fetchAll(db, sql: "SELECT DISTINCT article FROM version WHERE number > 1 ORDER BY article")
  }
}

extension ArchiveWriter {
  /// Writes a version down, or what it changed anew.
  func keep(_ change: VersionChange, version: Int, document: Int, ofArticle number: Int) throws {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    let isPlain = change == VersionChange(kind: change.kind)
    try db.cachedStatement(
      sql: """
        INSERT INTO version (article, number, document, kind, changes) VALUES (?, ?, ?, ?, ?)
        ON CONFLICT (article, number) DO UPDATE SET kind = excluded.kind, changes = excluded.changes
        """
    ).execute(arguments: [number, version, document, change.kind.rawValue, isPlain ? nil : try encoder.encode(change)])
  }
}
