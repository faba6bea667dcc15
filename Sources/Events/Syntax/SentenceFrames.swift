import NewsModel
import TextBytes

/// The clauses of one sentence: whom each verb has as subject and object. No parser: boundaries, commas and nearness decide.
struct SentenceFrames {
  private(set) var units: [Unit]
  let reading: Reading
  let folder: EventFolder
  let mentions: [Mention]
  /// The frame of each verb unit, by the unit's number, in order.
  private(set) var frames: [Int: ClauseFrame] = [:]

  init(_ units: [Unit], reading: Reading, folder: EventFolder, mentions: [Mention]) {
    self.units = units
    self.reading = reading
    self.folder = folder
    self.mentions = mentions
    if let u = hiddenFinite() {
      self.units[u].verb.isFinite = true
      self.units[u].verb.isParticiple = false
      self.units[u].verb.isPassive = false
    }
    for u in units.indices where isVerbalNoun(u) {
      self.units[u].kind = .nounPhrase
      self.units[u].verb = VerbFeatures()
    }
    for u in units.indices { shareAuxiliary(u) }
    for u in units.indices where isTransitivePast(u) {
      self.units[u].verb.isFinite = true
      self.units[u].verb.isParticiple = false
      self.units[u].verb.isPassive = false
    }
    for u in units.indices where units[u].kind == .verbs { frames[u] = makeFrame(u) }
  }

  /// Where participle and past are alike, a sentence without another finite verb has one in the first that no agent follows.
  private func hiddenFinite() -> Int? {
    guard folder.cues["participle-is-past"] != nil, !units.contains(where: { $0.verb.isFinite }) else { return nil }
    return units.indices.first { u in
      guard units[u].verb.isParticiple, units[u].tokens.count == 1, u > 0 else { return false }
      return !(kind(u + 1) == .preposition && folder.has("agent", token(u + 1)))
    }
  }

  /// "*Fighting* broke out": a form in -ing that names an event, as the subject of the finite verb behind it.
  private func isVerbalNoun(_ u: Int) -> Bool {
    guard kind(u) == .verbs, units[u].verb.isGerund, units[u].tokens.count == 1, isFinite(u + 1) else { return false }
    guard u == 0 || [.comma, .subordinator, .colon, .openQuote].contains(units[u - 1].kind) else { return false }
    return folder.triggers[token(u).fold]?.contains { $0.kind == .noun } == true
  }

  /// "had kidnapped two and *burned* a third": a participle joined to a finite group goes on it.
  private mutating func shareAuxiliary(_ u: Int) {
    guard kind(u) == .verbs, units[u].verb.isParticiple, kind(u - 1) == .coordinator,
      let first = units[..<(u - 1)].lastIndex(where: { $0.kind == .verbs }),
      units[first].verb.isFinite, units[first].tokens.count > 1, token(first).classes.contains(.participle)
    else { return }
    guard !units[first..<u].contains(where: { [.subordinator, .relative, .colon].contains($0.kind) }) else { return }
    units[u].verb = units[first].verb
  }

  /// "Navy *seized* tanker": between a subject and an object at once, what might be a participle is a past.
  private func isTransitivePast(_ u: Int) -> Bool {
    guard folder.cues["participle-is-past"] != nil, kind(u) == .verbs, units[u].verb.isParticiple, u > 0,
      kind(u - 1) == .nounPhrase, !folder.has("naming", token(u))
    else { return false }
    return kind(u + 1) == .nounPhrase || (kind(u + 1) == .openQuote && kind(u + 2) == .nounPhrase)
  }

  func kind(_ u: Int) -> Unit.Kind? { units.indices.contains(u) ? units[u].kind : nil }
  func token(_ u: Int) -> Token { reading.tokens[units[u].head] }
  func isInfinitive(_ u: Int) -> Bool { kind(u) == .verbs && units[u].verb.isInfinitive }
  func isFinite(_ u: Int) -> Bool { kind(u) == .verbs && units[u].verb.isFinite }

  /// A preposition as the tables name it.
  func preposition(_ u: Int) -> FoldHash {
    let fold = token(u).fold
    return folder.prepositions[fold] ?? fold
  }
  func isGenitive(_ u: Int) -> Bool {
    kind(u) == .preposition && folder.cues["genitive"]?.contains(preposition(u)) == true
  }

  private func makeFrame(_ u: Int) -> ClauseFrame {
    var frame = ClauseFrame(verb: u, units: u..<(u + 1))
    frame.subject = subject(of: u)
    readArguments(&frame, from: u + 1)
    let anchor = frame.subject.first.map { min($0.units.lowerBound, u) } ?? u
    frame.units = firstUnit(of: u, subject: anchor)..<frame.units.upperBound
    return frame
  }

