import NewsModel
import TextBytes

/// Finds where one version says that it happened and another that it did not, or one that it is possible and another that it is so, or one
/// that it holds of all and another of some. Each compares the same governed word in both, within one language.
struct FactDrift {
  private let finder: DiscrepancyFinder

  init(_ finder: DiscrepancyFinder) { self.finder = finder }

  private typealias Found = (why: String, values: [Passage])

  func find() -> [Discrepancy] {
    [
      first(.polarity, .conflict, polarity), first(.modality, .drift, modality), first(.scope, .drift, scope),
    ].compactMap { $0 }
  }

  private func first(
    _ kind: Discrepancy.Kind, _ verdict: Discrepancy.Verdict, _ rule: (VersionPair) -> Found?
  ) -> Discrepancy? {
    for pair in finder.pairs where pair.isOneLanguage && pair.likeness >= 0.5 {
      guard let found = rule(pair) ?? rule(pair.reversed) else { continue }
      return Discrepancy(
        claim: finder.claim.id, kind: kind, verdict: verdict, why: found.why,
        values: found.values.sorted().map { .init(value: finder.text($0), at: $0) })
    }
    return nil
  }

  // MARK: Whether at all

  /// `a` denies of a word what `b` states of it. Somebody's denial is an answer and no version.
  private func polarity(_ pair: VersionPair) -> Found? {
    let (a, b) = (pair.a, pair.b)
    let negations = a.tokens.indices.filter { a.tokens[$0].classes.contains(.negation) }
    guard negations.count == 1, pair.score >= 0.6, pair.closeness >= 0.35, !isAnswer(a), !isAnswer(b), isPlain(b),
      !a.has(.limiting),
      !a.has(.refusing), !a.has(.unsure), !a.has(.possible), !b.has(.unsure), !b.has(.possible),
      let governed = a.content(after: negations[0]),
      let stated = b.tokens.firstIndex(where: { $0.lemma == a.tokens[governed].lemma }),
      isVerb(a.tokens[governed]), isVerb(b.tokens[stated]), !a.words.has(a.tokens[governed], .light)
    else { return nil }
    return (
      "one version says that it is so, the other that it is not",
      [a.surroundings(negations[0], governed), b.surroundings(stated, stated)]
    )
  }

  private func isPlain(_ version: Version) -> Bool {
    !version.tokens.contains { $0.classes.contains(.negation) } && !version.has(.refusing)
  }

  private func isVerb(_ token: Token) -> Bool { !token.classes.isDisjoint(with: [.verb, .participle, .finite]) }

  private func isAnswer(_ version: Version) -> Bool {
    version.proposition.quotations.contains { version.article.quotations[$0].act != .statement }
  }

  // MARK: How sure

  /// `a` tells as possible what `b`, on nobody's word, states as a fact.
  private func modality(_ pair: VersionPair) -> Found? {
    let (a, b) = (pair.a, pair.b)
    guard pair.score >= 0.5, let modal = a.tokens.indices.first(where: { isPossible(a, $0) }),
      !a.tokens.contains(where: { $0.classes.contains(.negation) }), isPlain(b), !b.has(.possible), !b.has(.unsure),
      !isAnswer(a), b.proposition.form != .statement, finder.isUnattributed(b.number),
      let governed = a.content(after: modal),
      let stated = b.tokens.firstIndex(where: { $0.lemma == a.tokens[governed].lemma }),
      isVerb(a.tokens[governed]), !b.tokens[stated].classes.isDisjoint(with: [.finite, .participle, .past]),
      !isSubordinate(b, stated), isStated(b, stated), !a.words.has(a.tokens[governed], .light)
    else { return nil }
    return (
      "one version tells as possible what the other states as a fact",
      [a.surroundings(modal, governed), b.surroundings(stated, stated)]
    )
  }

  /// A capital may make a month of the word.
  private func isPossible(_ version: Version, _ i: Int) -> Bool {
    version.words.has(version.tokens[i], .possible)
      && (i == 0 || version.tokens[i].shape.isDisjoint(with: [.capitalized]))
  }

  /// Whether the word is the verb of a clause: finite, or behind an auxiliary.
  private func isStated(_ version: Version, _ i: Int) -> Bool {
    let before = version.tokens[max(0, i - 3)..<i]
    return before.contains { $0.classes.contains(.auxiliary) }
      || (version.tokens[i].classes.contains(.finite) && version.tokens[i].classes.isDisjoint(with: .participle))
      || (version.tokens[i].classes.contains(.past) && i > 0 && version.tokens[i - 1].classes.isDisjoint(with: .adverb))
  }

  /// Whether "to" or the like stands before the word: it is then not stated.
  private func isSubordinate(_ version: Version, _ i: Int) -> Bool {
    i > 0 && !version.tokens[i - 1].classes.isDisjoint(with: [.preposition, .infinitive, .conditional])
  }

  // MARK: How much

  /// All against some of one noun; "one of the" against "the" before a word of which there can be one.
  private func scope(_ pair: VersionPair) -> Found? {
    guard pair.score >= 0.5 else { return nil }
    return quantified(pair) ?? superlative(pair)
  }

  private func quantified(_ pair: VersionPair) -> Found? {
    let (a, b) = (pair.a, pair.b)
    guard !a.proposition.isNegated, !b.proposition.isNegated else { return nil }
    for i in a.tokens.indices where a.words.has(a.tokens[i], .whole) {
      for j in b.tokens.indices where b.words.has(b.tokens[j], .part) {
        guard let x = a.content(after: i), let y = b.content(after: j), a.tokens[x].lemma == b.tokens[y].lemma,
          a.tokens[x].classes.contains(.noun)
        else { continue }
        return ("one version says it of all, the other of some", [a.passage(i, x), b.passage(j, y)])
      }
    }
    return nil
  }

  private func superlative(_ pair: VersionPair) -> Found? {
    let (a, b) = (pair.a, pair.b)
    for i in a.tokens.indices.dropLast(3) where a.words.has(a.tokens[i], .one) && a.words.has(a.tokens[i + 1], .of) {
      guard a.tokens[i + 2].classes.contains(.determiner), a.words.has(a.tokens[i + 3], .top) else { continue }
      let top = a.tokens[i + 3].lemma
      guard let j = b.tokens.indices.first(where: { $0 > 0 && b.tokens[$0].lemma == top }),
        b.tokens[j - 1].classes.contains(.determiner), j < 2 || !b.words.has(b.tokens[j - 2], .of),
        j + 1 < b.tokens.count, i + 4 < a.tokens.count,
        a.tokens[i + 4].lemma == b.tokens[j + 1].lemma
      else { continue }
      return (
        "one of several in one version, the only one in the other", [a.passage(i, i + 4), b.passage(j - 1, j + 1)]
      )
    }
    return nil
  }
}
