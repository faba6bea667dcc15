import NewsModel
import TextBytes

// “…,” X said. / X said: “…” / “…,” X said, “…”
extension FrameMatcher {
  mutating func matchDirect() {
    var from = frame.tokens.lowerBound
    for stretch in stretches where !spoken.contains(stretch) {
      let quote = page.quotes[stretch]
      if let attribution = introduction(of: quote, from: from) {
        addDirect(stretch, attribution)
        from = quote.end
      } else if startsClause(quote.open, from: from), let attribution = closing(of: quote) {
        addDirect(stretch, attribution)
        from = attribution.end
      }
    }
  }

  private mutating func addDirect(_ stretch: Int, _ attribution: Attribution) {
    guard let first = inner(stretch) else { return }
    spoken.insert(stretch)
    var parts: [TextSpan] = []
    if attribution.start >= page.quotes[stretch].end, let next = resumed(after: attribution.end) {
      spoken.insert(next)
      if let second = inner(next) { parts = [first, second] }
    }
    let content = parts.last.map { first.union($0) } ?? first
    add(attribution, origin: .direct, content: content, parts: parts, directness: .direct)
  }

  /// The stretch that goes on behind the attribution: “…,” X said, “…”.
  private func resumed(after end: Int) -> Int? {
    var i = end
    while i < min(end + 14, frame.tokens.upperBound) {
      if page.inQuote(i) {
        let stretch = Int(page.quoteAt[i])
        let before = page.isComma(i - 1) || page.isColon(i - 1) || page.hasClass(i - 1, .coordinator)
        return !spoken.contains(stretch) && before ? stretch : nil
      }
      if page.hit(i)?.cue.form.contains(.finite) == true || page.isKind(i, .terminal) { return nil }
      i += 1
    }
    return nil
  }

  /// Whether the mark at `open` begins a clause: nothing stands before it but a conjunction or what was said before.
  private func startsClause(_ open: Int, from: Int) -> Bool {
    var i = open - 1
    while i >= from, page.isKind(i, .separator) || page.hasClass(i, .coordinator) || page.isKind(i, .dash) { i -= 1 }
    return i < from
  }

  /// The attribution behind a quotation.
  private func closing(of quote: QuoteStretch) -> Attribution? {
    var i = quote.end
    let limit = frame.tokens.upperBound
    guard i < limit else { return nil }
    while i < limit, page.isKind(i, .separator) || page.isKind(i, .dash) { i += 1 }
    var cue = i
    while cue < min(i + 3, limit), page.isFiller(cue) { cue += 1 }
    if page.isFiniteCue(cue) || isBareCue(cue, behind: quote), page.hit(cue)!.cue.takes.contains(.quote) {
      if let found = page.invertedAttribution(at: cue, floor: i, limit: limit) { return finish(found) }
      if page.folder.dropsSubjects || isEnd(cue + 1) {
        return page.attribution(at: cue, floor: cue, limit: limit).map(finish)
      }
    }
    while cue < min(i + 32, limit), !page.inQuote(cue),
      !page.isKind(cue, .terminal) || page.isKind(cue + 1, .closeBracket)
    {
      if page.isFiniteCue(cue), page.hit(cue)!.cue.takes.contains(.quote),
        let found = page.attribution(at: cue, floor: i, limit: limit), found.speaker != nil, isNear(found.start, i)
      {
        return finish(found)
      }
      cue += 1
    }
    return unlistedVerb(from: i, behind: quote) ?? signature(behind: quote)
  }

  /// “…,” the mayor grumbled. / «…», resopla la alcaldesa.: any verb between a quotation with its comma and a person.
  private func unlistedVerb(from i: Int, behind quote: QuoteStretch) -> Attribution? {
    let limit = frame.tokens.upperBound
    guard page.isComma(quote.end) || page.isComma(quote.end - 2), quote.inner.count >= 3 else { return nil }
    if isPlainVerb(i), let phrase = page.phrase(startingAt: i + 1, limit: limit), isSomebody(phrase) {
      return unlisted(i, Party(phrase, apposition: page.appositionAfter(phrase, limit: limit)), end: phrase.upperBound)
    }
    if page.folder.dropsSubjects, isPlainVerb(i), page.isComma(quote.end), isEnd(i + 1) {
      return unlisted(i, nil, end: i + 1)
    }
    guard let phrase = page.phrase(startingAt: i, limit: limit), isSomebody(phrase) else { return nil }
    var verb = phrase.upperBound
    while verb < min(phrase.upperBound + 3, limit), page.isFiller(verb) { verb += 1 }
    guard isPlainVerb(verb), isEnd(verb + 1) || page.isComma(verb + 1) else { return nil }
    return unlisted(verb, Party(phrase), end: verb + 1)
  }

  private func unlisted(_ verb: Int, _ speaker: Party?, end: Int) -> Attribution {
    let cue = Cue(act: .statement, takes: .quote, form: .finite)
    return Attribution(
      cue: verb..<(verb + 1), hit: cue, speaker: speaker, inverted: true, start: min(verb, speaker?.start ?? verb),
      end: max(end, verb + 1))
  }