  /// Where the clause of the verbs at `u` begins; an infinitive has the beginning of a verb that implies it.
  private func firstUnit(of u: Int, subject: Int) -> Int {
    let verb = units[u].verb
    guard verb.isInfinitive || verb.isGerund else { return clauseStart(from: subject) }
    guard let governor = units[..<u].lastIndex(where: { $0.kind == .verbs }), folder.has("implicative", token(governor))
    else { return u }
    return frames[governor]?.units.lowerBound ?? u
  }

  /// The first unit of the clause that holds unit `anchor`: behind a verb, a conjunction, a colon, or a quotation.
  func clauseStart(from anchor: Int) -> Int {
    var k = anchor
    while k > 0 {
      switch units[k - 1].kind {
      case .verbs, .subordinator, .relative, .colon, .coordinator, .end: return k
      default: k -= 1
      }
    }
    return k
  }

  // MARK: noun phrases

  /// The noun phrase at unit `u` with its possessor and what "of" adds.
  func filler(at u: Int, alone: Bool = false) -> Filler {
    var k = u
    if !alone, kind(u + 1) == .nounPhrase, units[u + 1].followsPossessor { k = u + 1 }
    var filler = Filler(units: u..<(k + 1), head: units[k].head)
    if let m = units[k].mention { setEntity(&filler, m) }
    if let m = units[k].modifier { setLoose(&filler, m) }
    if k > u, filler.loose == nil, let m = units[u].mention ?? units[u].modifier { setLoose(&filler, m) }
    while !alone, isGenitive(k + 1), kind(k + 2) == .nounPhrase, !isTriggerNoun(k) {
      let inner = units[k + 2]
      if filler.loose == nil, let m = inner.mention ?? inner.modifier { setLoose(&filler, m) }
      // "of *Peru's* debt"
      let last = kind(k + 3) == .nounPhrase && units[k + 3].followsPossessor ? k + 3 : k + 2
      filler.units = u..<(last + 1)
      filler.genitives.append((preposition(k + 1), last))
      k = last
    }
    return filler
  }

  /// Whether the noun is one that names an event, so that "of" tells its participants.
  private func isTriggerNoun(_ u: Int) -> Bool {
    let rows = folder.triggers[token(u).lemma] ?? folder.triggers[token(u).fold] ?? []
    return rows.contains { $0.kind == .noun }
  }

  private func setEntity(_ filler: inout Filler, _ m: Int) {
    filler.type = mentions[m].type
    filler.isPlace = mentions[m].type == .location || mentions[m].acting
    filler.entity = mentions[m].entity
    filler.at = mentions[m].span
  }
  private func setLoose(_ filler: inout Filler, _ m: Int) {
    guard let entity = mentions[m].entity else { return }
    filler.loose = (entity, mentions[m].type, mentions[m].span)
  }

  /// The noun phrases joined with the one at `u` ("Peru, Chile and Bolivia"), and the unit behind the last.
  func group(from u: Int, before limit: Int, paired: Bool = false) -> (fillers: [Filler], end: Int) {
    var fillers = [filler(at: u)]
    var end = fillers[0].units.upperBound
    var pending: [Filler] = []
    var k = end
    while k < limit {
      if kind(k) == .bracket {
        k = behindBracket(k)
        continue
      }
      let isComma = kind(k) == .comma
      guard isComma || joins(k) else { break }
      var next = k + 1
      if isComma, joins(next) { next += 1 }
      guard kind(next) == .nounPhrase, next < limit else { break }
      let filler = filler(at: next)
      if !isComma || next > k + 1 {
        if limit == units.count, !paired, startsClause(filler.units.upperBound) { break }
        return (fillers + pending + [filler], filler.units.upperBound)
      }
      pending.append(filler)
      k = filler.units.upperBound
    }
    // An apposition may name whom the first phrase only describes.
    if fillers[0].entity == nil, fillers[0].type != nil || folder.isSomebody(reading.tokens[fillers[0].head]),
      let named = pending.first, named.entity != nil,
      kind(named.units.upperBound) != .verbs || units[named.units.upperBound].verb.isFinite == false
    {
      fillers[0].entity = named.entity
      fillers[0].type = named.type
      fillers[0].at = named.at
      fillers[0].units = fillers[0].units.lowerBound..<named.units.upperBound
      end = named.units.upperBound
    }
    return (fillers, end)
  }

  private func joins(_ u: Int) -> Bool { kind(u) == .coordinator && folder.has("joins", token(u)) }
  /// Whether a finite verb stands at `u`, adverbs and times apart.
  func startsClause(_ u: Int) -> Bool {
    var k = u
    while kind(k) == .adverb || kind(k) == .time { k += 1 }
    return isFinite(k)
  }
}
