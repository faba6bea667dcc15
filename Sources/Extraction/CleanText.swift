import Languages
import NewsModel
import TextBytes

/// A document that is clean already: each line a paragraph. Only what agencies put around their copy is cut: the dateline and credits.
struct CleanText {
  let document: RawDocument
  private var page: Page
  private var assembly: Assembly
  private var metadata = Metadata()
  private var removed: [Removal] = []
  private var dateline: DatelineReader.Reading?

  init(_ document: RawDocument) {
    self.document = document
    page = Page(document.input, language: document.hints.language)
    assembly = Assembly(document.input)
  }

  func article() -> Article {
    var writer = self
    return writer.write()
  }

  private mutating func write() -> Article {
    labelFurniture()
    let first = writeTitle()
    for i in page.lines.indices[first...] { writeLine(i, mayHaveDateline: i < first + 3) }
    let reader = MetadataReader(page: page, hints: document.hints, dateline: dateline)
    if dateline != nil { reader.readDateline(&metadata) }
    reader.readCredits(&metadata)
    if let date = dateline?.value.date, date.day != nil {
      metadata.published = Publication(value: Timestamp(date), from: .text)
      metadata.at[.published] = metadata.at[.dateline]
    }
    metadata.take(document.hints)
    reader.dropOwnAgency(&metadata)
    return Article(
      document, assembly, removed: assembly.removals(removed, in: [document.input.span]), language: page.language,
      metadata)
  }

  /// Labels what tells by its own words that it is no text of the story: extractors leave adverts, captions and notices in.
  /// A credit is cut at the end, or where it is a picture's; whatever else a line may look like, it is text.
  private mutating func labelFurniture() {
    var labelled = page
    labelled.labelByCues()
    labelled.labelCaptions()
    let tail = page.lines.indices.dropFirst().suffix(3)
    for i in page.lines.indices {
      guard case .cut(let reason) = labelled.lines[i].label else {
        if tail.contains(i), page.isAgency(page.lines[i]) { page.lines[i].label = .cut(.credit) }
        continue
      }
      if reason != .credit || tail.contains(i) || labelled.lines[i].isPictureCredit {
        page.lines[i].label = .cut(reason)
      }
    }
  }

  /// Writes the title that the container tells; gives the first line behind it.
  private mutating func writeTitle() -> Int {
    guard let hint = document.hints.title else { return 0 }
    guard let first = page.lines.first,
      FoldHash(phrase: folded(page.text[first.span])) == FoldHash(phrase: folded(hint))
    else {
      assembly.addTitle(hint)
      return 0
    }
    assembly.addTitle(first.span)
    metadata.at[.title] = [first.span]
    return 1
  }

  private mutating func writeLine(_ i: Int, mayHaveDateline: Bool) {
    let line = page.lines[i]
    if case .cut(let reason) = line.label {
      removed.append(Removal(span: line.span, reason: reason))
      return
    }
    let parts = page.parts(of: line, mayHaveDateline: mayHaveDateline && dateline == nil)
    dateline = dateline ?? parts.dateline?.reading
    removed += parts.removed
    if let credit = parts.credit { for name in credit.agencies { metadata.credit(name, at: credit.cut) } }
    let isHeading = line.isHeadline && !line.isProse && line.words <= 14 && i + 1 < page.lines.count
    assembly.addParagraph([parts.span], isHeading: isHeading, line: line.number)
  }
}

extension Article {
  /// Puts together what the readers of the three forms have in common.
  init(
    _ document: RawDocument, _ assembly: Assembly, removed: [Removal], language: LanguageCode?,
    _ metadata: Metadata
  ) {
    self.init(
      id: ID(document.id), source: document.source, sha256: document.sha256, encoding: document.encoding,
      input: document.input, text: assembly.text, title: assembly.title, deck: assembly.deck, body: assembly.body,
      paragraphs: assembly.paragraphs, removed: removed,
      language: language == LanguageCode("und") ? nil : language, metadata: metadata)
  }
}

extension Metadata {
  /// Takes over what the container tells.
  mutating func take(_ hints: RawDocument.Hints) {
    url = hints.url
    section = hints.section ?? section
    if let name = hints.outlet { outlet = OutletNames.shared.outlet(named: name, evidence: "metadata") }
    if !hints.byline.isEmpty { byline = hints.byline }
    modified = hints.modified ?? modified
    fetched = hints.fetched
    if let date = hints.published {
      published = Publication(value: date, from: hints.publishedByCaller ? .caller : .metadata)
      at[.published] = nil
    }
  }

  /// Notes an agency that is credited.
  mutating func credit(_ name: String, at span: TextSpan) {
    if !agency.contains(name) { agency.append(name) }
    at[.agency, default: []].append(span)
  }
}
