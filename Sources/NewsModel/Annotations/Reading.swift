import TextBytes

/// A text cut into sentences and tokens: what every annotator reads.
public struct Reading: Sendable {
  /// The text that was cut; spans of tokens and sentences are bytes of it.
  public var text: SourceText
  /// The language of the whole text; a text in none of the languages that have a folder keeps its code and gets plain tokens.
  public var language: LanguageCode
  /// All tokens, in order.
  public var tokens: [Token]
  /// All sentences, in order; together they hold every token.
  public var sentences: [Sentence]

  /// Makes a reading.
  public init(text: SourceText, language: LanguageCode, tokens: [Token], sentences: [Sentence]) {
    self.text = text
    self.language = language
    self.tokens = tokens
    self.sentences = sentences
  }

  /// The words of a token.
  public func string(_ token: Token) -> String { text[token.span] }
  /// The span from the first to the last token of `range`; nil for none.
  public func span(ofTokens range: Range<Int>) -> TextSpan? {
    range.isEmpty ? nil : TextSpan(tokens[range.lowerBound].span.start, tokens[range.upperBound - 1].span.end)
  }
  /// The tokens that lie in `span`. O(log n).
  public func tokens(in span: TextSpan) -> Range<Int> {
    let first = firstToken { $0.span.start >= span.start }
    let last = firstToken { $0.span.end > span.end }
    return first..<max(first, last)
  }
  /// The number of the sentence that holds byte `offset`, or nil between sentences. O(log n).
  public func sentence(at offset: Int) -> Int? {
    var low = 0
    var high = sentences.count
    while low < high {
      let middle = (low + high) / 2
      if sentences[middle].span.end <= offset { low = middle + 1 } else { high = middle }
    }
    return low < sentences.count && sentences[low].span.start <= offset ? low : nil
  }
  private func firstToken(where reached: (Token) -> Bool) -> Int {
    var low = 0
    var high = tokens.count
    while low < high {
      let middle = (low + high) / 2
      if reached(tokens[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}

/// A sentence, or a line that stands for one (a headline, a subhead).
public struct Sentence: Hashable, Sendable {
  /// What part of the article it is in.
  public enum Part: UInt8, Sendable, Hashable { case title, deck, heading, body }
  /// From the first byte of its first token to behind the last byte of its last; it never runs over two paragraphs.
  public var span: TextSpan
  /// Its tokens, as a range of the reading's.
  public var tokens: Range<Int>
  /// The number of its paragraph in the article; -1 in title and deck.
  public var paragraph: Int
  /// Whether it stands in the title, the deck, a subhead or a paragraph of the body.
  public var part: Part
  /// Makes a sentence.
  public init(span: TextSpan, tokens: Range<Int>, paragraph: Int, part: Part = .body) {
    self.span = span
    self.tokens = tokens
    self.paragraph = paragraph
    self.part = part
  }
}
