import Contract
import Foundation
import Intake
import NewsModel
import Testing

@testable import Exports

/// The traced example stories, and odd ones made from them.
enum Exported {
  static let examples = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appendingPathComponent("Examples")

  /// A story of six invented pages in two languages, as its golden file has it.
  static let ship: WireTrace = {
    let file = examples.appendingPathComponent("grain-ship/golden/story.json")
    return try! JSONDecoder().decode(WireTrace.self, from: Data(contentsOf: file))
  }()

  /// Its pages, by the ids of their articles.
  static let documents: [String: RawDocument] = {
    let folder = examples.appendingPathComponent("grain-ship")
    var documents: [String: RawDocument] = [:]
    for article in ship.stories[0].articles {
      let bytes = Array(try! Data(contentsOf: folder.appendingPathComponent(article.id)))
      var stream = DocumentStream(bytes: bytes, name: article.id)
      if case .success(.document(let document))? = stream.next() { documents[article.id] = document }
    }
    return documents
  }()

  /// Words that are markup, formulas, escapes or no text in one format or another.
  static let odd = "=1+1,\"<b>&amp;\\\" ]]>\u{0}\u{8}\u{FFFE}\r\n\u{202E}{{x}}\\"

  /// The story with odd words wherever words stand that do not come from an anchor.
  static let oddShip: WireTrace = {
    var trace = ship
    trace.stories[0].title = odd
    for number in trace.stories[0].articles.indices {
      trace.stories[0].articles[number].title = odd
      trace.stories[0].articles[number].outlet?.name = odd + String(number)
      trace.stories[0].articles[number].byline = [odd]
      trace.stories[0].articles[number].url = "https://example.org/" + odd
    }
    for number in trace.stories[0].origins.indices { trace.stories[0].origins[number].name = odd }
    for number in trace.stories[0].claims.indices {
      trace.stories[0].claims[number].text = odd
      trace.stories[0].claims[number].support[0].exact = odd
    }
    return trace
  }()

  static func json(_ format: ExportFormat, _ trace: WireTrace = ship) throws -> JSONValue {
    try JSONDecoder().decode(JSONValue.self, from: Data(format.text(trace).utf8))
  }

  static func lines(_ format: ExportFormat, _ trace: WireTrace = ship) throws -> [JSONValue] {
    try format.text(trace).split(separator: "\n").map { try JSONDecoder().decode(JSONValue.self, from: Data($0.utf8)) }
  }
}

extension JSONValue {
  /// Every value with its key, at any depth.
  var everything: [(key: String, value: JSONValue)] {
    switch self {
    case .object(let members): members.sorted { $0.key < $1.key }.flatMap { [($0.key, $0.value)] + $0.value.everything }
    case .list(let items): items.flatMap(\.everything)
    default: []
    }
  }
}

/// A reader of RFC 4180, as strict as the standard.
func cells(_ text: String) throws -> [[String]] {
  var rows: [[String]] = [[]]
  var cell: [UInt8] = []
  var (isQuoted, wasQuoted) = (false, false)
  let bytes = Array(text.utf8)
  var i = 0
  func close() { rows[rows.count - 1].append(String(decoding: cell, as: UTF8.self)) }
  while i < bytes.count {
    let next = i + 1 < bytes.count ? bytes[i + 1] : 0
    switch bytes[i] {
    case 0x22 where isQuoted && next == 0x22:
      cell.append(0x22)
      i += 1
    case 0x22 where isQuoted: isQuoted = false
    case 0x22:
      try #require(cell.isEmpty && !wasQuoted, "a mark inside a cell")
      (isQuoted, wasQuoted) = (true, true)
    case 0x2C where !isQuoted:
      close()
      (cell, wasQuoted) = ([], false)
    case 0x0D where !isQuoted:
      try #require(next == 0x0A)
      close()
      rows.append([])
      (cell, wasQuoted) = ([], false)
      i += 1
    default:
      try #require(isQuoted || bytes[i] != 0x0A, "a line feed outside of marks")
      cell.append(bytes[i])
    }
    i += 1
  }
  try #require(rows.removeLast().isEmpty, "no line break at the end")
  return rows
}
