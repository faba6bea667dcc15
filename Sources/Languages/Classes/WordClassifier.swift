import NewsModel
import TextBytes

/// Gives each token its word classes and its lemma: from the tables, then from its shape, the rest of the text, and its neighbours.
struct WordClassifier {
  let bytes: [UInt8]
  let folder: LanguageFolder
  private let words: WordTable
  private var likeliest: [WordClasses] = []

  init(bytes: [UInt8], folder: LanguageFolder) {
    self.bytes = bytes
    self.folder = folder
    words = folder.words
  }

  /// Gives every token the classes of its form, whatever stands around it. O(n).
  mutating func lookUp(_ tokens: inout [Token]) {
    likeliest = Array(repeating: [], count: tokens.count)
    for i in tokens.indices { likeliest[i] = lookUp(&tokens[i]) }
  }

  /// Settles the classes of the tokens, which were looked up and which `sentences` parts, in place. O(n).
  func settle(_ tokens: inout [Token], _ sentences: [Sentence]) {
    let capitals = CapitalEvidence(tokens: tokens, sentences: sentences)
    let rules = contextRules[folder.code]
    var sentenceWords = SentenceWords(reporting: folder.reporting)
    for sentence in sentences {
      let range = sentence.tokens
      let style = capitals.style(tokens, sentence)
      for i in range { capitals.settle(&tokens[i], style, isFirst: capitals.isFirst(tokens, i, in: range)) }
      guard let rules else { continue }
      sentenceWords.take(tokens[range], likeliest[range], of: bytes)
      sentenceWords.isHeadline = sentence.part != .body || style != .running
      rules.settle(&sentenceWords)
      for i in range { tokens[i] = sentenceWords.tokens[i - range.lowerBound] }
    }
  }

  /// What the tables, or the ending, say of a token; returns the likeliest class.
  private func lookUp(_ token: inout Token) -> WordClasses {
    switch token.kind {
    case .number:
      token.classes = .numeral
      return .numeral
    case .word, .clitic: break
    default: return []
    }
    if let entry = words.entry(bytes, token.span, fold: token.fold) {
      token.classes = entry.classes
      token.lemma = entry.lemma
      return entry.likeliest
    }
    if token.shape.contains(.hasDigit) {
      token.classes = [.noun, .numeral]
    } else if let entry = lastPart(of: token) {
      token.classes = entry.classes.subtracting([.function, .properNoun])
      if token.shape.contains(.capitalized) { token.classes.insert(.properNoun) }
      return entry.likeliest
    } else if token.shape.contains(.capitalized) {
      token.classes = .properNoun
    } else if let guess = folder.suffixes.first(where: { endsWith($0.ending, token.span) }) {
      token.classes = guess.all
      return guess.likeliest
    } else {
      token.classes = .noun
    }
    return token.classes
  }

  private func endsWith(_ ending: [UInt8], _ span: TextSpan) -> Bool {
    guard span.count > ending.count + 1 else { return false }
    return bytes[(span.end - ending.count)..<span.end].elementsEqual(ending)
  }

  /// What the table says of "elected" in "re-elected".
  private func lastPart(of token: Token) -> WordTable.Entry? {
    guard let hyphen = bytes[token.span.range].lastIndex(of: UInt8(ascii: "-")), hyphen + 1 < token.span.end else {
      return nil
    }
    let part = TextSpan(hyphen + 1, token.span.end)
    return words.entry(bytes, part, fold: FoldHash(bytes, part))
  }
}
