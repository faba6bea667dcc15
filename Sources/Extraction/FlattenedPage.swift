import Languages
import NewsModel
import TextBytes

/// A page flattened to text, with all its furniture: labels its lines, then writes the article from what is left.
struct FlattenedPage {
  let document: RawDocument
  init(_ document: RawDocument) { self.document = document }

  func article() -> Article {
    var page = Page(document.input, language: document.hints.language)
    page.labelLines(titleHint: document.hints.title)
    var writer = ArticleWriter(page: page, document: document)
    return writer.write()
  }
}

extension Page {
  /// Labels every line. The order matters: what tells by itself first, then what tells by its neighbours.
  mutating func labelLines(titleHint: String?) {
    splitDates()
    labelByCues()
    labelCaptions()
    labelDuplicates()
    labelBlocks()
    labelOutside()
    labelBareBylines()
    labelHead(titleHint: titleHint)
    labelBody()
  }
}

/// Writes the article of a page whose lines are labelled: cuts datelines and credits from paragraphs, and gathers the metadata.
struct ArticleWriter {
  let page: Page
  let document: RawDocument
  var assembly: Assembly
  var removed: [Removal] = []
  var metadata = Metadata()
  var datelineReading: DatelineReader.Reading?

  init(page: Page, document: RawDocument) {
    self.page = page
    self.document = document
    assembly = Assembly(document.input)
  }

  mutating func write() -> Article {
    writeHead()
    var proseSeen = 0
    for i in page.lines.indices {
      let line = page.lines[i]
      switch line.label {
      case .prose:
        writeParagraph(line, mayHaveDateline: proseSeen < 3)
        proseSeen += 1
      case .heading: assembly.addParagraph([line.span], isHeading: true, line: line.number)
      case .cut(let reason): removed.append(Removal(span: line.span, reason: reason))
      case .open, .title, .deck: break
      }
    }
    MetadataReader(page: page, hints: document.hints, dateline: datelineReading).fill(&metadata)
    return Article(document, assembly, removed: removed, language: page.language, metadata)
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
    var span = line.span
    if mayHaveDateline, datelineReading == nil, let dateline = DatelineReader(page: page).read(line) {
      let cut = page.span(of: dateline.tokens)
      datelineReading = dateline
      removed.append(Removal(span: cut, reason: .dateline))
      span = document.input.trimmed(TextSpan(cut.end, span.end))
    }
    if let credit = CreditReader(page: page).read(line) {
      let cut = TextSpan(page.tokens[credit.tokens.lowerBound].span.start, span.end)
      if cut.start > span.start {
        removed.append(Removal(span: cut, reason: .credit))
        for name in credit.agencies { metadata.credit(name, at: cut) }
        span = document.input.trimmed(TextSpan(span.start, cut.start))
      }
    }
    assembly.addParagraph([span], isHeading: false, line: line.number)
  }
}
