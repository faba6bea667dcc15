import NewsModel
import TextBytes

/// The search for what stands behind a verb or noun.
extension SentenceFrames {
  /// Reads objects and prepositional phrases from unit `start` to where the clause ends.
  func readArguments(_ frame: inout ClauseFrame, from start: Int) {
    var k = start
    var end = start
    loop: while k < units.count {
      switch units[k].kind {
      case .time, .adverb, .openQuote, .closeQuote: k += 1
      case .nounPhrase:
        if opensNextClause(k) { break loop }
        let (fillers, next) = group(from: k, before: units.count)
        if !frame.object.isEmpty, k > 0, kind(k - 1) == .nounPhrase { frame.hasPredicate = true }
        if frame.object.isEmpty {
          frame.object = fillers
          for (name, unit) in fillers.flatMap(\.genitives) { frame.prepositional.append((name, [filler(at: unit)])) }
        }
        k = next
      case .preposition:
        // "carried *out* an attack": the particle is the verb's.
        k = k == frame.verb + 1 && isParticle(k) ? k + 1 : readPrepositional(&frame, at: k)
      case .bracket: k = behindBracket(k)
      case .comma:
        guard let next = behindComma(k) else { break loop }
        k = next
      case .verbs:
        if units[k].verb.isInfinitive { frame.infinitive = k }
        break loop
      default: break loop
      }
      end = k
    }
    // A time that only opens the next clause ("a day after …") is not of this one.
    if end < units.count, kind(end) == .nounPhrase, kind(end - 1) == .time, end - 1 >= start { end -= 1 }
    frame.units = frame.units.lowerBound..<max(end, start)
  }

  private func isParticle(_ u: Int) -> Bool { kind(u + 1) == .nounPhrase && folder.has("particle", token(u)) }

  private func readPrepositional(_ frame: inout ClauseFrame, at u: Int) -> Int {
    var k = u + 1
    while kind(k) == .adverb || kind(k) == .openQuote { k += 1 }
    guard kind(k) == .nounPhrase else { return kind(k) == .time ? k + 1 : k }
    let name = preposition(u)
    let isPaired = folder.cues["pairing"]?.contains(name) == true || awaitsVerb(frame.verb)
    let (fillers, next) = group(from: k, before: units.count, paired: isPaired)
    if frame.object.isEmpty, folder.cues["object-marker"]?.contains(name) == true { frame.object = fillers }
    frame.prepositional.append((name, fillers))
    // "the extradition of Ruiz *from Peru*": where from is told of the act.
    for (name, unit) in fillers.flatMap(\.genitives) where folder.cues["bound"]?.contains(name) == true {
      frame.prepositional.append((name, [filler(at: unit)]))
    }
    return next
  }

  /// Whether a noun at `u` is still without the verb of its clause: what is joined behind it is no subject of that verb.
  private func awaitsVerb(_ u: Int) -> Bool {
    kind(u) == .nounPhrase && !(clauseStart(from: u)..<u).contains { isFinite($0) }
      && !isFinite(clauseStart(from: u) - 1)
  }

  /// The unit behind what brackets enclose.
  func behindBracket(_ u: Int) -> Int {
    let closing = units[(u + 1)...].firstIndex { $0.kind == .bracket }
    return closing.map { $0 + 1 } ?? u + 1
  }

  /// The unit behind a short insertion between dashes; nil where no second dash is near.
  private func behindDashes(_ u: Int) -> Int? {
    units[(u + 1)...].prefix(8).firstIndex { $0.kind == .dash }.map { $0 + 1 }
  }

  /// Where to go on behind a comma: an apposition, a phrase or a time inserted; nil where another clause begins.
  private func behindComma(_ u: Int) -> Int? {
    switch kind(u + 1) {
    case .preposition, .time: return u + 1
    case .adverb: return kind(u + 2) == .preposition || kind(u + 2) == .time ? u + 2 : nil
    case .nounPhrase:
      if opensNextClause(u + 1) { return nil }
      let end = filler(at: u + 1).units.upperBound
      return kind(end) == .comma ? end : nil
    default: return nil
    }
  }

  /// Whether the noun phrase at `u` is the subject of a finite verb behind it.
  private func opensNextClause(_ u: Int) -> Bool {
    let (_, end) = group(from: u, before: units.count)
    if startsClause(end) { return true }
    return kind(filler(at: u).units.upperBound).map { _ in startsClause(filler(at: u).units.upperBound) } ?? false
  }

  /// The phrases that hang on the noun at unit `u`: prepositional ones, as long as nothing else comes between.
  func complements(of u: Int) -> ClauseFrame {
    var frame = ClauseFrame(verb: u, units: u..<(u + 1))
    var k = u + 1
    var end = k
    while k < units.count {
      switch units[k].kind {
      case .time:
        k += 1
        end = k
      case .adverb: k += 1
      case .bracket: k = behindBracket(k)
      case .dash:
        guard let next = behindDashes(k) else { return close(&frame, end) }
        k = next
      case .comma:
        // ", held on Monday,": a participle that only says when.
        guard kind(k + 1) == .verbs, units[k + 1].verb.isParticiple, folder.has("occur", token(k + 1)),
          kind(k + 2) == .time
        else { return close(&frame, end) }
        k += 3
        end = k
      case .preposition:
        let next = kind(k + 1) == .time ? k + 2 : readPrepositional(&frame, at: k)
        guard next > k + 1 else { return close(&frame, end) }
        k = next
        end = k
      default: return close(&frame, end)
      }
    }
    return close(&frame, end)
  }
  private func close(_ frame: inout ClauseFrame, _ end: Int) -> ClauseFrame {
    frame.units = frame.units.lowerBound..<end
    return frame
  }
}
