import NewsModel
import TextBytes

/// Sentences that only say who said the one before: "Así lo confirmó el juez.", "That is according to two officials."
struct BackReferences {
  let page: Page
  private let attributions: [Int: Attribution]

  init(page: Page) {
    self.page = page
    var attributions: [Int: Attribution] = [:]
    for number in page.frames.indices.dropFirst() where Self.mayPoint(number, page) {
      attributions[number] = BackReference(page: page).attribution(page.frames[number].tokens)
    }
    self.attributions = attributions
  }

  /// Whether a frame holds nothing else.
  func holds(_ frame: Int) -> Bool { attributions[frame] != nil }

  /// The drafts, in the order of frames, of those behind a sentence that nobody is said to have said. O(n).
  func drafts(beside drafts: [Draft]) -> [Draft] {
    let held = Set(drafts.map(\.frame))
    return attributions.keys.sorted().filter { !held.contains($0 - 1) && !holds($0 - 1) }.compactMap(draft)
  }

  private static func mayPoint(_ number: Int, _ page: Page) -> Bool {
    let (frame, before) = (page.frames[number], page.frames[number - 1])
    return frame.part == .body && before.part == .body && frame.paragraph - before.paragraph <= 1
  }

  private func draft(_ number: Int) -> Draft? {
    guard let attribution = attributions[number],
      let content = FrameMatcher(page: page, number: number - 1).content(page.frames[number - 1].tokens),
      let cue = page.reading.span(ofTokens: attribution.cue)
    else { return nil }
    var draft = Draft(
      origin: .report, content: content, directness: .indirect, frame: number, extent: content.union(cue))
    draft.cue = cue
    draft.speaker = attribution.speaker
    draft.addressee = attribution.addressee
    return draft
  }
}

/// Reads one sentence as an attribution of the one before it.
struct BackReference {
  let page: Page

  /// The attribution that a short sentence consists of.
  func attribution(_ tokens: Range<Int>) -> Attribution? {
    let (start, limit) = (tokens.lowerBound, tokens.upperBound)
    guard tokens.count <= 30, let length = page.phrase(.back, at: start), start + length < limit,
      !tokens.contains(where: { page.inQuote($0) || page.isByte($0, UInt8(ascii: "?")) })
    else { return nil }
    let behind = start + length
    if page.has(behind - 1, .to), page.phrase(.according, at: behind - 2) != nil {
      return according(start..<behind, limit: limit)
    }
    guard let cue = (behind..<min(behind + 7, limit)).first(where: page.isFiniteCue), let hit = page.hit(cue),
      hit.cue.act == .statement, cue + hit.length <= limit,
      !(cue + hit.length..<limit).contains(where: page.opensClause)
    else { return nil }
    if page.verbGroupStart(cue, floor: behind) == behind,
      let inverted = page.invertedAttribution(at: cue, floor: behind, limit: limit)
    {
      return inverted.speaker.map(page.canSpeak) ?? false ? inverted : nil
    }
    guard let found = page.attribution(at: cue, floor: behind, limit: limit), let speaker = found.speaker,
      speaker.start == behind, page.canSpeak(speaker), page.isKind(found.end, .terminal) || found.end >= limit
    else { return nil }
    return found
  }

  private func according(_ cue: Range<Int>, limit: Int) -> Attribution? {
    guard let source = page.phrase(startingAt: cue.upperBound, limit: limit, wide: true), page.isSource(source) else {
      return nil
    }
    let hit = Cue(act: .statement, takes: .bare, form: .finite)
    return Attribution(cue: cue, hit: hit, speaker: Party(source), start: cue.lowerBound, end: source.upperBound)
  }
}
