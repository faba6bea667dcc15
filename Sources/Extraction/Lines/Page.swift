import Languages
import NewsModel
import TextBytes

/// The lines of one page, with their tokens; the passes label them one after the other.
struct Page: Sendable {
  let text: SourceText
  let language: LanguageCode
  var tokens: [Token]
  var lines: [PageLine]
  /// Whether the words that only hold sentences together are known in the page's language.
  private var knowsFunctionWords = true
  /// Where the line of the headline begins, on an HTML page that has one.
  var headline: Int?
  /// Whether the day stands before the month where a date is written in numbers; nil where the page does not tell its country.
  var isDayFirst: Bool?
  /// Agencies that only this page names.
  var agencies: [LocalAgency] = []

  init(_ text: SourceText, language: LanguageCode?) {
    self.text = text
    self.language = language ?? LanguageIdentifier().identify(text) ?? LanguageCode("und")
    let lines = textLines(in: text.bytes.span).map { ($0.number, text.trimmed($0.span)) }
    let blocks = lines.enumerated().map { LanguageReader.Block(span: $1.1, paragraph: $0) }
    let outline = LanguageReader().outline(text, blocks: blocks, language: self.language)
    tokens = outline.tokens
    knowsFunctionWords = tokens.count { $0.classes.contains(.function) } * 12 > tokens.count { $0.kind == .word }
    self.lines = []
    for (line, range) in zip(lines, outline.blocks) {
      self.lines.append(makeLine(number: line.0, span: line.1, tokens: range))
    }
    learnAgencies()
    // "… told reporters. REUTERS" ends its sentence before the credit.
    for i in self.lines.indices where !self.lines[i].endsInFullStop && self.lines[i].words >= 4 {
      if CreditReader(page: self).read(self.lines[i]) != nil { self.lines[i].endsInFullStop = true }
    }
  }

  /// The tokens of a line with all their word classes, which the page's own bear only of function words. O(tokens).
  func classified(_ line: PageLine) -> [Token] {
    LanguageReader().read(text, blocks: [LanguageReader.Block(span: line.span)], language: language).tokens
  }

  /// Looks at the tokens of a line. O(tokens).
  func makeLine(number: Int, span: TextSpan, tokens range: Range<Int>) -> PageLine {
    var line = PageLine(number: number, span: span, tokens: range)
    line.knowsFunctionWords = knowsFunctionWords
    var allCapitals = 0
    for token in tokens[range] {
      switch token.kind {
      case .word, .number, .url: line.words += 1
      case .openQuote, .closeQuote:
        line.hasQuote = true
        continue
      default: continue
      }
      if token.kind == .url { line.hasAddress = true }
      if token.classes.contains(.function) { line.functionWords += 1 }
      if token.shape.contains(.capitalized) { line.capitalized += 1 }
      if token.shape.contains(.allCapitals) { allCapitals += 1 }
    }
    line.isAllCapitals = allCapitals > 0 && allCapitals * 10 >= line.words * 7
    readEdges(&line)
    line.hasPrice = hasPrice(range)
    let core = coreTokens(of: line)
    line.cues = cues(core)
    line.fold = tokens[range].reduce(.empty) { $1.kind == .word || $1.kind == .number ? $0.followed(by: $1.fold) : $0 }
    return line
  }

  /// The cues of a line, with or without the bracket that it begins with, whichever tell more.
  private func cues(_ core: Range<Int>) -> CueScores {
    let whole = CueTable.shared.scores(tokens[core].map(\.fold))
    guard let first = tokens[core].first, first.kind == .openBracket else { return whole }
    var inner = core.lowerBound + 1..<core.upperBound
    if let last = tokens[inner].last, last.kind == .closeBracket { inner = inner.lowerBound..<inner.upperBound - 1 }
    while let last = tokens[inner].last, last.kind == .terminal { inner = inner.lowerBound..<inner.upperBound - 1 }
    let bare = CueTable.shared.scores(tokens[inner].map(\.fold))
    return (bare.best?.score ?? 0) > (whole.best?.score ?? 0) ? bare : whole
  }

  private func readEdges(_ line: inout PageLine) {
    if let first = tokens[line.tokens].first {
      line.hasBullet = first.kind == .symbol && isBullet(first) || first.kind == .dash && line.tokens.count > 3
      line.startsLower = first.kind == .word && !first.shape.contains(.capitalized) && !first.shape.contains(.hasDigit)
    }
    var last = line.tokens.upperBound
    while last > line.tokens.lowerBound, [.closeQuote, .closeBracket].contains(tokens[last - 1].kind) { last -= 1 }
    guard last > line.tokens.lowerBound else { return }
    let token = tokens[last - 1]
    if token.kind == .terminal {
      line.endsInQuestion = text.bytes[token.span.start] == 0x3F
      line.endsInFullStop = !line.endsInQuestion
      line.endsInExclamation = text.bytes[token.span.start] == 0x21
    } else if token.kind == .separator {
      line.endsInColon = text.bytes[token.span.start] == 0x3A
    } else if token.shape.contains(.abbreviation) {
      line.endsInFullStop = true
    }
  }

  private func isBullet(_ token: Token) -> Bool {
    guard let (scalar, _) = decodeScalar(at: token.span.start, in: text.bytes.span) else { return false }
    return [0x2022, 0x25AA, 0x25CF, 0x25E6, 0x2A, 0xB7, 0x2023, 0x25BA, 0x25B6, 0x2192].contains(scalar)
  }

  private func hasPrice(_ range: Range<Int>) -> Bool {
    range.contains { i in
      tokens[i].kind == .symbol && ["$", "€", "£"].contains(text[tokens[i].span])
        && ((i + 1 < range.upperBound && tokens[i + 1].kind == .number)
          || (i > range.lowerBound && tokens[i - 1].kind == .number))
    }
  }

  /// The tokens of a line without bullets before, and without marks behind but brackets and colons.
  func coreTokens(of line: PageLine) -> Range<Int> {
    var lower = line.tokens.lowerBound
    var upper = line.tokens.upperBound
    while lower < upper, tokens[lower].kind == .dash || tokens[lower].kind == .symbol && isBullet(tokens[lower]) {
      lower += 1
    }
    while upper > lower,
      [.symbol, .terminal, .dash, .separator].contains(tokens[upper - 1].kind) || isClosingGuillemet(upper - 1)
    { upper -= 1 }
    return lower..<upper
  }

  private func isClosingGuillemet(_ i: Int) -> Bool {
    tokens[i].kind == .closeQuote && text[tokens[i].span] == "»"
  }

  /// The words (not marks) among `range`.
  func wordTokens(_ range: Range<Int>) -> [Token] {
    tokens[range].filter { $0.kind == .word || $0.kind == .number }
  }
}
