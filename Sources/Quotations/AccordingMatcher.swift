import NewsModel
import TextBytes

// According to X, … / …, according to X / según X
extension FrameMatcher {
  mutating func matchAccording() {
    var i = frame.tokens.lowerBound
    while i < frame.tokens.upperBound {
      defer { i += 1 }
      guard !page.inQuote(i) else { continue }
      if let found = reckoning(at: i) {
        matchAccording(found)
        continue
      }
      guard let length = accordingLength(at: i) else { continue }
      defer { i += length - 1 }
      let opening = i - 1 > floor && page.hasClass(i - 1, .adverb) && page.isComma(i - 2) ? i - 1 : i
      if let found = accordingVerb(at: i, behind: i + length) {
        matchAccording(found)
      } else if let source = accordingSource(i + length) {
        let cue = Cue(act: .statement, takes: .bare, form: .finite)
        matchAccording(
          Attribution(cue: i..<(i + length), hit: cue, speaker: Party(source), start: opening, end: source.upperBound))
      }
    }
  }

  /// "by the firm's own reckoning": the one whose count it is.
  private func reckoning(at i: Int) -> Attribution? {
    guard page.has(i, .by), let phrase = page.phrase(startingAt: i + 1, limit: frame.tokens.upperBound),
      page.has(page.head(of: phrase), .reckoning), let mark = phrase.first(where: { page.isKind($0, .clitic) }),
      mark > phrase.lowerBound
    else { return nil }
    let cue = Cue(act: .statement, takes: .bare, form: .finite)
    return Attribution(
      cue: i..<phrase.upperBound, hit: cue, speaker: Party(phrase.lowerBound..<mark), start: i, end: phrase.upperBound)
  }

  /// The source, a verb form without an article before it included: "leaked papers", "exit polls".
  private func accordingSource(_ start: Int) -> Range<Int>? {
    let limit = frame.tokens.upperBound
    if let source = page.phrase(startingAt: start, limit: limit, wide: true) { return addressed(source, limit: limit) }
    if page.has(start, .subject) { return start..<(start + 1) }
    guard page.isKind(start, .word),
      !page.hasClass(start, [.auxiliary, .preposition, .pronoun, .relative, .subordinator, .function]),
      !page.folder.dropsSubjects || !page.hasClass(start, .finite)
    else { return nil }
    return page.phrase(startingAt: start + 1, limit: limit, wide: true).map { start..<$0.upperBound }
  }

  /// A writing with those to whom it went and those from whom it came: "a notice | to clients from its operator".
  private func addressed(_ source: Range<Int>, limit: Int) -> Range<Int> {
    let i = source.upperBound
    guard page.has(page.head(of: source), .document), page.has(i, .addressee),
      let readers = page.phrase(startingAt: i + 1, limit: limit, wide: true)
    else { return source }
    return source.lowerBound..<readers.upperBound
  }

  /// "in her view", "a su juicio": the words of the one who spoke before.
  mutating func matchViews() {
    for i in frame.tokens where !page.inQuote(i) {
      guard let length = page.phrase(.view, at: i), i == floor || page.isComma(i - 1) || isEnd(i + length) else {
        continue
      }
      let cue = Cue(act: .statement, takes: .bare, form: .finite)
      let attribution = Attribution(
        cue: i..<(i + length), hit: cue, shared: true, start: i, end: i + length)
      addView(attribution)
      return
    }
  }

  private mutating func addView(_ attribution: Attribution) {
    let range =
      attribution.start <= floor + 1
      ? attribution.end..<tail : clauseStart(before: attribution.start)..<attribution.start
    guard let span = content(range) else { return }
    add(attribution, origin: .according, content: span, directness: directness(of: range))
  }

  private func accordingLength(at i: Int) -> Int? {
    if let length = page.phrase(.according, at: i) { return length }
    if let length = page.phrase(.like, at: i), i == floor || page.isComma(i - 1),
      let found = accordingVerb(at: i, behind: i + length), page.hit(found.cue.upperBound - 1) != nil
    {
      return length
    }
    if let length = page.phrase(.ledger, at: i), i == frame.tokens.lowerBound || page.isComma(i - 1),
      page.isDeterminer(i + length)
    {
      let source = page.phrase(startingAt: i + length, limit: frame.tokens.upperBound)
      return source.map { page.has(page.head(of: $0), .document) } ?? false ? length : nil
    }
    if i == frame.tokens.lowerBound, let length = page.phrase(.opinion, at: i) {
      return isHolder(i + length) ? length : nil
    }
    guard let length = page.phrase(.per, at: i) else { return nil }
    return page.isCapitalized(i + length) || page.has(i + length + 1, [.source, .document]) ? length : nil
  }

  /// "Para Teksera, …": somebody who can hold a view, closed by a comma.
  private func isHolder(_ start: Int) -> Bool {
    let limit = frame.tokens.upperBound
    guard let phrase = page.phrase(startingAt: start, limit: limit, wide: true), page.isComma(phrase.upperBound) else {
      return false
    }
    let head = page.head(of: phrase)
    guard page.mentionAt[head] >= 0 else { return page.has(head, [.person, .source]) && page.isDeterminer(start) }
    return page.mentions[Int(page.mentionAt[head])].type == .person
  }

