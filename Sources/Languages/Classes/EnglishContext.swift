import NewsModel
import TextBytes

/// Settles English word classes: which noun-or-verb is a verb, which "-ed" is finite, what "that" and "'s" are.
struct EnglishContext: ContextRules {
  func settle(_ words: inout SentenceWords) {
    var clause = Clause()
    for i in 0..<words.count {
      let fold = words.fold(i)
      if fold == Self.that {
        settleThat(&words, i)
      } else if fold == Self.her {
        let next = words.classes(i + 1)
        words.tokens[i].classes =
          next.isDisjoint(with: .nominal) || next.contains(.function)
          ? [.pronoun, .function] : [.possessive, .function]
      } else if words.kind(i) == .clitic {
        settleClitic(&words, i)
      } else if words.classes(i).contains(.verb) {
        settleVerb(&words, i, clause)
      }
      clause.read(words, i, opensClause: Self.reporting.contains(words.tokens[i].lemma))
    }
  }

  static let that = FoldHash("that")
  private static let her = FoldHash("her")
  private static let to = FoldHash("to")
  private static let by = FoldHash("by")
  private static let be = FoldHash("be")
  private static let have = FoldHash("have")
  private static let doLemma = FoldHash("do")
  private static let get = FoldHash("get")
  /// Verbs behind which a new clause may begin without "that".
  private static let reporting = Set(
    [
      "say", "tell", "think", "believe", "know", "claim", "report", "announce", "add", "warn", "suggest", "hope",
      "argue", "insist", "allege", "fear", "show", "mean",
    ].map {
      FoldHash($0)
    })
  private static let singular = Set(
    ["he", "she", "it", "this", "that", "who", "which", "everyone", "someone", "nobody", "one"].map { FoldHash($0) })
  private static let objects = Set(["him", "them", "me", "us"].map { FoldHash($0) })

  private func settleVerb(_ words: inout SentenceWords, _ i: Int, _ clause: Clause) {
    let classes = words.classes(i)
    if classes.contains(.gerund) { return settleGerund(&words, i) }
    if classes.isSuperset(of: [.past, .participle]) { return settlePast(&words, i, clause) }
    if classes.contains(.participle), !classes.contains(.infinitive) { return settleParticiple(&words, i) }
    if classes.isSuperset(of: [.past, .finite]) {
      if !words.prefers(i, .past), words.has(i - 1, [.determiner, .possessive, .preposition]) {
        words.drop(i, .verbal)
      } else {
        words.keep(i, .verbal)
      }
      return
    }
    settlePresent(&words, i, clause)
  }

  // MARK: the present, the infinitive, and nouns that look like them

  private func settlePresent(_ words: inout SentenceWords, _ i: Int, _ clause: Clause) {
    let before = words.beforeAdverbs(i)
    let previous = words.classes(before)
    let base = words.classes(i).contains(.infinitive)
    if base, takesInfinitive(words, before) {
      words.tokens[i].classes = [.verb, .infinitive]
      return
    }
    guard words.has(i, [.noun, .adjective, .adverb]) else { return settleMood(&words, i, before) }
    if isNounSlot(words, i) { return words.drop(i, .verbal) }
    if isSubjectPronoun(words, before) { return makeFinite(&words, i) }
    if previous.contains(.coordinator), let mood = sharedMood(words, before) {
      if words.prefers(i, .verb) || words.beginsPhrase(i + 1) && !words.has(i + 1, [.noun]) {
        words.tokens[i].classes = mood
        return
      }
    }
    if isVerbAfterSubject(words, i, before, clause) { return makeFinite(&words, i) }
    if words.prefers(i, .verb), before < 0 || !words.has(before, .nominal) { return settleMood(&words, i, before) }
    words.drop(i, .verbal)
  }

  /// "to", modals and "do" are followed by the base form.
  private func takesInfinitive(_ words: SentenceWords, _ before: Int) -> Bool {
    words.fold(before) == Self.to || words.has(before, .modal)
      || (words.has(before, .auxiliary) && words.tokens[before].lemma == Self.doLemma)
  }

  private func isNounSlot(_ words: SentenceWords, _ i: Int) -> Bool {
    let previous = words.classes(i - 1)
    if words.fold(i - 1) == Self.to { return !words.classes(i).contains(.infinitive) }
    if previous.contains(.pronoun) { return false }
    if !previous.isDisjoint(with: [.determiner, .possessive, .preposition, .numeral]) { return true }
    if words.kind(i - 1) == .number { return !words.prefers(i, .verb) }
    if previous.contains(.adjective), previous.isDisjoint(with: [.noun, .participle]) { return true }
    return words.classes(i + 1).isSurelyFinite && !words.has(i + 1, .adverb)
  }

  private func isSubjectPronoun(_ words: SentenceWords, _ k: Int) -> Bool {
    guard words.has(k, [.pronoun, .relative]), !Self.objects.contains(words.fold(k)) else { return false }
    return !words.has(k, .possessive) && !words.has(k, .preposition)
  }

