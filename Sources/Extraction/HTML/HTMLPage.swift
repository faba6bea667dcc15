import HTMLTree
import Languages
import NewsModel
import TextBytes

/// An HTML page: flattened with what its markup tells, then read line by line like any other page.
struct HTMLPage {
  let document: RawDocument
  let tree: HTMLTree

  init(_ document: RawDocument) throws(HTMLError) {
    self.document = document
    tree = try HTMLTree(parsing: document.input)
  }

  /// How a page is read: as it shows itself, or where that leaves next to nothing, in another way.
  private struct Manner {
    var tree: HTMLTree
    var hints: PageHints
    /// The element of the story, where that is known beforehand.
    var story: Int?
    /// Whether classes and ids cut nothing, and what stands there for readers without scripts is read.
    var isLenient = false
  }

  /// A body of fewer words may be a shell, or the lead before a paywall.
  private static let fewWords = 60

  /// Reads the page as it shows itself. Where that gives a body of few words, the story that a script of the page holds
  /// is taken, if it is three times as long; or else what the names of classes had cut.
  func article() -> Article {
    let hints = PageHints(tree)
    let markup = PageMarkup(tree, hints)
    let shown = article(markup, Manner(tree: tree, hints: hints))
    let words = bodyWords(shown, upTo: Self.fewWords * 2)
    guard words < Self.fewWords * 2 else { return shown }
    let least = max(Self.fewWords, words * 3)
    if let hidden = HiddenStory.longest(in: tree, document.input, least: least) {
      let article = article(markup, Manner(tree: hidden.tree, hints: PageHints(hidden.tree), story: hidden.node))
      if bodyWords(article, upTo: least) >= least { return article }
    }
    guard words < Self.fewWords else { return shown }
    let lenient = article(markup, Manner(tree: tree, hints: hints, isLenient: true))
    return bodyWords(lenient, upTo: least) >= least ? lenient : shown
  }

  /// How many words the body has, roughly; counted no further than is asked about.
  private func bodyWords(_ article: Article, upTo limit: Int) -> Int {
    var words = 0
    for paragraph in article.paragraphs where words < limit {
      words += roughWords(article.text.bytes.span, paragraph.span)
    }
    return words
  }

  private func article(_ markup: PageMarkup, _ manner: Manner) -> Article {
    let tree = manner.tree
    var flattener = HTMLFlattener(tree: tree, source: document.input, hints: manner.hints, isLenient: manner.isLenient)
    flattener.flatten()
    var hints = document.hints
    hints.language = hints.language ?? markup.language.map { LanguageCode($0) }
    let text = flattener.text
    if let found = LanguageIdentifier().identify(text) { hints.language = found }
    var page = Page(text, language: hints.language)
    page.isDayFirst = markup.isDayFirst
    let heading = title(markup, flattener.blocks, page)
    let blocks = page.blocks(of: flattener.blocks)
    let top = page.titleLine(heading, blocks)
    page.labelByMarkup(blocks, title: top, tree)
    let story = manner.story ?? StoryElement(tree, blocks, page.lines, title: top).node
    page.place(in: story, tree, blocks)
    if manner.story != nil { page.cutWhatStoryRepeats() }
    page.headline = top.map { page.lines[$0].span.start }
    page.labelLines(titleHint: heading)
    var told = document
    // Lines were parted meanwhile: their numbers are no longer those of the blocks.
    let opening = page.lines.first { $0.isProse && $0.markup?.place == .inside }
    let first = opening.flatMap { line in blocks.first { $0.span.end > line.span.start } }
    let titleNode = top.map { blocks[$0].node }
    told.hints = fill(hints, markup, titleNode: titleNode, headNode: titleNode ?? first?.node)
    told.hints.title = document.hints.title ?? heading
    var writer = ArticleWriter(page: page, document: told, map: flattener.map)
    var article = writer.write(canonical: markup.canonical, isFree: markup.isFree)
    complete(&article.metadata, markup, page, titleLine: top, map: flattener.map)
    return article
  }

