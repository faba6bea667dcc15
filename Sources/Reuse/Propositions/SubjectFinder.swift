import NewsModel
import TextBytes

/// Finds who a part of a sentence is about, where the part itself does not say: whom a relative clause hangs on, and the subject that a
/// second predicate shares with the first.
struct SubjectFinder {
  let annotated: AnnotatedArticle
  private var reading: Reading { annotated.reading }

  /// The subject that `range`, in `sentence`, leaves out; nil where it has its own, has no predicate, or it cannot be told. O(tokens of the sentence).
  func subject(of range: Range<Int>, in sentence: Int) -> Mention? {
    guard let opening = opening(of: range), range.lowerBound > frame(sentence).tokens.lowerBound else { return nil }
    switch opening {
    case .relative: return antecedent(before: range.lowerBound)
    case .predicate: return sharedSubject(before: range.lowerBound, in: sentence)
    }
  }

  private enum Opening { case relative, predicate }

  /// How a part without a subject begins: with a relative that is its subject, or with a verb; adverbs and times may stand before.
  private func opening(of range: Range<Int>) -> Opening? {
    var i = range.lowerBound
    if i < range.upperBound, reading.tokens[i].classes.contains(.relative) {
      return startsPredicate(i + 1, range) ? .relative : nil
    }
    for _ in 0..<6 where i < range.upperBound && !startsPredicate(i, range) {
      guard isAdverbial(i) else { return nil }
      i += 1
    }
    return startsPredicate(i, range) ? .predicate : nil
  }

  private func startsPredicate(_ i: Int, _ range: Range<Int>) -> Bool {
    guard i < range.upperBound else { return false }
    let classes = reading.tokens[i].classes
    if classes.contains(.finite) { return classes.isDisjoint(with: .noun) || classes.contains(.auxiliary) }
    return (classes.contains(.adverb) || classes.contains(.negation)) && classes.isDisjoint(with: .subordinator)
      && i + 1 < range.upperBound && reading.tokens[i + 1].classes.contains(.finite)
  }

  private func isAdverbial(_ i: Int) -> Bool {
    let token = reading.tokens[i]
    return !token.classes.isDisjoint(with: [.adverb, .negation, .coordinator])
      || annotated.times.contains { $0.span.overlaps(token.span) }
      || (token.classes.contains(.preposition) && token.classes.isDisjoint(with: .subordinator))
  }

  /// Who is named right before, but for a comma.
  private func antecedent(before i: Int) -> Mention? {
    let start = reading.tokens[i].span.start
    return annotated.mentions.last { $0.span.end <= start && $0.span.end + 3 >= start && $0.entity != nil }
  }

  /// The first that is named in the clause before, behind no preposition and as no possessor.
  private func sharedSubject(before i: Int, in sentence: Int) -> Mention? {
    let limit = reading.tokens[i].span.start
    let start = clauseStart(before: i, in: sentence)
    guard
      let mention = annotated.mentions.first(where: { $0.span.start >= start && $0.span.end <= limit && isFree($0) }),
      mention.entity != nil
    else { return nil }
    return mention
  }

  /// Where the clause that token `i` goes on from begins: behind the last word that opens a clause and has a verb behind it; never
  /// before what somebody is reported to have said, for whoever says it is no subject of it.
  private func clauseStart(before i: Int, in sentence: Int) -> Int {
    let said = annotated.quotations.map(\.content).filter { $0.contains(reading.tokens[i].span) }.map(\.start).max()
    return max(said ?? 0, openedClause(before: i, in: sentence))
  }

  private func openedClause(before i: Int, in sentence: Int) -> Int {
    var hasVerb = false
    for k in frame(sentence).tokens.reversed() where k < i {
      let token = reading.tokens[k]
      if token.classes.contains(.finite) { hasVerb = true }
      let opens =
        token.kind == .openQuote
        || (!token.classes.isDisjoint(with: [.complementizer, .subordinator])
          && token.classes.isDisjoint(with: [.preposition, .relative]))
      if hasVerb, opens { return token.span.end }
    }
    return frame(sentence).span.start
  }

  private func isFree(_ mention: Mention) -> Bool {
    let range = reading.tokens(in: mention.span)
    if range.upperBound < reading.tokens.count, reading.tokens[range.upperBound].kind == .clitic { return false }
    var k = range.lowerBound - 1
    while k >= 0, !reading.tokens[k].classes.isDisjoint(with: [.determiner, .adjective, .properNoun, .possessive]),
      !reading.tokens[k].classes.contains(.preposition)
    { k -= 1 }
    return k < 0 || !reading.tokens[k].classes.contains(.preposition)
  }

  private func frame(_ sentence: Int) -> Sentence { reading.sentences[sentence] }
}
