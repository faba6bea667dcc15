import NewsModel
import TextBytes

/// Finds the attributions of one frame. The matchers, each in a file of its own, run in a fixed order and share what is taken.
struct FrameMatcher {
  let page: Page
  let number: Int
  let frame: Frame
  var drafts: [Draft] = []
  /// The quotation stretches that have an attribution.
  var spoken: Set<Int> = []
  /// The cue tokens that are used up.
  var taken: Set<Int> = []
  /// Where content may begin: behind what introduces the whole frame ("According to Reuters,").
  var floor: Int
  /// Where content must end: before what closes the whole frame (", sources told Reuters.").
  var tail: Int
  /// Clauses behind an attribution that closes what is said: ", while the army denied …".
  var trailing: [Range<Int>] = []

  init(page: Page, number: Int) {
    self.page = page
    self.number = number
    frame = page.frames[number]
    floor = frame.tokens.lowerBound
    tail = frame.tokens.upperBound
  }

  /// The drafts of the frame.
  static func drafts(_ page: Page, _ number: Int) -> [Draft] {
    var matcher = FrameMatcher(page: page, number: number)
    matcher.matchResponses()
    matcher.matchDirect()
    matcher.matchAccording()
    matcher.matchPostposed()
    matcher.matchHeadline()
    matcher.matchReports()
    matcher.matchClaims()
    matcher.matchTrailing()
    if matcher.drafts.isEmpty { matcher.matchViews() }
    matcher.matchStretches()
    return matcher.drafts
  }

  /// The numbers of the stretches in the frame.
  var stretches: [Int] {
    var found: [Int] = []
    for i in frame.tokens where page.quoteAt[i] >= 0 && found.last != Int(page.quoteAt[i]) {
      found.append(Int(page.quoteAt[i]))
    }
    return found
  }

  /// The words from the first to the last token of `range`, without the punctuation at its ends.
  func content(_ range: Range<Int>) -> TextSpan? {
    var (lower, upper) = (range.lowerBound, range.upperBound)
    func isMark(_ i: Int) -> Bool {
      guard !page.inQuote(i) else { return false }
      switch page.tokens[i].kind {
      case .terminal, .separator, .dash, .openBracket, .closeBracket: return true
      case .closeQuote: return true
      default: return false
      }
    }
    while lower < upper, isMark(lower) { lower += 1 }
    while lower < upper, isMark(upper - 1) { upper -= 1 }
    return page.reading.span(ofTokens: lower..<max(lower, upper))
  }

  /// The words inside the marks, without a comma that only belongs to the print.
  func inner(_ stretch: Int) -> TextSpan? {
    let range = page.quotes[stretch].inner
    let last = range.upperBound - 1
    return page.reading.span(ofTokens: last > range.lowerBound && page.isComma(last) ? range.lowerBound..<last : range)
  }

  func span(_ range: Range<Int>) -> TextSpan { page.reading.span(ofTokens: range) ?? TextSpan(0, 0) }

  /// Whether `i` ends the frame, but for closing marks.
  func isEnd(_ i: Int) -> Bool {
    var k = i
    while k < tail, page.isKind(k, .terminal) || page.isKind(k, .closeQuote) || page.isKind(k, .closeBracket) { k += 1 }
    return k >= tail
  }

  /// Adds a draft made from an attribution.
  mutating func add(
    _ attribution: Attribution, origin: Draft.Origin, content: TextSpan, parts: [TextSpan] = [],
    directness: Quotation.Directness, act: Quotation.Act? = nil
  ) {
    var draft = Draft(origin: origin, content: content, directness: directness, frame: number, extent: content)
    draft.parts = parts
    draft.act = act ?? attribution.hit.act
    draft.cue = span(attribution.cue)
    draft.speaker = attribution.speaker
    draft.inherits = attribution.speaker == nil
    draft.addressee = attribution.addressee
    draft.extent = content.union(span(attribution.start..<max(attribution.end, attribution.start + 1)))
    readTail(of: attribution, into: &draft)
    for i in attribution.cue { taken.insert(i) }
    drafts.append(draft)
  }

  /// What hangs on the attribution and names further hands: "citing two officials", "in an interview with Politico".
  private func readTail(of attribution: Attribution, into draft: inout Draft) {
    if let relay = attribution.relay { draft.relays.append(relay) }
    if let speaker = attribution.speaker { draft.relays += page.hands(in: speaker.tokens) }
    readMedium(&draft)
    if let speaker = draft.speaker, page.has(page.head(of: speaker.tokens), .document) {
      let held = speaker.tokens.dropFirst().first { page.phrase(.held, at: $0) != nil }
      if let held { draft.speaker?.tokens = speaker.tokens.lowerBound..<held }
    }
    let said = draft.parts.isEmpty ? [draft.content] : draft.parts
    if let interviewer = page.interviewer(in: frame.tokens, apart: said) { draft.relays.append(interviewer) }
    draft.relays += mouthpieces(of: attribution, before: draft)
    draft.relays += summaryHands(behind: draft.content)
    if let issuer = issuer(before: attribution.start) { draft.relays.append(issuer) }
    guard let cited = cited(by: attribution, content: draft.content) else { return }
    if let speaker = draft.speaker { draft.relays.insert(speaker, at: 0) }
    draft.relays = page.hands(in: cited) + draft.relays
    draft.speaker = Party(cited)
  }

