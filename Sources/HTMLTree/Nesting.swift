import TextBytes

/// Throws where start tags pile up without end tags, before the parser, which looks through the open elements at each tag, gets to see them.
///
/// An estimate: elements that HTML closes by itself do not count, and an end tag closes one element, whichever. O(n).
func checkNesting(of bytes: Span<UInt8>, most: Int) throws(HTMLError) {
  var depth = 0
  var i = 0
  let (script, style, uncounted) = (Nesting.script, Nesting.style, Nesting.selfClosing)
  while i + 1 < bytes.count {
    i = firstIndex(of: UInt8(ascii: "<"), in: bytes, from: i)
    guard i + 1 < bytes.count else { return }
    let isEnd = bytes[i + 1] == UInt8(ascii: "/")
    let name = packedName(at: i + (isEnd ? 2 : 1), in: bytes)
    if isEnd {
      if name > 0, !uncounted.contains(FoldHash(value: name)) { depth = max(0, depth - 1) }
      i += 2
    } else if name > 0 {
      i += 1
      if name == script || name == style {
        i = Nesting.skip(to: name, from: i, in: bytes)
      } else if !uncounted.contains(FoldHash(value: name)) {
        depth += 1
        if depth > most { throw HTMLError(reason: .tooDeep(limit: most), offset: i) }
      }
    } else {
      i += 1
    }
  }
}

private enum Nesting {
  /// Elements without content, and those whose next sibling closes them.
  static let selfClosing: Set<FoldHash> = Set(
    [
      "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr", "param",
      "p",
      "li", "td",
      "th", "tr", "tbody", "thead", "tfoot", "dt", "dd", "option", "optgroup", "path", "rect", "circle", "use", "line",
      "polygon",
      "ellipse", "polyline", "stop",
    ].map { FoldHash(value: packed($0)) })
  static let script = packed("script")
  static let style = packed("style")

  /// The offset of the end tag that closes raw text, or the end of the source.
  static func skip(to name: UInt64, from start: Int, in bytes: Span<UInt8>) -> Int {
    var i = start
    while i + 1 < bytes.count {
      i = firstIndex(of: UInt8(ascii: "<"), in: bytes, from: i)
      guard i + 1 < bytes.count else { return bytes.count }
      if bytes[i + 1] == UInt8(ascii: "/"), packedName(at: i + 2, in: bytes) == name { return i + 2 }
      i += 1
    }
    return bytes.count
  }
}