  /// Whether a noun before and what follows make `i` the verb of the clause: "police arrest the", "the army says that".
  private func isVerbAfterSubject(_ words: SentenceWords, _ i: Int, _ before: Int, _ clause: Clause) -> Bool {
    guard !clause.hasFinite,
      words.has(before, .nominal) || words.kind(before) == .closeQuote || words.kind(before) == .separator
    else {
      return false
    }
    let next = words.behindAdverbs(i)
    if words.classes(next).isSurelyFinite { return false }
    let opens =
      words.has(next, [.determiner, .possessive, .pronoun, .subordinator, .relative, .interrogative])
      || words.kind(next) == .openQuote
    if opens { return true }
    if words.prefers(i, .verb) { return !words.classes(i).contains(.infinitive) || words.kind(before) != .separator }
    if words.isHeadline, !words.classes(i).contains(.infinitive), before == i - 1 {
      return words.has(next, [.properNoun, .noun, .adjective, .numeral]) || words.kind(next) == .number
        || words.fold(next) == Self.to
    }
    return words.kind(next) == .number && !words.has(next, .function) && !words.classes(i).contains(.infinitive)
  }

  private func makeFinite(_ words: inout SentenceWords, _ i: Int) {
    words.keep(i, .verbal)
    words.drop(i, [.infinitive, .participle])
  }

  /// Infinitive or finite, for a form that is surely a verb.
  private func settleMood(_ words: inout SentenceWords, _ i: Int, _ before: Int) {
    words.keep(i, [WordClasses.verbal, .auxiliary, .modal, .function])
    guard words.classes(i).isSuperset(of: [.infinitive, .finite]) else { return }
    if words.has(before, .coordinator), let mood = sharedMood(words, before) {
      words.tokens[i].classes = mood.union(words.classes(i).intersection([.auxiliary, .function]))
    } else if isSubjectPronoun(words, before),
      !Self.singular.contains(words.fold(before)) || words.has(before, .relative)
    {
      words.drop(i, [.infinitive])
    } else if words.has(before, .nominal), before == i - 1 || words.has(i - 1, .adverb) {
      words.drop(i, [.infinitive])
    }
  }

  /// The verb form before a coordinator, which the one behind it shares: "to meet and discuss".
  private func sharedMood(_ words: SentenceWords, _ coordinator: Int) -> WordClasses? {
    var k = coordinator - 1
    while k >= 0, k > coordinator - 8 {
      if words.has(k, .verb) {
        if words.has(k, .infinitive), !words.has(k, .finite) { return [.verb, .infinitive] }
        if words.has(k, .finite) { return [.verb, .finite, .present] }
      }
      k -= 1
    }
    return nil
  }

  // MARK: "-ed"

  private func settlePast(_ words: inout SentenceWords, _ i: Int, _ clause: Clause) {
    let before = words.beforeAdverbs(i)
    let participle: WordClasses = [.verb, .participle, .adjective]
    if words.classes(i).contains(.infinitive), takesInfinitive(words, before) {
      words.tokens[i].classes = [.verb, .infinitive]
    } else if followsAuxiliary(words, before) {
      words.keep(i, [.verb, .participle])
    } else if words.has(i - 1, [.determiner, .possessive, .preposition]), !words.has(i - 1, .pronoun) {
      words.keep(i, words.has(i, .noun) ? participle.union(.noun) : participle)
    } else if isSubjectPronoun(words, before) {
      words.keep(i, [.verb, .past, .finite])
    } else if isFinitePast(words, i, before, clause) {
      words.keep(i, [.verb, .past, .finite])
    } else {
      words.keep(i, participle)
    }
  }

  private func followsAuxiliary(_ words: SentenceWords, _ before: Int) -> Bool {
    var k = before
    if words.has(k, .pronoun), words.has(k - 1, .auxiliary) { k -= 1 }
    guard words.tokens.indices.contains(k) else { return false }
    let lemma = words.tokens[k].lemma
    return words.has(k, .auxiliary) && lemma != Self.doLemma || lemma == Self.get
  }

  private func isFinitePast(_ words: SentenceWords, _ i: Int, _ before: Int, _ clause: Clause) -> Bool {
    guard before >= 0 else { return false }
    let prefersPast = words.prefers(i, .finite)
    let next = words.behindAdverbs(i)
    let agent = words.fold(next) == Self.by && words.kind(next + 1) != .number
    let phrase = words.beginsPhrase(next) || words.has(next, .subordinator) && !words.has(next, .preposition)
    switch words.kind(before) {
    case .closeQuote: return !agent
    case .separator, .dash, .closeBracket: return prefersPast ? !agent : phrase && !clause.hasFinite
    case .openQuote, .openBracket: return false
    default: break
    }
    if agent { return false }
    if words.has(before, [.coordinator]) {
      return sharedMood(words, before).map { $0.contains(.finite) } ?? prefersPast
    }
    if words.has(before, .subordinator) { return false }
    if clause.hasFinite { return false }
    if !phrase, finiteFollows(words, i) { return false }
    if words.isHeadline, !prefersPast, !phrase { return false }
    return true
  }

