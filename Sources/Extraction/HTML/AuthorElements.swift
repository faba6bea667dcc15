import HTMLTree
import Languages
import NewsModel
import TextBytes

/// The elements of a page that name its authors: microdata, links that are said to lead to them, classes that say "author".
struct AuthorElements: Sendable {
  /// What says that an element names an author, the surest last.
  private enum Kind: Int, Comparable {
    case named, linked, property
    static func < (a: Kind, b: Kind) -> Bool { a.rawValue < b.rawValue }
  }
  private var found: [(node: Int, kind: Kind, names: [String])] = []

  /// How far from the headline, in nodes, an author may be named.
  private static let headNodes = 200
  /// How far from the first author the others may be named.
  private static let groupNodes = 40

  /// Reads the elements that no comment, list or form holds. O(nodes).
  init(_ tree: HTMLTree, _ hints: PageHints) {
    var skipped = 0
    for i in tree.nodes.indices where i >= skipped {
      let node = tree.nodes[i]
      if node.isText { continue }
      if MarkupHints.isInvisible(node.tag) {
        skipped = node.end
        continue
      }
      let hint = hints.hint(i)
      if let hint, [.comments, .related, .navigation].contains(hint.reason) {
        if (node.end - i) * 3 < tree.nodes.count { skipped = node.end }
        continue
      }
      guard node.tag != .body, let kind = Self.kind(i, tree, hints.named(i)) else { continue }
      let names = Self.names(under: i, tree, kind)
      if names.isEmpty { continue }
      found.append((i, kind, names))
      skipped = node.end
    }
  }

  private static func kind(_ i: Int, _ tree: HTMLTree, _ named: MarkupHints.Hint?) -> Kind? {
    if tree.attribute(.itemprop, of: i)?.lowercased() == "author" { return .property }
    let isLink = tree.attribute(.rel, of: i)?.lowercased().split(separator: " ").contains("author") == true
    if isLink { return .linked }
    return named?.reason == .byline ? .named : nil
  }

  /// The names in an element that holds little else; one word is a name only where markup says so of just this element.
  private static func names(under i: Int, _ tree: HTMLTree, _ kind: Kind) -> [String] {
    guard tree.nodes[i].end - i <= 40 else { return [] }
    var pieces: [String] = []
    for j in (i + 1)..<max(i + 1, tree.nodes[i].end) {
      guard let text = tree.text(j) else { continue }
      let words = text.split { $0.isWhitespace || $0.isNewline }
      if !words.isEmpty { pieces.append(words.joined(separator: " ")) }
    }
    guard let first = pieces.first, pieces.count <= 12 else { return [] }
    if pieces.count == 1, kind != .named, let name = soleName(first) { return [name] }
    var names: [String] = []
    for piece in pieces where piece.utf8.count <= 120 {
      for name in personNames(in: piece) where !names.contains(name) { names.append(name) }
    }
    return names
  }

  /// A handle or a given name, as blogs sign: one word or two, no mark but those of names.
  private static func soleName(_ text: String) -> String? {
    let words = text.split(separator: " ")
    guard (1...2).contains(words.count), text.utf8.count <= 32 else { return nil }
    guard text.contains(where: \.isLetter), !text.contains(where: { ":/@|…?!".contains($0) }) else { return nil }
    let isTrade = words.contains { CueWords.shared.contains(FoldHash(folded(String($0))), .trade) }
    return isTrade || CueWords.shared.contains(FoldHash(folded(String(words[0]))), .authorLabel) ? nil : text
  }

  private static func personNames(in text: String) -> [String] {
    let page = Page(SourceText(text), language: .english)
    return page.lines.flatMap { BylineReader(page: page).names($0).map(\.name) }
  }

  /// The authors named nearest to the headline by the surest kind of element, in order. O(elements).
  func near(_ title: Int?) -> [String] {
    let reach = found.filter { element in title.map { abs(element.node - $0) <= Self.headNodes } ?? true }
    guard let best = reach.map(\.kind).max() else { return [] }
    let sure = reach.filter { $0.kind == best }
    let first = sure.min { distance($0.node, title) < distance($1.node, title) }
    guard let first else { return [] }
    var names: [String] = []
    for element in sure where abs(element.node - first.node) <= Self.groupNodes {
      for name in element.names where !names.contains(where: { folded($0) == folded(name) }) { names.append(name) }
    }
    return Array(names.prefix(8))
  }

  private func distance(_ node: Int, _ title: Int?) -> Int { title.map { abs(node - $0) } ?? node }
}
