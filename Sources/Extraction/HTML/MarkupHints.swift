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
    guard let tag = node.tag else { return false }
    if [
      "script", "style", "noscript", "template", "svg", "head", "iframe", "select", "textarea", "math", "object",
      "video", "audio", "canvas", "datalist",
    ].contains(tag) {
      return true
    }
    return false
  }

  /// Hidden at first: menus and dialogs, but also whole stories that a script is to move into place.
  private func isHidden(_ node: HTMLTree.Node) -> Bool {
    if node.attribute("hidden") != nil { return true }
    guard let style = node.attribute("style") else { return false }
    let flat = style.lowercased().filter { $0 != " " }
    return flat.contains("display:none") || flat.contains("visibility:hidden")
  }

  /// The reason for which an element's text would be cut, or nil.
  func hint(_ node: HTMLTree.Node, byTagOnly: Bool = false) -> Hint? {
    guard let tag = node.tag else { return nil }
    if isHidden(node) { return Hint(.interface, "hidden") }
    switch tag {
    case "nav": return Hint(.navigation, tag)
    case "footer": return Hint(.navigation, tag)
    case "aside": return Hint(.related, tag)
    case "figcaption": return Hint(.caption, tag)
    case "form", "button", "dialog", "label", "fieldset": return Hint(.interface, tag)
    case "body", "html", "main", "article", "p", "h1", "blockquote": return nil
    default: break
    }
    let named = named(node)
    return byTagOnly && named?.isSure != true ? nil : named
  }

  /// The reason that an element's role, class or id gives, whatever its tag.
  func named(_ node: HTMLTree.Node) -> Hint? {
    for name in ["role", "class", "id"] {
      guard let value = node.attribute(name) else { continue }
      if let hint = hint(ofNames: value) { return hint }
    }
    return nil
  }

  /// Looks at whole names and at their parts: "article-related__list" has "related".
  private func hint(ofNames value: String) -> Hint? {
    let names = value.lowercased().split(separator: " ")
    for name in names {
      if let hint = words[String(name)] { return hint }
      for part in name.split(whereSeparator: { $0 == "-" || $0 == "_" }) {
        if let hint = words[String(part)] { return hint }
      }
    }
    return nil
  }
}
