import TextBytes

/// Tags, comments and raw text.
extension Skeleton {
  mutating func comment(_ source: Span<UInt8>, at start: Int) -> Int {
    let inside = start + 4
    guard holds("<!--", source, at: start) else {
      if foreignDepth > 0, holds("<![CDATA[", source, at: start) { return foreignEnd(source, from: start + 1) }
      return past(UInt8(ascii: ">"), source, from: start)
    }
    if holds(">", source, at: inside) { return inside + 1 }
    if holds("->", source, at: inside) { return inside + 2 }
    var i = inside
    while i + 2 < source.count {
      i = firstIndex(of: UInt8(ascii: "-"), in: source, from: i)
      guard i + 2 < source.count else { break }
      if source[i + 1] == UInt8(ascii: "-") {
        if source[i + 2] == UInt8(ascii: ">") {
          if i - inside >= 16 { cut(source, inside, i) }
          return i + 3
        }
        if holds("--!>", source, at: i) { return i + 4 }
      }
      i += 1
    }
    return source.count
  }

  mutating func endTag(_ source: Span<UInt8>, at start: Int) -> Int {
    guard start + 2 < source.count, isLetter(source[start + 2]) else {
      return past(UInt8(ascii: ">"), source, from: start)
    }
    if foreignDepth > 0, Self.foreign.contains(packedName(at: start + 2, in: source)) { foreignDepth -= 1 }
    if packedName(at: start + 2, in: source) == Self.select { isInSelect = false }
    return TagReader(source, from: start + 2).end
  }

  /// Notes the attributes of a start tag and cuts them, and the raw text behind it; the offset where markup goes on.
  mutating func startTag(_ source: Span<UInt8>, at start: Int) -> Int {
    let before = attributes.count
    let tag = TagReader(source, from: start + 1, into: &attributes)
    guard tag.isComplete else {
      attributes.removeLast(attributes.count - before)
      return source.count
    }
    let name = packedName(at: start + 1, in: source)
    let isWhole = nameEnd(start + 1, name) == tag.nameEnd
    if name == Self.frameset { hasFrames = true }
    if tag.isSelfClosing, isWhole, foreignDepth == 0, !isInSelect, Self.raw.contains(name), name != Self.plaintext,
      !isClosed(name, source, after: tag.end)
    {
      attributes.removeLast(attributes.count - before)
      cut(source, start, tag.end)
      return tag.end
    }
    let keepsAttributes = isWhole ? Self.telling.contains(FoldHash(value: name)) : name == Self.annotation
    if attributes.count > before {
      tags.append(Tag(at: bytes.count + start - copied, attributes: before..<attributes.count))
    }
    if !keepsAttributes { cut(source, tag.nameEnd, tag.isSelfClosing ? tag.end - 2 : tag.end - 1) }
    guard isWhole else { return tag.end }
    if Self.foreign.contains(name) {
      if !tag.isSelfClosing { foreignDepth += 1 }
      return tag.end
    }
    if name == Self.select { isInSelect = true }
    if name == Self.pre || name == Self.listing { isBehindPre = true }
    guard Self.raw.contains(name) else { return tag.end }
    // A menu passes over the tags of most raw text: from there on nothing is cut.
    if isInSelect, name != Self.script, name != Self.textarea { return source.count }
    return foreignDepth > 0 ? foreignEnd(source, from: tag.end, of: name) : rawText(name, source, from: tag.end)
  }

  /// Whether an end tag of raw text follows. Where none does, `<iframe/>` was written as XML, as an element without text: to HTML the
  /// rest of the page were its text. O(n) once for each name that none follows.
  private mutating func isClosed(_ element: UInt64, _ source: Span<UInt8>, after start: Int) -> Bool {
    if neverClosed.contains(element) { return false }
    var i = start
    while i + 1 < source.count {
      i = firstIndex(of: UInt8(ascii: "<"), in: source, from: i)
      if i + 1 < source.count, source[i + 1] == UInt8(ascii: "/"), isName(element, source, at: i + 2) { return true }
      i += 1
    }
    neverClosed.append(element)
    return false
  }

  /// Takes out the raw text behind a start tag; the offset where markup goes on.
  private mutating func rawText(_ element: UInt64, _ source: Span<UInt8>, from start: Int) -> Int {
    if element == Self.plaintext { return source.count }
    var end = start
    var hasComment = false
    while end + 1 < source.count {
      end = firstIndex(of: UInt8(ascii: "<"), in: source, from: end)
      guard end + 1 < source.count else { break }
      if source[end + 1] == UInt8(ascii: "/"), isName(element, source, at: end + 2) {
        if element == Self.script || element == Self.style { cut(source, start, end) }
        return end
      }
      if element == Self.script {
        hasComment = hasComment || holds("<!--", source, at: end)
        if hasComment, isName(element, source, at: end + 1) { return source.count }
      }
      end += 1
    }
    return source.count
  }

