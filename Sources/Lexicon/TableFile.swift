import Foundation
import TextBytes

/// A resource table: UTF-8 lines, fields parted by tabs; what follows `#` at the start of a line is a comment.
public struct TableFile: Sendable {
  /// The fields of each line, in the order of the file.
  public let rows: [[String]]

  /// Reads the table at `url`; a table that is not there has no rows. O(n).
  public init(_ url: URL) {
    let data = (try? Data(contentsOf: url)) ?? Data()
    self.init(text: String(decoding: data, as: UTF8.self))
  }

  /// Reads a table from its text. O(n).
  public init(text: String) {
    var rows: [[String]] = []
    for line in text.utf8.split(separator: UInt8(ascii: "\n")) {
      guard let first = line.first, first != UInt8(ascii: "#") else { continue }
      rows.append(
        line.split(separator: UInt8(ascii: "\t"), omittingEmptySubsequences: false).map {
          String(decoding: $0, as: UTF8.self)
        })
    }
    self.rows = rows
  }
}
