import NewsModel
import TextBytes

/// The search for the subject of a verb: leftwards over its clause, past what is only inserted.
extension SentenceFrames {
  /// The subject of the verbs at `u`; of a passive, whom it is done to.
  func subject(of u: Int) -> [Filler] {
    let verb = units[u].verb
    if verb.isParticiple, !verb.isFinite { return modified(by: u) }
    if verb.isInfinitive || verb.isGerund { return controller(of: u) }
    if let found = finiteSubject(u) { return found }
    if verb.isPassive || folder.headIsFirst && isImpersonal(u), kind(u + 1) == .nounPhrase {
      return group(from: u + 1, before: units.count).fillers
    }
    return []
  }

  /// Spanish "se" before a verb without a subject: "se reunieron Petro y Lula".
  private func isImpersonal(_ u: Int) -> Bool {
    units[u].tokens.contains { folder.has("reflexive", reading.tokens[$0]) }
  }

  /// The noun that a lone participle says something of: "a ship *seized* by the navy".
  private func modified(by u: Int) -> [Filler] {
    var k = u - 1
    while kind(k) == .comma || kind(k) == .adverb || kind(k) == .time { k -= 1 }
    return antecedent(k).map { [$0] } ?? []
  }

  /// The noun phrase that ends at `u`, with the phrases that prepositions hang on it walked over to its noun.
  func antecedent(_ u: Int) -> Filler? {
    guard kind(u) == .nounPhrase else { return nil }
    var k = u
    if units[k].followsPossessor { k -= 1 }
    while k >= 2, isGenitive(k - 1), kind(k - 2) == .nounPhrase { k -= 2 }
    return filler(at: k)
  }

  /// Whose act an infinitive or gerund is: the object of a verb that moves others to act, else the subject of the verb before.
  private func controller(of u: Int) -> [Filler] {
    if units[u].verb.isGerund, kind(u - 1) == .nounPhrase, let noun = antecedent(u - 1) { return [noun] }
    var k = u - 1
    while k >= 0 {
      if kind(k) == .verbs, let frame = frames[k] {
        if folder.has("object-control", token(k)), !frame.object.isEmpty { return frame.object }
        if folder.has("phrase-control", token(k)), frame.object.isEmpty, let moved = frame.prepositional.first {
          return moved.fillers
        }
        return frame.subject
      }
      if kind(k) == .colon || kind(k) == .end { break }
      k -= 1
    }
    guard units[u].verb.isGerund else { return [] }
    // "Speaking to reporters, she said": the subject follows.
    k = u + 1
    while k < units.count, kind(k) != .comma { k += 1 }
    return kind(k + 1) == .nounPhrase ? group(from: k + 1, before: units.count).fillers : []
  }

  private func finiteSubject(_ u: Int) -> [Filler]? {
    var candidates: [Int] = []
    var inserted = false
    var k = u - 1
    while k >= 0 {
      switch units[k].kind {
      case .nounPhrase:
        if isFree(k) || opensCoordinate(k, u) { candidates.append(k) }
        if units[k].followsPossessor { k -= 1 }
      case .relative:
        if candidates.isEmpty { return relativeSubject(k) }
        return choose(candidates, before: u)
      case .subordinator, .colon, .end: return choose(candidates, before: u)
      case .coordinator where candidates.isEmpty && kind(k + 1) != .nounPhrase && opensVerbs(k, u):
        return previousSubject(k)
      case .dash:
        // A pair of dashes encloses an insertion; one alone sets a dateline or a label off.
        if inserted { candidates.removeAll() } else if !candidates.isEmpty { return choose(candidates, before: u) }
        inserted.toggle()
      case .closeQuote:
        k = skip(to: .openQuote, from: k)
      case .verbs:
        if let jump = jumpOver(k, from: u, &candidates) {
          k = jump
          continue
        }
        return choose(behind(k, candidates, u), before: u) ?? (opensVerbs(k, u) ? frames[k]?.subject : nil)
      default: break
      }
      k -= 1
    }
    return choose(candidates, before: u)
  }

  /// Whether only adverbs, times and commas stand between `k` and the verbs at `u`.
  private func opensVerbs(_ k: Int, _ u: Int) -> Bool {
    ((k + 1)..<u).allSatisfy { [.adverb, .time, .comma].contains(units[$0].kind) || isInPhrase($0) }
  }
  private func isInPhrase(_ u: Int) -> Bool {
    kind(u) == .preposition || (kind(u) == .nounPhrase && !isFree(u))
  }

