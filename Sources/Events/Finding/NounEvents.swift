import NewsModel
import TextBytes

/// Events that nouns tell: "the seizure of", "in a phone call with", "held its second meeting".
extension SentenceEvents {
  mutating func nounEvent(_ u: Int) -> EventDraft? {
    let unit = units[u]
    let token = frames.reading.tokens[unit.head]
    guard unit.mention == nil, !isClassifier(u) else { return nil }
    let governor = inserted(u) ?? governor(of: u)
    for row in rows(token, .noun) {
      guard isWhole(row, unit.head), !row.isJoint || isJoint(unit) else { continue }
      let frame = frames.complements(of: lastUnit(u, row))
      let infinitive = infinitive(behind: frame)
      let places = nounPlaces(u, frame, governor) + (infinitive.map { infinitivePlaces($0, besides: frame) } ?? [])
      guard let filled = fill(row, places) else { continue }
      let clause = clause(u, frame, governor, filled)
      guard var draft = make(row, trigger: unit.head, filled, clause: clause, phrase: words(u..<(u + 1))) else {
        continue
      }
      describe(&draft, u, row, governor)
      if !isBare(u, row, places) { draft.isAnaphor = false }
      if let start = frames.frames[governor?.frame.verb ?? -1]?.units.lowerBound, start > 0 {
        draft.isEmbedded = units[start - 1].kind == .subordinator
      }
      draft.sentence = sentence
      contemplate(row, filled, infinitive: infinitive)
      if !draft.hasParty, !draft.isAnaphor, !draft.isDomestic { return nil }
      return draft
    }
    return nil
  }

  /// "sala de reuniones": a bare noun behind a genitive says what kind of thing something is.
  private func isClassifier(_ u: Int) -> Bool {
    guard folder.headIsFirst, units[u].tokens.lowerBound == units[u].head, frames.isGenitive(u - 1),
      frames.kind(u - 2) == .nounPhrase
    else { return false }
    return !folder.has("series", frames.token(u - 2))
  }

  /// "threats *to close* the border", "la amenaza *de cerrar*".
  private func infinitive(behind frame: ClauseFrame) -> Int? {
    let next = frame.units.upperBound
    return [next, next + 1].first { frames.isInfinitive($0) && ($0 == next || frames.kind(next) == .preposition) }
  }

  private func isJoint(_ unit: Unit) -> Bool {
    unit.tokens.contains { folder.has("joint", frames.reading.tokens[$0]) }
  }

  /// Whether the words that the row asks for stand around the noun, and none that makes it another thing ("press release").
  private func isWhole(_ row: Trigger, _ head: Int) -> Bool {
    let tokens = frames.reading.tokens
    if row.lead.isEmpty, head > 0, folder.has("compound", tokens[head - 1]) { return false }
    return follows(row.tail, from: head + 1)
      && row.lead.enumerated().allSatisfy { offset, word in
        let k = head - row.lead.count + offset
        return k >= 0 && (tokens[k].fold == word || tokens[k].lemma == word)
      }
  }
  private func lastUnit(_ u: Int, _ row: Trigger) -> Int {
    let last = units[u].head + row.tail.count
    return units[u...].lastIndex { $0.tokens.lowerBound <= last } ?? u
  }

  /// How a noun hangs on a verb.
  struct Governor {
    enum Relation { case object, subject, adverbial, other }
    var frame: ClauseFrame
    var relation: Relation
  }

  /// "Ruiz, in a call on Monday, …": a phrase set off by commas behind a noun has that noun for its subject.
  private func inserted(_ u: Int) -> Governor? {
    let p = units[u].followsPossessor ? u - 2 : u - 1
    guard frames.kind(p) == .preposition, folder.has("adverbial", frames.token(p)), frames.kind(p - 1) == .comma,
      frames.kind(p - 2) == .nounPhrase, let subject = frames.antecedent(p - 2), subject.entity != nil,
      frames.isFree(subject.units.lowerBound),
      [.comma, .closeQuote].contains(frames.kind(frames.complements(of: u).units.upperBound))
    else { return nil }
    var frame = ClauseFrame(verb: p, units: subject.units.lowerBound..<u)
    frame.subject = [subject]
    return Governor(frame: frame, relation: .adverbial)
  }

  private func governor(of u: Int) -> Governor? {
    let ordered = frames.frames.keys.sorted()
    for v in ordered {
      guard let frame = frames.frames[v] else { continue }
      if frame.subject.contains(where: { $0.units.contains(u) }), units[v].verb.isFinite || units[v].verb.isParticiple {
        return Governor(frame: frame, relation: .subject)
      }
      if frame.object.contains(where: { $0.units.contains(u) }), frame.verb < u {
        return Governor(frame: frame, relation: .object)
      }
    }
    let start = units[u].followsPossessor ? u - 1 : u
    var p = start - 1
    while frames.kind(p) == .adverb { p -= 1 }
    let isAdverbial = frames.kind(p) == .preposition && folder.has("adverbial", frames.token(p))
    let right = ordered.first { v in
      guard v > u, units[v].verb.isFinite, let subject = frames.frames[v]?.subject.first else { return false }
      guard subject.units.lowerBound < v else { return false }
      if subject.units.lowerBound > u { return leads(u, subject.units.lowerBound) }
      return !ordered.contains { $0 > subject.units.lowerBound && $0 < u && units[$0].verb.isFinite }
    }
    let left = ordered.last { $0 < u && !separated($0, u) }
    guard let v = right ?? left, let frame = frames.frames[v] else { return nil }
    return Governor(frame: frame, relation: isAdverbial ? .adverbial : .other)
  }

