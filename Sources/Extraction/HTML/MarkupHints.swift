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
  /// The place of a hint among ``all``; none is 0.
  typealias Number = UInt16

  static let shared = MarkupHints()
  /// Every hint, behind a place for none.
  let all: [Hint]
  /// The words of classes, by the hash of their bytes.
  private let words: [FoldHash: Number]

  init() {
    var all = Self.tags
    var words: [FoldHash: Number] = [:]
    for row in TableFile(path: ExtractionTables.root["markup.tsv"]).rows where row.count >= 2 {
      guard let reason = Removal.Reason(rawValue: row[0]) else { continue }
      var hint = Hint(reason, row[1])
      hint.isSure = row.count >= 3 && row[2] == "sure"
      hint.mayLead = row.count >= 3 && row[2] == "lead"
      hint.isShort = row.count >= 3 && row[2] == "short"
      words[Self.key(row[1])] = Number(all.count)
      all.append(hint)
    }
    self.all = all
    self.words = words
  }

  /// The hints that tags give, numbered as ``number(ofTag:)`` does, behind a place for none.
  private static let tags: [Hint] = [
    Hint(.other, ""), Hint(.interface, "hidden"), Hint(.navigation, "nav"), Hint(.navigation, "footer"),
    Hint(.related, "aside"), Hint(.caption, "figcaption"), Hint(.interface, "form"), Hint(.interface, "button"),
    Hint(.interface, "dialog"), Hint(.interface, "label"), Hint(.interface, "fieldset"),
  ]

  private static func number(ofTag tag: HTMLTag) -> Number {
    switch tag {
    case .nav: 2
    case .footer: 3
    case .aside: 4
    case .figcaption: 5
    case .form: 6
    case .button: 7
    case .dialog: 8
    case .label: 9
    case .fieldset: 10
    default: 0
    }
  }

  /// Elements whose text no reader sees.
  static func isInvisible(_ tag: HTMLTag) -> Bool {
    switch tag {
    case .script, .style, .noscript, .template, .svg, .head, .iframe, .select, .textarea, .math, .object, .video,
      .audio, .canvas, .datalist:
      true
    default: false
    }
  }

  /// Hidden at first: menus and dialogs, but also whole stories that a script is to move into place.
  private func isHidden(_ i: Int, _ tree: HTMLTree) -> Bool {
    if tree.has(.hidden, i) { return true }
    guard let style = tree.attributeBytes(.style, of: i), style.contains(UInt8(ascii: ":")) else { return false }
    let flat = style.filter { $0 != 0x20 }.map { $0 | 0x20 }
    return holds(flat, Self.notDisplayed) || holds(flat, Self.notVisible)
  }
  private static let notDisplayed = Array("display:none".utf8)
  private static let notVisible = Array("visibility:hidden".utf8)

  private func holds(_ bytes: [UInt8], _ wanted: [UInt8]) -> Bool {
    guard bytes.count >= wanted.count else { return false }
    return (0...bytes.count - wanted.count).contains { start in
      bytes[start] == wanted[0] && bytes[start..<start + wanted.count].elementsEqual(wanted)
    }
  }

  /// The reason for which an element's text would be cut, or 0. `named` is what its role, class or id gives.
  fileprivate func hint(_ i: Int, _ tree: HTMLTree, hasAttributes: Bool, named: Number) -> Number {
    if hasAttributes, isHidden(i, tree) { return 1 }
    let ofTag = Self.number(ofTag: tree.nodes[i].tag)
    if ofTag > 0 { return ofTag }
    switch tree.nodes[i].tag {
    case .body, .html, .main, .article, .p, .h1, .blockquote: return 0
    default: return named
    }
  }

  /// Looks at whole names and at their parts: "article-related__list" has "related". 0 where none tells.
  fileprivate func hint(ofNames bytes: Span<UInt8>, _ value: TextSpan) -> Number {
    var start = value.start
    for i in value.start...value.end where i == value.end || bytes[i] == 0x20 {
      if i > start {
        let hint = hint(ofName: bytes, TextSpan(start, i))
        if hint > 0 { return hint }
      }
      start = i + 1
    }
    return 0
  }

  private func hint(ofName bytes: Span<UInt8>, _ name: TextSpan) -> Number {
    var (whole, part) = (FoldHash.empty.value, FoldHash.empty.value)
    var partHint: Number = 0
    var hasParts = false
    var start = name.start
    for i in name.range {
      let byte = (0x41...0x5A).contains(bytes[i]) ? bytes[i] | 0x20 : bytes[i]
      whole = Self.mixed(whole, byte)
      guard byte == 0x2D || byte == 0x5F else {
        part = Self.mixed(part, byte)
        continue
      }
      hasParts = true
      if partHint == 0, i > start { partHint = words[FoldHash(value: part)] ?? 0 }
      part = FoldHash.empty.value
      start = i + 1
    }
    if let hint = words[FoldHash(value: whole)] { return hint }
    if partHint > 0 || !hasParts { return partHint }
    return start < name.end ? words[FoldHash(value: part)] ?? 0 : 0
  }

  /// A step of FNV-1a.
  private static func mixed(_ hash: UInt64, _ byte: UInt8) -> UInt64 { (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }

  /// FNV-1a over the bytes of a word of the table.
  private static func key(_ word: String) -> FoldHash {
    FoldHash(value: word.utf8.reduce(FoldHash.empty.value) { mixed($0, $1) })
  }
}

