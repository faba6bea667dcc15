import Lexicon
import NewsModel
import TextBytes

extension Page {
  /// Cuts lines that hold a date and something else in two, and labels the dates. O(lines).
  mutating func splitDates() {
    var result: [PageLine] = []
    for line in lines {
      for var part in parts(of: line) {
        part.markup = line.markup
        result.append(part)
      }
    }
    lines = result
  }

  private func parts(of line: PageLine) -> [PageLine] {
    guard line.label == .open, !line.tokens.isEmpty, !line.isProse || line.words <= 30 else { return [line] }
    guard let date = PageDates.shared.dates(in: self, line.tokens).first else { return [line] }
    let segmented = segmentLines(line)
    if segmented.count > 1 { return segmented }
    let before = line.tokens.lowerBound..<date.tokens.lowerBound
    let rest = tokensBehindDate(date, line)
    let wordsBefore = wordTokens(before).count
    if wordsBefore <= 4, rest.isEmpty { return wholeDate(line, date, before) }
    // "date 2025-03-02 Sign up now": a scraper's label glued to a promo.
    let behind = makeLine(number: line.number, span: span(of: rest), tokens: rest)
    if wordsBefore <= 2, let reason = furniture(behind) {
      var head = makeLine(
        number: line.number, span: span(of: line.tokens.lowerBound..<rest.lowerBound),
        tokens: line.tokens.lowerBound..<rest.lowerBound)
      head.label = .cut(.date)
      var tail = behind
      tail.label = .cut(reason)
      return [head, tail]
    }
    if wordsBefore <= 6, behind.words <= 6, !line.endsInFullStop || line.words <= 10 && behind.words <= 1,
      isDateLine(line, before)
    {
      var cut = line
      cut.label = .cut(.date)
      return [cut]
    }
    return [line]
  }

  /// "By Ana Ruiz | Published: … | Updated: …", "HARBOUR POST | … | Get our briefing": each part a line, unless it all tells the date.
  private func segmentLines(_ line: PageLine) -> [PageLine] {
    var ranges = segments(line.tokens)
    let hasByline = ranges.first.map { isBylineSegment($0) } == true
    if !hasByline { ranges = segments(line.tokens, marks: ["|", "·"]) }
    guard ranges.count >= 3 || ranges.count == 2 && hasByline, line.words <= 40 else { return [] }
    var result = ranges.map { segmentLine($0, line) }
    guard result.contains(where: { $0.label != .cut(.date) }) else { return [] }
    // The mark goes with what stands behind it.
    for i in result.indices.dropFirst() {
      result[i].span = TextSpan(tokens[ranges[i - 1].upperBound].span.start, result[i].span.end)
    }
    if hasByline { result[0].label = .cut(.byline) }
    return result
  }

  private func segmentLine(_ range: Range<Int>, _ line: PageLine) -> PageLine {
    var part = makeLine(number: line.number, span: span(of: range), tokens: range)
    let dates = PageDates.shared.dates(in: self, range)
    let isDated = dates.first.map { part.words - wordTokens($0.tokens).count <= 3 } == true
    let tellsTime = part.words <= 4 && tokens[range].contains { isClock($0) }
    if isDated || tellsTime {
      part.label = .cut(.date)
    } else if let reason = furniture(part) {
      part.label = .cut(reason)
    }
    return part
  }

  func isClock(_ token: Token) -> Bool {
    let parts = text[token.span].split(separator: ":")
    return token.shape.contains(.hasDigit) && parts.count == 2 && parts.allSatisfy { Int($0) != nil }
  }

  /// "By Ana Ruiz and Li Wei": a word that opens bylines, then names.
  func isBylineSegment(_ range: Range<Int>) -> Bool {
    guard let first = tokens[range].first, CueWords.shared.contains(first.fold, .authorLabel), range.count >= 3 else {
      return false
    }
    let words = wordTokens(range).dropFirst()
    return words.count <= 12 && words.first?.shape.contains(.capitalized) == true
  }

  /// Two words of which the first is a given name and nothing else.
  private func isKnownPerson(_ range: Range<Int>) -> Bool {
    let words = wordTokens(range)
    guard words.count == 2, words.count == range.count, let given = Lexicon.shared.givenNames[words[0].fold] else {
      return false
    }
    return !given.isCommonWord && !CueWords.shared.contains(words[1].fold, .outlet)
      && !CueWords.shared.contains(words[1].fold, .outletWeak)
  }

  /// A line with a date and a few words more: behind "Published", or parted by bars, or a read time.
  private func isDateLine(_ line: PageLine, _ before: Range<Int>) -> Bool {
    line.cues[.date] >= 2 || before.isEmpty && line.words <= 8
      || tokens[before].last.map { ["·", "|", "•", "-", "–", "—"].contains(text[$0.span]) } == true
  }

  private func tokensBehindDate(_ date: PageDate, _ line: PageLine) -> Range<Int> {
    var i = date.tokens.upperBound
    while i < line.tokens.upperBound, tokens[i].kind != .word, tokens[i].kind != .number, tokens[i].kind != .openQuote {
      i += 1
    }
    return i..<line.tokens.upperBound
  }

  private func wholeDate(_ line: PageLine, _ date: PageDate, _ before: Range<Int>) -> [PageLine] {
    var cut = line
    cut.label = .cut(.date)
    let label = makeLine(number: line.number, span: span(of: before), tokens: before)
    guard let separator = tokens[before].last, separator.kind == .symbol || separator.kind == .dash,
      label.cues[.date] == 0
    else {
      let isLabel = before.isEmpty || line.cues[.date] > 0 || wordTokens(before).count <= 1
      return isLabel || line.words <= 8 && !line.endsInFullStop ? [cut] : [line]
    }
    // "Harbour Post · 2d ago": the outlet before the mark.
    let outletTokens = before.lowerBound..<(before.upperBound - 1)
    guard !outletTokens.isEmpty else { return [cut] }
    var outlet = makeLine(number: line.number, span: span(of: outletTokens), tokens: outletTokens)
    outlet.label = isBylineSegment(outletTokens) || isKnownPerson(outletTokens) ? .cut(.byline) : .cut(.outlet)
    let dateTokens = (before.upperBound - 1)..<line.tokens.upperBound
    var tail = makeLine(number: line.number, span: span(of: dateTokens), tokens: dateTokens)
    tail.label = .cut(.date)
    return [outlet, tail]
  }

  /// The span from the first to the last token of `range`. O(1).
  func span(of range: Range<Int>) -> TextSpan {
    guard !range.isEmpty else { return TextSpan(0, 0) }
    return TextSpan(tokens[range.lowerBound].span.start, tokens[range.upperBound - 1].span.end)
  }
}