  /// The date of publication from the page's address, or from any date near the headline, where nothing better tells it.
  private func complete(
    _ metadata: inout Metadata, _ markup: PageMarkup, _ page: Page, titleLine: Int?, map: SourceMap
  ) {
    let isTold = metadata.published.map { [.metadata, .caller].contains($0.from) } == true
    if !isTold, let address = document.hints.url ?? markup.address, let day = CalendarDate(inAddress: address) {
      if metadata.published?.value.date == day { return }
      metadata.published = Publication(value: Timestamp(day), from: .url)
      metadata.at[.published] = nil
    }
    guard metadata.published == nil else { return }
    let loose = page.looseDate(near: titleLine)
    if let loose, loose.isNear || markup.anyTime == nil {
      metadata.published = Publication(value: loose.value, from: .text)
      metadata.at[.published] = [map.span(loose.span)]
    } else if let time = markup.anyTime {
      metadata.published = Publication(value: time, from: .metadata)
    }
    if metadata.published == nil, let day = ForwardingAddress.find(in: tree).flatMap({ CalendarDate(inAddress: $0) }) {
      metadata.published = Publication(value: Timestamp(day), from: .url)
    }
    guard metadata.published == nil,
      let value = ScriptDates(tree).published ?? markup.changeTime ?? markup.descriptionDate
        ?? markup.pictureDate
    else { return }
    metadata.published = Publication(value: value, from: .metadata)
  }

  /// Hints of the container come first, then what the markup tells.
  private func fill(
    _ hints: RawDocument.Hints, _ markup: PageMarkup, titleNode: Int?, headNode: Int?
  ) -> RawDocument.Hints {
    var hints = hints
    hints.outlet = hints.outlet ?? markup.siteName
    if hints.byline.isEmpty { hints.byline = markup.authors(titleNode: titleNode).flatMap { authorNames(decoded($0)) } }
    hints.published = hints.published ?? markup.published(titleNode: headNode)
    hints.modified = hints.modified ?? markup.modified
    hints.section = hints.section ?? markup.section
    return hints
  }

  /// The names of an author field: "By Ana Ruiz and Li Wei" holds two.
  private func authorNames(_ field: String) -> [String] {
    let page = Page(SourceText(field), language: .english)
    guard let line = page.lines.first else { return [] }
    let names = BylineReader(page: page).names(line).map(\.name)
    return names.isEmpty && !field.contains("/") ? [field] : names
  }

  /// The headline: the `h1` that the metadata's title repeats, the metadata's title without the site's name, or a lone `h1`.
  private func title(_ markup: PageMarkup, _ blocks: [HTMLBlock], _ page: Page) -> String? {
    if let hint = document.hints.title { return hint }
    let headings = blocks.filter { $0.tag == .h1 }.map { page.text[$0.span] }
    guard let told = markup.title.map({ squeezed(decoded($0)) }) else { return headings.count == 1 ? headings[0] : nil }
    let wanted = folded(told)
    if let same = headings.first(where: { wanted == folded($0) || wanted.hasPrefix(folded($0)) && $0.utf8.count >= 12 })
    {
      return same
    }
    let bare = withoutSite(told, markup.siteName)
    if headings.count == 1, headings[0].utf8.count >= 12, folded(headings[0]) != markup.siteName.map({ folded($0) }),
      sharesWords(headings[0], bare) || headings[0].split(separator: " ").count >= 4
    {
      return headings[0]
    }
    return bare
  }

  /// A title that was escaped twice: "Who&#8217;s there".
  private func decoded(_ title: String) -> String {
    guard title.contains("&"), title.contains(";"), let tree = try? HTMLTree(parsing: SourceText(title)) else {
      return title
    }
    return tree.text(under: 0)
  }

  private func squeezed(_ text: String) -> String {
    text.split(whereSeparator: { $0.isWhitespace || $0.isNewline }).joined(separator: " ")
  }

  private func sharesWords(_ a: String, _ b: String) -> Bool {
    let first = Set(folded(a).split(separator: " "))
    let second = Set(folded(b).split(separator: " "))
    return first.intersection(second).count * 2 >= min(first.count, second.count)
  }

  /// "Storm nears coast - Harbour Post" without what follows the last mark, if that is the site's name or short.
  private func withoutSite(_ title: String, _ site: String?) -> String {
    for mark in [" | ", " - ", " – ", " — ", " :: ", " » "] {
      guard let range = title.range(of: mark, options: .backwards) else { continue }
      let tail = String(title[range.upperBound...])
      let isSite = site.map { folded($0) == folded(tail) } ?? false
      if isSite || tail.split(separator: " ").count <= 4 && title[..<range.lowerBound].split(separator: " ").count >= 4
      {
        return String(title[..<range.lowerBound])
      }
    }
    return title
  }
}
