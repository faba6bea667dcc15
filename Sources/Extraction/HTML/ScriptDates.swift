import HTMLTree
import NewsModel
import TextBytes

/// The publication date that a page's scripts carry under a name that says so: `"publishedDate": "2025-03-02T…"`.
struct ScriptDates: Sendable {
  private(set) var published: Timestamp?

  /// Reads the scripts, the first date first. O(bytes of scripts).
  init(_ tree: HTMLTree) {
    let scripts = tree.elements(.script).flatMap { i in
      (i..<tree.nodes[i].end).filter { tree.nodes[$0].isText }.map { tree.textBytes($0) }
    }
    for name in Self.names {
      for (bytes, span) in scripts where published == nil { published = Self.date(in: Array(bytes[span.range]), name) }
    }
  }

  /// How such names begin; what says "published" goes before what says "created".
  private static let names = ["publi", "created", "releasedate"].map { Array($0.utf8) }

  private static func date(in bytes: [UInt8], _ name: [UInt8]) -> Timestamp? {
    var i = 0
    while i + 20 < bytes.count {
      if name.indices.allSatisfy({ bytes[i + $0] | 0x20 == name[$0] | 0x20 }),
        let value = value(after: i + name.count, in: bytes)
      {
        return value
      }
      i += 1
    }
    return nil
  }

  /// The ISO date that a name at hand is given, no more than the rest of the name and some marks away.
  private static func value(after start: Int, in bytes: [UInt8]) -> Timestamp? {
    var i = start
    let end = min(bytes.count, start + 40)
    while i < end, isNamePart(bytes[i]) { i += 1 }
    let name = bytes[start..<i].map { $0 | 0x20 }
    guard !String(decoding: name, as: UTF8.self).hasSuffix("id") else { return nil }
    while i < end, [0x20, 0x22, 0x27, 0x3A, 0x3D, 0x5C].contains(bytes[i]) { i += 1 }
    guard i + 10 <= bytes.count, (0x30...0x39).contains(bytes[i]) else { return nil }
    let text = String(decoding: bytes[i..<min(bytes.count, i + 25)], as: UTF8.self)
    guard let date = CalendarDate(iso: text.prefix(10)), date.year >= 1995 else { return nil }
    return Timestamp(iso: String(text.prefix { !"\"' \\,".contains($0) })) ?? Timestamp(date)
  }

  private static func isNamePart(_ byte: UInt8) -> Bool {
    (0x61...0x7A).contains(byte | 0x20) || byte == 0x5F || byte == 0x2D
  }
}