  private func isPlainVerb(_ i: Int) -> Bool {
    guard page.isKind(i, .word), !page.isCapitalized(i), !page.has(i, .be),
      !page.hasClass(
        i, [.auxiliary, .modal, .function, .preposition, .determiner, .pronoun, .coordinator, .subordinator])
    else { return false }
    if page.hasClass(i, [.finite, .past]) || !page.hasClass(i, [.noun, .adjective, .adverb]) { return true }
    return page.folder.dropsSubjects && page.isDeterminer(i + 1) && !page.has(i, [.person, .source, .group, .body])
      && !page.hasClass(i, .adverb) && !page.isOccupation(i)
  }

  private func isSomebody(_ phrase: Range<Int>) -> Bool {
    let head = page.head(of: phrase)
    if page.has(head, [.person, .source, .group]) || page.isOccupation(head) { return true }
    guard page.mentionAt[head] >= 0 else { return false }
    return page.mentions[Int(page.mentionAt[head])].type == .person
  }

  /// «…», cuenta Ana Ruiz.: a verb right behind a quotation, whatever else the form may be.
  private func isBareCue(_ i: Int, behind quote: QuoteStretch) -> Bool {
    guard page.folder.dropsSubjects, let hit = page.hit(i), i == quote.end + 1, page.isComma(quote.end) else {
      return false
    }
    let next = i + hit.length
    return hit.cue.form.contains(.finite) && (isEnd(next) || page.isCapitalized(next) || page.isDeterminer(next))
  }

  /// “…” — Ana Ruiz, as letters and readers' voices are signed.
  private func signature(behind quote: QuoteStretch) -> Attribution? {
    let dash = quote.end
    guard page.isKind(dash, .dash) || page.isKind(dash, .symbol), page.isCapitalized(dash + 1),
      let phrase = page.phrase(startingAt: dash + 1, limit: frame.tokens.upperBound), phrase.count <= 6,
      isEnd(phrase.upperBound) || page.isComma(phrase.upperBound)
    else { return nil }
    let cue = Cue(act: .statement, takes: .quote, form: .finite)
    return Attribution(cue: dash..<(dash + 1), hit: cue, speaker: Party(phrase), start: dash, end: phrase.upperBound)
  }

  private func isNear(_ start: Int, _ i: Int) -> Bool {
    (i..<max(i, start)).allSatisfy { page.isFiller($0) || page.hasClass($0, [.coordinator, .subordinator]) }
  }

  /// Reads the addressee behind the verb.
  func finish(_ attribution: Attribution) -> Attribution {
    var found = attribution
    let approach = page.approach(after: found.hit, from: found.end, limit: frame.tokens.upperBound)
    if let addressee = approach.addressee {
      found.addressee = found.addressee ?? addressee
      found.end = max(found.end, addressee.tokens.upperBound)
    }
    return found
  }

  /// The attribution before a quotation: X said: “…”, X told Y on Monday, “…”.
  private func introduction(of quote: QuoteStretch, from: Int) -> Attribution? {
    let before = quote.open - 1
    guard before >= from else { return nil }
    let (colon, comma) = (page.isColon(before), page.isComma(before))
    guard colon || comma || isSentence(quote) else { return nil }
    var cue = before
    let reach = colon ? 40 : 16
    while cue >= max(from, before - reach), !page.inQuote(cue) {
      if isIntroducing(cue), colon || page.hit(cue)!.cue.takes.contains(.quote),
        let found = introducing(cue, from: from, to: before, colon: colon, comma: comma)
      {
        return found
      }
      cue -= 1
    }
    return colon ? bareName(before, from: from) : nil
  }

  private func isIntroducing(_ i: Int) -> Bool {
    guard let hit = page.hit(i) else { return false }
    return page.isFiniteCue(i) || hit.cue.form.contains(.gerund)
  }

  private func introducing(_ cue: Int, from: Int, to before: Int, colon: Bool, comma: Bool) -> Attribution? {
    guard var found = page.attribution(at: cue, floor: from, limit: before) else { return nil }
    if found.hit.form == .gerund, !page.isPassive(before: cue) {
      found.speaker = nil
      found.shared = true
      found.start = found.cue.lowerBound
    }
    if found.speaker == nil, !found.shared, let inverted = page.invertedAttribution(at: cue, floor: from, limit: before)
    {
      found = inverted
    }
    guard found.speaker != nil || found.shared || page.folder.dropsSubjects || found.hit.form.contains(.gerund) else {
      return nil
    }
    let approach = page.approach(after: found.hit, from: found.end, limit: before + 1)
    guard !approach.isExplicit else { return nil }
    if !colon, approach.next < (comma ? before : before + 1) { return nil }
    found.addressee = found.addressee ?? approach.addressee
    found.end = max(found.end, before)
    return found
  }

  /// "Ruiz: ‘…’", as headlines write.
  private func bareName(_ colon: Int, from: Int) -> Attribution? {
    guard let phrase = page.phrase(endingAt: colon - 1, floor: from), phrase.lowerBound == from, phrase.count <= 8,
      page.isCapitalized(phrase.upperBound - 1)
    else { return nil }
    let cue = Cue(act: .statement, takes: .quote, form: .finite)
    return Attribution(cue: colon..<(colon + 1), hit: cue, speaker: Party(phrase), start: from, end: colon)
  }

  /// Whether a quotation without a mark before it is a sentence of its own: X said “We will not go.”
  private func isSentence(_ quote: QuoteStretch) -> Bool {
    let inner = quote.inner
    guard inner.count >= 4, page.isCapitalized(inner.lowerBound) else { return false }
    return page.isKind(inner.upperBound - 1, .terminal) || page.isComma(inner.upperBound - 1) || inner.count >= 6
  }
}
