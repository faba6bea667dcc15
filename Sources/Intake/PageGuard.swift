import TextBytes

/// How deep the elements of a page nest and how long its tags are, told without parsing it: start tags without end tags, those left out that HTML closes by
/// itself. A guard against pages made to exhaust a parser, not a measure.
enum PageGuard {
  /// Pages of news stay below 100; a page beyond this is none.
  static let limit = 10_000

  /// The longest tag in bytes: a picture may stand in an attribute, more may not.
  static let tagLimit = 8 << 20

  /// What is wrong with the page: it nests deeper than ``limit``, or a tag is longer than ``tagLimit``; nil for sound pages. O(n).
  static func fault(_ bytes: [UInt8]) -> String? { fault(bytes.span) }

  private static func fault(_ bytes: Span<UInt8>) -> String? {
    let (script, style, uncounted) = (Self.script, Self.style, Self.uncounted)
    var depth = 0
    var opened: Int?
    var i = 0
    while i + 1 < bytes.count {
      let open = firstIndex(of: UInt8(ascii: "<"), in: bytes, from: i)
      if let start = opened {
        let close = firstIndex(of: UInt8(ascii: ">"), in: bytes, from: i, before: open)
        if close < open, close + 1 < bytes.count {
          if close - start > tagLimit { return longTag }
          opened = nil
        }
      }
      guard open + 1 < bytes.count else { break }
      let isEnd = bytes[open + 1] == UInt8(ascii: "/")
      let name = tagName(bytes, from: isEnd ? open + 2 : open + 1)
      i = open + 2
      if name != 0, opened == nil { opened = open }
      guard name != 0, !uncounted.contains(FoldHash(value: name)) else { continue }
      if isEnd {
        depth = max(0, depth - 1)
      } else if name == script || name == style {
        opened = nil
        i = end(of: name, in: bytes, from: i)
      } else {
        depth += 1
        if depth > limit { return "nests more than \(limit) elements, as no page of news does; it is not read" }
      }
    }
    return opened.map { bytes.count - $0 > tagLimit } == true ? longTag : nil
  }

  private static let longTag = "has a tag of more than \(tagLimit >> 20) MB, as no page of news does; it is not read"

  /// Up to eight letters and digits in lower case, packed; 0 for no name.
  private static func tagName(_ bytes: Span<UInt8>, from start: Int) -> UInt64 {
    var name: UInt64 = 0
    var i = start
    while i < bytes.count, i < start + 8 {
      let byte = bytes[i]
      let isLetter = byte | 0x20 >= 0x61 && byte | 0x20 <= 0x7A
      guard isLetter || (i > start && byte >= 0x30 && byte <= 0x39) else { break }
      name = name << 8 | UInt64(byte | 0x20)
      i += 1
    }
    return name
  }

  /// Behind the end tag that closes raw text, or the end of the page.
  private static func end(of name: UInt64, in bytes: Span<UInt8>, from start: Int) -> Int {
    var i = start
    while i + 1 < bytes.count {
      i = firstIndex(of: UInt8(ascii: "<"), in: bytes, from: i)
      guard i + 1 < bytes.count else { break }
      if bytes[i + 1] == UInt8(ascii: "/"), tagName(bytes, from: i + 2) == name {
        return i + 2
      }
      i += 1
    }
    return bytes.count
  }

  private static func packed(_ name: String) -> UInt64 { tagName(Array(name.utf8).span, from: 0) }

  private static let script = packed("script")
  private static let style = packed("style")

  /// Elements without content, and those whose next sibling closes them.
  private static let uncounted: Set<FoldHash> = Set(
    [
      "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr", "param",
      "p",
      "li", "td", "th", "tr", "tbody", "thead", "tfoot", "dt", "dd", "option", "optgroup", "path", "rect", "circle",
      "use", "line", "polygon", "ellipse", "polyline", "stop", "image",
    ].map { FoldHash(value: packed($0)) })
}
