import NewsModel
import TextBytes

/// Finds quotations whose words changed on the way, and paraphrases that became quotations.
struct QuotationDrift {
  private let finder: DiscrepancyFinder

  init(_ finder: DiscrepancyFinder) { self.finder = finder }

  private struct Quote {
    var passage: Passage
    var tokens: [Token]
    var language: LanguageCode?
    var words: [FoldHash] { tokens.map(\.fold) }
  }

  /// Quotations of one claim, in one language, that share most of their words but differ in one that matters: the pair that
  /// is otherwise most alike.
  func find() -> Discrepancy? {
    let quotes = quotes()
    var best: (likeness: Double, passages: [Passage])?
    for (i, first) in quotes.enumerated() {
      for second in quotes[(i + 1)...] where second.passage.article != first.passage.article {
        guard first.language == second.language, let pair = drift(first, second) else { continue }
        if pair.likeness > best?.likeness ?? 0 { best = pair }
      }
    }
    return best.flatMap { discrepancy(.wording, "the words inside the quotation marks differ", $0.passages) }
  }

  /// The shorter quotation beside the stretch of the longer that it renders, where a word of substance gave way to another. A word
  /// left out, or spelled otherwise, is no drift.
  private func drift(_ a: Quote, _ b: Quote) -> (likeness: Double, passages: [Passage])? {
    let (long, short) = a.words.count >= b.words.count ? (a, b) : (b, a)
    let length = short.words.count
    guard length >= 3, length <= 80, long.words.count <= 400, !contains(long.words, short.words) else { return nil }
    let matches = matches(long.words, short.words)
    guard matches.count * 2 >= length, matches.count >= 2, let first = matches.first, let last = matches.last else {
      return nil
    }
    let from = max(0, first.0 - first.1)
    let to = min(long.words.count, last.0 + length - last.1)
    guard to - from <= length * 2, isReplaced(long, short, matches, from..<to) else { return nil }
    return (Double(matches.count) / Double(length), ordered(stretch(long, from..<to), short.passage))
  }

  /// The longest common run of words, gaps allowed, as places in both.
  private func matches(_ a: [FoldHash], _ b: [FoldHash]) -> [(Int, Int)] {
    var best = [[Int]](repeating: [Int](repeating: 0, count: b.count + 1), count: a.count + 1)
    for i in a.indices.reversed() {
      for j in b.indices.reversed() {
        best[i][j] = a[i] == b[j] ? best[i + 1][j + 1] + 1 : max(best[i + 1][j], best[i][j + 1])
      }
    }
    var (i, j) = (0, 0)
    var found: [(Int, Int)] = []
    while i < a.count, j < b.count {
      if a[i] == b[j] {
        found.append((i, j))
        (i, j) = (i + 1, j + 1)
      } else if best[i + 1][j] >= best[i][j + 1] {
        i += 1
      } else {
        j += 1
      }
    }
    return found
  }

  /// Whether between two words in common each has one or two words of its own that are other words.
  private func isReplaced(_ long: Quote, _ short: Quote, _ matches: [(Int, Int)], _ range: Range<Int>) -> Bool {
    let bounds = [(range.lowerBound - 1, -1)] + matches + [(range.upperBound, short.words.count)]
    return zip(bounds, bounds.dropFirst()).contains { before, after in
      let (x, y) = ((before.0 + 1)..<max(before.0 + 1, after.0), (before.1 + 1)..<max(before.1 + 1, after.1))
      guard x.count == y.count, (1...2).contains(x.count) else { return false }
      return zip(x, y).contains { isWord(long, $0) && isWord(short, $1) && areOther(long, $0, short, $1) }
    }
  }

  /// Whether two words are not one word spelled or inflected in two ways.
  private func areOther(_ a: Quote, _ i: Int, _ b: Quote, _ j: Int) -> Bool {
    guard a.tokens[i].lemma != b.tokens[j].lemma else { return false }
    let x = Array(finder.text(stretch(a, i..<(i + 1))).utf8.filter { $0 != UInt8(ascii: "-") })
    let y = Array(finder.text(stretch(b, j..<(j + 1))).utf8.filter { $0 != UInt8(ascii: "-") })
    let common = zip(x, y).prefix { $0 == $1 }.count
    return common * 2 < max(x.count, y.count)
  }

