import NewsModel
import TextBytes

/// A place beside a trigger, and what fills it.
struct Place: Sendable {
  var position: Trigger.Slot.Position
  var fillers: [Filler]
  init(_ position: Trigger.Slot.Position, _ fillers: [Filler]) {
    self.position = position
    self.fillers = fillers
  }
}

/// A slot of a trigger with what was found for it.
struct FilledSlot: Sendable {
  var slot: Trigger.Slot
  var fillers: [Filler]
}

extension SentenceEvents {
  /// What fills the slots of `row`; nil where one that must be filled is not.
  func fill(_ row: Trigger, _ places: [Place]) -> [FilledSlot]? {
    var filled: [FilledSlot] = []
    for slot in row.slots {
      let there = places.filter { $0.position == slot.position }.flatMap(\.fillers)
      if case .otherThan = slot.filter, there.contains(where: { !passes($0, slot.filter) }) { return nil }
      if case .nothing = slot.filter, !there.isEmpty { return nil }
      let fitting = there.filter { passes($0, slot.filter) }
      if fitting.count < slot.required { return nil }
      if !fitting.isEmpty { filled.append(FilledSlot(slot: slot, fillers: fitting)) }
    }
    return filled
  }

  func passes(_ filler: Filler, _ filter: Trigger.Slot.Filter) -> Bool {
    let head = noun(of: filler)
    switch filter {
    case .any: return true
    case .nothing: return false
    case .person: return filler.type == .person || folder.has("person", head)
    case .agent:
      if let type = filler.type { return [.person, .organization, .location, .other].contains(type) }
      return folder.isSomebody(head) || folder.has("no-one", head)
    case .named:
      return filler.entity != nil
        && filler.type.map { [.person, .organization, .location, .other].contains($0) } == true
    case .country: return filler.entity != nil && filler.isPlace || filler.entity.map { isCountry($0) } == true
    case .words(let name): return isIn(name, head)
    case .otherThan(let name): return !isIn(name, head)
    }
  }
  private func isCountry(_ entity: Int) -> Bool {
    guard entities.indices.contains(entity) else { return false }
    return entities[entity].type == .location
      || entities[entity].key != nil && entities[entity].key == entities[entity].country
  }
  private func isIn(_ list: String, _ token: Token) -> Bool {
    guard let set = folder.lists[list] ?? folder.cues[list] else { return false }
    return set.contains(token.fold) || set.contains(token.lemma)
  }

  /// A draft of the event that `row` tells at token `trigger`, in the clause of `clause` units.
  func make(_ row: Trigger, trigger: Int, _ filled: [FilledSlot], clause: Range<Int>, phrase: TextSpan? = nil)
    -> EventDraft?
  {
    let reading = frames.reading
    let tail = follows(row.tail, from: trigger + 1) ? row.tail.count : 0
    let span = reading.span(ofTokens: trigger..<(trigger + 1 + tail)) ?? reading.tokens[trigger].span
    var extent = phrase.map { $0.union(span) } ?? span
    var participants: [EventMention.Participant] = []
    var hasParty = false
    for slot in filled {
      for filler in slot.fillers {
        let one = participant(filler, slot.slot, of: row)
        if let words = words(filler.units), one != nil || slot.slot.position != .clauseSubject {
          extent = extent.union(words)
        }
        guard let one else { continue }
        guard !participants.contains(where: { isOne($0, one) }) else { continue }
        participants.append(one)
        hasParty = hasParty || one.entity != nil || folder.isSomebody(noun(of: filler)) || filler.type == .person
      }
    }
    var event = EventMention(trigger: span, type: row.type, mode: row.mode, participants: participants)
    if let u = time(near: trigger, in: clause), let number = units[u].time {
      event.date = times[number].value
      extent = extent.union(times[number].span)
    }
    event.place = place(behind: trigger, in: clause, &extent, besides: participants)
    if let (type, mode) = mode(in: clause), type == row.type { event.mode = mode }
    event.extent = extent
    var draft = EventDraft(event: event)
    draft.hasParty = hasParty
    return draft
  }

  func words(_ range: Range<Int>) -> TextSpan? {
    guard let first = units[range].first, let last = units[range].last else { return nil }
    return frames.reading.span(ofTokens: first.tokens.lowerBound..<last.tokens.upperBound)
  }

  /// The time expression of a clause nearest to the trigger, one behind it before one ahead.
  private func time(near trigger: Int, in clause: Range<Int>) -> Int? {
    let dated = clause.filter { u in
      guard units[u].kind == .time, let number = units[u].time else { return false }
      let kind = times[number].kind
      let bounds = u > 0 && units[u - 1].kind == .preposition && folder.has("bound", frames.token(u - 1))
      return (kind == .date || kind == .time) && times[number].value != nil && !bounds
    }
    return dated.first { units[$0].tokens.lowerBound > trigger } ?? dated.last
  }

  /// The first place that a preposition of place names behind the trigger.
  private func place(
    behind trigger: Int, in clause: Range<Int>, _ extent: inout TextSpan, besides: [EventMention.Participant]
  ) -> Int? {
    for u in clause where units[u].kind == .preposition && units[u].tokens.lowerBound > trigger {
      guard folder.has("place", frames.token(u)), frames.kind(u + 1) == .nounPhrase else { continue }
      let unit = units[u + 1]
      guard let m = unit.mention ?? unit.modifier, frames.mentions[m].type == .location, !frames.mentions[m].acting,
        let entity = frames.mentions[m].entity, !besides.contains(where: { $0.entity == entity })
      else { continue }
      if let words = words((u + 1)..<(u + 2)) { extent = extent.union(words) }
      return entity
    }
    return nil
  }

  /// The mode that a phrase of the clause gives ("by phone").
  private func mode(in clause: Range<Int>) -> (type: String, mode: String)? {
    guard let first = clause.first, let last = clause.last, units.indices.contains(last) else { return nil }
    let tokens = units[first].tokens.lowerBound..<units[last].tokens.upperBound
    for k in tokens {
      let hit = folder.modes.longestMatch(at: k, count: tokens.upperBound) { frames.reading.tokens[$0].fold }
      if let hit { return hit.value }
    }
    return nil
  }
}
