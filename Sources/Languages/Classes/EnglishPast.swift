import NewsModel
import TextBytes

/// Forms in "-ed" and their like, which are a finite past or a participle.
extension EnglishContext {
  func settlePast(_ words: inout SentenceWords, _ i: Int, _ clause: Clause) {
    let before = words.beforeAdverbs(i)
    let participle: WordClasses = [.verb, .participle, .adjective]
    let base = words.has(i, .infinitive)
    if base, takesInfinitive(words, before) {
      words.tokens[i].classes = [.verb, .infinitive]
    } else if followsAuxiliary(words, before) {
      words.keep(i, [.verb, .participle])
    } else if words.has(i - 1, [.determiner, .possessive, .preposition]), !words.has(i - 1, .pronoun) {
      words.keep(i, words.has(i, .noun) ? [.noun, .adjective] : participle)
    } else if base, before < 0 || words.kind(before) == .symbol, words.beginsPhrase(i + 1) {
      words.keep(i, [.verb, .infinitive, .finite, .present])
    } else if isSubjectPronoun(words, before) || isFinitePast(words, i, before, clause) {
      words.keep(i, [.verb, .past, .finite])
    } else {
      words.keep(i, participle)
    }
  }

  func followsAuxiliary(_ words: SentenceWords, _ before: Int) -> Bool {
    var k = before
    if words.has(k, .pronoun), words.has(k - 1, .auxiliary) { k -= 1 }
    if words.has(k, .coordinator), words.has(k - 1, .participle), !words.has(k - 1, .finite) {
      k = words.beforeAdverbs(k - 1)
    }
    guard words.tokens.indices.contains(k) else { return false }
    let lemma = words.tokens[k].lemma
    return words.has(k, .auxiliary) && lemma != Self.doLemma || lemma == Self.get
  }

  private func isFinitePast(_ words: SentenceWords, _ i: Int, _ before: Int, _ clause: Clause) -> Bool {
    guard before >= 0 else { return false }
    let prefersPast = words.prefers(i, .finite)
    let next = words.behindAdverbs(i)
    if words.fold(next) == Self.by, words.kind(next + 1) != .number, !words.has(next + 1, .gerund) { return false }
    let object = words.beginsPhrase(next) || words.has(next, .subordinator) && !words.has(next, .preposition)
    switch words.kind(before) {
    case .closeQuote: return true
    case .separator, .dash, .closeBracket: return prefersPast || object && !clause.hasFinite
    case .openQuote where words.kind(before - 1) == .separator: return object && !clause.hasFinite
    case .openQuote, .openBracket, .symbol: return false
    default: break
    }
    if words.has(before, .coordinator) { return isFinite(behindCoordinator: before, words) ?? prefersPast }
    if words.has(before, .subordinator) { return false }
    if words.isReporting(i), prefersPast, words.has(before, .nominal) { return true }
    if clause.hasFinite || clause.reports && clause.hasPhrase && !prefersPast && !object { return false }
    if !(object && prefersPast), finiteFollows(words, i) { return false }
    return !words.isHeadline || prefersPast || object
  }

  /// Whether the verb before the coordinator at `k` is a finite one; nil where there is none. Infinitives that depend on it do not count.
  private func isFinite(behindCoordinator k: Int, _ words: SentenceWords) -> Bool? {
    let limit = k - 60
    var k = k - 1
    while k >= 0, k > limit {
      let classes = words.classes(k)
      if classes.contains(.finite), !classes.contains(.infinitive), !classes.contains(.modal) { return true }
      if classes.contains(.participle), !classes.contains(.adjective) { return false }
      k -= 1
    }
    return nil
  }

  /// Whether the clause goes on to a verb that must be its finite one: "the man accused of the theft was".
  func finiteFollows(_ words: SentenceWords, _ i: Int) -> Bool {
    var k = i + 1
    while k < words.count, k < i + 16 {
      switch words.kind(k) {
      case .separator, .openQuote, .terminal, .dash: return false
      case .clitic:
        k += 1
        continue
      default: break
      }
      if words.has(k, [.coordinator, .relative]) || words.has(k, .subordinator) && !words.has(k, .preposition) {
        return false
      }
      if words.has(k, .finite), isMainVerb(words, k) { return !words.has(k - 1, .pronoun) }
      k += 1
    }
    return false
  }

  private func isMainVerb(_ words: SentenceWords, _ k: Int) -> Bool {
    words.classes(k).isSurelyFinite || words.has(k, [.auxiliary, .modal])
      || words.prefers(k, .finite) && words.has(k, .past)
  }

  func settleParticiple(_ words: inout SentenceWords, _ i: Int) {
    if followsAuxiliary(words, words.beforeAdverbs(i)) { words.keep(i, [.verb, .participle, .auxiliary, .function]) }
  }
}
