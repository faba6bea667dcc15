import NewsModel
import TextBytes

/// The events of one sentence: those that verbs tell, then those that nouns tell.
struct SentenceEvents {
  let frames: SentenceFrames
  let times: [TimeExpression]
  let entities: [Entity]
  let sentence: Int
  /// Nouns that already belong to a verb's event ("imposed *sanctions*").
  private var consumed: Set<Int> = []
  /// Verbs that only tell whom another act has harmed.
  private var harmed: Set<Int> = []
  /// The units of what is asked for, promised, threatened or refused: no event of their own.
  var contemplated: [Range<Int>] = []

  init(frames: SentenceFrames, times: [TimeExpression], entities: [Entity], sentence: Int) {
    self.frames = frames
    self.times = times
    self.entities = entities
    self.sentence = sentence
  }

  var folder: EventFolder { frames.folder }
  var units: [Unit] { frames.units }

  /// The drafts of the sentence. O(units²) at worst.
  mutating func find() -> [EventDraft] {
    var drafts: [EventDraft] = []
    for u in units.indices where units[u].kind == .verbs && !harmed.contains(u) {
      if let draft = verbEvent(u) { drafts.append(draft) }
    }
    for u in units.indices where units[u].kind == .nounPhrase && !consumed.contains(units[u].head) {
      if let draft = nounEvent(u) { drafts.append(draft) }
    }
    return drafts.filter { draft in
      !contemplated.contains { words($0)?.contains(draft.event.trigger) == true }
    }
  }

  /// Types of acts of speech, whose object is no event itself.
  private static let speech: Set<String> = ["AGREE", "REQUEST", "THREATEN", "REJECT"]

  /// Notes what an act of speech is about: the infinitive behind it and the phrases that only say what it is.
  mutating func contemplate(_ row: Trigger, _ filled: [FilledSlot], infinitive: Int?) {
    guard Self.speech.contains(row.type) else { return }
    if let v = infinitive {
      // "offered to resign *in a call*": what only says how or when is told as it was.
      let end = clauseEnd(behind: v)
      let adverbial = ((v + 1)..<max(end, v + 1)).first {
        units[$0].kind == .preposition && folder.has("adverbial", frames.token($0))
          && ($0 > v + 1 || !folder.has("particle", frames.token($0)))
      }
      contemplated.append(v..<(adverbial ?? end))
    }
    for slot in filled where slot.slot.position != .subject && slot.slot.position != .infinitive {
      contemplated += slot.fillers.filter { !folder.isSomebody(noun(of: $0)) && $0.entity == nil }.map {
        $0.units.lowerBound..<clauseEnd(behind: $0.units.upperBound - 1)
      }
    }
  }

  func rows(_ token: Token, _ kind: Trigger.Kind) -> [Trigger] {
    let byForm = folder.triggers[token.fold]?.filter { $0.kind == kind } ?? []
    let lemma = kind == .verb ? folder.verb(token) : token.lemma
    let byLemma = lemma == token.fold ? [] : folder.triggers[lemma]?.filter { $0.kind == kind } ?? []
    return byForm + byLemma
  }

  // MARK: verbs

  private mutating func verbEvent(_ u: Int) -> EventDraft? {
    guard let frame = frames.frames[u] else { return nil }
    let unit = units[u]
    for row in rows(frames.token(u), .verb) {
      guard let full = behindTail(row, frame, unit), !row.isPlain || !full.hasPredicate,
        !row.isReflexive || isReflexive(unit),
        let filled = fill(row, verbPlaces(full, u))
      else { continue }
      guard var draft = make(row, trigger: unit.head, filled, clause: full.units) else { continue }
      draft.isDomestic = row.isDomestic
      draft.sentence = sentence
      draft.isEmbedded = full.units.lowerBound > 0 && units[full.units.lowerBound - 1].kind == .subordinator
      apply(u, to: &draft)
      for slot in filled where slot.slot.role == nil { consumed.formUnion(slot.fillers.map(\.head)) }
      guard draft.hasParty || draft.isDomestic else { return nil }
      contemplate(row, filled, infinitive: full.infinitive)
      if row.type == "ASSAULT" { addVictims(to: &draft, of: u, row) }
      return draft
    }
    return nil
  }

  /// The unit behind `u` where another clause begins.
  private func clauseEnd(behind u: Int) -> Int {
    let marks: Set<Unit.Kind> = [.comma, .subordinator, .relative, .colon, .end]
    return units[(u + 1)...].firstIndex { marks.contains($0.kind) || $0.verb.isFinite } ?? units.count
  }

  /// "… exploded, *wounding* nine officers": whom the act of the verb before has harmed; no event of its own.
  private mutating func addVictims(to draft: inout EventDraft, of u: Int, _ row: Trigger) {
    let harm = units[(u + 1)...].firstIndex { $0.kind == .verbs }
    guard let harm, folder.has("harm", frames.token(harm)), let frame = frames.frames[harm] else { return }
    let isAlone = !draft.event.participants.contains { $0.role == .recipient }
    let isJoined = isAlone && units[harm].verb.isFinite && (u..<harm).contains { frames.kind($0) == .coordinator }
    guard units[harm].verb.isGerund || isJoined else { return }
    let slot = Trigger.Slot(position: .object, role: .recipient, required: 1, filter: .agent)
    for filler in frame.object where passes(filler, slot.filter) {
      guard let victim = participant(filler, slot, of: row) else { continue }
      if !draft.event.participants.contains(where: { isOne($0, victim) }) { draft.event.participants.append(victim) }
      draft.hasParty = true
      harmed.insert(harm)
    }
  }