  /// Whether a phrase at `u` opens the clause whose subject is at `subject`: nothing but phrases and one comma between.
  private func leads(_ u: Int, _ subject: Int) -> Bool {
    !((u + 1)..<subject).contains {
      frames.isFinite($0) || [.subordinator, .relative, .colon, .end].contains(units[$0].kind)
    }
  }
  private func separated(_ v: Int, _ u: Int) -> Bool {
    ((v + 1)..<u).contains { [.subordinator, .relative, .colon, .end].contains(units[$0].kind) }
  }

  private func nounPlaces(_ u: Int, _ frame: ClauseFrame, _ governor: Governor?) -> [Place] {
    let unit = units[u]
    var places: [Place] = []
    if unit.followsPossessor, frames.kind(u - 1) == .nounPhrase {
      places.append(Place(.possessor, [frames.filler(at: u - 1, alone: true)]))
    } else if let m = unit.modifier, let entity = frames.mentions[m].entity {
      var filler = Filler(units: u..<(u + 1), head: unit.head)
      (filler.entity, filler.type, filler.at) = (entity, frames.mentions[m].type, frames.mentions[m].span)
      places.append(Place(frames.mentions[m].kind == .pronoun ? .possessor : .modifier, [filler]))
    }
    places += frame.prepositional.map { Place(.preposition($0.preposition), $0.fillers) }
    guard let governor else { return places }
    let verb = units[governor.frame.verb]
    let isLight = folder.has("light", frames.token(governor.frame.verb))
    switch governor.relation {
    case .object where isLight && !verb.verb.isPassive:
      places.append(Place(.subject, governor.frame.subject))
      places += later(governor.frame, frame)
    case .subject where isLight && verb.verb.isPassive:
      places += later(governor.frame, frame)
      for (name, fillers) in governor.frame.prepositional where folder.cues["agent"]?.contains(name) == true {
        places.append(Place(.subject, fillers))
      }
    case .subject where occurs(governor.frame.verb): places += later(governor.frame, frame)
    case .adverbial:
      var fillers = governor.frame.subject
      if folder.has("telling", frames.token(governor.frame.verb)) { fillers += governor.frame.object }
      places.append(Place(.clauseSubject, fillers))
    default: break
    }
    return places
  }

  /// The prepositional phrases of a light verb that the noun itself does not have.
  func later(_ verb: ClauseFrame, _ noun: ClauseFrame) -> [Place] {
    let own = Set(noun.prepositional.map(\.preposition))
    return verb.prepositional.filter { !own.contains($0.preposition) }.map {
      Place(.preposition($0.preposition), $0.fillers)
    }
  }

  /// The units in which the event's time and place are looked for: the noun's own, and its verb's where the two are one event.
  private func clause(_ u: Int, _ frame: ClauseFrame, _ governor: Governor?, _ filled: [FilledSlot]) -> Range<Int> {
    guard let governor else { return frame.units }
    let usesSubject = filled.contains { $0.slot.position == .subject || $0.slot.position == .clauseSubject }
    let hasOwnTime = frame.units.contains { units[$0].kind == .time }
    switch governor.relation {
    case .adverbial where hasOwnTime: return frame.units
    case .adverbial where !usesSubject: return frame.units
    case .other: return frame.units
    case .subject where !occurs(governor.frame.verb): return frame.units
    case .object where !folder.has("light", frames.token(governor.frame.verb)): return frame.units
    default:
      let all = governor.frame.units
      return min(all.lowerBound, frame.units.lowerBound)..<max(all.upperBound, frame.units.upperBound)
    }
  }
  private func occurs(_ v: Int) -> Bool { folder.has("occur", frames.token(v)) || folder.has("light", frames.token(v)) }

  /// Whether nothing beside the noun tells that another event is meant: a name in its phrase, or somebody else behind its prepositions.
  private func isBare(_ u: Int, _ row: Trigger, _ places: [Place]) -> Bool {
    let named = units[u].tokens.contains {
      $0 != units[u].head && frames.reading.tokens[$0].classes.contains(.properNoun)
    }
    guard !named || units[u].modifier != nil else { return false }
    return !places.contains { place in
      guard case .preposition = place.position, let slot = row.slots.first(where: { $0.position == place.position })
      else { return false }
      return !place.fillers.contains { passes($0, slot.filter) }
    }
  }

  private func describe(_ draft: inout EventDraft, _ u: Int, _ row: Trigger, _ governor: Governor?) {
    let unit = units[u]
    let tokens = unit.tokens.map { frames.reading.tokens[$0] }
    let definite =
      unit.followsPossessor || tokens.contains { folder.has("definite", $0) || $0.classes.contains(.possessive) }
    draft.ordinal = tokens.compactMap { folder.ordinals[$0.fold] ?? folder.ordinals[$0.lemma] }.first
    draft.isDomestic = row.isDomestic
    draft.isWeak = row.isWeak
    draft.isAnaphor = row.isAnaphoric && definite
    if tokens.contains(where: { $0.classes.contains(.negation) }) { draft.isNegated = true }
    if tokens.contains(where: { folder.has("possible", $0) }) { draft.isHypothetical = true }
    if tokens.contains(where: { folder.has("alleged", $0) }) { draft.isRumour = true }
    guard let governor else { return }
    let v = governor.frame.verb
    let isEvent = folder.has("light", frames.token(v)) || (governor.relation == .subject && occurs(v))
    if isEvent, governor.relation == .object || governor.relation == .subject { apply(v, to: &draft) }
    if governor.relation == .other || governor.relation == .object, folder.has("intend", frames.token(v)) {
      draft.isHypothetical = true
    }
  }
}
