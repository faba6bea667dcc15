import Foundation
import TextBytes

/// A resource table read without making strings: what the large tables are loaded through. The format is ``TableFile``'s.
public struct TableBytes: Sendable {
  let bytes: [UInt8]

  /// Reads the table at `url`; a table that is not there has no rows. O(n).
  public init(_ url: URL) { self.init(path: url.path) }
  /// Reads the table at `path`; a table that is not there has no rows. O(n).
  public init(path: String) { bytes = fileBytes(at: path) ?? [] }
  init(text: String) { bytes = Array(text.utf8) }
  init(bytes: [UInt8]) { self.bytes = bytes }

  /// Calls `body` with the spans of each row's fields. O(n).
  public func forEachRow(_ body: (Row) -> Void) {
    let view = bytes.span
    var fields: [TextSpan] = []
    var start = 0
    var fieldStart = 0
    for i in 0...view.count {
      let byte = i < view.count ? view[i] : UInt8(ascii: "\n")
      guard byte <= UInt8(ascii: "\n"), byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\t") else { continue }
      fields.append(TextSpan(fieldStart, i))
      fieldStart = i + 1
      guard byte == UInt8(ascii: "\n") else { continue }
      if i > start, view[start] != UInt8(ascii: "#") { body(Row(bytes: bytes, fields: fields)) }
      fields.removeAll(keepingCapacity: true)
      start = i + 1
    }
  }

  /// The row whose line begins at `start`. O(length of the line).
  func row(at start: Int) -> Row {
    var fields: [TextSpan] = []
    var fieldStart = start
    for i in start...bytes.count {
      let byte = i < bytes.count ? bytes[i] : UInt8(ascii: "\n")
      guard byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\t") else { continue }
      fields.append(TextSpan(fieldStart, i))
      if byte == UInt8(ascii: "\n") { break }
      fieldStart = i + 1
    }
    return Row(bytes: bytes, fields: fields)
  }

  /// One line of a table.
  public struct Row {
    /// The bytes of the whole table.
    public let bytes: [UInt8]
    /// Where its fields stand in them.
    public let fields: [TextSpan]

    /// How many fields it has.
    public var count: Int { fields.count }
    /// The field as a string; empty where the row is shorter.
    public subscript(field: Int) -> String {
      field < fields.count ? String(decoding: bytes[fields[field].range], as: UTF8.self) : ""
    }
    /// The field, or nil where it is empty or missing.
    func optional(_ field: Int) -> String? {
      field < fields.count && !fields[field].isEmpty ? self[field] : nil
    }
    func has(_ field: Int) -> Bool { field < fields.count && !fields[field].isEmpty }
    /// Whether two rows of one table have the same text in their first `count` fields.
    public func begins(as other: Row, fields count: Int) -> Bool {
      guard fields.count >= count, other.fields.count >= count else { return false }
      let (mine, its) = (bytes.span, other.bytes.span)
      for k in 0..<count {
        guard fields[k].count == other.fields[k].count else { return false }
        for i in 0..<fields[k].count where mine[fields[k].start + i] != its[other.fields[k].start + i] { return false }
      }
      return true
    }

    /// Calls `body` with each name of a field that lists names parted by `|`; a leading `=` asks for capitals, a leading `?` says
    /// that the name is also ordinary words.
    func forEachName(_ field: Int, _ body: (TextSpan, NameUse) -> Void) {
      guard field < fields.count else { return }
      let whole = fields[field]
      var start = whole.start
      for i in whole.start...whole.end where i == whole.end || bytes[i] == UInt8(ascii: "|") {
        var use: NameUse = []
        while start < i {
          if bytes[start] == UInt8(ascii: "=") {
            use.insert(.capitals)
          } else if bytes[start] == UInt8(ascii: "?") {
            use.insert(.ambiguous)
          } else {
            break
          }
          start += 1
        }
        if i > start { body(TextSpan(start, i), use) }
        start = i + 1
      }
    }

    /// The first name of a field, without its marks.
    func firstName(_ field: Int) -> String? {
      var first: String?
      forEachName(field) { span, _ in if first == nil { first = string(span) } }
      return first
    }
    func string(_ span: TextSpan) -> String { String(decoding: bytes[span.range], as: UTF8.self) }
  }
}