/// What the tags, classes and ids of a page tell, read once.
struct PageHints: Sendable {
  /// What is told of an element.
  private struct Told {
    /// The reason for which its text would be cut.
    var hint: MarkupHints.Number = 0
    /// The reason that its role, class or id gives, whatever its tag.
    var named: MarkupHints.Number = 0
    /// Whether its tag alone tells nothing.
    var isByName = false
  }
  private var told: [Told]

  /// O(nodes).
  init(_ tree: HTMLTree) {
    let hints = MarkupHints.shared
    told = Array(repeating: Told(), count: tree.nodes.count)
    for i in tree.nodes.indices where !tree.nodes[i].isText {
      let hasAttributes = tree.nodes[i].hasAttributes
      let named = hasAttributes ? Self.named(i, tree, hints) : 0
      let hint = hints.hint(i, tree, hasAttributes: hasAttributes, named: named)
      guard hint > 0 || named > 0 else { continue }
      let isByName = named > 0 && hints.hint(i, tree, hasAttributes: hasAttributes, named: 0) == 0
      told[i] = Told(hint: hint, named: named, isByName: isByName)
    }
  }

  private static func named(_ i: Int, _ tree: HTMLTree, _ hints: MarkupHints) -> MarkupHints.Number {
    func hint(_ name: HTMLAttribute) -> MarkupHints.Number {
      tree.withAttribute(name, of: i) { hints.hint(ofNames: $0, $1) } ?? 0
    }
    let byRole = hint(.role)
    if byRole > 0 { return byRole }
    let byClass = hint(.class)
    return byClass > 0 ? byClass : hint(.id)
  }

  /// Whether anything tells to cut the text of element `i`.
  func hasHint(_ i: Int) -> Bool { told[i].hint > 0 }

  /// The reason for which the text of element `i` would be cut, or nil; by its tag alone, but for names that are sure.
  func hint(_ i: Int, byTagOnly: Bool = false) -> MarkupHints.Hint? {
    guard told[i].hint > 0 else { return nil }
    let hint = MarkupHints.shared.all[Int(told[i].hint)]
    return byTagOnly && !hint.isSure && told[i].isByName ? nil : hint
  }

  /// The reason that the role, class or id of element `i` gives, whatever its tag.
  func named(_ i: Int) -> MarkupHints.Hint? {
    told[i].named > 0 ? MarkupHints.shared.all[Int(told[i].named)] : nil
  }
}
