import NewsModel
import TextBytes

/// Finds quotations that a translation changed: another number, a "not" more or less, or a hedge that came or went.
struct TranslationDrift {
  private let finder: DiscrepancyFinder

  init(_ finder: DiscrepancyFinder) { self.finder = finder }

  func find() -> Discrepancy? {
    for pair in finder.pairs where !pair.isOneLanguage && pair.score >= 0.6 {
      guard let a = quoted(pair.a), let b = quoted(pair.b), let why = change(pair, a, b) else { continue }
      return Discrepancy(
        claim: finder.claim.id, kind: .translation, verdict: .drift, why: why,
        values: [a, b].sorted().map { .init(value: finder.text($0), at: $0) })
    }
    return nil
  }

  /// The one stretch in quotation marks that makes up most of a passage.
  private func quoted(_ version: Version) -> Passage? {
    let span = version.proposition.passage.span
    let stretches = version.proposition.quotations.flatMap { version.article.quotations[$0].quoted }
      .filter { $0.overlap(span) * 2 >= span.count }
    guard let first = stretches.first, Set(stretches).count == 1 else { return nil }
    let words = version.article.reading.tokens(in: first).count
    return words >= 5 && words <= 30 ? Passage(article: version.proposition.passage.article, span: first) : nil
  }

  private func change(_ pair: VersionPair, _ a: Passage, _ b: Passage) -> String? {
    guard isOneSpeaker(pair), isOfOneLength(pair, a, b) else { return nil }
    if let (x, y) = numbers(pair, a, b), !x.agrees(with: y) { return "the translation has another number" }
    guard pair.score >= 0.7 else { return nil }
    let counts = [negations(pair.a, a), negations(pair.b, b)]
    if counts.contains(0), counts.contains(1), !pair.a.has(.refusing), !pair.b.has(.refusing) {
      return "the translation has a negation that the other does not"
    }
    let told = [hedges(pair.a, a, .possible), hedges(pair.b, b, .possible)]
    let looser = [hedges(pair.a, a, .unsure), hedges(pair.b, b, .unsure)]
    if told.contains(0), let hedged = told.firstIndex(where: { $0 > 0 }), looser[1 - hedged] == 0,
      !isConditional(hedged == 0 ? pair.b : pair.a, hedged == 0 ? b : a)
    {
      return "one version says it is possible, the translation that it is so"
    }
    return nil
  }

  private func isOneSpeaker(_ pair: VersionPair) -> Bool {
    guard let a = pair.a.proposition.speaker, let b = pair.b.proposition.speaker else { return true }
    return a == b
  }

  /// A translation is about as long; a quotation cut short lacks words, and changes none.
  private func isOfOneLength(_ pair: VersionPair, _ a: Passage, _ b: Passage) -> Bool {
    let (x, y) = (tokens(pair.a, a).count, tokens(pair.b, b).count)
    return min(x, y) * 10 >= max(x, y) * 6
  }

  private func tokens(_ version: Version, _ passage: Passage) -> [Token] {
    version.article.reading.tokens(in: passage.span).map { version.article.reading.tokens[$0] }
  }

  private func negations(_ version: Version, _ passage: Passage) -> Int {
    let all = tokens(version, passage).filter { $0.classes.contains(.negation) }.count
    return min(all, 1)
  }

  private func hedges(_ version: Version, _ passage: Passage, _ kind: VersionWords.Class) -> Int {
    tokens(version, passage).filter { version.words.has($0, kind) }.count
  }

  /// A subjunctive or a conditional is a hedge of its own.
  private func isConditional(_ version: Version, _ passage: Passage) -> Bool {
    tokens(version, passage).contains { !$0.classes.isDisjoint(with: [.conditional, .subjunctive, .modal]) }
  }

  /// The one count of each, where each has one.
  private func numbers(_ pair: VersionPair, _ a: Passage, _ b: Passage) -> (Quantity, Quantity)? {
    let x = pair.a.article.quantities.filter { a.span.contains($0.span) }
    let y = pair.b.article.quantities.filter { b.span.contains($0.span) }
    return x.count == 1 && y.count == 1 && x[0].kind == y[0].kind ? (x[0], y[0]) : nil
  }
}
