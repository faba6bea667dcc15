import Languages
import Lexicon
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
    PublicationReader(page: page, hints: hints, dateline: dateline).fill(&metadata)
    metadata.take(hints)
    dropOwnAgency(&metadata)
    if !hints.byline.isEmpty { metadata.at[.byline] = nil }
  }

  /// A name in a dateline that is the outlet's own names no agency.
  func dropOwnAgency(_ metadata: inout Metadata) {
    guard let outlet = metadata.outlet.map({ folded($0.name) }) else { return }
    let own = page.agencies.map(\.name).filter { folded($0) == outlet }
    guard !own.isEmpty else { return }
    metadata.agency.removeAll { own.contains($0) }
    if metadata.agency.isEmpty { metadata.at[.agency] = nil }
    if let name = metadata.dateline?.agency, own.contains(name) { metadata.dateline?.agency = nil }
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

  func readDateline(_ metadata: inout Metadata) {
    guard let dateline else { return readDatedPlace(&metadata) }
    metadata.dateline = dateline.value
    metadata.at[.dateline] = [page.span(of: dateline.tokens)]
    if let agency = dateline.value.agency { metadata.credit(agency, at: page.span(of: dateline.tokens)) }
  }

  /// "Kelby, 3 March 2024 - 09:15" on a line of its own.
  private func readDatedPlace(_ metadata: inout Metadata) {
    for line in page.lines.prefix(20) where line.label == .cut(.date) {
      guard let date = PageDates.shared.dates(in: page, line.tokens).first, let day = date.value?.date else { continue }
      let before = line.tokens.lowerBound..<date.tokens.lowerBound
      guard (2...5).contains(before.count), page.text[page.tokens[before.upperBound - 1].span] == "," else { continue }
      let name = page.text[page.span(of: before.dropLast().startIndex..<(before.upperBound - 1))]
      guard isPlace(name) else { continue }
      metadata.dateline = Dateline()
      metadata.dateline?.place = shownAsName(name)
      metadata.dateline?.date = day
      metadata.at[.dateline] = [line.span]
      return
    }
  }

  private func readByline(_ metadata: inout Metadata) {
    for line in bylines() {
      for (name, span) in BylineReader(page: page).names(line) {
        if !metadata.byline.contains(where: { folded($0) == folded(name) }) { metadata.byline.append(name) }
        metadata.at[.byline, default: []].append(span)
      }
    }
  }

  /// The lines that name the authors; where markup tells, those by the headline and the story, not those of teasers.
  private func bylines() -> [PageLine] {
    let all = page.lines.indices.filter { page.lines[$0].label == .cut(.byline) && page.lines[$0].words <= 16 }
    let story = page.lines.indices.filter { page.lines[$0].label == .prose }
    guard let first = story.first, let last = story.last, page.lines[first].markup != nil else {
      return all.map { page.lines[$0] }
    }
    let top = page.lines.firstIndex { $0.label == .title } ?? first
    let head = all.filter { $0 >= top - 8 && $0 <= first + 3 }
    let tail = all.filter { $0 > first + 3 && $0 <= last + 4 }
    let found = head.isEmpty ? tail : head
    return (found.isEmpty ? all : found).prefix(3).map { page.lines[$0] }
  }

  private func readSection(_ metadata: inout Metadata) {
    let title = page.lines.firstIndex { $0.label == .title } ?? 0
    guard let line = page.lines[..<title].last(where: { $0.label == .cut(.section) }) else { return }
    metadata.section = page.text[line.span]
    metadata.at[.section] = [line.span]
  }

  /// Agencies in credit lines of the text; those of photographs do not count.
  func readCredits(_ metadata: inout Metadata) {
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
      if let first = start, !isOutletStaff(first..<end, line), let name = name(first..<end) { result.append(name) }
      start = nil
    }
    for i in line.tokens {
      let token = page.tokens[i]
      // "Text: Ana Ruiz. Photos: Li Wei": the second is no author.
      if start == nil, !result.isEmpty, CueWords.shared.contains(token.fold, .photo) { break }
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

  /// "By Harbour Post staff": the outlet's people, no person.
  private func isOutletStaff(_ range: Range<Int>, _ line: PageLine) -> Bool {
    let next = range.upperBound
    if next < line.tokens.upperBound, !page.tokens[next].shape.contains(.capitalized),
      CueWords.shared.contains(page.tokens[next].fold, .ofOutlet), next + 1 == line.tokens.upperBound
    {
      return true
    }
    let words = page.wordTokens(range).map(\.fold)
    return page.lines.contains { $0.label == .cut(.outlet) && page.matches(words, at: $0.tokens.lowerBound, $0) }
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
  private func name(_ full: Range<Int>) -> (String, TextSpan)? {
    var range = full
    // "Ana Ruiz Staff Writer": the trade behind the name.
    let isPerson = Lexicon.shared.givenNames[page.tokens[full.lowerBound].fold] != nil
    while isPerson, page.wordTokens(range).count > 2,
      CueWords.shared.contains(page.tokens[range.upperBound - 1].fold, .trade)
    {
      range = range.lowerBound..<(range.upperBound - 1)
    }
    let words = page.wordTokens(range)
    guard (2...5).contains(words.count), DatelineReader(page: page).agencies(in: range).isEmpty else { return nil }
    guard !words.contains(where: { CueWords.shared.contains($0.fold, .trade) }) else { return nil }
    // White space inside a name may be doubled or a no-break space in the input.
    return (words.map { page.text[$0.span] }.joined(separator: " "), page.span(of: range))
  }
}
