import Lexicon
import NewsModel
import TextBytes

/// An agency that no table knows, named by the page itself.
struct LocalAgency: Sendable {
  /// The name as it is to be shown.
  var name: String
  var words: [FoldHash]
}

extension Page {
  /// Learns agencies from the brackets of datelines, and from names that stand alone at the end and return beside photographers. O(words of the page).
  mutating func learnAgencies() {
    for line in lines.prefix(40) {
      guard let range = datelineBracket(line) else { continue }
      learn(range)
      return
    }
    if let range = closingBracket() ?? closingName() { learn(range) }
  }

  private mutating func learn(_ range: Range<Int>) {
    let words = wordTokens(range).map(\.fold)
    agencies.append(LocalAgency(name: shownAgency(words, range), words: words))
  }

  /// The name in the brackets of "PLACE, Country (Name) —" where no table knows it.
  private func datelineBracket(_ line: PageLine) -> Range<Int>? {
    guard line.isProse || line.words >= 8 else { return nil }
    let reader = DatelineReader(page: self)
    let end = min(line.tokens.upperBound, line.tokens.lowerBound + 18)
    let place = reader.placeRange(from: line.tokens.lowerBound, before: end)
    guard !place.isEmpty, let open = (place.upperBound..<end).first(where: { tokens[$0].kind == .openBracket }),
      let close = (open..<end).first(where: { tokens[$0].kind == .closeBracket }), close + 1 < end
    else { return nil }
    let between = place.upperBound..<open
    let isDate = between.isEmpty || PageDates.shared.dates(in: self, between).first != nil || between.count <= 1
    let next = tokens[close + 1]
    guard isDate, next.kind == .dash || text[next.span] == ".", isName((open + 1)..<close) else { return nil }
    let name = (open + 1)..<close
    guard next.kind == .dash || close + 2 < end && tokens[close + 2].kind == .dash, isAgencyHere(name, place) else {
      return nil
    }
    return name
  }

  /// The place in capitals, known, or named again after "in" tells a dateline from a person with a party.
  private func isAgencyHere(_ name: Range<Int>, _ place: Range<Int>) -> Bool {
    let shown = text[span(of: name)]
    guard !isPlace(shown), OutletNames.shared.known(shown) == nil, !isCallSign(name) else { return false }
    return wordTokens(place).allSatisfy { $0.shape.contains(.allCapitals) } || isPlace(text[span(of: place)])
      || comesBackAsPlace(place)
  }

  /// "WXYZ": a station.
  private func isCallSign(_ name: Range<Int>) -> Bool {
    guard name.count == 1, let token = tokens[name].first else { return false }
    return token.shape.contains(.allCapitals) && token.span.count <= 4
      && ["W", "K"].contains(text[token.span].prefix(1))
  }

  /// Whether the words stand elsewhere behind a word that places stand behind.
  func comesBackAsPlace(_ place: Range<Int>) -> Bool {
    let words = wordTokens(place.prefix { tokens[$0].kind == .word }.isEmpty ? place : firstRun(place)).map(\.fold)
    guard !words.isEmpty else { return false }
    return lines.contains { line in
      line.tokens.dropFirst().contains { i in
        !place.contains(i) && matches(words, at: i, line) && CueWords.shared.contains(tokens[i - 1].fold, .inPlace)
      }
    }
  }

  private func firstRun(_ range: Range<Int>) -> Range<Int> {
    let end = range.first { tokens[$0].kind != .word } ?? range.upperBound
    return range.lowerBound..<end
  }

  /// One to four words with capitals, and nothing else.
  func isName(_ range: Range<Int>) -> Bool {
    (1...4).contains(range.count)
      && tokens[range].allSatisfy {
        $0.kind == .word && ($0.shape.contains(.capitalized) || $0.classes.contains(.function))
      }
      && tokens[range.lowerBound].shape.contains(.capitalized)
      && AgencyName.match(self, at: range.lowerBound, before: range.upperBound) == nil
  }

  /// The name in brackets behind the last full stop of the story: "… the harbour. (Name)". Initials and persons sign there too.
  private func closingBracket() -> Range<Int>? {
    for line in lines.suffix(12).reversed() where line.words >= 4 {
      let close = line.tokens.upperBound - 1
      guard close > line.tokens.lowerBound, tokens[close].kind == .closeBracket,
        let open = line.tokens.last(where: { tokens[$0].kind == .openBracket }), open > line.tokens.lowerBound,
        tokens[open - 1].kind == .terminal || tokens[open - 1].kind == .closeQuote
      else { continue }
      let name = (open + 1)..<close
      guard isName(name), name.count <= 3, text[span(of: name)].utf8.count >= 4, !isPlace(text[span(of: name)]),
        Lexicon.shared.givenNames[tokens[name.lowerBound].fold] == nil
      else { continue }
      return name
    }
    return nil
  }

  /// A name alone on a line below the story, or in capitals behind its last full stop, that the page uses as agencies' are used.
  private func closingName() -> Range<Int>? {
    guard let last = lines.lastIndex(where: { $0.isProse }) else { return nil }
    for line in lines[last...].prefix(3) {
      let range = line.isProse ? trailingCapitals(line) : line.tokens
      guard let range, isName(range), !isPlace(text[span(of: range)]) else { continue }
      let words = wordTokens(range).map(\.fold)
      guard !lines.prefix(3).contains(where: { $0.words <= 14 && firstWords($0, are: words) }) else { continue }
      if isUsedAsAgency(words, outside: range) { return range }
    }
    return nil
  }

  private func firstWords(_ line: PageLine, are words: [FoldHash]) -> Bool {
    line.tokens.contains { matches(words, at: $0, line) }
  }

  private func trailingCapitals(_ line: PageLine) -> Range<Int>? {
    var start = line.tokens.upperBound
    while start > line.tokens.lowerBound, tokens[start - 1].kind == .word,
      tokens[start - 1].shape.contains(.allCapitals)
    {
      start -= 1
    }
    guard start < line.tokens.upperBound, start > line.tokens.lowerBound else { return nil }
    let before = tokens[start - 1]
    return before.kind == .terminal || before.kind == .closeQuote ? start..<line.tokens.upperBound : nil
  }

  /// "(NAME/Photographer)" or "a NAME correspondent" somewhere in the page.
  private func isUsedAsAgency(_ words: [FoldHash], outside range: Range<Int>) -> Bool {
    lines.contains { line in
      line.tokens.contains { i in
        guard !range.contains(i), matches(words, at: i, line) else { return false }
        let next = i + words.count
        let isBesideSlash =
          next < line.tokens.upperBound && text[tokens[next].span] == "/"
          || i > line.tokens.lowerBound && text[tokens[i - 1].span] == "/"
        return isBesideSlash
          || words.count >= 2 && next < line.tokens.upperBound && CueWords.shared.contains(tokens[next].fold, .ofOutlet)
      }
    }
  }

  /// The name as the story writes it: with small letters where it does so anywhere.
  private func shownAgency(_ words: [FoldHash], _ range: Range<Int>) -> String {
    for line in lines {
      for i in line.tokens where matches(words, at: i, line) {
        let found = i..<(i + words.count)
        if tokens[found].contains(where: { !$0.shape.contains(.allCapitals) }) { return text[span(of: found)] }
      }
    }
    return text[span(of: range)]
  }
}
