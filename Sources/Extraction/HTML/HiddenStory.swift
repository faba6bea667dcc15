import HTMLTree
import TextBytes

/// A story that a page keeps in a script, for another script to show: in its linked data, or as a template of markup.
struct HiddenStory {
  /// The page's tree with the story behind everything else.
  let tree: HTMLTree
  /// The element that holds it.
  let node: Int
  /// How many words it has, roughly.
  let words: Int

  /// The longest story in a script of the page, if it has `least` words. O(n).
  static func longest(in tree: HTMLTree, _ source: SourceText, least: Int) -> HiddenStory? {
    var best: HiddenStory?
    for i in tree.elements(.script) {
      let kind = tree.attribute(.type, of: i)?.lowercased() ?? ""
      for text in i + 1..<max(i + 1, tree.nodes[i].end) where tree.nodes[text].isText {
        let place = tree.nodes[text].source
        let found =
          kind.contains("ld+json")
          ? ofLinkedData(tree, source, place)
          : kind.contains("template") || kind == "text/html" ? ofTemplate(tree, source, place) : nil
        if let found, found.words >= max(least, (best?.words ?? 0) + 1) { best = found }
      }
    }
    return best
  }

  private static func ofTemplate(_ tree: HTMLTree, _ source: SourceText, _ place: TextSpan) -> HiddenStory? {
    guard let fragment = try? HTMLTree(parsing: SourceText(source[place])) else { return nil }
    let added = tree.adding(fragment, at: place.start)
    return HiddenStory(tree: added.tree, node: added.node, words: roughWords(fragment.text(under: 0)))
  }

  private static func ofLinkedData(_ tree: HTMLTree, _ source: SourceText, _ place: TextSpan) -> HiddenStory? {
    guard let start = StringScanner.value(of: "\"articleBody\"", in: source, place) else { return nil }
    var scanner = StringScanner(source: source, at: start, end: place.end)
    let paragraphs = scanner.paragraphs().map { shown($0) }.filter { !$0.isEmpty }
    guard !paragraphs.isEmpty else { return nil }
    let added = tree.adding(paragraphs: paragraphs)
    return HiddenStory(
      tree: added.tree, node: added.node, words: paragraphs.joined().reduce(0) { $0 + roughWords($1.text) })
  }

  /// Markup within the data is read as such; its words then have the place of the whole paragraph.
  private static func shown(_ runs: [HTMLTree.Run]) -> [HTMLTree.Run] {
    guard let first = runs.first, let last = runs.last else { return [] }
    let text = runs.map(\.text).joined()
    let hasMarkup = text.contains("<") && text.contains(">") || text.contains("&") && text.contains(";")
    guard hasMarkup, let inner = try? HTMLTree(parsing: SourceText(text)) else { return runs }
    return [HTMLTree.Run(text: inner.text(under: 0), source: first.source.union(last.source))]
  }
}

/// How many stretches without blanks there are at `span`. O(n).
func roughWords(_ bytes: borrowing Span<UInt8>, _ span: TextSpan) -> Int {
  var count = 0
  var isInside = false
  for i in span.range {
    let isLetter = bytes[i] > 0x20
    if isLetter, !isInside { count += 1 }
    isInside = isLetter
  }
  return count
}

private func roughWords(_ text: String) -> Int {
  let bytes = Array(text.utf8)
  return roughWords(bytes.span, TextSpan(0, bytes.count))
}

/// Reads a JSON string where it stands, so that its words keep their places.
struct StringScanner {
  let source: SourceText
  private var at: Int
  private let end: Int
  private var lines: [[HTMLTree.Run]] = [[]]

  init(source: SourceText, at: Int, end: Int) {
    self.source = source
    self.at = at
    self.end = end
  }

  /// Where the string behind a key begins, within its quotes; nil where there is none. O(n).
  static func value(of key: String, in source: SourceText, _ place: TextSpan) -> Int? {
    let wanted = Array(key.utf8)
    let bytes = source.bytes
    var i = place.start
    while i + wanted.count < place.end {
      guard bytes[i] == wanted[0], bytes[i..<i + wanted.count].elementsEqual(wanted) else {
        i += 1
        continue
      }
      i += wanted.count
      while i < place.end, bytes[i] <= 0x20 || bytes[i] == UInt8(ascii: ":") { i += 1 }
      return i < place.end && bytes[i] == UInt8(ascii: "\"") ? i + 1 : nil
    }
    return nil
  }

  /// The string's lines, each as runs that stand in the source as they are read, and escapes between them. O(n).
  mutating func paragraphs() -> [[HTMLTree.Run]] {
    var start = at
    while at < end, source.bytes[at] != UInt8(ascii: "\"") {
      let byte = source.bytes[at]
      guard byte == UInt8(ascii: "\\") || byte == 0x0A || byte == 0x0D else {
        at += 1
        continue
      }
      add(start)
      byte == UInt8(ascii: "\\") ? readEscape() : breakLine(1)
      start = at
    }
    add(start)
    return lines
  }

  private mutating func add(_ start: Int) {
    guard at > start else { return }
    let span = TextSpan(start, at)
    lines[lines.count - 1].append(HTMLTree.Run(text: source[span], source: span))
  }

  private mutating func breakLine(_ length: Int) {
    if lines.last?.isEmpty == false { lines.append([]) }
    at = min(end, at + length)
  }

  private mutating func readEscape() {
    guard at + 1 < end else {
      at = end
      return
    }
    switch source.bytes[at + 1] {
    case UInt8(ascii: "n"), UInt8(ascii: "r"): breakLine(2)
    case UInt8(ascii: "t"), UInt8(ascii: "b"), UInt8(ascii: "f"): put(" ", 2)
    case UInt8(ascii: "u"): readCodePoint()
    default: put(String(decoding: [source.bytes[at + 1]], as: UTF8.self), 2)
    }
  }

  private mutating func put(_ text: String, _ length: Int) {
    let span = TextSpan(at, min(end, at + length))
    lines[lines.count - 1].append(HTMLTree.Run(text: text, source: span))
    at = span.end
  }

  private mutating func readCodePoint() {
    guard let first = unit(at) else { return put("\u{FFFD}", 2) }
    if first & 0xFC00 == 0xD800, let second = unit(at + 6), second & 0xFC00 == 0xDC00 {
      return put(String(decoding: [first, second], as: UTF16.self), 12)
    }
    if first == 0x0A || first == 0x0D { return breakLine(6) }
    put(String(decoding: [first], as: UTF16.self), 6)
  }

  /// The four digits of the escape at `i`.
  private func unit(_ i: Int) -> UInt16? {
    guard i + 6 <= end, source.bytes[i] == UInt8(ascii: "\\"), source.bytes[i + 1] == UInt8(ascii: "u") else {
      return nil
    }
    return UInt16(source[TextSpan(i + 2, i + 6)], radix: 16)
  }
}