  /// A noun phrase that neither a preposition nor a possessive ties to another.
  func isFree(_ u: Int) -> Bool {
    if kind(u + 1) == .nounPhrase, units[u + 1].followsPossessor { return false }
    var k = units[u].followsPossessor ? u - 2 : u - 1
    while kind(k) == .adverb { k -= 1 }
    if kind(k) == .preposition { return false }
    // "of Peru and Chile": joined with a phrase that is tied.
    if kind(k) == .coordinator, kind(k - 1) == .nounPhrase { return isFree(k - 1) }
    return true
  }

  /// "… attacked Peru and Chile *answered*": joined to a phrase that is tied, yet next to its own verb, with a verb before the pair.
  private func opensCoordinate(_ k: Int, _ u: Int) -> Bool {
    guard kind(k - 1) == .coordinator, filler(at: k).units.upperBound == u else { return false }
    return units[clauseStart(from: k - 1)..<k].first.map { _ in isFinite(clauseStart(from: k - 1) - 1) } ?? false
  }

  private func skip(to mark: Unit.Kind, from u: Int) -> Int {
    var k = u - 1
    while k >= 0 { if kind(k) == mark { return k } else { k -= 1 } }
    return u
  }

  /// "who", "which": what they refer to.
  private func relativeSubject(_ relative: Int) -> [Filler]? {
    var k = relative - 1
    while kind(k) == .comma || kind(k) == .dash || kind(k) == .preposition { k -= 1 }
    guard let noun = antecedent(k) else { return nil }
    // "Ruiz, an ally who": the apposition speaks of whom the phrase before names.
    let before = noun.units.lowerBound - 1
    if noun.entity == nil, kind(before) == .comma, let named = antecedent(before - 1), named.entity != nil {
      return [named]
    }
    return [noun]
  }

  private func previousSubject(_ u: Int) -> [Filler]? {
    var k = u - 1
    while k >= 0 {
      if kind(k) == .verbs, units[k].verb.isFinite || units[k].verb.isInfinitive { return frames[k]?.subject }
      if kind(k) == .colon { return nil }
      k -= 1
    }
    return nil
  }

  /// Past a relative clause or a verb form that is only inserted; the unit to go on from, or nil where the search ends.
  private func jumpOver(_ k: Int, from u: Int, _ candidates: inout [Int]) -> Int? {
    let firstMark = ((k + 1)..<u).first { kind($0) == .comma || kind($0) == .dash }
    // "*Jailed* activist Ruiz has": a participle before its noun.
    if units[k].verb.isParticiple, k == 0, kind(1) == .nounPhrase { return k - 1 }
    if !units[k].verb.isFinite {
      // "reminding him they had agreed": of two phrases side by side the second opens the clause of the verb at `u`.
      let own = candidates.first { $0 == u - 1 && kind($0 - 1) == .nounPhrase && !units[$0].followsPossessor }
      candidates.removeAll { $0 > k && $0 < firstMark ?? u && $0 != own }
      if own != nil { return nil }
      return k - 1
    }
    var r = k - 1
    while kind(r) == .adverb { r -= 1 }
    var opener = r
    if kind(opener) == .nounPhrase { opener -= 1 }
    guard kind(opener) == .relative,
      kind(u - 1) == .comma || kind(u - 1) == .dash || firstMark == nil
        || !candidates.contains(where: { $0 > firstMark! })
    else { return nil }
    candidates.removeAll { $0 > k }
    return opener - 1
  }

  /// Of the phrases behind a verb of another clause, those that may be a subject.
  private func behind(_ verb: Int, _ candidates: [Int], _ u: Int) -> [Int] {
    let start = clauseStart(from: frames[verb]?.subject.first?.units.lowerBound ?? verb)
    let isSubordinate = start > 0 && kind(start - 1) == .subordinator
    if isSubordinate, let mark = ((verb + 1)..<u).first(where: { kind($0) == .comma }) {
      return candidates.filter { $0 > mark }
    }
    if let joint = ((verb + 1)..<u).last(where: { kind($0) == .coordinator }),
      candidates.contains(where: { $0 > joint })
    {
      return candidates.filter { $0 > joint }
    }
    return candidates
  }

  /// The leftmost free phrase that no other follows at once, with those joined to it.
  private func choose(_ candidates: [Int], before u: Int) -> [Filler]? {
    var ordered = Array(candidates.reversed())
    while ordered.count > 1, ordered[1] == ordered[0] + 1 { ordered.removeFirst() }
    guard let first = ordered.first else { return nil }
    let start = units[first].followsPossessor ? first - 1 : first
    return group(from: start, before: u).fillers
  }
}
