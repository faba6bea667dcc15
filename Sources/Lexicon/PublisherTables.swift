import TextBytes

/// Agencies and outlets by their names: two tables, since a page's credit asks for agencies alone.
enum PublisherTables {
  static let agencies = read { $0.isWire }
  static let outlets = read { !$0.isWire }

  private static func read(_ belongs: (Publisher.Kind) -> Bool) -> PhraseTable<Publisher> {
    var publishers = PhraseTable<Publisher>()
    table().forEachRow { row in
      guard let kind = Publisher.Kind(rawValue: row[1]), belongs(kind), var publisher = Publisher(row) else { return }
      row.forEachName(6) { span, use in
        publisher.use = use
        publishers.insert(row.bytes, span, publisher)
      }
    }
    return publishers
  }

  static func table() -> TableBytes { LexiconFolder.table("world/publishers.tsv") }
}

/// Agencies and outlets by their keys and domains; only what is asked for is made.
struct PublisherIndex: Sendable {
  private let table: TableBytes
  /// Where the line of a key or a domain begins.
  private var lines: [FoldHash: Int] = [:]

  static let shared = PublisherIndex()

  private init() {
    let table = PublisherTables.table()
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
