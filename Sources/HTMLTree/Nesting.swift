import TextBytes

/// Throws where start tags pile up without end tags, before the parser, which frees its tree recursively, gets to see them.
///
/// An estimate: elements that HTML closes by itself do not count, and an end tag closes one element, whichever. O(n).
func checkNesting(of bytes: Span<UInt8>, most: Int) throws(HTMLError) {
  var depth = 0
  var i = 0
  while i + 1 < bytes.count {
    guard bytes[i] == UInt8(ascii: "<") else {
      i += 1
      continue
    }
    let isEnd = bytes[i + 1] == UInt8(ascii: "/")
    let name = packedName(at: i + (isEnd ? 2 : 1), in: bytes)
    if isEnd {
      if name > 0, !selfClosing.contains(name) { depth = max(0, depth - 1) }
      i += 2
    } else if name > 0 {
      i += 1
      if name == script || name == style {
        i = skip(to: name, from: i, in: bytes)
      } else if !selfClosing.contains(name) {
        depth += 1
        if depth > most { throw HTMLError(reason: .tooDeep(limit: most), offset: i) }
      }
    } else {
      i += 1
    }
  }
}

/// Elements without content, and those whose next sibling closes them.
private let selfClosing: Set<UInt64> = Set(
  [
    "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr", "param", "p",
    "li", "td",
    "th", "tr", "tbody", "thead", "tfoot", "dt", "dd", "option", "optgroup", "path", "rect", "circle", "use", "line",
    "polygon",
    "ellipse", "polyline", "stop",
  ].map { packed($0) })
private let script = packed("script")
private let style = packed("style")

/// The offset of the end tag that closes raw text, or the end of the source.
private func skip(to name: UInt64, from start: Int, in bytes: Span<UInt8>) -> Int {
  var i = start
  while i + 1 < bytes.count {
    if bytes[i] == UInt8(ascii: "<"), bytes[i + 1] == UInt8(ascii: "/"), packedName(at: i + 2, in: bytes) == name {
      return i + 2
    }
    i += 1
  }
  return bytes.count
}
