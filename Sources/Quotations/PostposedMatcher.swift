import NewsModel
import TextBytes

// …, X said. / …, said X, who asked not to be named.
extension FrameMatcher {
  /// Attributions behind what they attribute: "…, X said."
  mutating func matchPostposed() {
    var cue = frame.tokens.upperBound - 1
    while cue > floor {
      defer { cue -= 1 }
      if cue < tail, !taken.contains(cue), !page.inQuote(cue), let found = quotedAs(cue), isSetOff(found.start),
        isEnd(found.end) || page.isComma(found.end)
      {
        addPostposed(found)
        continue
      }
      guard cue < tail, page.isFiniteCue(cue), !taken.contains(cue), !page.inQuote(cue),
        !page.hit(cue)!.cue.takes.isDisjoint(with: [.quote, .bare, .written]), let found = postposed(at: cue)
      else { continue }
      addPostposed(found)
    }
  }

  private func postposed(at cue: Int) -> Attribution? {
    let limit = frame.tokens.upperBound
    if let found = page.attribution(at: cue, floor: floor, limit: limit), let speaker = found.speaker,
      speaker.end <= found.cue.lowerBound, isSetOff(speaker.start), maySay(found), let closed = closed(found)
    {
      return closed
    }
    let group = page.verbGroupStart(cue, floor: floor)
    guard isSetOff(group) else { return nil }
    if let found = page.invertedAttribution(at: cue, floor: floor, limit: limit), maySay(found),
      isSpeaker(found), let closed = closed(found)
    {
      return closed
    }
    // "…, agregó.": the subject is left out.
    guard page.folder.dropsSubjects, page.hit(cue)!.cue.takes.contains(.quote), !followsSpoken(group),
      let found = page.attribution(at: cue, floor: group, limit: limit)
    else { return nil }
    return closed(found)
  }

  /// Whether the words behind a verb that also takes an object are its subject: no thing.
  private func isSpeaker(_ found: Attribution) -> Bool {
    guard let speaker = found.speaker else { return true }
    if found.hit.takes.isDisjoint(with: .noun), found.hit.act == .statement {
      // "in a video, claimed | responsibility": a bare noun is the object.
      let head = page.head(of: speaker.tokens)
      return page.canSpeak(speaker) || page.isOccupation(head) || page.isCapitalized(head) || page.isPlural(head)
        || page.isDeterminer(speaker.tokens.lowerBound) || page.has(speaker.tokens.lowerBound, [.one, .some])
    }
    let first = speaker.tokens.lowerBound
    return page.canSpeak(speaker) || page.isOccupation(page.head(of: speaker.tokens))
      || page.folder.counts[page.tokens[first].fold] != nil && speaker.tokens.contains { page.has($0, .source) }
  }

  /// Whether a quotation that has its speaker ends before `i`.
  private func followsSpoken(_ i: Int) -> Bool {
    ((i - 2)..<i).contains { page.inQuote($0) && spoken.contains(Int(page.quoteAt[$0])) }
  }

  /// Whether a comma, dash or closing mark stands before `i`, with something before that.
  private func isSetOff(_ i: Int) -> Bool {
    guard i - 1 > floor + 1 else { return false }
    if page.has(i - 1, .as) { return isSetOff(i - 1) }
    if page.phrase(.aside, at: i - 2) == 2 { return isSetOff(i - 2) }
    return page.isComma(i - 1) || page.isKind(i - 1, .dash) || page.inQuote(i - 1) && page.isComma(i - 2)
  }

  /// The attribution with all that hangs on it, if nothing that is said follows: the frame ends, or a comma does.
  private func closed(_ attribution: Attribution) -> Attribution? {
    var found = finish(attribution)
    if found.inverted, let end = descriptionEnd(of: found) {
      found.end = end
      return found
    }
    let approach = page.approach(after: found.hit, from: found.end, limit: tail)
    guard !approach.isExplicit, !page.inQuote(approach.next) else { return nil }
    var end = max(found.end, approach.next)
    while end < min(approach.next + 14, tail),
      page.isPreposition(end) || page.isNominal(end) || page.isDeterminer(end) || isManner(end) || page.isReduced(end)
    { end += 1 }
    let goesOn = page.isPreposition(approach.next) || approach.next > found.end && page.isReduced(approach.next)
    if end > approach.next, !goesOn { end = approach.next }
    guard
      isEnd(end) || page.isComma(end) && !page.inQuote(end + 1) || page.isKind(end, .dash)
        || page.phrase(.citing, at: end) != nil
    else { return nil }
    found.end = end
    return found
  }

  /// "without *naming* its sources", "sin *revelar* sus fuentes".
  private func isManner(_ i: Int) -> Bool {
    page.isPreposition(i - 1)
      && (page.hasClass(i, .infinitive)
        || page.hasClass(i, .gerund) && page.hit(i)?.cue.takes.contains(.that) != true)
  }

  /// Behind a clause that says who the speaker is ("dijo un diplomático *que pidió el anonimato*"), to a comma or the end; nil where there
  /// is none, or nothing has been said before.
  private func descriptionEnd(of found: Attribution) -> Int? {
    let that = found.end
    let before = clauseStart(before: found.start)
    guard that + 1 < tail, before < found.start, page.hasClass(that, .relative) || page.has(that, .that),
      page.isKind(that, .word),
      page.phrase(.anonymity, at: that + 1) != nil
        || page.folder.headFirst && page.hasClass(that + 1, .finite)
          && !page.has(that + 1, .have) && !page.has(that + 1, .be),
      (before..<found.start).contains(where: { page.hasClass($0, .finite) })
    else { return nil }
    let end = ((that + 1)..<tail).first { page.isComma($0) || page.inQuote($0) } ?? tail
    return page.inQuote(end) ? nil : end
  }

  private mutating func addPostposed(_ attribution: Attribution) {
    let lower = clauseStart(before: attribution.start)
    guard attribution.start - lower >= 3, let first = content(lower..<attribution.start) else { return }
    let end = attribution.end
    if page.isComma(end), !isEnd(end + 1), page.phrase(.citing, at: end + 1) == nil, isPlainClause(end + 1),
      let second = content((end + 1)..<tail)
    {
      add(
        attribution, origin: .report, content: first.union(second), parts: [first, second],
        directness: directness(of: lower..<tail))
    } else {
      add(attribution, origin: .report, content: first, directness: directness(of: lower..<attribution.start))
      if page.isComma(end), !isEnd(end + 1) { trailing.append(end..<tail) }
      tail = min(tail, attribution.start)
    }
  }

  /// Attributions in the clauses behind one that closes what is said.
  mutating func matchTrailing() {
    let (first, last) = (floor, tail)
    for range in trailing {
      (floor, tail) = (range.lowerBound, range.upperBound)
      matchReports()
    }
    (floor, tail) = (first, last)
  }

  /// Whether the words behind an inserted attribution go on with what is said, and are no clause about the saying.
  private func isPlainClause(_ i: Int) -> Bool {
    (!page.hasClass(i, [.gerund, .relative]) || isCleft && page.hasClass(i, .relative))
      && !(page.hit(i)?.cue.form.contains(.gerund) ?? false)
      && !page.has(i, .but)
      && !(page.hasClass(i, .subordinator) && opensSaying(i + 1))
      && !(page.hasClass(i, .coordinator) && opensSaying(i + 1))
  }

  /// "It was the fee, she says, | which …": the relative clause is told too.
  private var isCleft: Bool {
    page.has(floor, .neuter) && page.has(floor + 1, .be) || page.has(floor, .be) && page.folder.dropsSubjects
  }
}
