/// What stands before and in the root tag of an XML or HTML text.
struct XMLPrologue {
  /// The root element's name in lower case; nil where no tag follows.
  private(set) var root: String?
  /// Whether `<?xml` stands in front.
  private(set) var isDeclaredXML = false
  /// Whether `<!DOCTYPE html` stands in front.
  private(set) var isHTML = false

  /// Reads past declarations, comments and processing instructions. O(length of the prologue).
  init(_ text: ArraySlice<UInt8>) {
    var rest = text
    while true {
      rest = rest.drop { $0 != UInt8(ascii: "<") }
      let opening = String(decoding: rest.prefix(16), as: UTF8.self).lowercased()
      if opening.hasPrefix("<?") {
        isDeclaredXML = isDeclaredXML || opening.hasPrefix("<?xml ")
        rest = Self.behind("?>", in: rest)
      } else if opening.hasPrefix("<!--") {
        rest = Self.behind("-->", in: rest)
      } else if opening.hasPrefix("<!doctype") {
        isHTML = opening.hasPrefix("<!doctype html")
        rest = Self.behindDoctype(rest)
      } else {
        break
      }
    }
    let name = rest.dropFirst().prefix { $0 > 0x20 && $0 != UInt8(ascii: ">") && $0 != UInt8(ascii: "/") }.prefix(64)
    if let first = name.first, first | 0x20 >= 0x61, first | 0x20 <= 0x7A {
      root = String(decoding: name, as: UTF8.self).lowercased()
    }
  }

  private static func behind(_ mark: String, in text: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    let mark = Array(mark.utf8)
    var i = text.startIndex
    while i < text.endIndex {
      if text[i] == mark[0], text[i...].starts(with: mark) { return text[(i + mark.count)...] }
      i += 1
    }
    return []
  }

  /// Behind a document type declaration with its internal subset and its quoted strings (XML 1.0, 2.8).
  static func behindDoctype(_ text: ArraySlice<UInt8>) -> ArraySlice<UInt8> { text[doctypeEnd(text).end...] }

  /// Where the declaration ends. One whose quotation marks or brackets do not match ends at the first `>`, and is not whole.
  static func doctypeEnd(_ text: ArraySlice<UInt8>) -> (end: Int, isWhole: Bool) {
    var quote: UInt8?
    var depth = 0
    for i in text.indices {
      let byte = text[i]
      if let open = quote {
        if byte == open { quote = nil }
      } else if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
        quote = byte
      } else if byte == UInt8(ascii: "<") {
        depth += 1
      } else if byte == UInt8(ascii: ">") {
        depth -= 1
        if depth == 0 { return (i + 1, true) }
      }
    }
    return (text.firstIndex(of: UInt8(ascii: ">")).map { $0 + 1 } ?? text.endIndex, false)
  }
}
