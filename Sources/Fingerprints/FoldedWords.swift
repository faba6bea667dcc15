import NewsModel
import TextBytes

/// The words and numbers of `reading`, folded: what texts are compared by. Marks do not count, nor case and accents. With
/// `span` only those that lie in it. O(tokens in the span).
public func foldedWords(_ reading: Reading, in span: TextSpan? = nil) -> [FoldHash] {
  let range = span.map { reading.tokens(in: $0) } ?? reading.tokens.indices
  return reading.tokens[range].filter(isWord).map(\.fold)
}

/// As ``foldedWords(_:in:)``, with the index in `reading.tokens` of each word. O(tokens in the span).
public func foldedWordPositions(_ reading: Reading, in span: TextSpan? = nil) -> (folds: [FoldHash], tokens: [Int]) {
  let range = span.map { reading.tokens(in: $0) } ?? reading.tokens.indices
  let tokens = range.filter { isWord(reading.tokens[$0]) }
  return (tokens.map { reading.tokens[$0].fold }, tokens)
}

private func isWord(_ token: Token) -> Bool {
  token.kind == .word || token.kind == .number || token.kind == .clitic
}
