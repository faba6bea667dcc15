import NewsModel
import TextBytes

extension FrameMatcher {
  /// Behind the last token of what is said from `start` on: the frame's end, or where an attribution of its own begins.
  func contentEnd(from start: Int) -> Int {
    var i = start
    let isSubordinate = leadsWithSubordinator(before: start)
    let isRelative = isInRelative(before: start)
    while i < tail {
      if isSubordinate, page.isComma(i) { return i }
      if isRelative, page.isComma(i), page.hasClass(i + 1, .finite), !page.inQuote(i) { return i }
      if page.inQuote(i) {
        i = page.quotes[Int(page.quoteAt[i])].end
        if i < tail, endsAtQuote(i, from: start) { return i }
        continue
      }
      if page.isByte(i, UInt8(ascii: ";")) || opensOther(i) { return i }
      i += 1
    }
    return tail
  }

  /// "Though he claims P, the vote was …": what is said ends with the subordinate clause.
  private func leadsWithSubordinator(before start: Int) -> Bool {
    let first = page.hasClass(floor, .coordinator) ? floor + 1 : floor
    return start > first && start < first + 12 && page.hasClass(first, .subordinator) && !page.has(first, [.that, .as])
      && !(first..<start).contains { page.isComma($0) }
  }

  /// "Ruiz, whom they accuse of P, asked": what is said ends where the clause around goes on.
  private func isInRelative(before start: Int) -> Bool {
    guard start > floor, let comma = (floor..<start).last(where: { page.isComma($0) }), comma > floor else {
      return false
    }
    let first = page.isPreposition(comma + 1) ? comma + 2 : comma + 1
    return first < start && page.hasClass(first, .relative) && page.isKind(first, .word)
  }

  private func endsAtQuote(_ i: Int, from start: Int) -> Bool {
    if page.isComma(i - 2), page.has(i, .but), opensSaying(i + 1) { return true }
    return page.inQuote(start) && (page.has(i, .time) || page.isAdverbial(i, (i + 1)..<min(i + 3, tail)))
  }

  /// Whether another attribution, or a clause about the saying, begins at `i`.
  private func opensOther(_ i: Int) -> Bool {
    if page.isComma(i) {
      let next = i + 1
      if page.phrase(.citing, at: next) != nil || page.phrase(.according, at: next) != nil { return true }
      if isGerundCue(next) || page.has(next, .but) && opensSaying(next + 1) { return true }
      let opensClause = page.hasClass(next, [.coordinator, .subordinator]) && !page.opensClause(next)
      return isSummary(next) || opensClause && opensSaying(next + 1)
    }
    if page.has(i, .but), refuses(i + 1) { return true }
    if page.hasClass(i, .coordinator) { return isSharedCue(i + 1) }
    return false
  }

  /// "but declined to say", "pero no quiso decir".
  private func refuses(_ i: Int) -> Bool {
    (i..<min(i + 3, tail)).contains { page.phrase(.refuse, at: $0) != nil && page.isKind($0, .word) }
  }

  private func isGerundCue(_ i: Int) -> Bool {
    guard i < tail, let hit = page.hit(i) else { return false }
    return hit.cue.form.contains(.gerund) && !page.inQuote(i)
  }

  /// "and | also urged": a finite reporting verb of the same subject.
  private func isSharedCue(_ i: Int) -> Bool {
    var k = i
    while k < tail, k < i + 3, page.isFiller(k) { k += 1 }
    guard k < tail, let hit = page.hit(k), hit.cue.form.contains(.finite), !page.inQuote(k) else { return false }
    guard !page.hasClass(k + hit.length, .coordinator), !page.isKind(k + hit.length, .terminal) else { return false }
    if hit.cue.act == .request { return true }
    let approach = page.approach(after: hit.cue, from: k + hit.length, limit: tail)
    if hit.cue.takes.contains(.infinitive), page.has(approach.next, .to) { return true }
    if hit.cue.takes.contains(.bare), !hit.cue.takes.contains(.object), page.has(approach.next, .subject) {
      return true
    }
    return approach.isExplicit || approach.next < tail && page.inQuote(approach.next)
  }

  /// Whether a reporting verb with its subject, or a refusal to speak, follows.
  func opensSaying(_ i: Int) -> Bool {
    if (i..<min(i + 3, tail)).contains(where: { page.phrase(.refuse, at: $0) != nil }) || isGerundCue(i) { return true }
    if isSharedCue(i) { return true }
    for k in i..<min(i + 9, tail) {
      if page.inQuote(k) { return false }
      if page.isComma(k) { return opensSaying(i, across: k) }
      if page.isFiniteCue(k), case .party(let party) = page.subject(before: k, floor: i), party.start <= i + 1 {
        return true
      }
    }
    return false
  }

  /// "a count by inspectors, | seen by an agency, | found that": the verb stands behind what the commas enclose.
  private func opensSaying(_ i: Int, across open: Int) -> Bool {
    guard open > i, let close = page.closingMark(of: open, limit: tail), close - open < 9, close + 1 < tail,
      page.isFiniteCue(close + 1), case .party(let party) = page.subject(before: close + 1, floor: i)
    else { return false }
    return party.start <= i + 1
  }

  /// ", un mensaje difundido por": what was said, summed up, with who passed it on.
  func isSummary(_ i: Int) -> Bool {
    guard let phrase = page.phrase(startingAt: i, limit: tail),
      page.has(page.head(of: phrase), .message) || phrase.contains(where: { page.has($0, .message) })
    else { return false }
    return (phrase.upperBound - 1..<min(phrase.upperBound + 1, tail)).contains { page.phrase(.through, at: $0) != nil }
  }
}