  private func ordered(_ a: Passage, _ b: Passage) -> [Passage] { a < b ? [a, b] : [b, a] }

  /// Whether word `number` of a quotation carries meaning; an initial or "the" for "a" is no drift.
  private func isWord(_ quote: Quote, _ number: Int) -> Bool {
    let token = quote.tokens[number]
    return token.span.count > 2 && token.classes.isDisjoint(with: [.function, .properNoun])
  }

  private func stretch(_ quote: Quote, _ range: Range<Int>) -> Passage {
    let span = TextSpan(quote.tokens[range.lowerBound].span.start, quote.tokens[range.upperBound - 1].span.end)
    return Passage(article: quote.passage.article, span: span)
  }

  /// A stretch in quotation marks that another version gives, in the same words, as reported speech.
  func promotion() -> Discrepancy? {
    let quotes = quotes()
    for quote in quotes where isSaying(quote) {
      for number in finder.group where finder.input.propositions[number].passage.article != quote.passage.article {
        let proposition = finder.input.propositions[number]
        let article = finder.input.articles[proposition.passage.article]
        guard proposition.counts, proposition.form == .statement, article.article.language == quote.language,
          let span = unquotedRun(of: quote.words, in: proposition)
        else { continue }
        return discrepancy(
          .promotion, "reported speech in one version stands in quotation marks in another",
          [Passage(article: proposition.passage.article, span: span), quote.passage])
      }
    }
    return nil
  }

  /// Whether words in quotation marks are something said, and not a title or a name.
  private func isSaying(_ quote: Quote) -> Bool {
    quote.words.count >= 2
      && quote.tokens.contains { token in
        token.shape.isDisjoint(with: .capitalized) && !token.classes.isDisjoint(with: [.verb, .adverb, .auxiliary])
          && token.classes.isDisjoint(with: [.noun, .properNoun])
      }
  }

  private func discrepancy(_ kind: Discrepancy.Kind, _ why: String, _ passages: [Passage]) -> Discrepancy? {
    Discrepancy(
      claim: finder.claim.id, kind: kind, verdict: .drift, why: why,
      values: passages.map { .init(value: finder.text($0), at: $0) })
  }

  private func quotes() -> [Quote] {
    finder.group.filter { finder.input.propositions[$0].counts }.flatMap { number -> [Quote] in
      let proposition = finder.input.propositions[number]
      let article = finder.input.articles[proposition.passage.article]
      let quoted = proposition.quotations.prefix(1).flatMap { article.quotations[$0].quoted }
      return quoted.filter { proposition.passage.span.overlaps($0) }.map { span in
        Quote(
          passage: Passage(article: proposition.passage.article, span: span), tokens: words(article, span),
          language: article.article.language)
      }
    }
  }

  private func words(_ article: AnnotatedArticle, _ span: TextSpan) -> [Token] {
    article.reading.tokens(in: span).map { article.reading.tokens[$0] }.filter {
      $0.kind == .word || $0.kind == .number
    }
  }

  /// Whether `b` stands in `a` word for word.
  private func contains(_ a: [FoldHash], _ b: [FoldHash]) -> Bool {
    guard b.count <= a.count else { return false }
    return (0...(a.count - b.count)).contains { Array(a[$0..<($0 + b.count)]) == b }
  }

  private func unquotedRun(of words: [FoldHash], in proposition: Proposition) -> TextSpan? {
    let article = finder.input.articles[proposition.passage.article]
    let range = article.reading.tokens(in: proposition.passage.span)
    let tokens = range.map { article.reading.tokens[$0] }.filter { $0.kind == .word || $0.kind == .number }
    guard tokens.count >= words.count else { return nil }
    for start in 0...(tokens.count - words.count) where tokens[start..<(start + words.count)].map(\.fold) == words {
      let span = TextSpan(tokens[start].span.start, tokens[start + words.count - 1].span.end)
      let isQuoted = article.quotations.flatMap(\.quoted).contains { $0.overlaps(span) }
      if !isQuoted { return span }
    }
    return nil
  }
}
