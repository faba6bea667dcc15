import Languages
import NewsModel
import TextBytes

/// Finds the wire credit that is stuck to the end of a paragraph: "… prisoners. REUTERS", "— AFP", "(Con información de EFE)".
struct CreditReader {
  let page: Page

  /// The tokens of the credit and the agencies in it, or nil. Looks at the last 14 tokens.
  func read(_ line: PageLine) -> (tokens: Range<Int>, agencies: [String])? {
    let end = line.tokens.upperBound
    let first = max(line.tokens.lowerBound, end - 14)
    // The credit begins behind the last full stop that something follows, or behind a dash or bracket.
    for i in (first..<end).reversed() where isBorder(i, end) {
      let start = page.tokens[i].kind == .openBracket || page.tokens[i].kind == .dash ? i : i + 1
      guard start < end, start > line.tokens.lowerBound else { continue }
      guard let names = names(in: start..<end) else { continue }
      if let bracket = creditBracket(before: start, line) { return (bracket..<end, names) }
      if endsSentence(before: start) { return (start..<end, names) }
    }
    return nil
  }

  private func isBorder(_ i: Int, _ end: Int) -> Bool {
    switch page.tokens[i].kind {
    case .terminal, .closeQuote, .dash, .openBracket, .closeBracket: i + 1 < end
    default: page.tokens[i].shape.contains(.abbreviation) && i + 1 < end
    }
  }

  /// Where "(Reporting by …)" begins that ends right before token `end`.
  private func creditBracket(before end: Int, _ line: PageLine) -> Int? {
    guard end - 1 > line.tokens.lowerBound, page.tokens[end - 1].kind == .closeBracket,
      let open = (max(line.tokens.lowerBound, end - 40)..<end).last(where: { page.tokens[$0].kind == .openBracket }),
      open > line.tokens.lowerBound, endsSentence(before: open)
    else { return nil }
    let inner = page.makeLine(number: 0, span: page.span(of: (open + 1)..<(end - 1)), tokens: (open + 1)..<(end - 1))
    return inner.cues[.credit] >= 3 || inner.cues[.byline] >= 2 ? open : nil
  }

  private func endsSentence(before i: Int) -> Bool {
    let token = page.tokens[i - 1]
    return token.kind == .terminal || token.kind == .closeQuote || token.kind == .closeBracket
      || token.shape.contains(.abbreviation)
  }

  /// "Photograph: Ana Ruiz/Harbour Press", not in brackets: the line it ends is a caption.
  private func isPictureCredit(_ range: Range<Int>) -> Bool {
    guard let first = page.tokens[range].first, first.kind == .word else { return false }
    return CueWords.shared.contains(first.fold, .photo)
  }

  /// The agencies of a credit that holds nothing else but small words; nil where it holds more.
  private func names(in range: Range<Int>) -> [String]? {
    let reader = DatelineReader(page: page)
    let agencies = reader.agencies(in: range)
    guard !agencies.isEmpty else { return nil }
    let line = page.makeLine(number: 0, span: page.span(of: range), tokens: range)
    if isPictureCredit(range) { return nil }
    if line.cues[.credit] >= 3, line.words <= 12 { return agencies }
    var i = range.lowerBound
    var others = 0
    while i < range.upperBound {
      if let match = AgencyName.match(page, at: i, before: range.upperBound) {
        i += match.length
        continue
      }
      let token = page.tokens[i]
      if token.kind == .word, !token.classes.contains(.function) { others += 1 }
      i += 1
    }
    return others == 0 ? agencies : nil
  }
}
