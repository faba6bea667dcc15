import NewsModel
import TextBytes

/// The present, the infinitive, and nouns that look like them: "reports", "plan".
extension EnglishContext {
  func settlePresent(_ words: inout SentenceWords, _ i: Int, _ clause: Clause) {
    let before = words.beforeAdverbs(i)
    if words.has(i, .participle) {
      // "come", "run".
      if followsAuxiliary(words, before) { return words.keep(i, [.verb, .participle]) }
      words.drop(i, .participle)
    }
    if words.classes(i).contains(.infinitive), takesInfinitive(words, before) {
      words.tokens[i].classes = [.verb, .infinitive]
      return
    }
    guard words.has(i, [.noun, .adjective, .adverb]) else { return settleMood(&words, i, before) }
    if isNounSlot(words, i) { return words.drop(i, .verbal) }
    if isSubjectPronoun(words, before) { return makeFinite(&words, i) }
    if words.has(before, .coordinator), words.has(before - 1, [.verb, .noun]), let mood = sharedPresent(words, before),
      words.prefers(i, .verb) || words.beginsPhrase(i + 1) && !words.has(i + 1, [.noun])
    {
      if mood.contains(.infinitive) == words.has(i, .infinitive) || !mood.contains(.infinitive) {
        return words.keep(i, mood)
      }
    }
    if isVerbAfterSubject(words, i, before, clause) { return makeFinite(&words, i) }
    if words.prefers(i, .verb),
      before < 0 || !words.has(before, [WordClasses.nominal, .verb]) && words.kind(before) != .separator
    {
      return settleMood(&words, i, before)
    }
    words.drop(i, .verbal)
  }

  /// "to", modals and "do" are followed by the base form.
  func takesInfinitive(_ words: SentenceWords, _ before: Int) -> Bool {
    words.fold(before) == Self.to || words.has(before, .modal)
      || (words.has(before, .auxiliary) && words.tokens[before].lemma == Self.doLemma)
  }

  private func isNounSlot(_ words: SentenceWords, _ i: Int) -> Bool {
    let previous = words.classes(i - 1)
    if words.fold(i - 1) == Self.to { return !words.classes(i).contains(.infinitive) }
    if previous.contains(.pronoun) { return false }
    if !previous.isDisjoint(with: [.relative, .interrogative]) {
      return !words.prefers(i, .verb) && words.has(i + 1, [.finite, .pronoun, .properNoun])
    }
    if !previous.isDisjoint(with: [.determiner, .possessive, .preposition, .numeral]) {
      return !(previous.contains(.subordinator) && words.prefers(i, .verb))
    }
    if words.kind(i - 1) == .number { return !words.prefers(i, .verb) }
    if previous.contains(.adjective), previous.isDisjoint(with: [.noun, .participle]) { return true }
    return words.classes(i + 1).isSurelyFinite
  }

  func isSubjectPronoun(_ words: SentenceWords, _ k: Int) -> Bool {
    guard words.has(k, [.pronoun, .relative]), !Self.objects.contains(words.fold(k)) else { return false }
    if Self.either.contains(words.fold(k)), words.has(k - 1, .verb), !words.isReporting(k - 1) { return false }
    return !words.has(k, [.possessive, .preposition, .subordinator])
  }

  /// Pronouns that are subjects or objects alike.
  private static let either = Set(["it", "you"].map { FoldHash($0) })

  /// Whether a noun before and what follows make `i` the verb of the clause: "police arrest the", "the army says that".
  private func isVerbAfterSubject(_ words: SentenceWords, _ i: Int, _ before: Int, _ clause: Clause) -> Bool {
    let kind = words.kind(before)
    let base = words.has(i, .infinitive)
    if kind == .closeQuote || kind == .separator { return isInvertedReport(words, i, behindQuote: kind == .closeQuote) }
    guard !clause.hasFinite, words.has(before, .nominal), agrees(words, before, base: base) else { return false }
    let next = words.behindAdverbs(i)
    if words.classes(next).isSurelyFinite || words.has(next, .past) && words.prefers(next, .finite) { return false }
    if words.has(next, [.determiner, .possessive, .pronoun, .subordinator, .relative, .interrogative])
      && !words.has(next, .preposition) || words.kind(next) == .openQuote || Self.particles.contains(words.fold(i + 1))
    {
      return true
    }
    if words.prefers(i, .verb) { return true }
    if finiteFollows(words, i) { return false }
    if words.fold(next) == Self.to {
      return words.has(next + 1, .infinitive) && (!words.isHeadline || words.has(before, .properNoun))
    }
    if words.has(next, .preposition) { return false }
    return words.has(next, .nominal) || words.kind(next) == .number
  }

  /// "…," says Ruiz; reports Reuters.
  private func isInvertedReport(_ words: SentenceWords, _ i: Int, behindQuote: Bool) -> Bool {
    guard !words.has(i, .infinitive) else { return false }
    if words.prefers(i, .verb) { return true }
    return behindQuote && words.has(i + 1, [.properNoun, .determiner, .pronoun])
  }

  /// Whether the noun at `k` may be the subject of a base form (a plural) or of a form in -s (no plural).
  private func agrees(_ words: SentenceWords, _ k: Int, base: Bool) -> Bool {
    let plural = words.isPlural(k) || Self.collectives.contains(words.fold(k))
    if base { return plural || words.has(k - 1, .coordinator) && words.has(k - 2, .nominal) }
    return !words.isPlural(k) || words.has(k, .properNoun)
  }
  private static let collectives = Set(["people", "police", "they", "cattle", "media", "data"].map { FoldHash($0) })

  private func makeFinite(_ words: inout SentenceWords, _ i: Int) {
    words.keep(i, .verbal)
    words.drop(i, [.infinitive, .participle])
  }

  /// Infinitive or finite, for a form that is surely a verb.
  private func settleMood(_ words: inout SentenceWords, _ i: Int, _ before: Int) {
    words.keep(i, [WordClasses.verbal, .auxiliary, .modal, .function])
    guard words.classes(i).isSuperset(of: [.infinitive, .finite]) else { return }
    if words.has(before, .coordinator), let mood = sharedPresent(words, before) {
      words.keep(i, mood)
    } else if isSubjectPronoun(words, before),
      !Self.singular.contains(words.fold(before)) || words.has(before, .relative)
    {
      words.drop(i, .infinitive)
    } else if words.has(before, .nominal) || words.has(before, .numeral) {
      words.drop(i, .infinitive)
    }
  }

  /// The verb form before a coordinator, which the one behind it shares: "to meet and discuss".
  private func sharedPresent(_ words: SentenceWords, _ coordinator: Int) -> WordClasses? {
    var k = coordinator - 1
    while k >= 0, k > coordinator - 10 {
      if words.has(k, .verb), !words.has(k, [.gerund, .participle]) {
        return words.has(k, .infinitive) && !words.has(k, .finite) ? [.verb, .infinitive] : [.verb, .finite, .present]
      }
      k -= 1
    }
    return nil
  }
}
