import HTMLTree
import NewsModel
import TextBytes

/// The elements of a page that show or tell a date: `time` and microdata, and those whose class says "date" or "published".
struct DatedElements: Sendable {
  /// One such element.
  struct Element: Sendable {
    var node: Int
    var value: Timestamp
    /// Whether it is said to tell the publication.
    var isPublication: Bool
    /// Whether it is said to tell a change.
    var isChange: Bool
    /// Whether readers see the date, and do not only machines.
    var isShown: Bool
  }
  private(set) var all: [Element] = []

  /// How far from the headline, in nodes, a date may stand that is the story's, not a comment's or a teaser's.
  private static let headNodes = 120

  /// Reads the dated elements that no comment, list or form holds. O(nodes).
  init(_ tree: HTMLTree, _ hints: PageHints, language: LanguageCode) {
    var skipped = 0
    for i in tree.nodes.indices where i >= skipped {
      let node = tree.nodes[i]
      if node.isText { continue }
      let hint = hints.hint(i)
      if let hint, hint.reason == .comments || hint.reason == .related && hint.word == "related" {
        // Unless it holds most of the page, as some bodies are called after what they may hold.
        if (node.end - i) * 3 < tree.nodes.count { skipped = node.end }
        continue
      }
      let property = tree.attribute(.itemprop, of: i)?.lowercased()
      let isNamed = node.tag != .body && hints.named(i)?.reason == .date
      let isDated = property.map { Self.properties.contains($0) } == true
      guard isDated || node.tag == .time || node.tag == .abbr || isNamed || property == "datemodified" else {
        continue
      }
      add(i, tree, language, isDated: isDated)
    }
  }

  private static let properties: Set<String> = ["datepublished", "datecreated", "uploaddate"]

  private mutating func add(_ i: Int, _ tree: HTMLTree, _ language: LanguageCode, isDated: Bool) {
    func attribute(_ name: HTMLAttribute) -> String? { tree.attribute(name, of: i) }
    let told = (attribute(.datetime) ?? attribute(.content) ?? attribute(.title)).flatMap { readTimestamp($0) }
    let shown = Self.shown(under: i, tree, language)
    guard let value = Self.local(told, shown?.value), value.date.year >= 1995 else { return }
    let names = ((attribute(.class) ?? "") + " " + (attribute(.itemprop) ?? "")).lowercased()
    let isCalledChange = ["update", "modif", "aktualis", "lastmod"].contains { names.contains($0) }
    let isChange = (isCalledChange || shown?.isChange == true) && !isDated
    let isPublication =
      isDated || tree.has(.pubdate, i) || names.contains("publish") || names.contains("entry-date")
    all.append(
      Element(
        node: i, value: value, isPublication: isPublication && !isChange, isChange: isChange, isShown: shown != nil))
  }

  /// The date in the words of an element that holds little else, and whether they say that something changed on it.
  private static func shown(
    under i: Int, _ tree: HTMLTree, _ language: LanguageCode
  ) -> (value: Timestamp, isChange: Bool)? {
    guard tree.nodes[i].end - i <= 24 else { return nil }
    let text = tree.text(under: i)
    guard text.utf8.count <= 160, text.utf8.contains(where: { (0x30...0x39).contains($0) }) else { return nil }
    let page = Page(SourceText(text), language: language)
    for line in page.lines {
      for date in PageDates.shared.dates(in: page, line.tokens) {
        guard let value = date.value, value.date.day != nil else { continue }
        let before = page.wordTokens(line.tokens.lowerBound..<date.tokens.lowerBound).suffix(3)
        return (value, before.contains { CueWords.shared.contains($0.fold, .modified) })
      }
    }
    return nil
  }

  /// What readers see is the day of the place; what machines are told may be that of Greenwich.
  private static func local(_ told: Timestamp?, _ shown: Timestamp?) -> Timestamp? {
    guard let told, told.date.day != nil else { return shown }
    guard let shown, shown.date != told.date else { return told }
    return shown
  }

  /// The date that stands nearest to the headline, in reach of it, and tells no change. O(dates).
  func near(_ title: Int?, where holds: (Element) -> Bool = { _ in true }) -> Element? {
    let found = all.filter { !$0.isChange && holds($0) }
    guard let title else { return found.first }
    let reach = found.filter { abs($0.node - title) < Self.headNodes }
    return reach.min { abs($0.node - title) < abs($1.node - title) }
  }

  /// The publication by microdata: that nearest to the headline, wherever it stands. O(dates).
  func published(_ title: Int?) -> Element? {
    let found = all.filter(\.isPublication)
    guard let title else { return found.first }
    return found.min { abs($0.node - title) < abs($1.node - title) }
  }

  /// The first of all that tells no change.
  var first: Element? { all.first { !$0.isChange } }
}
