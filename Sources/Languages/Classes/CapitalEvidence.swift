import NewsModel
import TextBytes

/// What capitals tell in one text: whether a line sets every word with one, and which words have one in the middle of sentences.
struct CapitalEvidence {
  /// How a line uses capitals.
  enum Style { case running, titleCase, allCapitals }

  /// How often a word stands inside running sentences with a capital and without.
  private var seen: [FoldHash: (capital: Int, small: Int)] = [:]

  init(tokens: [Token], sentences: [Sentence]) {
    for sentence in sentences where style(tokens, sentence) == .running {
      for i in sentence.tokens where tokens[i].kind == .word && !isFirst(tokens, i, in: sentence.tokens) {
        let capital = tokens[i].shape.contains(.capitalized)
        Self.count(capital, &seen[tokens[i].fold, default: (0, 0)])
      }
    }
  }

  private static func count(_ capital: Bool, _ counts: inout (capital: Int, small: Int)) {
    if capital { counts.capital += 1 } else { counts.small += 1 }
  }

  /// Whether a capital at `i` may only be there because a sentence begins.
  func isFirst(_ tokens: [Token], _ i: Int, in range: Range<Int>) -> Bool {
    if i == range.lowerBound { return true }
    switch tokens[i - 1].kind {
    case .openQuote, .terminal, .openBracket, .closeQuote, .symbol: return true
    case .dash: return i - 1 == range.lowerBound
    case .separator:
      return tokens[i - 1].span.count == 1 && tokens[i].shape.contains(.capitalized) && followsColon(tokens, i)
    default: return false
    }
  }

  private func followsColon(_ tokens: [Token], _ i: Int) -> Bool { tokens[i - 1].fold == Self.colon }
  private static let colon = FoldHash(":")

  /// The style of a line, by its words of four letters or more and its content words.
  func style(_ tokens: [Token], _ sentence: Sentence) -> Style {
    var content = 0
    var capital = 0
    var all = 0
    for i in sentence.tokens.dropFirst() where tokens[i].kind == .word && !tokens[i].classes.contains(.function) {
      content += 1
      if tokens[i].shape.contains(.capitalized) { capital += 1 }
      if tokens[i].shape.contains(.allCapitals) { all += 1 }
    }
    guard content >= 2 else { return .running }
    if all * 10 >= content * 7 { return content >= 3 || sentence.part != .body ? .allCapitals : .running }
    let enough = sentence.part == .body ? content >= 4 && capital * 20 >= content * 17 : capital * 10 >= content * 8
    return enough && !onlyNames(tokens, sentence) ? .titleCase : .running
  }

  /// Whether every capitalised word is one that the tables do not know, as in a list of names.
  private func onlyNames(_ tokens: [Token], _ sentence: Sentence) -> Bool {
    !sentence.tokens.contains {
      tokens[$0].shape.contains(.capitalized) && !tokens[$0].classes.isDisjoint(with: [.verb, .noun, .adjective])
    }
  }

  /// Settles whether `token` is, or may be, a proper noun.
  func settle(_ token: inout Token, _ style: Style, isFirst: Bool) {
    guard token.kind == .word, token.shape.contains(.capitalized) else {
      if token.kind == .word, token.classes != .properNoun { token.classes.remove(.properNoun) }
      return
    }
    let known = token.classes
    let counts = seen[token.fold] ?? (0, 0)
    let nameElsewhere = counts.capital > counts.small
    if known == .properNoun { return }
    if known.contains(.function), token.shape.contains(.allCapitals), style != .allCapitals {
      // "US", "WHO" beside words that are not all capitals.
      token.classes = .properNoun
      return
    }
    if style == .allCapitals || style == .titleCase || isFirst {
      // Here a capital tells nothing of itself.
      if nameElsewhere, !known.contains(.function) { return makeName(&token) }
      if !known.contains(.properNoun) { return }
      if counts.small > counts.capital { token.classes.remove(.properNoun) } else { makeName(&token) }
      return
    }
    if known.contains(.function) {
      // "May", "Will": modals in the middle of a sentence have no capital.
      if known.contains(.modal) { token.classes = [.noun, .properNoun] }
      if token.shape.contains(.allCapitals) { token.classes = .properNoun }
      return
    }
    makeName(&token)
  }

  /// A capital where running text has none: no verb, and a name if not a noun or adjective that is written so.
  private func makeName(_ token: inout Token) {
    token.classes.subtract(WordClasses.verbal.union(.adverb))
    token.classes.insert(.properNoun)
  }
}
