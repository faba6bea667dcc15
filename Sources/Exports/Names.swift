import Contract

/// Addresses for what a story holds, in a namespace of their own: an id of the archive or a path is no address that anybody could open.
enum Name {
  static let base = "urn:stemma:"

  static func story(_ id: String) -> String { base + "story:" + escaped(id) }
  static func article(_ id: String) -> String { base + "article:" + escaped(id) }
  /// An article's clean text, in which anchors count.
  static func text(_ article: String, part: String?) -> String {
    base + "text:" + escaped(article) + (part.map { ":" + $0 } ?? "")
  }
  static func claim(_ id: String, of story: String) -> String { Self.story(story) + ":claim:" + id }
  static func origin(_ id: String) -> String { base + "origin:" + id }
  static func entity(_ id: String) -> String { base + "entity:" + id }

  /// RFC 3986: letters, digits and `-._~` as they are, everything else in percent.
  static func escaped(_ text: String) -> String {
    let digits = Array("0123456789ABCDEF".utf8)
    var out: [UInt8] = []
    for byte in text.utf8 {
      switch byte {
      case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x2E, 0x5F, 0x7E: out.append(byte)
      default: out += [0x25, digits[Int(byte >> 4)], digits[Int(byte & 15)]]
      }
    }
    return String(decoding: out, as: UTF8.self)
  }

  /// The address that a page was fetched from or calls itself, where it is one of the web.
  static func web(_ article: WireArticle) -> String? {
    [article.canonicalUrl, article.url].compactMap { $0 }.first { isWeb($0) }
  }

  private static func isWeb(_ text: String) -> Bool {
    guard text.hasPrefix("http://") || text.hasPrefix("https://") else { return false }
    return text.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F && !Array("<>\"{}|\\^`".utf8).contains($0) }
  }
}