  private func isReflexive(_ unit: Unit) -> Bool {
    unit.tokens.contains { folder.has("reflexive", frames.reading.tokens[$0]) }
  }

  /// The frame with its arguments read from behind the fixed words of the row; nil where they do not follow.
  private func behindTail(_ row: Trigger, _ frame: ClauseFrame, _ unit: Unit) -> ClauseFrame? {
    guard !row.tail.isEmpty else { return frame }
    var start = unit.head + 1
    var object: [Filler] = []
    if !follows(row.tail, from: start) {
      // "found *him* guilty", "shut *the paper* down"
      guard let last = frame.object.last, units.indices.contains(last.units.upperBound),
        last.units.lowerBound == frame.verb + 1, frame.object.count == 1
      else { return nil }
      start = units[last.units.upperBound - 1].tokens.upperBound
      object = frame.object
      guard follows(row.tail, from: start), isParticle(start) else { return nil }
    }
    let last = start + row.tail.count - 1
    guard let next = units.firstIndex(where: { $0.tokens.lowerBound > last }) else { return frame }
    // "asked the president *for a meeting*" is no "ask for".
    guard object.isEmpty || units[next].kind != .nounPhrase else { return nil }
    var shifted = ClauseFrame(verb: frame.verb, subject: frame.subject, object: object, units: frame.units)
    frames.readArguments(&shifted, from: next)
    return shifted
  }

  /// Whether a word can part from its verb: a particle or what is said of the object, no preposition.
  private func isParticle(_ k: Int) -> Bool {
    let token = frames.reading.tokens[k]
    return folder.has("particle", token) || !token.classes.contains(.preposition)
  }

  /// Whether `words` stand from token `k` on.
  func follows(_ words: [FoldHash], from k: Int) -> Bool {
    let tokens = frames.reading.tokens
    return words.enumerated().allSatisfy { k + $0.offset < tokens.count && tokens[k + $0.offset].fold == $0.element }
  }

  private func verbPlaces(_ frame: ClauseFrame, _ u: Int) -> [Place] {
    var places: [Place] = []
    if units[u].verb.isPassive {
      places.append(Place(.object, frame.subject))
      for (name, fillers) in frame.prepositional where folder.cues["agent"]?.contains(name) == true {
        places.append(Place(.subject, fillers))
      }
    } else {
      places.append(Place(.subject, frame.subject))
      places.append(Place(.object, frame.object))
    }
    places += frame.prepositional.map { Place(.preposition($0.preposition), $0.fillers) }
    if let v = frame.infinitive { places += infinitivePlaces(v, besides: frame) }
    return places
  }

  /// An infinitive that completes a verb or noun, with what stands behind it.
  func infinitivePlaces(_ v: Int, besides frame: ClauseFrame) -> [Place] {
    var places = [Place(.infinitive, [Filler(units: v..<(v + 1), head: units[v].head)])]
    guard let inner = frames.frames[v] else { return places }
    places.append(Place(.infinitiveObject, inner.object))
    return places + later(inner, frame)
  }

  /// Reads the status that the verbs at `u` give.
  func apply(_ u: Int, to draft: inout EventDraft) {
    let verb = units[u].verb
    draft.isNegated = draft.isNegated || verb.isNegated
    draft.isRumour = draft.isRumour || verb.isRumour
    draft.isHypothetical = draft.isHypothetical || (verb.isModal && !verb.isRumour) || underCondition(u)
    if verb.isInfinitive { applyGovernor(of: u, to: &draft) }
    if verb.isGerund, frames.kind(u - 1) == .verbs, folder.has("intend", frames.token(u - 1)) {
      draft.isHypothetical = true
    }
    if hasNobodyAsSubject(u) { draft.isNegated = true }
  }

  /// "Neither Peru nor Chile", "no police officer", "nobody".
  private func hasNobodyAsSubject(_ u: Int) -> Bool {
    guard let subject = frames.frames[u]?.subject.first, subject.units.upperBound <= u else { return false }
    let first = units[subject.units.lowerBound].tokens.lowerBound
    let tokens = max(first - 1, 0)..<(first + 1)
    return tokens.contains { folder.has("negator", frames.reading.tokens[$0]) }
  }

  /// An infinitive is as true as a verb that implies it ("began to ease"), and only possible under any other.
  private func applyGovernor(of u: Int, to draft: inout EventDraft) {
    guard let governor = units[..<u].lastIndex(where: { $0.kind == .verbs }),
      folder.has("implicative", frames.token(governor))
    else {
      let refuses = units[..<u].lastIndex { $0.kind == .verbs }.map { folder.has("refusing", frames.token($0)) } == true
      if refuses { draft.isNegated = true } else { draft.isHypothetical = true }
      return
    }
    apply(governor, to: &draft)
  }

  private func underCondition(_ u: Int) -> Bool {
    guard let frame = frames.frames[u], frame.units.lowerBound > 0 else { return false }
    let opener = frame.units.lowerBound - 1
    return units[opener].kind == .subordinator && folder.has("condition", frames.token(opener))
  }
}
