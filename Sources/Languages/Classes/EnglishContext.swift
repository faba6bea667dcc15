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
      } else if Self.demonstratives.contains(fold) {
        settleDemonstrative(&words, i)
      } else if fold == Self.her {
        let next = words.classes(i + 1)
        words.tokens[i].classes =
          next.isDisjoint(with: .nominal) || next.contains(.function)
          ? [.pronoun, .function] : [.possessive, .function]
      } else if words.kind(i) == .clitic {
        settleClitic(&words, i)
      } else if words.classes(i).contains(.verb) {
        settleVerb(&words, i, clause)
      } else if words.classes(i).isSuperset(of: [.auxiliary, .infinitive, .finite]) {
        let before = words.beforeAdverbs(i)
        words.drop(i, takesInfinitive(words, before) ? [.finite, .present] : .infinitive)
      }
      clause.read(words, i, opensClause: words.isReporting(i))
    }
  }

  static let that = FoldHash("that")
  static let her = FoldHash("her")
  static let to = FoldHash("to")
  static let by = FoldHash("by")
  static let be = FoldHash("be")
  static let have = FoldHash("have")
  static let doLemma = FoldHash("do")
  static let get = FoldHash("get")
  static let singular = Set(
    ["he", "she", "it", "this", "that", "who", "which", "everyone", "someone", "nobody", "one"].map { FoldHash($0) })
  static let demonstratives = Set(["this", "these", "those"].map { FoldHash($0) })
  static let particles = Set(["up", "down", "out", "off", "back", "away", "over"].map { FoldHash($0) })
  static let objects = Set(["him", "them", "me", "us"].map { FoldHash($0) })

  private func settleVerb(_ words: inout SentenceWords, _ i: Int, _ clause: Clause) {
    let classes = words.classes(i)
    if classes.contains(.gerund) { return settleGerund(&words, i) }
    if classes.isSuperset(of: [.past, .participle]) { return settlePast(&words, i, clause) }
    if classes.contains(.participle), !classes.contains(.infinitive) { return settleParticiple(&words, i) }
    if classes.isSuperset(of: [.past, .finite]) { return settleSurePast(&words, i) }
    settlePresent(&words, i, clause)
  }

  /// "fell", "rose": a past that no participle looks like, but a noun may.
  private func settleSurePast(_ words: inout SentenceWords, _ i: Int) {
    let nounSlot = words.has(i - 1, [.determiner, .possessive, .preposition]) && !words.has(i - 1, .pronoun)
    if nounSlot, !words.prefers(i, .past) { words.drop(i, .verbal) } else { words.keep(i, .verbal) }
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

  // MARK: demonstratives, "that" and clitics

  /// "this week" against "this means": a determiner before a noun that agrees with it.
  private func settleDemonstrative(_ words: inout SentenceWords, _ i: Int) {
    let next = words.classes(i + 1)
    let plural = words.fold(i) != FoldHash("this")
    let verb = next.contains(.finite) && next.contains(.infinitive) == plural || next.contains(.past)
    let noun = !next.isDisjoint(with: [.noun, .adjective, .numeral, .properNoun, .participle, .gerund])
    let determines = noun && !(verb && words.prefers(i + 1, .finite)) && !next.contains(.function)
    words.tokens[i].classes = determines ? [.determiner, .function] : [.pronoun, .function]
  }

  private func settleThat(_ words: inout SentenceWords, _ i: Int) {
    let next = words.classes(i + 1)
    let afterNoun = words.has(i - 1, .nominal) && !words.has(i - 1, .verb)
    let agrees = afterNoun && words.isPlural(i - 1) && next.isSuperset(of: [.infinitive, .finite])
    let verbNext =
      agrees || next.contains(.finite) && next.isDisjoint(with: .nominal) || words.prefers(i + 1, .finite)
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

  static let possessive = FoldHash("'s")

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
  static let there = FoldHash("there")
}
