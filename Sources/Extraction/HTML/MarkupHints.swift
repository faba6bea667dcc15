import Foundation
import HTMLTree
import Lexicon
import NewsModel
import TextBytes

/// What tags, classes and ids tell of an element.
struct MarkupHints: Sendable {
  /// A reason to cut an element, and the tag or the word of its class that gives it.
  struct Hint: Sendable, Hashable {
    var reason: Removal.Reason
    var word: String
    /// Whether a page may have more of it than of the story: comments, notices on cookies.
    var isSure = false
    /// Whether it says so only of short lines: a class "author" may hold all that one has written.
    var isShort = false
    /// Whether a standfirst may be called so: a "teaser" stands above the story, too.
    var mayLead = false
    init(_ reason: Removal.Reason, _ word: String) {
      self.reason = reason
      self.word = word
    }
  }
  static let shared = MarkupHints()
  private let words: [String: Hint]

  init() {
    var words: [String: Hint] = [:]
    for row in TableFile(ExtractionTables.root.appendingPathComponent("markup.tsv")).rows where row.count >= 2 {
      guard let reason = Removal.Reason(rawValue: row[0]) else { continue }
      words[row[1]] = Hint(reason, row[1])
      words[row[1]]?.isSure = row.count >= 3 && row[2] == "sure"
      words[row[1]]?.mayLead = row.count >= 3 && row[2] == "lead"
      words[row[1]]?.isShort = row.count >= 3 && row[2] == "short"
    }
    self.words = words
  }

  /// Elements whose text no reader sees.
  static func isInvisible(_ node: HTMLTree.Node) -> Bool {
    node.tag.map { invisible.contains($0) } == true
  }
  private static let invisible: Set<String> = [
    "script", "style", "noscript", "template", "svg", "head", "iframe", "select", "textarea", "math", "object",
    "video", "audio", "canvas", "datalist",
  ]

  /// Hidden at first: menus and dialogs, but also whole stories that a script is to move into place.
  private func isHidden(_ node: HTMLTree.Node) -> Bool {
    if node.attribute("hidden") != nil { return true }
    guard let style = node.attribute("style"), style.utf8.contains(UInt8(ascii: ":")) else { return false }
    let flat = String(decoding: style.utf8.lazy.filter { $0 != 0x20 }.map { $0 | 0x20 }, as: UTF8.self)
    return flat.contains("display:none") || flat.contains("visibility:hidden")
  }

  /// The reason for which an element's text would be cut, or nil. `named` is what its role, class or id gives.
  fileprivate func hint(_ node: HTMLTree.Node, named: Hint?) -> Hint? {
    guard let tag = node.tag else { return nil }
    if isHidden(node) { return Hint(.interface, "hidden") }
    switch tag {
    case "nav": return Hint(.navigation, tag)
    case "footer": return Hint(.navigation, tag)
    case "aside": return Hint(.related, tag)
    case "figcaption": return Hint(.caption, tag)
    case "form", "button", "dialog", "label", "fieldset": return Hint(.interface, tag)
    case "body", "html", "main", "article", "p", "h1", "blockquote": return nil
    default: return named
    }
  }

  /// Looks at whole names and at their parts: "article-related__list" has "related".
  fileprivate func hint(ofNames value: String) -> Hint? {
    let bytes = value.utf8.map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }
    for name in bytes.split(separator: 0x20) {
      if let hint = words[String(decoding: name, as: UTF8.self)] { return hint }
      guard name.contains(where: { $0 == 0x2D || $0 == 0x5F }) else { continue }
      for part in name.split(whereSeparator: { $0 == 0x2D || $0 == 0x5F }) {
        if let hint = words[String(decoding: part, as: UTF8.self)] { return hint }
      }
    }
    return nil
  }
}

/// What the tags, classes and ids of a page tell, read once.
struct PageHints: Sendable {
  /// The reason for which the text of each element would be cut.
  private var all: [Int: MarkupHints.Hint] = [:]
  /// The reason that its role, class or id gives, whatever its tag.
  private var byName: [Int: MarkupHints.Hint] = [:]
  /// The elements whose tag alone tells nothing.
  private var toldByName: Set<Int> = []

  /// O(nodes), each class looked up once.
  init(_ tree: HTMLTree) {
    var known: [String: MarkupHints.Hint?] = [:]
    for i in tree.nodes.indices {
      let node = tree.nodes[i]
      guard case .element(_, let attributes) = node.content else { continue }
      let named = attributes.isEmpty ? nil : Self.named(node, &known)
      byName[i] = named
      if let hint = MarkupHints.shared.hint(node, named: named) { all[i] = hint }
      if named != nil, MarkupHints.shared.hint(node, named: nil) == nil { toldByName.insert(i) }
    }
  }

  private static func named(_ node: HTMLTree.Node, _ known: inout [String: MarkupHints.Hint?]) -> MarkupHints.Hint? {
    for name in ["role", "class", "id"] {
      guard let value = node.attribute(name) else { continue }
      let hint = known[value] ?? MarkupHints.shared.hint(ofNames: value)
      known[value] = .some(hint)
      if let hint { return hint }
    }
    return nil
  }

  /// The reason for which the text of element `i` would be cut, or nil; by its tag alone, but for names that are sure.
  func hint(_ i: Int, byTagOnly: Bool = false) -> MarkupHints.Hint? {
    guard let hint = all[i] else { return nil }
    return byTagOnly && !hint.isSure && toldByName.contains(i) ? nil : hint
  }

  /// The reason that the role, class or id of element `i` gives, whatever its tag.
  func named(_ i: Int) -> MarkupHints.Hint? { byName[i] }
}
