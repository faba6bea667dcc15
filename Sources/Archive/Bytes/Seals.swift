import Foundation
import GRDB

/// The columns whose values are packed.
enum PackedColumn {
  static let all = [
    ("document", "hints"), ("document", "input"), ("document", "bytes"), ("article", "text"), ("article", "layout"),
    ("story", "body"), ("annotation", "body"), ("claim", "words"),
  ]
  /// The column that names a row of a table.
  static func key(_ table: String) -> String { table == "annotation" ? "article" : "id" }
}

extension ArchiveWriter {
  /// Puts a seal on every packed value that has none. O(size of the archive).
  func sealAll() throws {
    let sealed = DatabaseFunction("sealed", argumentCount: 1, pure: true) { values in
      Data.fromDatabaseValue(values[0]).map { Data(Packed.sealed(Array($0))) }
    }
    db.add(function: sealed)
    defer { db.remove(function: sealed) }
    for (table, column) in PackedColumn.all {
      try db.execute(sql: "UPDATE \(table) SET \(column) = sealed(\(column)) WHERE \(column) IS NOT NULL")
    }
    try db.execute(sql: "UPDATE state SET value = sealed(value) WHERE name = 'grouper'")
  }
}

extension ArchiveReader {
  /// What does not stand as it was written: SQLite's own complaints, and values whose seal is not theirs, a line each, at most `most`.
  /// O(size of the archive).
  public func faults(most: Int = 100) throws -> [String] {
    var faults = try String.fetchAll(db, sql: "PRAGMA quick_check(\(most))").filter { $0 != "ok" }
    for (table, column) in PackedColumn.all {
      let key = PackedColumn.key(table)
      let rows = try Row.fetchCursor(
        db, sql: "SELECT \(key) AS number, \(column) AS value FROM \(table) WHERE \(column) IS NOT NULL")
      while faults.count < most, let row = try rows.next() {
        if !Packed.isSealed(Array(row["value"] as Data)) {
          faults.append("\(table) \(row["number"] as Int): \(column) is not what was written")
        }
      }
    }
    return Array(faults.prefix(most))
  }

  /// The numbers of all documents behind `number`, in order of arrival, at most `most`.
  public func documents(after number: Int, most: Int = .max) throws -> [Int] {
    try Int.fetchAll(
      db.cachedStatement(sql: "SELECT id FROM document WHERE id > ? ORDER BY id LIMIT ?"), arguments: [number, most])
  }
}
