import NewsModel
import TextBytes

/// Cuts a stretch of a sentence into clauses by word classes: at semicolons and dashes, before relative clauses, subordinate
/// clauses, participles set off by commas, and before a second finite verb behind "and".
struct ClauseCutter {
  let tokens: [Token]
  /// Whether an amount or a time stands at a token.
  var isFigure: (Int) -> Bool = { _ in false }
  /// Token ranges inside quotation marks, in which no cut is made.
  let quoted: [Range<Int>]

  /// The clauses in `range`, in order; together they hold all its tokens. O(n).
  func cut(_ range: Range<Int>) -> [Range<Int>] {
    var clauses: [Range<Int>] = []
    var start = range.lowerBound
    for i in range where i > start && isBoundary(i, from: start, in: range) {
      clauses.append(start..<i)
      start = i
    }
    if start < range.upperBound { clauses.append(start..<range.upperBound) }
    return joined(clauses)
  }

  /// Whether a clause begins at token `i`.
  private func isBoundary(_ i: Int, from start: Int, in range: Range<Int>) -> Bool {
    guard !quoted.contains(where: { $0.contains(i) }) else { return false }
    let previous = tokens[i - 1]
    if previous.kind == .dash && previous.shape.contains(.spaceBefore) || isLongDash(previous) { return true }
    if previous.kind == .separator, isSemicolon(previous) { return true }
    let afterComma = previous.kind == .separator && !isVerbList(at: i - 1, in: tokens)
    let classes = tokens[i].classes
    if afterComma {
      if classes.contains(.gerund) || classes.contains(.relative) { return true }
      if isSubordinate(i), hasFinite(after: i, in: range) { return true }
      if classes.contains(.participle), !classes.contains(.finite), i + 2 < range.upperBound { return true }
      if isTail(i, in: range) { return true }
    }
    if isSubordinate(i), !afterVerb(i), hasFinite(after: i, in: range), hasFinite(in: start..<i) { return true }
    if classes.contains(.coordinator) { return hasFinite(in: start..<i) && secondPredicate(after: i, in: range) }
    return false
  }

  /// A phrase behind a comma, up to the next, that holds no finite verb: "…, including large deployments in the north".
  private func isTail(_ i: Int, in range: Range<Int>) -> Bool {
    let classes = tokens[i].classes
    let tail = i..<((i..<range.upperBound).first { tokens[$0].kind == .separator } ?? range.upperBound)
    let isApposition =
      classes.contains(.determiner) && tail.count >= 8
      && !tail.prefix(7).contains { tokens[$0].classes.contains(.coordinator) }
    guard isApposition || classes.contains(.preposition) || classes.contains(.negation) || classes.contains(.adverb)
    else { return false }
    return tail.count >= 5 && hasFinite(in: range.lowerBound..<i) && !hasFinite(in: tail)
      && tail.filter { isContent(tokens[$0]) }.count >= 3
  }

  /// Whether "and", at `i`, is followed by a predicate of its own, with or without an adverbial before it.
  private func secondPredicate(after i: Int, in range: Range<Int>) -> Bool {
    var k = i + 1
    var steps = 0
    while k < range.upperBound, steps < 5 {
      let classes = tokens[k].classes
      if classes.contains(.finite), !classes.contains(.noun) || classes.contains(.auxiliary) { return true }
      if steps == 0, classes.contains(.participle), classes.isDisjoint(with: [.adjective, .noun]),
        (range.lowerBound..<i).contains(where: { tokens[$0].classes.contains(.auxiliary) })
      {
        return true
      }
      if steps == 0, classes.contains(.adverb) || classes.contains(.preposition) {
        k += 1
        while k < range.upperBound, k < i + 5, !tokens[k].classes.contains(.finite) { k += 1 }
        return k < range.upperBound && tokens[k].classes.contains(.finite) && !tokens[k].classes.contains(.noun)
      }
      guard classes.contains(.adverb) else { return false }
      k += 1
      steps += 1
    }
    return false
  }

  /// Clauses without enough in them to stand alone go to the clause before.
  private func joined(_ clauses: [Range<Int>]) -> [Range<Int>] {
    var result: [Range<Int>] = []
    for clause in clauses {
      let content = clause.filter { isContent(tokens[$0]) }.count
      if content < 3 || clause.count < 4, let last = result.last {
        result[result.count - 1] = last.lowerBound..<clause.upperBound
      } else {
        result.append(clause)
      }
    }
    if result.count > 1, result[0].filter({ isContent(tokens[$0]) }).count < 2 {
      result[1] = result[0].lowerBound..<result[1].upperBound
      result.removeFirst()
    }
    return result
  }