  /// The end of what may or may not be raw text within `svg` or `math`: where no markup stands in it, that is no question; else the
  /// rest of the page stays as it is.
  private func foreignEnd(_ source: Span<UInt8>, from start: Int, of element: UInt64? = nil) -> Int {
    let open = firstIndex(of: UInt8(ascii: "<"), in: source, from: start)
    guard let element else {
      let close = firstIndex(of: UInt8(ascii: ">"), in: source, from: start)
      let isSection = close < open && holds("]]>", source, at: close - 2)
      return isSection ? close + 1 : source.count
    }
    guard open + 1 < source.count, source[open + 1] == UInt8(ascii: "/"), isName(element, source, at: open + 2) else {
      return source.count
    }
    return open
  }

  func past(_ byte: UInt8, _ source: Span<UInt8>, from start: Int) -> Int {
    min(source.count, firstIndex(of: byte, in: source, from: start) + 1)
  }

  private func isName(_ name: UInt64, _ source: Span<UInt8>, at i: Int) -> Bool {
    guard packedName(at: i, in: source) == name else { return false }
    if name == Self.plaintext { return true }
    let end = nameEnd(i, name)
    return end < source.count && (isBlank(source[end]) || source[end] == 0x2F || source[end] == 0x3E)
  }

  /// The offset behind a packed name of up to eight bytes.
  private func nameEnd(_ i: Int, _ name: UInt64) -> Int { i + (64 - name.leadingZeroBitCount + 7) / 8 }

  private func holds(_ text: StaticString, _ source: Span<UInt8>, at i: Int) -> Bool {
    guard i + text.utf8CodeUnitCount <= source.count else { return false }
    for k in 0..<text.utf8CodeUnitCount where unsafe source[i + k] != text.utf8Start[k] { return false }
    return true
  }

  private static let script = packed("script")
  private static let style = packed("style")
  private static let plaintext = packed("plaintex")
  private static let pre = packed("pre")
  private static let listing = packed("listing")
  private static let select = packed("select")
  private static let textarea = packed("textarea")
  private static let frameset = packed("frameset")
  private static let annotation = packed("annotation-xml")
  private static let foreign = [packed("svg"), packed("math")]
  /// The elements whose inside is no markup.
  private static let raw =
    [script, style, plaintext]
    + ["title", "textarea", "iframe", "noembed", "noframes", "xmp"].map { packed($0) }
  /// The elements whose attributes the parser looks at: it puts those of a second `html` or `body` to the first, closes menus for
  /// `input`, counts formatting elements that are the same, and leaves `svg` for some of `font`.
  private static let telling = Set(
    [
      "html", "body", "input", "isindex", "svg", "math", "b", "big", "code", "em", "font", "i", "nobr", "s", "small",
      "strike", "strong", "tt", "u",
    ].map { FoldHash(value: packed($0)) })
}

func isLetter(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte | 0x20) }
func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x0A || byte == 0x09 || byte == 0x0D || byte == 0x0C }

/// The end of the words from `start` that the parser reads as they stand: without entities, carriage returns, and what it replaces.
func plainEnd(_ source: Span<UInt8>, _ start: Int, _ end: Int) -> Int {
  var i = start
  while i < end {
    let byte = source[i]
    if byte < 0x80 {
      if byte == UInt8(ascii: "&") || byte < 0x20 && byte != 0x0A && byte != 0x09 || byte == 0x7F { return i }
    } else if byte >= 0xC2, isReplaced(byte, source, i, end) {
      return i
    }
    i += 1
  }
  return end
}

/// Whether the character at `i` is a control character or none, which the parser replaces.
private func isReplaced(_ byte: UInt8, _ source: Span<UInt8>, _ i: Int, _ end: Int) -> Bool {
  switch byte {
  case 0xC2: i + 1 < end && source[i + 1] < 0xA0
  case 0xEF: i + 2 < end && (source[i + 1] == 0xB7 || source[i + 1] == 0xBF && source[i + 2] >= 0xBE)
  case 0xF0...: i + 3 < end && source[i + 2] == 0xBF && source[i + 3] >= 0xBE
  default: false
  }
}

/// The letters and digits of the name at `start`, in lower case, the first eight of them in one number; 0 where none stands.
func packedName(at start: Int, in bytes: Span<UInt8>) -> UInt64 {
  var name: UInt64 = 0
  var i = start
  while i < bytes.count, i < start + 8 {
    let byte = bytes[i]
    if isLetter(byte) {
      name = name << 8 | UInt64(byte | 0x20)
    } else if i > start, byte >= 0x30, byte <= 0x39 {
      name = name << 8 | UInt64(byte)
    } else {
      break
    }
    i += 1
  }
  return name
}

/// ``packedName(at:in:)`` of a name at hand.
func packed(_ name: String) -> UInt64 { packedName(at: 0, in: Array(name.utf8).span) }
