import NewsModel
import TextBytes

/// Cuts a stretch of a sentence into its smallest tellable parts: a verb with what goes with it, a relative clause, a participle, an amount.
///
/// Where a clause ends is told by word classes alone; parts overlap the clauses that hold them and never each other.
struct DetailCutter {
  let tokens: [Token]
  /// Whether an amount or a time begins or goes on at a token.
  let isFigure: (Int) -> Bool
  /// Token ranges inside quotation marks, in which no cut is made.
  let quoted: [Range<Int>]

  /// The parts in `range`, in order; those that say too little by themselves are left out. O(n).
  func cut(_ range: Range<Int>) -> [Range<Int>] {
    var parts: [Range<Int>] = []
    var start = range.lowerBound
    for i in range where i > start && isBoundary(i, in: range) {
      parts.append(start..<i)
      start = i
    }
    if start < range.upperBound { parts.append(start..<range.upperBound) }
    return parts.map(trimmed).filter { isTelling($0) && $0.count < range.count }
  }

  private func isBoundary(_ i: Int, in range: Range<Int>) -> Bool {
    guard !quoted.contains(where: { $0.contains(i) }) else { return false }
    let (token, previous) = (tokens[i], tokens[i - 1])
    if isVerbList(at: i, in: tokens) || isVerbList(at: i - 1, in: tokens) { return false }
    if isMark(token) || isMark(previous) { return true }
    let classes = token.classes
    if classes.contains(.relative) || classes.contains(.complementizer) {
      return !previous.classes.contains(.preposition)
    }
    if classes.contains(.subordinator) { return hasVerbOrFigure(after: i, in: range) }
    if classes.contains(.coordinator) { return opensPredicate(after: i, in: range) }
    if classes.contains(.preposition), isOutset(i, in: range) { return true }
    guard previous.kind == .number || !previous.classes.isDisjoint(with: [.noun, .properNoun]) else {
      return false
    }
    if classes.contains(.gerund), classes.isDisjoint(with: [.noun, .adjective]) { return true }
    return classes.contains(.participle) && classes.isDisjoint(with: [.finite, .adjective, .noun, .auxiliary])
  }

  /// A preposition behind a noun that opens an infinitive ("a plan to scrap", "una obra para llevar") .
  private func isOutset(_ i: Int, in range: Range<Int>) -> Bool {
    guard i + 1 < range.upperBound, tokens[i - 1].classes.contains(.noun) else { return false }
    let next = tokens[i + 1].classes
    return next.contains(.infinitive) && next.isDisjoint(with: .noun)
  }

  private func hasVerbOrFigure(after i: Int, in range: Range<Int>) -> Bool {
    let end = ((i + 1)..<range.upperBound).first { isMark(tokens[$0]) } ?? range.upperBound
    return ((i + 1)..<max(i + 1, end)).contains { tokens[$0].classes.contains(.verb) || isFigure($0) }
  }

  /// Whether "and" is followed by a predicate, or by an amount of its own.
  private func opensPredicate(after i: Int, in range: Range<Int>) -> Bool {
    guard i + 1 < range.upperBound else { return false }
    if isMark(tokens[i - 1]) { return true }
    let window = (i + 1)..<min(range.upperBound, i + 6)
    return window.contains { k in
      !isMark(tokens[k]) && (tokens[k].classes.contains(.finite) && tokens[k].classes.isDisjoint(with: .noun))
    } || isFigure(i + 1)
  }

  private func trimmed(_ range: Range<Int>) -> Range<Int> {
    var (lower, upper) = (range.lowerBound, range.upperBound)
    while lower < upper, isEdge(tokens[lower]) { lower += 1 }
    while lower < upper, isMark(tokens[upper - 1]) || tokens[upper - 1].classes.contains(.coordinator) { upper -= 1 }
    return lower..<upper
  }

  private func isEdge(_ token: Token) -> Bool {
    isMark(token) || token.classes.contains(.coordinator)
      || (token.classes.contains(.complementizer) && !token.classes.contains(.relative))
  }

  /// Two words with a meaning and a verb or figure among them.
  private func isTelling(_ range: Range<Int>) -> Bool {
    range.filter { isContent(tokens[$0]) }.count >= 2
      && range.contains { tokens[$0].classes.contains(.verb) || isFigure($0) }
  }
}
