import NewsModel
import TextBytes

/// Settles Spanish word classes: nouns and adjectives that look like verbs, articles that are pronouns, participles.
struct SpanishContext: ContextRules {
  func settle(_ words: inout SentenceWords) {
    var clause = Clause()
    for i in 0..<words.count {
      if words.classes(i).contains(.verb) { settleVerb(&words, i, clause) }
      settleArticle(&words, i)
      clause.read(words, i, opensClause: false)
    }
  }

  private static let clitics = Set(["se", "le", "les", "me", "te", "nos", "os", "lo"].map { FoldHash($0) })
  private static let articles = Set(["la", "los", "las"].map { FoldHash($0) })
  private static let a = FoldHash("a")
  private static let haber = FoldHash("haber")

  private func settleVerb(_ words: inout SentenceWords, _ i: Int, _ clause: Clause) {
    let classes = words.classes(i)
    if classes.contains(.participle) { return settleParticiple(&words, i) }
    guard words.has(i, .nominal) || words.has(i, .adverb) else { return }
    if !classes.contains(.finite) { return settleInfinitive(&words, i) }
    if Self.clitics.contains(words.fold(i - 1))
      || words.has(i - 1, .negation) && !words.has(i - 1, [.preposition, .determiner])
    {
      return words.keep(i, .verbal)
    }
    if isNounSlot(words, i) { return words.drop(i, .verbal) }
    if isVerb(words, i, clause) { words.keep(i, .verbal) } else { words.drop(i, .verbal) }
  }

  private func isNounSlot(_ words: SentenceWords, _ i: Int) -> Bool {
    if words.has(i - 1, [.determiner, .possessive, .preposition, .numeral]) || words.kind(i - 1) == .number {
      return true
    }
    return words.has(i - 1, .adjective) && !words.has(i - 1, [.noun, .verb, .properNoun])
  }

  private func isVerb(_ words: SentenceWords, _ i: Int, _ clause: Clause) -> Bool {
    let before = words.beforeAdverbs(i)
    let past = words.has(i, [.past, .future, .conditional])
    let next = words.behindAdverbs(i)
    let object =
      words.has(next, [.determiner, .possessive, .subordinator, .infinitive, .gerund]) || words.kind(next) == .openQuote
      || words.kind(next) == .number || words.fold(next) == Self.a
    if words.has(before, [.subordinator, .relative]), !words.has(before, .preposition) {
      return words.prefers(i, .finite) || object || !clauseGoesOn(words, i)
    }
    if words.has(before, .pronoun), !words.has(before, .determiner) { return true }
    if clause.hasFinite { return past && words.prefers(i, .finite) }
    if words.prefers(i, .finite) { return true }
    if words.has(before, .nominal) || words.kind(before) == .closeQuote || words.kind(before) == .separator
      || before < 0
    {
      return object && !words.classes(next).isSurelyFinite && !(before < 0 && clauseGoesOn(words, i))
    }
    return false
  }

  /// Whether a finite verb stands further on in the clause, so that the word at `i` need not be it.
  private func clauseGoesOn(_ words: SentenceWords, _ i: Int) -> Bool {
    var k = i + 1
    while k < words.count, k < i + 14 {
      if words.kind(k) == .terminal || words.kind(k) == .openQuote { return false }
      if words.has(k, [.subordinator, .relative]) && !words.has(k, .preposition) { return false }
      if words.classes(k).isSurelyFinite { return true }
      k += 1
    }
    return false
  }

  /// Infinitives that are nouns too ("el poder", "un ser"): behind a determiner they are nouns.
  private func settleInfinitive(_ words: inout SentenceWords, _ i: Int) {
    guard words.has(i, .infinitive) else { return }
    if words.has(i - 1, [.determiner, .possessive]) { words.drop(i, .verbal) } else { words.keep(i, .verbal) }
  }

  private func settleParticiple(_ words: inout SentenceWords, _ i: Int) {
    let before = words.beforeAdverbs(i)
    let auxiliary = words.has(before, .auxiliary)
    if auxiliary, words.tokens[before].lemma == Self.haber {
      // The perfect's participle has no number: "hubo muertos" is a noun.
      let perfect = words.lastBytes[i] == UInt8(ascii: "o")
      if perfect { words.tokens[i].classes = [.verb, .participle] } else { words.drop(i, .verbal) }
    } else if auxiliary {
      words.keep(i, [.verb, .participle, .adjective])
    } else if words.has(i, .finite), isNounSlot(words, i) || words.has(before, .nominal) && !words.prefers(i, .finite) {
      words.drop(i, [.finite, .past, .present, .subjunctive])
    } else if !words.has(i, .adjective), words.prefers(i, .noun),
      words.has(i - 1, [.determiner, .possessive, .preposition])
    {
      words.drop(i, .verbal)
    } else if words.has(i - 1, .noun), !words.has(i - 1, .verb) {
      words.keep(i, [.verb, .participle, .adjective])
    }
  }

  /// "la", "los", "las" are articles before nouns, and pronouns before a word that is nothing but a finite verb.
  private func settleArticle(_ words: inout SentenceWords, _ i: Int) {
    guard Self.articles.contains(words.fold(i - 1)) || Self.clitics.contains(words.fold(i - 1)) else { return }
    if words.has(i, .finite), words.classes(i).isDisjoint(with: .nominal) {
      words.keep(i - 1, [.pronoun, .function])
    } else if words.has(i, WordClasses.nominal.union(.numeral)) {
      words.keep(i - 1, [.determiner, .function])
    }
  }
}
