import NewsModel
import TextBytes

// "did not respond to a request for comment", "declined to comment", "Reuters requested comment from …"
extension FrameMatcher {
  mutating func matchResponses() {
    var i = frame.tokens.lowerBound
    while i < frame.tokens.upperBound {
      defer { i += 1 }
      guard !page.inQuote(i), !taken.contains(i) else { continue }
      if page.hasClass(i, .negation), let (end, act) = answer(after: i) {
        addResponse(at: i, end: end, act: act)
      } else if let length = page.phrase(.refuse, at: i), let end = commentEnd(i + length) {
        addResponse(at: i, end: end, act: .noComment)
      } else if let length = page.phrase(.unreached, at: i) {
        addResponse(at: i, end: i + length, act: .noResponse)
      } else if isFlatDenial(i) {
        addResponse(at: i, end: i + 1, act: .denial)
      } else if let length = page.phrase(.request, at: i) {
        addRequestForComment(at: i, length: length)
      }
    }
  }

  /// "La empresa lo niega": a denial of what went before, with a weak pronoun for it and no words of its own.
  private func isFlatDenial(_ i: Int) -> Bool {
    guard let hit = page.hit(i), hit.cue.act == .denial, page.isFiniteCue(i), i - 1 > floor else { return false }
    let verb = page.verbGroupStart(i, floor: floor)
    guard (verb..<i).contains(where: { page.has($0, .weak) && page.hasClass($0, .pronoun) && page.has($0, .thing) })
    else {
      return false
    }
    let behind = ((i + 1)..<min(i + 4, frame.tokens.upperBound)).first {
      page.isKind($0, .terminal) || page.isKind($0, .separator)
    }
    guard let behind else { return i + 1 >= frame.tokens.upperBound }
    return !(page.isColon(behind) && page.inQuote(behind + 1))
  }

  private func answer(after negation: Int) -> (end: Int, act: Quotation.Act)? {
    for k in (negation + 1)..<min(negation + 5, frame.tokens.upperBound) {
      if let length = page.phrase(.silent, at: k) { return (k + length, .noComment) }
      if let length = page.phrase(.respond, at: k) { return (k + length, .noResponse) }
    }
    return nil
  }

  private func commentEnd(_ i: Int) -> Int? {
    let start = page.has(i, .to) ? i + 1 : i
    return page.phrase(.comment, at: start).map { start + $0 }
  }

  private mutating func addResponse(at i: Int, end: Int, act: Quotation.Act) {
    let group = page.verbGroupStart(i, floor: floor)
    var upper = contentEnd(from: end)
    upper = (end..<upper).first { page.isColon($0) && page.inQuote($0 + 1) } ?? upper
    if act == .denial { upper = (end..<upper).first { page.isKind($0, .separator) } ?? upper }
    guard let span = content(group..<upper) else { return }
    let cue = Cue(act: act, takes: [], form: .finite)
    var found = Attribution(cue: group..<end, hit: cue, start: group, end: end)
    switch page.subject(before: i, floor: floor) {
    case .party(let party):
      found.speaker = party
      found.start = party.start
    case .shared: found.shared = true
    case .none: found.shared = true
    }
    add(found, origin: .response, content: span, directness: directness(of: group..<upper), act: act)
    for k in i..<end { taken.insert(k) }
  }

  private mutating func addRequestForComment(at i: Int, length: Int) {
    guard case .party(let asker) = page.subject(before: i, floor: floor) else { return }
    let limit = contentEnd(from: i + length)
    var start = i + length
    var addressee: Party?
    if page.isPreposition(start), let party = page.phrase(startingAt: start + 1, limit: limit) {
      addressee = Party(party)
      start = party.upperBound
    }
    if page.isPreposition(start) { start += 1 }
    let span = content(start..<limit) ?? span(i..<(i + length))
    let cue = Cue(act: .question, takes: [], form: .finite)
    var found = Attribution(cue: i..<(i + length), hit: cue, speaker: asker, start: asker.start, end: i + length)
    found.addressee = addressee
    add(found, origin: .response, content: span, directness: directness(of: start..<limit), act: .question)
  }
}
