import NewsModel
import TextBytes

/// Parts the tokens of one block of text (a paragraph, a headline) into sentences. A block never runs on into the next.
///
/// The tokens bear the classes of their forms already, so that a word that begins sentences can be told from a name.
struct SentenceSplitter {
  let tokens: [Token]
  let folder: LanguageFolder

  /// The token ranges of the sentences in `range`. O(n).
  func split(_ range: Range<Int>) -> [Range<Int>] {
    var sentences: [Range<Int>] = []
    var start = range.lowerBound
    var i = range.lowerBound
    while i < range.upperBound {
      guard tokens[i].kind == .terminal || tokens[i].shape.contains(.abbreviation) else {
        i += 1
        continue
      }
      // Marks that close belong to the sentence that they close.
      var next = i + 1
      while next < range.upperBound, closes(tokens[next]) { next += 1 }
      if endsSentence(i, next, since: start, in: range) {
        sentences.append(start..<next)
        start = next
      }
      i = next
    }
    if start < range.upperBound { sentences.append(start..<range.upperBound) }
    return sentences
  }

  private func closes(_ token: Token) -> Bool {
    let kind = token.kind
    return (kind == .closeQuote || kind == .closeBracket || kind == .terminal) && !token.shape.contains(.spaceBefore)
  }

  /// Whether a sentence that began at `start` ends with the marks `i..<next`.
  private func endsSentence(_ i: Int, _ next: Int, since start: Int, in range: Range<Int>) -> Bool {
    guard next < range.upperBound else { return true }
    if isListNumber(i, since: start) { return false }
    guard let word = firstWord(from: next, in: range) else { return tokens[i].kind == .terminal }
    let glued = !tokens[next].shape.contains(.spaceBefore) && !tokens[next].shape.contains(.lineStart)
    if glued, tokens[next].kind != .openQuote, !isGluedSentence(i, next) { return false }
    let follower = tokens[word]
    let opens = follower.shape.contains(.capitalized) || follower.kind == .number || follower.shape.contains(.hasDigit)
    guard opens || follower.kind == .symbol || follower.kind == .url else { return false }
    guard tokens[i].kind == .terminal else { return abbreviationEnds(i, before: follower) }
    return !(next > i + 1 && saysSo(from: next, in: range))
  }

  /// "1." at the beginning counts the items of a list; a mark alone is no sentence.
  private func isListNumber(_ i: Int, since start: Int) -> Bool {
    if i == start { return tokens[i].kind == .terminal }
    return i == start + 1 && tokens[start].kind == .number && tokens[start].span.count <= 3
  }

  /// The token behind quotation marks, brackets and dashes at `next`; nil for none.
  private func firstWord(from next: Int, in range: Range<Int>) -> Int? {
    var k = next
    while k < range.upperBound, k < next + 4 {
      switch tokens[k].kind {
      case .openQuote, .openBracket, .dash, .closeQuote: k += 1
      case .symbol
      where tokens[k].span.count <= 3 && k + 1 < range.upperBound && !tokens[k + 1].shape.contains(.spaceBefore): k += 1
      default: return k
      }
    }
    return nil
  }

  /// "…end.The next" lost its space: a small letter before, a word with a capital and small letters behind.
  private func isGluedSentence(_ i: Int, _ next: Int) -> Bool {
    guard tokens[i].kind == .terminal, i > 0, tokens[i - 1].kind == .word, tokens[next].kind == .word else {
      return false
    }
    let shape = tokens[next].shape
    return shape.contains(.capitalized) && !shape.contains(.allCapitals) && tokens[next].span.count > 1
      && !tokens[i - 1].shape.contains(.capitalized) && tokens[i - 1].span.count > 1
  }

  /// Whether a cue follows a quotation that a mark ended: “Stop!” Ruiz said.
  private func saysSo(from next: Int, in range: Range<Int>) -> Bool {
    guard tokens[next - 1].kind == .closeQuote else { return false }
    for k in next..<min(next + 4, range.upperBound) {
      guard tokens[k].kind == .word else { return false }
      if tokens[k].classes.contains(.verb), folder.reporting.contains(tokens[k].lemma) { return true }
      if k > next, !tokens[k].shape.contains(.capitalized), tokens[k].classes.contains(.function) { return false }
    }
    return false
  }

  /// Whether a sentence ends at an abbreviation: never at titles ("Sr. Gil") nor at a month before a number; at an initial or an
  /// abbreviation in capitals only before a word that begins sentences; at others also before a common word.
  private func abbreviationEnds(_ i: Int, before follower: Token) -> Bool {
    let token = tokens[i]
    let kind = folder.abbreviations[token.fold]
    if kind == .title || kind == .beforeNumber && follower.kind == .number { return false }
    guard follower.kind == .word else { return follower.kind == .symbol && kind == .plain }
    if folder.particles.contains(follower.fold) { return false }
    if follower.classes.contains(.function) { return !follower.shape.contains(.allCapitals) }
    if token.shape.contains(.capitalized) { return false }
    return follower.classes.isDisjoint(with: .properNoun) && !follower.shape.contains(.allCapitals)
  }
}
