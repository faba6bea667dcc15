import NewsModel
import TextBytes

/// Cuts a text into sentences and tokens with word classes.
public struct LanguageReader: Sendable {
  /// A block of text that no sentence crosses: a title, a deck, a paragraph.
  public struct Block: Sendable, Hashable {
    /// Its bytes.
    public var span: TextSpan
    /// What part of the article it is.
    public var part: Sentence.Part
    /// The number of the paragraph, or -1.
    public var paragraph: Int
    /// Makes a block.
    public init(span: TextSpan, part: Sentence.Part = .body, paragraph: Int = -1) {
      self.span = span
      self.part = part
      self.paragraph = paragraph
    }
  }

  /// Makes a reader; the tables are loaded once in a process.
  public init() {}

  /// Reads the blocks of `text`, which come in its order and do not overlap, as `language`. O(n).
  public func read(_ text: SourceText, blocks: [Block], language: LanguageCode) -> Reading {
    let folder = LanguageFolder.of(language)
    var tokenizer = Tokenizer(bytes: text.bytes, folder: folder)
    var edges: [Int] = []
    for block in blocks {
      tokenizer.read(block.span)
      edges.append(tokenizer.tokens.count)
    }
    var tokens = tokenizer.tokens
    var classifier = WordClassifier(bytes: text.bytes, folder: folder)
    classifier.lookUp(&tokens)
    let splitter = SentenceSplitter(tokens: tokens, folder: folder)
    var sentences: [Sentence] = []
    var start = 0
    for (block, end) in zip(blocks, edges) {
      for range in splitter.split(start..<end) {
        let span = TextSpan(tokens[range.lowerBound].span.start, tokens[range.upperBound - 1].span.end)
        sentences.append(Sentence(span: span, tokens: range, paragraph: block.paragraph, part: block.part))
      }
      start = end
    }
    classifier.settle(&tokens, sentences)
    return Reading(text: text, language: language, tokens: tokens, sentences: sentences)
  }

  /// Cuts the blocks of `text` into tokens that bear no classes but those of function words, and parts them into no sentences: enough to
  /// tell lines apart. The table of all words is not loaded for it. O(n).
  public func outline(_ text: SourceText, blocks: [Block], language: LanguageCode) -> Outline {
    let folder = LanguageFolder.of(language)
    var tokenizer = Tokenizer(bytes: text.bytes, folder: folder)
    var ranges: [Range<Int>] = []
    ranges.reserveCapacity(blocks.count)
    for block in blocks {
      let start = tokenizer.tokens.count
      tokenizer.read(block.span)
      ranges.append(start..<tokenizer.tokens.count)
    }
    var tokens = tokenizer.tokens
    for range in ranges { FunctionWords(bytes: text.bytes, table: folder.functionWords).mark(&tokens, range) }
    return Outline(tokens: tokens, blocks: ranges)
  }

  /// Tokens that bear no classes but those of function words.
  public struct Outline: Sendable {
    /// All of them.
    public var tokens: [Token]
    /// Those of each block.
    public var blocks: [Range<Int>]
  }

  /// Reads an article: title, deck, and each paragraph. O(n).
  public func read(_ article: Article) -> Reading {
    var blocks: [Block] = []
    if let title = article.title { blocks.append(Block(span: title, part: .title)) }
    if let deck = article.deck { blocks.append(Block(span: deck, part: .deck)) }
    for (number, paragraph) in article.paragraphs.enumerated() {
      blocks.append(Block(span: paragraph.span, part: paragraph.isHeading ? .heading : .body, paragraph: number))
    }
    return read(article.text, blocks: blocks, language: article.language ?? LanguageCode("und"))
  }

  /// Reads plain text, a paragraph a line. For tests and for single passages. O(n).
  public func read(_ text: SourceText, language: LanguageCode) -> Reading {
    let blocks = textLines(in: text.bytes.span).enumerated().map { Block(span: text.trimmed($1.span), paragraph: $0) }
    return read(text, blocks: blocks, language: language)
  }
}
