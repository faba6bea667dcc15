import NewsModel
import TextBytes

/// Finds quotations whose words changed on the way, and paraphrases that became quotations.
struct QuotationDrift {
  private let finder: DiscrepancyFinder

  init(_ finder: DiscrepancyFinder) { self.finder = finder }

  private struct Quote {
    var passage: Passage
    var words: [FoldHash]
    var language: LanguageCode?
  }

  /// Two quotations of one claim, in one language, that share most of their words but not all.
  func find() -> Discrepancy? {
    let quotes = quotes()
    for (i, first) in quotes.enumerated() {
      for second in quotes[(i + 1)...] where second.passage.article != first.passage.article {
        guard first.language == second.language, differ(first.words, second.words) else { continue }
        return discrepancy(.wording, "the words inside the quotation marks differ", [first.passage, second.passage])
      }
    }
    return nil
  }

  /// A stretch in quotation marks that another version gives, in the same words, as reported speech.
  func promotion() -> Discrepancy? {
    let quotes = quotes()
    for quote in quotes where quote.words.count >= 2 {
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
          passage: Passage(article: proposition.passage.article, span: span), words: words(article, span),
          language: article.article.language)
      }
    }
  }

  private func words(_ article: AnnotatedArticle, _ span: TextSpan) -> [FoldHash] {
    article.reading.tokens(in: span).map { article.reading.tokens[$0] }.filter {
      $0.kind == .word || $0.kind == .number
    }.map(\.fold)
  }

  /// Most words shared (by the shorter), three at least, and neither a part of the other.
  private func differ(_ a: [FoldHash], _ b: [FoldHash]) -> Bool {
    let shared = Set(a).intersection(b).count
    guard min(a.count, b.count) >= 3, shared * 2 >= min(a.count, b.count), shared >= 2 else { return false }
    return !contains(a, b) && !contains(b, a)
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
