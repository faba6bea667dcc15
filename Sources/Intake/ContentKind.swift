import TextBytes

/// What the bytes of an input are, told by how they begin.
enum ContentKind: Hashable {
  case gzip, warc, arc, json, feed, html, flattened, binary, empty
  /// XML that is no feed and no page, by its root element.
  case otherXML(String)

  /// How many bytes a judgement takes.
  static let headLength = 16_384

  /// Judges by the first bytes, undecoded.
  init(head: [UInt8]) {
    guard head.contains(where: { $0 > 0x20 }) else {
      self = head.contains(0) ? .binary : .empty
      return
    }
    if head.starts(with: [0x1F, 0x8B]) {
      self = .gzip
    } else if head.starts(with: "WARC/".utf8) {
      self = .warc
    } else if head.starts(with: "filedesc://".utf8) {
      self = .arc
    } else if Self.isBinary(head) {
      self = .binary
    } else {
      self.init(text: Decoding.decode(head).text.bytes)
    }
  }

  /// Judges by the beginning of the decoded text.
  private init(text: [UInt8]) {
    let head = text.drop { $0 <= 0x20 }
    let next = head.dropFirst().first { $0 > 0x20 }
    if head.first == UInt8(ascii: "{"), next == UInt8(ascii: "\"") || next == UInt8(ascii: "}") {
      self = .json
    } else if head.first == UInt8(ascii: "["), let next, [UInt8(ascii: "{"), UInt8(ascii: "]")].contains(next) {
      self = .json
    } else if head.first == UInt8(ascii: "<") {
      self = Self.markup(head)
    } else {
      self = Self.closingTags(head) > 3 ? .html : .flattened
    }
  }

  private static func markup(_ head: ArraySlice<UInt8>) -> ContentKind {
    let prologue = XMLPrologue(head)
    switch prologue.root?.split(separator: ":").last.map(String.init) {
    case "rss", "rdf", "feed", "channel": return .feed
    case "html": return .html
    case let root? where prologue.isDeclaredXML || listed.contains(root): return .otherXML(root)
    default: return prologue.isHTML || closingTags(head) > 1 ? .html : .flattened
    }
  }

  /// Roots that need no declaration to be known for XML.
  private static let listed = NewsMLReader.roots.union(SitemapReader.roots).union(["opml"])

  private static func closingTags(_ text: ArraySlice<UInt8>) -> Int {
    zip(text, text.dropFirst()).count { $0 == UInt8(ascii: "<") && $1 == UInt8(ascii: "/") }
  }

  /// Whether the bytes are no text: a known signature, NUL bytes (outside UTF-16 and UTF-32), or many control characters.
  private static func isBinary(_ head: [UInt8]) -> Bool {
    if WideText.layout(head) != nil { return false }
    let signatures: [[UInt8]] = [
      Array("%PDF-".utf8), [0x89, 0x50, 0x4E, 0x47], [0xFF, 0xD8, 0xFF], [0x50, 0x4B, 3, 4],
    ]
    if signatures.contains(where: { head.starts(with: $0) }) { return true }
    let controls = head.count { $0 < 0x09 || ($0 > 0x0D && $0 < 0x20 && $0 != 0x1B) }
    return head.contains(0) || controls * 20 > head.count
  }
}
