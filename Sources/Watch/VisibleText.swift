/// The bytes of a page that are not markup: a bound for what it may cost to read it, not what a browser shows.
enum VisibleText {
  /// How many there are, outside tags, comments, scripts and styles; of what is no markup all are. O(n).
  static func count(_ bytes: [UInt8], isMarkup: Bool) -> Int {
    guard isMarkup else { return bytes.count }
    var count = 0
    var i = 0
    while i < bytes.count {
      if bytes[i] == UInt8(ascii: "<"), let end = end(ofTagAt: i, in: bytes) {
        i = end
      } else {
        count += 1
        i += 1
      }
    }
    return count
  }

  /// The place behind the tag, comment, script or style that begins with the `<` at `start`; nil where that is text.
  private static func end(ofTagAt start: Int, in bytes: [UInt8]) -> Int? {
    guard start + 1 < bytes.count else { return nil }
    let next = bytes[start + 1]
    if next == UInt8(ascii: "!") || next == UInt8(ascii: "/") || next == UInt8(ascii: "?") {
      let isComment = holds(dashes, bytes, at: start + 2)
      return isComment ? end(ofCommentAt: start + 2, in: bytes) : place(behind: [closing], in: bytes, from: start)
    }
    guard (0x61...0x7A).contains(next | 0x20) else { return nil }
    for (name, end) in hidden where holds(name, bytes, at: start + 1) {
      let after = start + 1 + name.count
      guard after < bytes.count, bytes[after] <= 0x20 || [closing, UInt8(ascii: "/")].contains(bytes[after]) else {
        break
      }
      return place(behind: end, in: bytes, from: after)
    }
    return place(behind: [closing], in: bytes, from: start)
  }

  private static let closing = UInt8(ascii: ">")
  private static let dashes = Array("--".utf8)
  private static let hidden = ["script", "style"].map { (name: Array($0.utf8), end: Array("</\($0)".utf8)) }

  /// A comment ends with `-->` or `--!>`, of which the dashes may be those that it begins with.
  private static func end(ofCommentAt start: Int, in bytes: [UInt8]) -> Int {
    var i = start
    while i < bytes.count {
      if holds(dashes, bytes, at: i) {
        let after = i + 2 < bytes.count && bytes[i + 2] == UInt8(ascii: "!") ? i + 3 : i + 2
        if after < bytes.count, bytes[after] == closing { return after + 1 }
      }
      i += 1
    }
    return bytes.count
  }

  /// Whether `word`, in lower case, stands at `place` in any case.
  private static func holds(_ word: [UInt8], _ bytes: [UInt8], at place: Int) -> Bool {
    guard place + word.count <= bytes.count else { return false }
    return word.indices.allSatisfy { bytes[place + $0] == word[$0] || bytes[place + $0] | 0x20 == word[$0] }
  }

  /// The place behind the next `word`; the end of the bytes where there is none.
  private static func place(behind word: [UInt8], in bytes: [UInt8], from start: Int) -> Int {
    var i = start
    while i < bytes.count {
      if holds(word, bytes, at: i) { return i + word.count }
      i += 1
    }
    return bytes.count
  }
}