  /// Whether a subordinate clause may begin at `i`; the complement of a verb or noun ("signs that …") belongs to it.
  /// So does what measures it ("a day after").
  private func isSubordinate(_ i: Int) -> Bool {
    (i == 0 || !isFigure(i - 1)) && tokens[i].classes.contains(.subordinator)
      && tokens[i].classes.isDisjoint(with: [.relative, .complementizer])
  }
  private func afterVerb(_ i: Int) -> Bool { i > 0 && tokens[i - 1].classes.contains(.verb) }
  private func hasFinite(after i: Int, in range: Range<Int>) -> Bool {
    hasFinite(in: (i + 1)..<max(i + 1, range.upperBound))
  }
  private func hasFinite(in range: Range<Int>) -> Bool { range.contains { tokens[$0].classes.contains(.finite) } }
  private func isSemicolon(_ token: Token) -> Bool { token.fold == FoldHash(";") }
  private func isLongDash(_ token: Token) -> Bool { token.kind == .dash && token.span.count == 3 }
}

extension ClauseCutter {
  /// Cuts only before a second predicate that shares its subject ("… spoke by phone | and reaffirmed his support"), and between two full
  /// clauses that both say a good deal.
  func cutPredicates(_ range: Range<Int>) -> [Range<Int>] {
    var pieces: [Range<Int>] = []
    var start = range.lowerBound
    for i in range where i > start && tokens[i].classes.contains(.coordinator) {
      guard !quoted.contains(where: { $0.contains(i) }), i + 1 < range.upperBound else { continue }
      let next = tokens[i + 1].classes
      let isPredicate =
        next.contains(.finite) && next.isDisjoint(with: [.noun, .adverb, .preposition, .subjunctive])
        && !next.isDisjoint(with: [.past, .auxiliary])
      let halves = [start..<i, (i + 1)..<range.upperBound]
      guard isPredicate ? halves.allSatisfy(isWorthCutting) : halves.allSatisfy(isFullClause) else { continue }
      pieces.append(start..<i)
      start = i + 1
    }
    pieces.append(start..<range.upperBound)
    return pieces
  }

  /// Whether a half says so much, with a verb of its own, that it is a claim by itself.
  private func isFullClause(_ range: Range<Int>) -> Bool {
    range.contains { tokens[$0].classes.contains(.finite) } && range.filter { isContent(tokens[$0]) }.count >= 6
  }

  private func isWorthCutting(_ range: Range<Int>) -> Bool {
    range.count >= 4 && range.filter { isContent(tokens[$0]) }.count >= 2
  }
}

/// Whether the mark at `i` only parts verbs of one form that share what stands behind the last: "pushing, kicking and slapping them".
func isVerbList(at i: Int, in tokens: [Token]) -> Bool {
  guard i > 0, i + 1 < tokens.count, tokens[i].kind == .separator else { return false }
  return [.gerund, .participle, .finite, .infinitive].contains { (form: WordClasses) in
    [i - 1, i + 1].allSatisfy { isVerb(tokens[$0], form) }
  }
}

private func isVerb(_ token: Token, _ form: WordClasses) -> Bool {
  token.classes.contains(form) && (form == .gerund || token.classes.isDisjoint(with: [.noun, .adjective]))
    && token.classes.isDisjoint(with: [.properNoun, .auxiliary])
}

/// Whether a token carries meaning of its own: a number, or a word that is no function word.
func isContent(_ token: Token) -> Bool {
  token.kind == .number || (token.kind == .word && !token.classes.contains(.function))
}

/// Whether a token may carry a predicate: a form of a verb, be it only "is".
func isPredicate(_ token: Token) -> Bool { !token.classes.isDisjoint(with: [.verb, .finite, .auxiliary]) }

/// Whether a token parts what stands before from what stands behind it: a comma, a dash, a bracket, a full stop; not the hyphen of "U.S.-led".
func isMark(_ token: Token) -> Bool {
  switch token.kind {
  case .dash: token.shape.contains(.spaceBefore) || token.span.count > 1
  case .separator, .openBracket, .closeBracket, .terminal: true
  default: false
  }
}
