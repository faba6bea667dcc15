import Contract
import Foundation
import GRDB
import NewsModel

extension ArchiveReader {
  /// The corrections, each the line of JSON that was given, in the order in which they came.
  public func correctionLines() throws -> [String] {
    try String.fetchAll(db, sql: "SELECT line FROM correction ORDER BY id")
  }

  /// The corrections, in the order in which they came.
  public func corrections() throws -> [Correction] {
    try CorrectionReader().read(correctionLines().joined(separator: "\n"))
  }

  /// Two numbers that are others after any change of the ledger, whoever made it. O(1) in practice: ledgers are short.
  public func ledgerState() throws -> [Int] {
    let row = try Row.fetchOne(
      db.cachedStatement(sql: "SELECT count(*) AS lines, coalesce(max(id), 0) AS last FROM correction"))
    return [row?["lines"] ?? 0, row?["last"] ?? 0]
  }

  func state(_ name: String) throws -> [UInt8]? {
    try Data.fetchOne(db.cachedStatement(sql: "SELECT value FROM state WHERE name = ?"), arguments: [name]).map(
      Array.init)
  }
}

extension ArchiveWriter {
  /// Writes a correction into the ledger; false where it stands there already.
  func keepCorrection(_ line: String, at time: Int) throws -> Bool {
    try db.execute(sql: "INSERT OR IGNORE INTO correction (line, added) VALUES (?, ?)", arguments: [line, time])
    return db.changesCount > 0
  }

  func setState(_ name: String, _ value: [UInt8]) throws {
    try db.execute(sql: "INSERT OR REPLACE INTO state VALUES (?, ?)", arguments: [name, Data(value)])
  }
}
