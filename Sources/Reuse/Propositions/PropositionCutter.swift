import NewsModel
import TextBytes

/// Cuts an article, annotated with the story's entity numbers, into propositions.
public struct PropositionCutter: Sendable {
  /// Makes a cutter.
  public init() {}

  /// The propositions of `annotated`, in the order of the text. O(n).
  public func cut(_ annotated: AnnotatedArticle, article: Int, entities: [StoryEntity]) -> [Proposition] {
    let builder = PropositionBuilder(annotated: annotated, article: article, entities: entities)
    var result: [Proposition] = []
    for sentence in annotated.reading.sentences.indices {
      result += SentenceCutter(annotated: annotated, sentence: sentence, builder: builder).propositions()
    }
    return result
  }
}

/// Cuts one sentence: first what is said in it, then the clauses that are left, then events that phrases name.
struct SentenceCutter {
  let annotated: AnnotatedArticle
  let sentence: Int
  let builder: PropositionBuilder

  var reading: Reading { annotated.reading }
  var frame: Sentence { reading.sentences[sentence] }

  func propositions() -> [Proposition] {
    let statements = statements()
    var result = statements
    let asides = appositions()
    result += asides
    result += clauses(outside: statements).filter { clause in
      !asides.contains { $0.passage.span == clause.passage.span }
    }
    addEvents(to: &result)
    result += details(of: result)
    return result.sorted { $0.passage < $1.passage }
  }

  /// The quotations whose content holds `span`, innermost first; `innermost` is one that is known to.
  func holders(of span: TextSpan, _ innermost: Int?) -> [Int] {
    let others = annotated.quotations.indices
      .filter { $0 != innermost && annotated.quotations[$0].content.contains(span) }
      .sorted { annotated.quotations[$0].content.count < annotated.quotations[$1].content.count }
    return (innermost.map { [$0] } ?? []) + others
  }

  /// `range` without marks at its ends, and without the words at its head that only tie it to what stands before.
  func trimmed(_ range: Range<Int>) -> Range<Int> {
    var lower = range.lowerBound
    var upper = range.upperBound
    let isVerbless = !range.contains { isPredicate(reading.tokens[$0]) }
    let hasFinite = range.contains { reading.tokens[$0].classes.contains(.finite) }
    func isTie(_ token: Token) -> Bool {
      let classes = token.classes
      guard classes.isDisjoint(with: [.relative, .verb, .pronoun]) || classes.contains(.complementizer) else {
        return false
      }
      if classes.contains(.preposition), !isVerbless, !hasFinite { return false }
      return !classes.isDisjoint(with: [.coordinator, .subordinator, .complementizer])
        || (isVerbless && !classes.isDisjoint(with: [.preposition, .negation, .adverb])
          && classes.isDisjoint(with: .noun))
    }
    while lower < upper, isMark(reading.tokens[lower]) || (lower < range.lowerBound + 4 && isTie(reading.tokens[lower]))
    { lower += 1 }
    while lower < upper, isLeftOver(reading.tokens[upper - 1]) { upper -= 1 }
    return lower..<upper
  }

  /// Whether a part that ends in this word lacks what the word leads to: "and", "that", "in the", "as part of".
  private func isLeftOver(_ token: Token) -> Bool {
    if isMark(token) { return true }
    let leading: WordClasses = [.coordinator, .complementizer, .relative, .subordinator, .preposition, .determiner]
    return !token.classes.isDisjoint(with: leading)
      && token.classes.isDisjoint(with: [.noun, .verb, .adverb, .pronoun, .adjective, .properNoun])
  }

  /// Whether an amount or a time stands at token `i`.
  func isFigure(_ i: Int) -> Bool {
    let span = reading.tokens[i].span
    return annotated.times.contains { $0.span.overlaps(span) }
      || annotated.quantities.contains { $0.span.overlaps(span) }
  }

  func quotedTokens() -> [Range<Int>] {
    annotated.quotations.flatMap(\.quoted).filter { $0.overlaps(frame.span) }.map { reading.tokens(in: $0) }
  }

  func hasFinite(_ span: TextSpan) -> Bool {
    reading.tokens[reading.tokens(in: span)].contains { $0.classes.contains(.finite) }
  }
}
