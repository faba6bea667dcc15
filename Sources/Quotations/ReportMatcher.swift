import NewsModel
import TextBytes

// X said that … / X urged Y to … / X denied …
extension FrameMatcher {
  /// Attributions before what they attribute.
  mutating func matchReports() {
    for cue in frame.tokens where cue >= floor && cue < tail && !taken.contains(cue) && !page.inQuote(cue) {
      guard let hit = page.hit(cue), let found = reporting(cue, hit) else { continue }
      addReport(found)
    }
  }

  private func reporting(_ cue: Int, _ hit: CueHit) -> Attribution? {
    let isGerund = hit.cue.form.contains(.gerund) && !hit.cue.form.contains(.finite) && !page.isPassive(before: cue)
    if let passive = agentOf(cue, hit) ?? quotedAs(cue) { return passive }
    guard page.isFiniteCue(cue) || isGerund, !isGerund || !page.isKind(cue - 1, .clitic) else { return nil }
    guard page.phrase(.citing, at: cue) == nil, page.phrase(.anonymity, at: cue) == nil else { return nil }
    let after = cue + hit.length
    if let quoting = quotingAs(cue, after) { return quoting }
    guard var found = page.attribution(at: cue, floor: floor, limit: tail), !isNegated(found) else { return nil }
    if isGerund { return gerund(found) }
    if found.speaker == nil, !found.shared {
      if let inverted = page.invertedAttribution(at: cue, floor: floor, limit: tail), page.folder.dropsSubjects,
        inverted.speaker.map({ page.canSpeak($0) || page.isOccupation(page.head(of: $0.tokens)) }) ?? false,
        page.approach(after: hit.cue, from: inverted.end, limit: tail).isExplicit
      {
        found = inverted
      } else if !page.folder.dropsSubjects || !opensVerb(found.start) {
        return nil
      }
    }
    return found
  }

  /// "did not say": nothing is said, unless it is said in so many words.
  private func isNegated(_ attribution: Attribution) -> Bool {
    attribution.cue.contains { page.hasClass($0, .negation) }
  }

  /// Whether a verb without a subject may stand here: at the beginning, behind a comma or an adverbial.
  private func opensVerb(_ i: Int) -> Bool {
    i <= floor || page.isComma(i - 1) || page.isKind(i - 1, .openQuote)
      || page.hasClass(i - 1, [.adverb, .subordinator])
      || page.inQuote(i - 1) || isLeadingAdverbial(floor..<i)
  }

  /// "El martes | sostuvo", "De las obras | dijo": nothing but when or of what stands before the verb.
  private func isLeadingAdverbial(_ range: Range<Int>) -> Bool {
    guard range.count <= 9, page.isPreposition(floor) || page.isTimePhrase(floor) else { return false }
    return range.allSatisfy {
      page.isPreposition($0) || page.isNominal($0) || page.isDeterminer($0) || page.has($0, .time)
        || page.hasClass($0, .adverb)
    }
  }

  /// ", adding that": the speaker is the subject of what goes before.
  private func gerund(_ attribution: Attribution) -> Attribution? {
    var found = attribution
    let before = found.start - 1
    guard before >= floor, !page.hasClass(before, .negation), !page.isKind(before, .clitic) else { return nil }
    if let writing = page.phrase(endingAt: before, floor: floor), page.has(page.head(of: writing), .document),
      page.opensClause(found.end) || found.hit.takes.contains(.written),
      !page.isPreposition(writing.lowerBound - 1) || page.has(writing.lowerBound - 1, .to)
    {
      found.speaker = Party(writing)
      found.start = writing.lowerBound
      return found
    }
    let isSetOff =
      page.isComma(before) || page.has(before, [.but, .by]) || page.inQuote(before)
      || page.hasClass(before, .coordinator)
    let approach = page.approach(after: found.hit, from: found.end, limit: tail)
    guard
      isSetOff
        || (approach.isExplicit || page.inQuote(approach.next))
          && (page.isNominal(before) || page.isPreposition(before))
    else { return nil }
    found.speaker = nil
    found.shared = true
    found.start = found.cue.lowerBound
    return found
  }

