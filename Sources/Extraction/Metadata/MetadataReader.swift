import Languages
import NewsModel
import TextBytes

/// Reads what a labelled page says about itself.
struct MetadataReader {
  let page: Page
  let hints: RawDocument.Hints
  let dateline: DatelineReader.Reading?

  func fill(_ metadata: inout Metadata) {
    readDateline(&metadata)
    readByline(&metadata)
    readSection(&metadata)
    readCredits(&metadata)
    metadata.paywalled = page.lines.contains { $0.label == .cut(.subscribe) && $0.hasPrice }
    metadata.aiDisclosure = page.lines.first { $0.label == .cut(.disclaimer) && saysAI($0) }?.span
    OutletFinder(page: page, dateline: dateline).fill(&metadata)
    dropOwnName(from: &metadata)
    readClosingName(&metadata)
    PublicationReader(page: page, hints: hints, dateline: dateline).fill(&metadata)
    metadata.take(hints)
    if !hints.byline.isEmpty { metadata.at[.byline] = nil }
  }

  /// "By Harbour Post staff" names nobody.
  private func dropOwnName(from metadata: inout Metadata) {
    guard let outlet = metadata.outlet.map({ folded($0.name) }) else { return }
    metadata.byline.removeAll { outlet.contains(folded($0)) }
    if metadata.byline.isEmpty { metadata.at[.byline] = nil }
  }

  /// A line below the story that is but a name, and the name is one that the story was told to.
  private func readClosingName(_ metadata: inout Metadata) {
    guard metadata.agency.isEmpty else { return }
    for line in page.lines.suffix(14) where line.label.isCut && line.words <= 3 {
      guard let name = SpokenAgencies(page).name(line.tokens), folded(name) != metadata.outlet.map({ folded($0.name) })
      else { continue }
      metadata.credit(name, at: line.span)
    }
  }

  private func saysAI(_ line: PageLine) -> Bool {
    let words = page.wordTokens(line.tokens)
    return words.indices.contains { i in
      let token = words[i]
      // "AI-generated" is one token.
      let head = page.text[token.span].split(separator: "-").first.map { FoldHash(String($0)) } ?? token.fold
      if CueWords.shared.contains(head, .aiWord), token.shape.contains(.allCapitals) || head != token.fold {
        return true
      }
      return i + 1 < words.count && CueWords.shared.contains(token.fold.followed(by: words[i + 1].fold), .aiPair)
    }
  }

  private func readDateline(_ metadata: inout Metadata) {
    guard let dateline else { return }
    metadata.dateline = dateline.value
    metadata.at[.dateline] = [page.span(of: dateline.tokens)]
    if let agency = dateline.value.agency { metadata.credit(agency, at: page.span(of: dateline.tokens)) }
  }

  private func readByline(_ metadata: inout Metadata) {
    for line in page.lines where line.label == .cut(.byline) && line.words <= 16 {
      for (name, span) in BylineReader(page: page).names(line) {
        if !metadata.byline.contains(where: { folded($0) == folded(name) }) { metadata.byline.append(name) }
        metadata.at[.byline, default: []].append(span)
      }
    }
  }

  private func readSection(_ metadata: inout Metadata) {
    let title = page.lines.firstIndex { $0.label == .title } ?? 0
    guard let line = page.lines[..<title].last(where: { $0.label == .cut(.section) }) else { return }
    metadata.section = page.text[line.span]
    metadata.at[.section] = [line.span]
  }

  /// Agencies in credit lines of the text; those of photographs do not count.
  private func readCredits(_ metadata: inout Metadata) {
    for line in page.lines where line.label == .cut(.credit) || line.label == .cut(.byline) {
      guard line.words <= 40, !isPhotoCredit(line) else { continue }
      for name in DatelineReader(page: page).agencies(in: line.tokens) { metadata.credit(name, at: line.span) }
    }
  }

  private func isPhotoCredit(_ line: PageLine) -> Bool {
    page.tokens[line.tokens].contains { token in
      switch token.kind {
      case .word: CueWords.shared.contains(token.fold, .photo)
      case .symbol: page.text[token.span] == "/" || page.text[token.span] == "©"
      default: false
      }
    }
  }
}

/// The names in a byline: "By Ana Ruiz and Li Wei, Harbour Post".
struct BylineReader {
  let page: Page

  func names(_ line: PageLine) -> [(name: String, span: TextSpan)] {
    var result: [(String, TextSpan)] = []
    var start: Int?
    var end = line.tokens.lowerBound
    func close() {
      if let first = start, let name = name(first..<end) { result.append(name) }
      start = nil
    }
    for i in line.tokens {
      let token = page.tokens[i]
      let isLead = i == line.tokens.lowerBound && token.classes.contains(.function)
      if token.kind == .word, token.shape.contains(.capitalized), !isLead, !isLabel(i, line) {
        start = start ?? i
        end = i + 1
      } else if token.kind == .word, start != nil, token.classes.contains(.function),
        page.text[token.span].utf8.count <= 3, !isAnd(token)
      {
        continue
      } else {
        close()
        if token.kind == .separator || token.kind == .symbol || token.kind == .openBracket
          || PageDates.shared.month(page, i) != nil
        {
          if !result.isEmpty, !isListComma(i, line) { break }
        }
      }
    }
    close()
    return result
  }

  private func isAnd(_ token: Token) -> Bool {
    CueWords.shared.contains(token.fold, .and) || page.text[token.span] == "&"
  }

  /// "By A, B and C": the comma goes on the list where an "and" still follows.
  private func isListComma(_ i: Int, _ line: PageLine) -> Bool {
    page.text[page.tokens[i].span] == "," && (i..<line.tokens.upperBound).contains { isAnd(page.tokens[$0]) }
  }

  private func isLabel(_ i: Int, _ line: PageLine) -> Bool {
    if i + 1 < line.tokens.upperBound, page.text[page.tokens[i + 1].span] == ":" { return true }
    return CueWords.shared.contains(page.tokens[i].fold, .authorLabel)
  }

  /// A person has two words or more, with no agency, staff or desk among them.
  private func name(_ range: Range<Int>) -> (String, TextSpan)? {
    let words = page.wordTokens(range)
    guard (2...5).contains(words.count), DatelineReader(page: page).agencies(in: range).isEmpty else { return nil }
    guard !words.contains(where: { CueWords.shared.contains($0.fold, .trade) }) else { return nil }
    // White space inside a name may be doubled or a no-break space in the input.
    return (words.map { page.text[$0.span] }.joined(separator: " "), page.span(of: range))
  }
}
