import TextBytes

/// News agencies by their names.
enum AgencyTable {
  static let shared: PhraseTable<Publisher> = {
    var agencies = PhraseTable<Publisher>()
    TableBytes.publishers().forEachRow { row in
      guard Publisher.Kind(rawValue: row[1])?.isWire == true, var agency = Publisher(row) else { return }
      row.forEachName(6) { span, use in
        agency.use = use
        agencies.insert(row.bytes, span, agency)
      }
    }
    return agencies
  }()
}

/// Newspapers, broadcasters, magazines and sites by their names. A page asks for few of them: only those are made.
public struct OutletTable: Sendable {
  private struct Line: Sendable {
    var start: UInt32
    var use: NameUse
  }
  private let table: TableBytes
  private let lines: PhraseTable<Line>

  static let shared = OutletTable()

  private init() {
    let table = TableBytes.publishers()
    var lines = PhraseTable<Line>()
    lines.reserve(3_000)
    table.forEachRow { row in
      guard Publisher.Kind(rawValue: row[1])?.isWire == false else { return }
      let start = row.fields[0].start
      row.forEachName(6) { span, use in lines.insert(row.bytes, span, Line(start: UInt32(start), use: use)) }
    }
    (self.table, self.lines) = (table, lines)
  }

  private func publisher(_ line: Line) -> Publisher? {
    var publisher = Publisher(table.row(at: Int(line.start)))
    publisher?.use = line.use
    return publisher
  }

  /// The outlet with that whole name, or nil.
  public subscript(phrase phrase: some StringProtocol) -> Publisher? { lines[phrase: phrase].flatMap { publisher($0) } }

  /// The longest name that begins at word `start` of `count` words whose hashes `fold` gives, and its length in words.
  public func longestMatch(
    at start: Int, count: Int, fold: (Int) -> FoldHash
  ) -> (value: Publisher, length: Int)? {
    guard let match = lines.longestMatch(at: start, count: count, fold: fold), let found = publisher(match.value) else {
      return nil
    }
    return (found, match.length)
  }
}

extension TableBytes {
  fileprivate static func publishers() -> TableBytes { LexiconFolder.table("world/publishers.tsv") }
}

/// Agencies and outlets by their keys and domains; only what is asked for is made.
struct PublisherIndex: Sendable {
  private let table: TableBytes
  /// Where the line of a key or a domain begins.
  private var lines: [FoldHash: Int] = [:]

  static let shared = PublisherIndex()

  private init() {
    let table = TableBytes.publishers()
    var lines: [FoldHash: Int] = [:]
    lines.reserveCapacity(4_000)
    table.forEachRow { row in
      let line = row.fields[0].start
      lines[Self.hash(row.bytes, row.fields[0], .key)] = line
      row.forEachName(5) { span, _ in
        let domain = Self.hash(row.bytes, span, .domain)
        if lines[domain] == nil { lines[domain] = line }
      }
    }
    (self.table, self.lines) = (table, lines)
  }

  /// What a publisher is asked for by.
  enum Field: UInt64 { case key, domain }

  /// The publisher with that key or domain. O(1).
  subscript(field: Field, name: String) -> Publisher? {
    let bytes = Array(name.utf8)
    guard let line = lines[Self.hash(bytes, TextSpan(0, bytes.count), field)] else { return nil }
    return Publisher(table.row(at: line))
  }

  /// The hash of the bytes as they stand: keys tell capitals and diacritics apart.
  private static func hash(_ bytes: [UInt8], _ span: TextSpan, _ field: Field) -> FoldHash {
    var hash = FoldHash.empty.value ^ (field.rawValue << 32)
    for byte in bytes[span.range] { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
    return FoldHash(value: hash)
  }
}

extension Publisher {
  /// Columns: key, kind, country, group, "state" or nothing, domains, names.
  init?(_ row: TableBytes.Row) {
    guard let kind = Kind(rawValue: row[1]), let name = row.firstName(6) else { return nil }
    var domains: [String] = []
    row.forEachName(5) { span, _ in domains.append(row.string(span)) }
    self.init(
      key: row[0], name: name, kind: kind, country: row.optional(2), group: row.optional(3),
      isState: row[4] == "state", domains: domains, use: [])
  }
}