  /// "An agency quoted X as saying": the speaker is the object, the subject passes it on.
  private func quotingAs(_ cue: Int, _ after: Int) -> Attribution? {
    guard page.has(cue, .quote), let object = page.phrase(startingAt: after, limit: tail, wide: true) else {
      return nil
    }
    let i = object.upperBound
    guard page.has(i, .as), i + 1 < tail, let hit = page.hit(i + 1), hit.cue.form.contains(.gerund) else { return nil }
    var found = Attribution(
      cue: (i + 1)..<(i + 1 + hit.length), hit: hit.cue, speaker: Party(object), start: cue, end: i + 1 + hit.length)
    if case .party(let party) = page.subject(before: cue, floor: floor) {
      found.relay = party
      found.start = party.start
    }
    return found
  }

  private mutating func addReport(_ attribution: Attribution) {
    var found = attribution
    let takes = found.hit.takes
    let approach = page.approach(after: found.hit, from: found.end, limit: tail)
    let start = approach.next
    guard start < tail else { return }
    found.addressee = found.addressee ?? approach.addressee
    readInformant(&found)
    if takes.contains(.infinitive), !approach.isExplicit, addRequest(found) { return }
    if let speaker = found.speaker, page.has(speaker.end, .that), !page.canSpeak(speaker) { return }
    guard let lower = contentStart(found, approach) else { return }
    let upper = contentEnd(from: lower)
    guard upper > lower, let span = content(lower..<upper) else { return }
    found.end = max(found.end, lower)
    let act: Quotation.Act? = approach.isQuestion && found.hit.act == .question ? .question : nil
    add(found, origin: .report, content: span, directness: directness(of: lower..<upper), act: act)
  }

  /// "The Gazette understands | from two people | that": those who told it are the source, and it passes it on.
  private func readInformant(_ found: inout Attribution) {
    guard let speaker = found.speaker, let length = page.phrase(.learnt, at: found.end),
      page.isMedia(speaker) || page.isOwnOutlet(speaker),
      let source = page.phrase(startingAt: found.end + length, limit: tail, wide: true),
      page.has(page.head(of: source), .source) || page.folder.counts[page.tokens[source.lowerBound].fold] != nil
    else { return }
    found.relay = speaker
    found.speaker = Party(source)
  }

  /// "urged Washington to avoid …", "llamó a los gobiernos a traducir …".
  private mutating func addRequest(_ attribution: Attribution) -> Bool {
    var found = attribution
    var i = found.end
    while i < tail, page.has(i, .time) || page.isDeterminer(i) && page.has(i + 1, .time) {
      i += page.has(i, .time) ? 1 : 2
    }
    if let object = page.phrase(startingAt: i, limit: tail, wide: true) {
      let cut = object.dropFirst().first { page.has($0, .to) && isVerbal($0 + 1) } ?? object.upperBound
      found.addressee = Party(object.lowerBound..<cut)
      i = cut
    } else if page.hasClass(i, .pronoun) {
      found.addressee = Party(i..<(i + 1))
      i += 1
    }
    while i < min(found.end + 20, tail), !(page.has(i, .to) && isVerbal(i + 1)) {
      if page.isKind(i, .separator) || page.inQuote(i) || page.isFiniteCue(i) || page.opensClause(i) { return false }
      i += 1
    }
    guard page.has(i, .to), i < tail else { return false }
    let lower = page.folder.dropsSubjects ? i + 1 : i
    let upper = contentEnd(from: lower)
    guard let span = content(lower..<upper) else { return false }
    found.end = i
    add(found, origin: .report, content: span, directness: directness(of: lower..<upper))
    return true
  }

  func isVerbal(_ i: Int) -> Bool {
    if page.isKind(i, .openQuote) { return true }
    guard page.isKind(i, .word), !page.isDeterminer(i), !page.isCapitalized(i) else { return false }
    if page.hasClass(i, .noun), !page.hasClass(i, [.verb, .infinitive, .auxiliary]) { return false }
    return page.hasClass(i, [.verb, .infinitive, .auxiliary])
      || !page.hasClass(i, [.pronoun, .preposition, .adverb, .function])
  }
}
