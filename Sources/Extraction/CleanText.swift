import Languages
import NewsModel
import TextBytes

/// A document that is clean already: each line a paragraph, nothing cut.
struct CleanText {
  let document: RawDocument
  init(_ document: RawDocument) { self.document = document }

  func article() -> Article {
    let page = Page(document.input, language: document.hints.language)
    var assembly = Assembly(document.input)
    var lines = page.lines[...]
    var metadata = Metadata()
    if let hint = document.hints.title {
      if let first = lines.first, FoldHash(phrase: folded(page.text[first.span])) == FoldHash(phrase: folded(hint)) {
        assembly.addTitle(first.span)
        metadata.at[.title] = [first.span]
        lines = lines.dropFirst()
      } else {
        assembly.addTitle(hint)
      }
    }
    for (i, line) in zip(lines.indices, lines) {
      let isHeading = line.isHeadline && !line.isProse && line.words <= 14 && i + 1 < page.lines.count
      assembly.addParagraph([line.span], isHeading: isHeading, line: line.number)
    }
    metadata.take(document.hints)
    readFirstLines(page, Array(lines), &metadata)
    return Article(
      document, assembly, removed: assembly.removals([], in: [document.input.span]), language: page.language, metadata)
  }

  private func readFirstLines(_ page: Page, _ lines: [PageLine], _ metadata: inout Metadata) {
    let reader = DatelineReader(page: page)
    if let found = lines.prefix(3).lazy.compactMap({ reader.read($0) }).first {
      metadata.dateline = found.value
      metadata.at[.dateline] = [page.span(of: found.tokens)]
      if let agency = found.value.agency { metadata.credit(agency, at: page.span(of: found.tokens)) }
    }
    if let last = lines.last, let credit = CreditReader(page: page).read(last) {
      for name in credit.agencies { metadata.credit(name, at: page.span(of: credit.tokens)) }
    }
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
