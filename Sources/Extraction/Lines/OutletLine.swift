import Lexicon
import NewsModel
import TextBytes

extension Page {
  /// Labels the first line where it is the outlet's name alone, or the name with a motto or an edition behind a mark. O(words of the page).
  mutating func labelOutletLine() {
    guard let i = lines.firstIndex(where: { $0.words > 0 && !$0.label.isCut }), i <= 2, lines[i].label == .open,
      lines[..<i].allSatisfy({ $0.words <= 8 }), lines[i].words <= 14, let name = segments(lines[i].tokens).first
    else { return }
    guard isOutletName(name, i) else { return }
    lines[i].label = .cut(.outlet)
  }

  /// The parts of a line between marks that stand free: "|", "·", a spaced dash. O(tokens).
  func segments(_ range: Range<Int>, marks: [String] = ["|", "·", "•", "–", "—", "-"]) -> [Range<Int>] {
    var result: [Range<Int>] = []
    var start = range.lowerBound
    for i in range where isFreeMark(i, range, marks) {
      if start < i { result.append(start..<i) }
      start = i + 1
    }
    if start < range.upperBound { result.append(start..<range.upperBound) }
    return result
  }

  private func isFreeMark(_ i: Int, _ range: Range<Int>, _ marks: [String]) -> Bool {
    let token = tokens[i]
    guard token.kind != .word, token.kind != .number, i > range.lowerBound else { return false }
    guard marks.contains(text[token.span]), token.shape.contains(.spaceBefore) else {
      return false
    }
    return i + 1 < range.upperBound && tokens[i + 1].shape.contains(.spaceBefore)
  }

  /// Whether the words of `name`, which begin line `i`, name an outlet: by a word that such names have, or by how the page uses them.
  func isOutletName(_ name: Range<Int>, _ i: Int) -> Bool {
    guard hasFormOfName(name) else { return false }
    let shown = text[span(of: name)]
    if OutletNames.shared.known(shown) != nil { return true }
    guard !isPlace(shown), headlineFollows(i) else { return false }
    let words = wordTokens(name)
    if words.contains(where: { CueWords.shared.contains($0.fold, .outlet) }), words.count >= 2 { return true }
    let echoes = echoes(of: name, outside: i)
    if words.contains(where: { CueWords.shared.contains($0.fold, .outletWeak) }), words.count >= 2, echoes.count > 0 {
      return true
    }
    return echoes.confirming > 0 && echoes.confirming * 2 >= echoes.count
  }

  /// One to six words in capitals or with capitals, small words between, no other marks.
  private func hasFormOfName(_ range: Range<Int>) -> Bool {
    let words = wordTokens(range)
    guard (1...6).contains(words.count), words.count == range.count, words[0].shape.contains(.capitalized) else {
      return false
    }
    return words.allSatisfy {
      $0.kind == .word && !$0.shape.contains(.hasDigit)
        && ($0.shape.contains(.capitalized) || $0.shape.contains(.innerCapital) || $0.classes.contains(.function)
          || CueWords.shared.contains($0.fold, .small))
    }
  }

  private func headlineFollows(_ i: Int) -> Bool {
    lines[(i + 1)...].prefix(6).contains { !$0.label.isCut && $0.words >= 4 && $0.isHeadline }
  }

  /// How often the words come back in the page, in one of the shorter forms too ("the Tribune"), and how often as an outlet's do.
  private func echoes(of name: Range<Int>, outside line: Int) -> (count: Int, confirming: Int) {
    let forms = nameForms(name)
    var count = 0
    var confirming = 0
    for (number, other) in lines.enumerated() where number != line {
      var i = other.tokens.lowerBound
      while i < other.tokens.upperBound {
        guard let length = forms.first(where: { matches($0, at: i, other) })?.count else { i += 1; continue }
        count += 1
        if isUsedAsOutlet(i..<(i + length), other) { confirming += 1 }
        i += length
      }
    }
    return (count, confirming)
  }

  /// The whole name; without its article; up to or only the word that outlets have in their names.
  private func nameForms(_ name: Range<Int>) -> [[FoldHash]] {
    let words = wordTokens(name)
    var forms = [words.map(\.fold)]
    if words.count > 2, words[0].classes.contains(.determiner) { forms.append(words.dropFirst().map(\.fold)) }
    let isOwn: (Token) -> Bool = {
      CueWords.shared.contains($0.fold, .outlet) || CueWords.shared.contains($0.fold, .outletWeak)
    }
    if let at = words.firstIndex(where: isOwn) {
      if at >= 1, at + 1 < words.count { forms.append(words[...at].map(\.fold)) }
    }
    return forms
  }

  func matches(_ form: [FoldHash], at i: Int, _ line: PageLine) -> Bool {
    guard i + form.count <= line.tokens.upperBound, tokens[i].shape.contains(.capitalized) else { return false }
    return form.indices.allSatisfy { tokens[i + $0].kind == .word && tokens[i + $0].fold == form[$0] }
  }

  /// "told NAME", "© 2025 NAME", "NAME staff", "NAME's newsletter".
  func isUsedAsOutlet(_ range: Range<Int>, _ line: PageLine) -> Bool {
    var before = range.lowerBound - 1
    while before >= line.tokens.lowerBound,
      tokens[before].classes.contains(.determiner) || tokens[before].kind == .number
    { before -= 1 }
    if before >= line.tokens.lowerBound {
      if CueWords.shared.contains(tokens[before].fold, .toOutlet) || text[tokens[before].span] == "©" { return true }
    }
    let behind = (range.upperBound..<min(range.upperBound + 4, line.tokens.upperBound))
    guard let next = behind.first else { return line.label == .cut(.subscribe) }
    if CueWords.shared.contains(tokens[next].fold, .ofOutlet) { return true }
    return line.label == .cut(.subscribe)
      || tokens[next].kind == .clitic && behind.contains { CueWords.shared.contains(tokens[$0].fold, .own) }
  }
}
