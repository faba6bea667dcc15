import Foundation
import TextBytes

/// A resource table: UTF-8 lines, fields parted by tabs; what follows `#` at the start of a line is a comment.
public struct TableFile: Sendable {
  /// The fields of each line, in the order of the file.
  public let rows: [[String]]

  /// Reads the table at `url`; a table that is not there has no rows. O(n).
  public init(_ url: URL) {
    self.init(path: url.path)
  }

  /// Reads the table at `path`; a table that is not there has no rows. O(n).
  public init(path: String) { self.init(fileBytes(at: path) ?? []) }

  /// Reads a table from its text. O(n).
  public init(text: String) { self.init(Array(text.utf8)) }

  private init(_ bytes: [UInt8]) {
    var rows: [[String]] = []
    TableBytes(bytes: bytes).forEachRow { row in rows.append((0..<row.count).map { row[$0] }) }
    self.rows = rows
  }
}
