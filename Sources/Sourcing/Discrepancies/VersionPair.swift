import NewsModel
import TextBytes

/// One passage of a claim, with what is compared.
struct Version {
  let number: Int
  let proposition: Proposition
  let article: AnnotatedArticle
  /// The words and numbers of the passage, in order.
  let tokens: [Token]
  let words: VersionWords

  init(_ input: SourcingInput, _ number: Int) {
    self.number = number
    proposition = input.propositions[number]
    article = input.articles[proposition.passage.article]
    let reading = article.reading
    tokens = reading.tokens(in: proposition.passage.span).map { reading.tokens[$0] }
      .filter { $0.kind == .word || $0.kind == .number }
    words = VersionWords.of(article.article.language)
  }

  var language: LanguageCode? { article.article.language }

  func has(_ wanted: VersionWords.Class) -> Bool { tokens.contains { words.has($0, wanted) } }

  /// Where the token at `index` governs the next word of content, at most three on: that word's place.
  func content(after index: Int) -> Int? {
    let next = tokens.indices.dropFirst(index + 1).prefix(3)
    return next.first { tokens[$0].classes.isDisjoint(with: [.function, .auxiliary, .modal, .adverb, .determiner]) }
  }

  /// Who and what the sentence names, places aside.
  var names: Set<Int> {
    let span = article.reading.sentences[proposition.sentence].span
    let named = article.mentions.filter { $0.kind == .name && $0.type != .location && span.contains($0.span) }
    return Set(named.compactMap(\.entity))
  }

  /// The stretch from one token to another.
  func passage(_ from: Int, _ to: Int) -> Passage {
    let (low, high) = (min(from, to), max(from, to))
    return Passage(
      article: proposition.passage.article, span: TextSpan(tokens[low].span.start, tokens[high].span.end))
  }

  /// The stretch about a token, for a reader: a few words on either side.
  func surroundings(_ from: Int, _ to: Int) -> Passage {
    passage(max(0, min(from, to) - 3), min(tokens.count - 1, max(from, to) + 3))
  }
}

/// Two passages of one claim, from different articles.
struct VersionPair {
  let a: Version
  let b: Version
  /// 0 to 1, as the alignment has it.
  let score: Double

  var isOneLanguage: Bool { a.language != nil && a.language == b.language }
  var reversed: VersionPair { VersionPair(a: b, b: a, score: score) }

  /// The share of content words that both have, by the shorter; entities may differ.
  var likeness: Double {
    let (x, y) = (Set(a.proposition.words), Set(b.proposition.words))
    let shorter = min(x.count, y.count)
    return shorter == 0 ? 0 : Double(x.intersection(y).count) / Double(shorter)
  }

  /// Whether the sentences can be about the same: where both name somebody, one of them is the same.
  var areOfOneSubject: Bool { a.names.isEmpty || b.names.isEmpty || !a.names.isDisjoint(with: b.names) }

  /// The share of content words that both have, of all that either has.
  var closeness: Double {
    let (x, y) = (Set(a.proposition.words), Set(b.proposition.words))
    let all = x.union(y).count
    return all == 0 ? 0 : Double(x.intersection(y).count) / Double(all)
  }
}