  /// "según dijeron a Reuters dos fuentes", where the language has a verb with its subject behind it there.
  private func accordingVerb(at i: Int, behind start: Int) -> Attribution? {
    guard page.folder.dropsSubjects else { return nil }
    var verb = start
    while verb < start + 3, page.isFiller(verb) { verb += 1 }
    if let found = unlistedVerb(at: verb, according: i) { return found }
    guard let hit = page.hit(verb), hit.cue.act == .statement, hit.cue.form.contains(.finite) || verb > start,
      var found = page.invertedAttribution(at: verb, floor: start, limit: frame.tokens.upperBound)
    else { return nil }
    let end = found.end
    found = finish(found)
    found.cue = i..<(verb + hit.length)
    found.start = i
    found.end = max(end, found.end)
    return found
  }

  /// "según documentó la prensa": a finite verb that no table lists, with somebody behind it.
  private func unlistedVerb(at verb: Int, according i: Int) -> Attribution? {
    let limit = frame.tokens.upperBound
    guard page.hit(verb) == nil, page.hasClass(verb, .finite), !page.hasClass(verb, [.auxiliary, .modal, .noun]),
      let source = page.phrase(startingAt: verb + 1, limit: limit, wide: true), page.canSpeak(Party(source))
    else { return nil }
    let cue = Cue(act: .statement, takes: .bare, form: .finite)
    return Attribution(cue: i..<(verb + 1), hit: cue, speaker: Party(source), start: i, end: source.upperBound)
  }

  private mutating func matchAccording(_ given: Attribution) {
    guard let source = given.speaker?.tokens else { return }
    let (i, limit) = (given.start, frame.tokens.upperBound)
    var attribution = given
    let end = endOfSource(source, limit: limit)
    taken.formUnion(source)
    let isBeside = page.isComma(source.upperBound) && end > source.upperBound + 1
    attribution.speaker = Party(source, apposition: isBeside ? (source.upperBound + 1)..<end : nil)
    attribution.end = end
    if opensClause(i) {
      guard let span = content(end..<tail) else { return }
      add(attribution, origin: .according, content: span, directness: directness(of: end..<tail))
      if i <= floor + 1 { floor = end }
      return
    }
    if let clause = reducedClause(around: i, end), let first = content(clause.lowerBound..<i),
      let second = content((end + 1)..<clause.upperBound)
    {
      add(
        attribution, origin: .according, content: first.union(second), parts: [first, second],
        directness: directness(of: clause))
      return
    }
    let lower = clauseStart(before: i)
    guard let first = content(lower..<i) else { return }
    if page.isComma(end) || page.isKind(end, .dash), !isEnd(end + 1), isInserted(i),
      page.phrase(.citing, at: end + 1) == nil,
      let second = content((end + 1)..<tail)
    {
      add(
        attribution, origin: .according, content: first.union(second), parts: [first, second],
        directness: directness(of: lower..<tail))
    } else {
      add(attribution, origin: .according, content: first, directness: directness(of: lower..<i))
      if isEnd(end) || end >= limit { tail = i }
    }
  }

  private func isInserted(_ i: Int) -> Bool { page.isComma(i - 1) || page.isKind(i - 1, .dash) }

  /// "vessels linked —according to the army— to smuggling": the source bears on the participle's clause alone.
  private func reducedClause(around i: Int, _ end: Int) -> Range<Int>? {
    let participle = i - 2
    guard isInserted(i), end < tail, participle > floor, page.isComma(end) || page.isKind(end, .dash),
      page.isPreposition(end + 1) || page.has(end + 1, .to),
      page.hasClass(participle, [.participle, .adjective, .past]), !page.isPassive(before: participle),
      !page.hasClass(participle - 1, .auxiliary),
      let head = page.phrase(endingAt: participle - 1, floor: floor),
      head.lowerBound > floor, page.hasClass(head.lowerBound - 1, [.verb, .finite, .past, .preposition])
    else { return nil }
    let upper = ((end + 1)..<tail).first { page.isComma($0) || page.isKind($0, .dash) } ?? tail
    return head.lowerBound..<upper
  }

  private func opensClause(_ i: Int) -> Bool {
    var k = i - 1
    while k >= floor,
      page.hasClass(k, [.coordinator, .adverb]) || page.isComma(k) && page.hasClass(k - 1, [.coordinator, .adverb])
    { k -= 1 }
    return k < floor || page.isByte(k, UInt8(ascii: ";")) || page.has(k, .that)
  }

  /// Where the clause that ends before `i` begins: the frame's beginning, or behind a semicolon.
  func clauseStart(before i: Int) -> Int {
    var k = i - 1
    while k > floor {
      if !page.inQuote(k), page.isByte(k, UInt8(ascii: ";")) { return k + 1 }
      k -= 1
    }
    return floor
  }

  /// Indirect, or mixed where marks stand inside.
  func directness(of range: Range<Int>) -> Quotation.Directness {
    range.contains { page.inQuote($0) } ? .mixed : .indirect
  }
}
