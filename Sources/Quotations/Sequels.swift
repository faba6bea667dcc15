import NewsModel
import TextBytes

/// Sentences that go on telling what somebody said, without a word that says so: "The minister said the bridge was unsafe. Repairs
/// would take a year." Only where the grammar tells it: between two sentences of one speaker, or in the mood of reported speech.
struct Sequels {
  let page: Page
  private let drafts: [Draft]
  /// For each frame the number of its first draft and of its last, if it has any.
  private let held: [ClosedRange<Int>?]

  init(page: Page, drafts: [Draft]) {
    self.page = page
    self.drafts = drafts
    var held = [ClosedRange<Int>?](repeating: nil, count: page.frames.count)
    for (number, draft) in drafts.enumerated() {
      held[draft.frame] = (held[draft.frame]?.lowerBound ?? number)...number
    }
    self.held = held
  }

  /// The sequels of the text, in the order of frames. O(n).
  func found() -> [Draft] {
    var found: [Draft] = []
    var isGoingOn = false
    for frame in page.frames.indices {
      if held[frame] != nil {
        isGoingOn = reports(frame)
        continue
      }
      guard isGoingOn, frame > 0, page.frames[frame - 1].paragraph == page.frames[frame].paragraph,
        page.frames[frame - 1].part == page.frames[frame].part, isPlain(frame),
        isReportedMood(frame) || isAnswered(frame)
      else {
        isGoingOn = false
        continue
      }
      if let draft = sequel(frame) { found.append(draft) }
    }
    return found
  }

  private func sequel(_ frame: Int) -> Draft? {
    var tokens = page.frames[frame].tokens
    while let last = tokens.last, page.isKind(last, .terminal) { tokens = tokens.dropLast() }
    guard tokens.count >= 3, let span = page.reading.span(ofTokens: tokens) else { return nil }
    var draft = Draft(origin: .sequel, content: span, directness: .indirect, frame: frame, extent: span)
    draft.inherits = true
    return draft
  }

  /// Whether the sentence as a whole is what one speaker said: its first attribution is a statement that covers most of it.
  private func reports(_ frame: Int) -> Bool {
    guard let numbers = held[frame], page.frames[frame].part == .body else { return false }
    let parts = drafts[numbers]
    guard parts.allSatisfy({ $0.act == .statement && $0.origin != .response && $0.origin != .stretch }),
      Set(parts.compactMap { $0.speaker?.tokens }).count == 1 || parts.count == 1, let first = parts.first
    else { return false }
    let all = page.reading.span(ofTokens: page.frames[frame].tokens)?.count ?? 1
    let told = parts.map(\.extent.count).max() ?? 0
    return first.directness != .direct && told * 3 >= all * 2
  }

  /// No question, no quotation, nobody who speaks as "I" or "we", and a verb.
  private func isPlain(_ frame: Int) -> Bool {
    let tokens = page.frames[frame].tokens
    guard !tokens.contains(where: { page.inQuote($0) || page.isByte($0, UInt8(ascii: "?")) }) else { return false }
    return tokens.contains { page.hasClass($0, .finite) }
  }

  /// "would", "habría": what is told stands in the mood of reported speech in the first clause.
  private func isReportedMood(_ frame: Int) -> Bool {
    let tokens = page.frames[frame].tokens
    guard !page.hasClass(tokens.lowerBound, .subordinator) else { return false }
    guard let verb = tokens.first(where: { page.hasClass($0, .finite) }) else { return false }
    return page.has(verb, .backshift) || page.folder.reportsInConditional && page.hasClass(verb, .conditional)
  }

  /// Whether the next sentence of the paragraph takes up the same speaker: "…, he added", "…, añadió".
  private func isAnswered(_ frame: Int) -> Bool {
    let next = frame + 1
    guard page.frames.indices.contains(next), page.frames[next].paragraph == page.frames[frame].paragraph,
      let numbers = held[next], let before = held[frame - 1]
    else { return false }
    let draft = drafts[numbers.lowerBound]
    let behind = page.frames[next].tokens.upperBound
    let cue = draft.cue.map { page.reading.tokens(in: $0) } ?? behind..<behind
    guard page.has(page.frames[next].tokens.lowerBound, .additive) || cue.contains(where: { page.has($0, .additive) })
    else { return false }
    guard draft.origin == .report || draft.origin == .direct, draft.act == .statement else { return false }
    guard let speaker = draft.speaker else { return draft.cue != nil && page.folder.dropsSubjects }
    if speaker.tokens.count == 1, page.has(speaker.tokens.lowerBound, .subject) { return true }
    guard let old = drafts[before.lowerBound].speaker else { return false }
    return entity(speaker).map { $0 == entity(old) } ?? false
  }

  private func entity(_ party: Party) -> Int? {
    party.tokens.lazy.compactMap { i in
      page.mentionAt[i] >= 0 ? page.mentions[Int(page.mentionAt[i])].entity : nil
    }.first
  }
}
