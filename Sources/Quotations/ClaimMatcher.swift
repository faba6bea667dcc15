import NewsModel
import TextBytes

// Ruiz's claim that … / his promise that … / la afirmación de Ruiz de que …
extension FrameMatcher {
  /// "Port to reopen on Monday: union": a headline with its speaker behind a colon.
  mutating func matchHeadline() {
    guard frame.part == .title, drafts.isEmpty,
      let colon = frame.tokens.last(where: { page.isColon($0) }), colon - floor >= 4,
      let source = page.phrase(startingAt: colon + 1, limit: tail, wide: true), isEnd(source.upperBound),
      source.count <= 4,
      page.canSpeak(Party(source)) || page.isMedia(Party(source)) || source.contains(where: { page.has($0, .source) }),
      let span = content(floor..<colon), !(floor..<colon).contains(where: { page.isColon($0) || page.inQuote($0) })
    else { return }
    let cue = Cue(act: .statement, takes: .bare, form: .finite)
    add(
      Attribution(cue: colon..<(colon + 1), hit: cue, speaker: Party(source), start: colon, end: source.upperBound),
      origin: .according, content: span, directness: .indirect)
    tail = colon
  }

  mutating func matchClaims() {
    for i in frame.tokens where i < tail && page.has(i, .claim) && !page.inQuote(i) && !taken.contains(i) {
      guard let (speaker, start) = page.folder.headFirst ? ownerBehind(i) : ownerBefore(i) else { continue }
      let upper = clauseEnd(from: start)
      guard let span = content(start..<upper) else { continue }
      let cue = Cue(act: .statement, takes: .that, form: .finite)
      let first = min(speaker.tokens.lowerBound, i)
      let found = Attribution(
        cue: i..<(i + 1), hit: cue, speaker: speaker, start: first, end: max(speaker.tokens.upperBound, i + 1))
      add(found, origin: .report, content: span, directness: directness(of: start..<upper))
    }
  }

  /// Behind the clause: at a comma, or before the verb of which the whole is the subject.
  private func clauseEnd(from start: Int) -> Int {
    let upper = contentEnd(from: start)
    var hasVerb = false
    for i in start..<upper where !page.inQuote(i) {
      if page.isComma(i) { return i }
      if page.hasClass(i, [.coordinator, .subordinator, .relative]) { hasVerb = false }
      guard page.hasClass(i, .finite), !page.hasClass(i - 1, [.auxiliary, .modal]) else { continue }
      if hasVerb { return i }
      hasVerb = true
    }
    return upper
  }

  private func ownerBefore(_ i: Int) -> (Party, Int)? {
    guard page.has(i + 1, .that) else { return nil }
    var k = i - 1
    while k > floor, page.isNominal(k), !page.isKind(k, .clitic), !page.isCapitalized(k) { k -= 1 }
    guard k >= floor else { return nil }
    if page.has(k, .possessive) { return (Party(k..<(k + 1)), i + 2) }
    guard page.isKind(k, .clitic), let phrase = page.phrase(endingAt: k - 1, floor: floor) else { return nil }
    return (Party(phrase), i + 2)
  }

  private func ownerBehind(_ i: Int) -> (Party, Int)? {
    guard page.has(i + 1, .of), let phrase = page.phrase(startingAt: i + 2, limit: tail) else { return nil }
    let end = phrase.upperBound
    guard page.has(end, .of), page.has(end + 1, .that) else { return nil }
    return (Party(phrase), end + 2)
  }
}
