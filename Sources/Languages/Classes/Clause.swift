import NewsModel
import TextBytes

/// How far a clause has come, read from left to right.
struct Clause {
  /// Whether its finite verb has been seen.
  private(set) var hasFinite = false
  /// Whether that verb reports what follows, so that a new clause may begin without a conjunction.
  private(set) var reports = false
  /// Whether a preposition has come since that verb, so that a noun here need not be a new subject.
  private(set) var hasPhrase = false

  mutating func read(_ words: SentenceWords, _ i: Int, opensClause: Bool) {
    let token = words.tokens[i]
    switch token.kind {
    case .closeQuote, .openQuote, .dash, .terminal: reset()
    case .separator: if token.span.count == 1, reports || !hasFinite { reset() }
    default:
      if !token.classes.isDisjoint(with: [.subordinator, .relative, .coordinator, .interrogative]) { reset() }
      if token.classes.contains(.finite), token.classes.isDisjoint(with: [.noun, .properNoun, .infinitive]) {
        hasFinite = !opensClause
        reports = opensClause
        hasPhrase = false
      }
      if token.classes.contains(.preposition) {
        hasPhrase = true
      }
    }
  }

  private mutating func reset() {
    hasFinite = false
    reports = false
    hasPhrase = false
  }
}
