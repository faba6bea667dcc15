import Languages
import NewsModel
import TextBytes

/// Writes the article of a page whose lines are labelled: cuts datelines and credits from paragraphs, and gathers the metadata.
struct ArticleWriter {
  let page: Page
  let document: RawDocument
  /// From the page's text to the input.
  let map: SourceMap
  private var assembly: Assembly
  private var removed: [Removal] = []
  private var metadata = Metadata()
  private var dateline: DatelineReader.Reading?

  init(page: Page, document: RawDocument, map: SourceMap = .identity) {
    self.page = page
    self.document = document
    self.map = map
    assembly = Assembly(page.text, map: map)
  }

  mutating func write(canonical: String? = nil, isFree: Bool? = nil) -> Article {
    writeHead()
    var paragraphs = 0
    for line in page.lines {
      switch line.label {
      case .prose:
        writeParagraph(line, mayHaveDateline: paragraphs < 3)
        paragraphs += 1
      case .heading: assembly.addParagraph([line.span], isHeading: true, line: line.number)
      case .cut(let reason): removed.append(Removal(span: line.span, reason: reason))
      case .open, .title, .deck: break
      }
    }
    MetadataReader(page: page, hints: document.hints, dateline: dateline).fill(&metadata)
    metadata.canonicalURL = canonical
    if let isFree { metadata.paywalled = !isFree }
    return finish()
  }

  private mutating func finish() -> Article {
    let removals = assembly.removals(removed, in: [page.text.span])
    metadata.at = metadata.at.mapValues { $0.map { map.span($0) } }
    metadata.aiDisclosure = metadata.aiDisclosure.map { map.span($0) }
    if let because = metadata.published?.because { metadata.published?.because = because.map { map.span($0) } }
    return Article(
      document, assembly,
      removed: removals.flatMap { removal in map.spans(removal.span).map { Removal(span: $0, reason: removal.reason) }
      }.sorted { $0.span < $1.span },
      language: page.language,
      metadata)
  }

  private mutating func writeHead() {
    if let title = page.lines.first(where: { $0.label == .title }) {
      assembly.addTitle(title.span)
      metadata.at[.title] = [title.span]
    } else if let title = document.hints.title {
      assembly.addTitle(title)
    }
    if let deck = page.lines.first(where: { $0.label == .deck }) {
      assembly.addDeck(deck.span)
      metadata.at[.deck] = [deck.span]
    }
  }

  private mutating func writeParagraph(_ line: PageLine, mayHaveDateline: Bool) {
    let parts = page.parts(of: line, mayHaveDateline: mayHaveDateline && dateline == nil)
    dateline = dateline ?? parts.dateline?.reading
    removed += parts.removed
    if let credit = parts.credit { for name in credit.agencies { metadata.credit(name, at: credit.cut) } }
    assembly.addParagraph([parts.span], isHeading: false, line: line.number)
  }
}