  /// Whether the clause goes on to a verb that must be its finite one: "the man accused of the theft was".
  private func finiteFollows(_ words: SentenceWords, _ i: Int) -> Bool {
    var k = i + 1
    while k < words.count, k < i + 16 {
      if words.kind(k) == .separator || words.kind(k) == .openQuote || words.kind(k) == .terminal { return false }
      if words.has(k, [.coordinator, .relative]) || words.has(k, .subordinator) && !words.has(k, .preposition) {
        return false
      }
      if words.has(k, [.finite]),
        words.classes(k).isSurelyFinite || words.has(k, .auxiliary) || words.prefers(k, .finite) && words.has(k, .past)
      {
        return !words.has(k - 1, .pronoun)
      }
      k += 1
    }
    return false
  }

  private func settleParticiple(_ words: inout SentenceWords, _ i: Int) {
    if followsAuxiliary(words, words.beforeAdverbs(i)) { words.keep(i, [.verb, .participle, .auxiliary, .function]) }
  }

  // MARK: "-ing"

  private func settleGerund(_ words: inout SentenceWords, _ i: Int) {
    guard words.has(i, [.noun, .adjective]) else { return }
    let before = words.beforeAdverbs(i)
    let phrase =
      words.beginsPhrase(i + 1) && !words.has(i + 1, .noun) || words.has(i + 1, [.determiner, .possessive, .pronoun])
    if words.has(before, .auxiliary), words.tokens[before].lemma == Self.be {
      words.keep(i, [.verb, .gerund])
    } else if words.has(i - 1, [.determiner, .possessive, .numeral])
      || words.has(i - 1, .adjective) && !words.has(i - 1, .verbal)
    {
      words.keep(i, [.noun, .adjective])
    } else if phrase || words.has(i - 1, .subordinator) {
      words.keep(i, [.verb, .gerund])
    }
  }

  // MARK: "that" and clitics

  private func settleThat(_ words: inout SentenceWords, _ i: Int) {
    let next = words.classes(i + 1)
    let afterNoun = words.has(i - 1, .nominal) && !words.has(i - 1, .verb)
    let verbNext =
      next.contains(.finite) && next.isDisjoint(with: .nominal) || words.prefers(i + 1, .finite)
      || words.has(i + 1, .modal)
    if verbNext {
      words.tokens[i].classes = afterNoun ? [.relative, .function] : [.pronoun, .function]
    } else if words.has(i - 1, .preposition) || i == 0 && words.has(i + 1, .noun) {
      words.tokens[i].classes = next.isDisjoint(with: .nominal) ? [.pronoun, .function] : [.determiner, .function]
    } else if words.has(i - 1, .verb)
      || words.has(i + 1, [.determiner, .pronoun, .possessive, .properNoun, .preposition])
    {
      words.tokens[i].classes = [.subordinator, .function]
    } else if afterNoun {
      words.tokens[i].classes = [.subordinator, .relative, .function]
    } else {
      words.tokens[i].classes =
        next.contains(.noun) ? [.subordinator, .determiner, .function] : [.subordinator, .function]
    }
  }

  private static let possessive = FoldHash("'s")

  /// "'s" is a verb behind a pronoun, and before what cannot be owned; elsewhere it marks the owner.
  private func settleClitic(_ words: inout SentenceWords, _ i: Int) {
    guard words.fold(i) == Self.possessive else { return }
    let next = words.classes(i + 1)
    let pronoun = words.has(i - 1, [.pronoun, .interrogative, .relative]) || words.fold(i - 1) == Self.there
    let verbal =
      !next.isDisjoint(with: [.determiner, .negation, .preposition])
      || next.contains(.gerund) && next.isDisjoint(with: .nominal)
    words.tokens[i].classes =
      pronoun || verbal ? [.auxiliary, .finite, .present, .function] : [.possessive, .function]
    if !(pronoun || verbal) { words.tokens[i].lemma = Self.possessive }
  }
  private static let there = FoldHash("there")
}

/// How far a clause has come, read from left to right.
struct Clause {
  /// Whether its finite verb has been seen.
  private(set) var hasFinite = false
  /// Whether that verb reports what follows, so that a new clause may begin without a conjunction.
  private(set) var reports = false

  mutating func read(_ words: SentenceWords, _ i: Int, opensClause: Bool) {
    let token = words.tokens[i]
    switch token.kind {
    case .closeQuote, .openQuote, .dash, .terminal: reset()
    case .separator: if token.span.count == 1, reports || !hasFinite { reset() }
    default:
      if token.classes.isDisjoint(with: [.subordinator, .relative, .coordinator, .interrogative]) == false,
        !token.classes.contains(.preposition)
      {
        reset()
      }
      if token.classes.contains(.finite), token.classes.isDisjoint(with: [.noun, .properNoun, .infinitive]) {
        hasFinite = !opensClause
        reports = opensClause
      }
    }
  }

  private mutating func reset() {
    hasFinite = false
    reports = false
  }
}