  /// "Lima issued a statement in which | both sides stress": the one whose writing tells it.
  private func issuer(before start: Int) -> Party? {
    var i = start - 1
    guard page.hasClass(i, .relative) || page.has(i, .that) else { return nil }
    while i > floor, page.hasClass(i, .relative) || page.has(i, .that) || page.isDeterminer(i) { i -= 1 }
    guard page.isPreposition(i), let writing = page.phrase(endingAt: i - 1, floor: floor),
      page.has(page.head(of: writing), .document)
    else { return nil }
    for verb in (floor..<writing.lowerBound).reversed().prefix(3) {
      guard page.phrase(.issue, at: verb) != nil, case .party(let party) = page.subject(before: verb, floor: floor)
      else { continue }
      return party
    }
    return nil
  }

  /// "reports published by the Post": the paper itself speaks; of a file that it only holds the file speaks.
  private func readMedium(_ draft: inout Draft) {
    guard let speaker = draft.speaker, let medium = draft.relays.first,
      page.has(page.head(of: speaker.tokens), .piece), !page.isOwnOutlet(medium), page.isMedia(medium),
      !(speaker.tokens.lowerBound...(speaker.tokens.upperBound + 1)).contains(where: {
        page.phrase(.held, at: $0) != nil
      })
    else { return }
    draft.speaker = medium
    draft.relays.removeFirst()
  }

  /// The source named by "citing X" behind the speaker, the verb or the content.
  private func cited(by attribution: Attribution, content: TextSpan) -> Range<Int>? {
    let limit = frame.tokens.upperBound
    if let opening = citedBefore(attribution) { return opening }
    let behind = page.reading.tokens(in: content).upperBound
    for start in [attribution.speaker?.tokens.upperBound ?? attribution.end, attribution.end, behind] {
      for i in start..<max(start, min(start + 8, limit)) {
        if page.inQuote(i) || start == behind && isOther(i, attribution) { break }
        // "que cita a" begins with the word that opens clauses.
        guard let length = page.phrase(.citing, at: i), !isInside(.through, i) else {
          if page.has(i, .that) { break }
          continue
        }
        guard let phrase = page.phrase(startingAt: i + length, limit: limit, wide: true),
          page.isSource(phrase) || page.folder.headFirst && page.has(i + length - 1, .addressee)
        else { return nil }
        return phrase
      }
    }
    return nil
  }

  /// Whether a longer phrase begins before `i` and goes on there: "a la | que cita".
  private func isInside(_ use: PhraseUse, _ i: Int) -> Bool {
    (max(i - 3, 0)..<i).contains { start in page.phrase(use, at: start).map { start + $0 > i } ?? false }
  }

  /// Whether another reporting verb stands at `i`: what it cites is its own.
  private func isOther(_ i: Int, _ attribution: Attribution) -> Bool {
    !attribution.cue.contains(i) && page.phrase(.citing, at: i) == nil && page.isFiniteCue(i)
  }

  /// "said *through a spokeswoman*": who spoke in the speaker's place.
  private func mouthpieces(of attribution: Attribution, before draft: Draft) -> [Party] {
    let end = attribution.cue.upperBound
    for i in end..<max(end, min(end + 10, frame.tokens.upperBound)) {
      if page.inQuote(i) || page.opensClause(i) { break }
      guard let length = page.phrase(.mouth, at: i),
        let phrase = page.phrase(startingAt: i + length, limit: frame.tokens.upperBound),
        page.has(page.head(of: phrase), [.person, .source]) || page.isOccupation(page.head(of: phrase))
      else { continue }
      return [Party(phrase)]
    }
    return []
  }

  /// "Citing two officials, the agency reported": the source, where the sentence begins with it.
  private func citedBefore(_ attribution: Attribution) -> Range<Int>? {
    let comma = attribution.start - 1
    guard let length = page.phrase(.citing, at: frame.tokens.lowerBound), page.isComma(comma),
      let phrase = page.phrase(startingAt: frame.tokens.lowerBound + length, limit: comma, wide: true),
      phrase.upperBound == comma, page.isSource(phrase)
    else { return nil }
    return phrase
  }

  /// ", a message passed on by an agency": the hands named in a summary behind what is said.
  private func summaryHands(behind content: TextSpan) -> [Party] {
    let i = page.reading.tokens(in: content).upperBound
    let limit = frame.tokens.upperBound
    guard page.isComma(i), isSummary(i + 1), let phrase = page.phrase(startingAt: i + 1, limit: limit) else {
      return []
    }
    for k in (phrase.upperBound - 1)...phrase.upperBound {
      let hands = page.hands(after: k, limit: limit).relays
      if !hands.isEmpty { return hands }
    }
    return []
  }
}
