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
  /// Dates that stand alone, or behind a word or two, in an element of which nothing is told.
  private(set) var bare: [Element] = []

  /// How far from the headline, in nodes, a date may stand that is the story's, not a comment's or a teaser's.
  private static let headNodes = 120
  /// The same for a date of which nothing is told.
  private static let bareNodes = 40

  /// Reads the dated elements that no comment, list or form holds. O(nodes).
  init(_ tree: HTMLTree, _ hints: PageHints, language: LanguageCode) {
    var skipped = 0
    for i in tree.nodes.indices where i >= skipped {
      let node = tree.nodes[i]
      if node.isText {
        addBare(i, tree, language)
        continue
      }
      let hint = hints.hint(i)
      if node.tag == .blockquote {
        // A post that is embedded bears its own date.
        skipped = node.end
        continue
      }
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
    let isCalledChange = ["update", "modif", "changed", "aktualis", "lastmod"].contains { names.contains($0) }
    let isChange = (isCalledChange || shown?.isChange == true || saysChange(before: i, tree, language)) && !isDated
    let isPublication =
      isDated || tree.has(.pubdate, i) || names.contains("publish") || names.contains("entry-date")
    all.append(
      Element(
        node: i, value: value, isPublication: isPublication && !isChange, isChange: isChange, isShown: shown != nil))
  }

  private mutating func addBare(_ i: Int, _ tree: HTMLTree, _ language: LanguageCode) {
    let (bytes, span) = tree.textBytes(i)
    guard (8...48).contains(span.count), Self.mayHoldDate(bytes, span), !isInvisible(i, tree) else { return }
    let page = Page(SourceText(String(decoding: bytes[span.range], as: UTF8.self)), language: language)
    guard let line = page.lines.first, let date = PageDates.shared.dates(in: page, line.tokens).first,
      let value = date.value, value.date.day != nil, value.date.year >= 1995,
      page.wordTokens(line.tokens).count - page.wordTokens(date.tokens).count <= 3
    else { return }
    let lead = page.wordTokens(line.tokens.lowerBound..<date.tokens.lowerBound)
    let isChange =
      lead.contains { CueWords.shared.contains($0.fold, .modified) } || saysChange(before: i, tree, language)
    bare.append(Element(node: i, value: value, isPublication: false, isChange: isChange, isShown: true))
  }

  private func isInvisible(_ i: Int, _ tree: HTMLTree) -> Bool {
    tree.nodes[i].parent >= 0 && MarkupHints.isInvisible(tree.nodes[tree.nodes[i].parent].tag)
  }

  /// Whether there are digits enough for a day and a year.
  private static func mayHoldDate(_ bytes: [UInt8], _ span: TextSpan) -> Bool {
    var digits = 0
    for i in span.range where (0x30...0x39).contains(bytes[i]) { digits += 1 }
    return (5...16).contains(digits)
  }

  /// Whether the short text right before a node says that something changed: "Updated" in an element of its own.
  private func saysChange(before i: Int, _ tree: HTMLTree, _ language: LanguageCode) -> Bool {
    var j = i - 1
    var texts = 0
    while j >= max(0, i - 8), texts < 2 {
      defer { j -= 1 }
      guard tree.nodes[j].isText else { continue }
      let (bytes, span) = tree.textBytes(j)
      let words = bytes[span.range].split { $0 <= 0x20 || $0 == 0x3A || $0 == 0xC2 || $0 == 0xA0 }
      if words.isEmpty { continue }
      guard words.count <= 3 else { return false }
      if words.contains(where: { CueWords.shared.contains(FoldHash(String(decoding: $0, as: UTF8.self)), .modified) }) {
        return true
      }
      texts += 1
    }
    return false
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

  /// The date that readers see nearest to the headline, told by its element or standing alone; of a change only if asked for. O(dates).
  func shown(near title: Int?, orChange: Bool = false) -> Element? {
    guard let title else { return near(nil, where: \.isShown) }
    func isMeant(_ element: Element, _ reach: Int) -> Bool {
      (orChange || !element.isChange) && element.isShown && abs(element.node - title) < reach
    }
    let reach = all.filter { isMeant($0, Self.headNodes) } + bare.filter { isMeant($0, Self.bareNodes) }
    // What stands above the headline may belong to something else.
    func distance(_ element: Element) -> Int {
      element.node < title ? 2 * (title - element.node) : element.node - title
    }
    return reach.min { distance($0) < distance($1) }
  }

  /// Whether readers see a day in reach of the headline, as that of a change or not. O(dates).
  func shows(_ day: CalendarDate, near title: Int?) -> Bool {
    // "11/01" may be read either way: what is told shows which.
    let swapped = day.day.flatMap { CalendarDate(year: day.year, month: $0, day: day.month) }
    func tells(_ element: Element, _ reach: Int) -> Bool {
      let isNear = title.map { abs(element.node - $0) < reach } ?? true
      return isNear && (element.value.date == day || element.value.date == swapped)
    }
    return all.contains { $0.isShown && tells($0, Self.headNodes) } || bare.contains { tells($0, Self.bareNodes) }
  }

  /// The publication by microdata: that nearest to the headline, wherever it stands. O(dates).
  func published(_ title: Int?) -> Element? {
    let found = all.filter(\.isPublication)
    guard let title else { return found.first }
    return found.min { abs($0.node - title) < abs($1.node - title) }
  }

  /// Whether a date stands in reach of the headline, or there is no headline.
  func isInReach(_ element: Element, of title: Int?) -> Bool {
    title.map { abs(element.node - $0) < Self.headNodes } ?? true
  }

  /// The first of all that tells no change.
  var first: Element? { all.first { !$0.isChange } }
}
