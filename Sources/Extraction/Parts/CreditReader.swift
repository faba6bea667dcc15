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
      if let names = names(in: start..<end), endsSentence(before: start) { return (start..<end, names) }
    }
    return nil
  }

  private func isBorder(_ i: Int, _ end: Int) -> Bool {
    switch page.tokens[i].kind {
    case .terminal, .closeQuote, .dash, .openBracket: i + 1 < end
    default: page.tokens[i].shape.contains(.abbreviation) && i + 1 < end
    }
  }

  private func endsSentence(before i: Int) -> Bool {
    let token = page.tokens[i - 1]
    return token.kind == .terminal || token.kind == .closeQuote || token.kind == .closeBracket
      || token.shape.contains(.abbreviation)
  }

  /// The agencies of a credit that holds nothing else but small words; nil where it holds more.
  private func names(in range: Range<Int>) -> [String]? {
    let reader = DatelineReader(page: page)
    let agencies = reader.agencies(in: range)
    guard !agencies.isEmpty else { return nil }
    let line = page.makeLine(number: 0, span: page.span(of: range), tokens: range)
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
