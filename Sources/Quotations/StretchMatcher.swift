import NewsModel
import TextBytes

// Quotations that no cue claims: a paragraph that goes on speaking, and quoted stretches inside a clause.
extension FrameMatcher {
  mutating func matchStretches() {
    for stretch in stretches where !spoken.contains(stretch) && !isCovered(stretch) {
      let quote = page.quotes[stretch]
      guard let span = inner(stretch), !isAside(quote) else { continue }
      if fillsFrame(quote) {
        guard quote.inner.count >= 3 else { continue }
        var draft = Draft(origin: .continuation, content: span, directness: .direct, frame: number, extent: span)
        draft.inherits = true
        if number > 0, let announced = announcement(number - 1) {
          draft.speaker = announced.speaker
          draft.inherits = announced.speaker == nil
          draft.cue = self.span(announced.cue)
        }
        drafts.append(draft)
      } else if words(quote) >= 4, !isTitle(quote), let subject = clauseSubject(before: quote.open) {
        let isSpeech = page.isColon(quote.open - 1) && isEnd(quote.end)
        var draft = Draft(
          origin: .stretch, content: span, directness: isSpeech ? .direct : .mixed, frame: number, extent: span)
        draft.speaker = subject
        drafts.append(draft)
      }
    }
  }

  /// The attribution with which the sentence before ends in a colon: "The ministry said:".
  private func announcement(_ number: Int) -> Attribution? {
    let range = page.frames[number].tokens
    let colon = range.upperBound - 1
    guard page.isColon(colon) else { return nil }
    var cue = colon - 1
    while cue >= range.lowerBound, cue > colon - 20 {
      if page.hit(cue)?.cue.form.contains(.finite) == true,
        let found = page.attribution(at: cue, floor: range.lowerBound, limit: colon), found.speaker != nil
      {
        return found
      }
      cue -= 1
    }
    guard let party = page.leadingSubject(from: range.lowerBound, limit: colon), page.canSpeak(party) else {
      return nil
    }
    return Attribution(
      cue: colon..<(colon + 1), hit: Cue(act: .statement, takes: .quote, form: .finite), speaker: party, start: colon,
      end: colon + 1)
  }

  private func isCovered(_ stretch: Int) -> Bool {
    guard let span = page.reading.span(ofTokens: page.quotes[stretch].inner) else { return true }
    return drafts.contains { $0.content.overlaps(span) }
  }

  private func fillsFrame(_ quote: QuoteStretch) -> Bool {
    (frame.tokens.lowerBound..<quote.open).allSatisfy { page.hasClass($0, .coordinator) || page.isKind($0, .dash) }
      && (quote.end..<max(quote.end, frame.tokens.upperBound)).allSatisfy {
        page.isKind($0, .terminal) || page.isKind($0, .closeQuote)
      }
  }

  /// "(APPLAUSE)": what a transcript puts in brackets is said by nobody.
  private func isAside(_ quote: QuoteStretch) -> Bool {
    page.isKind(quote.inner.lowerBound, .openBracket)
      && quote.inner.suffix(2).contains { page.isKind($0, .closeBracket) }
  }

  private func words(_ quote: QuoteStretch) -> Int { quote.inner.count { page.isKind($0, .word) } }

  /// Whether every longer word has a capital, as in the title of a work.
  private func isTitle(_ quote: QuoteStretch) -> Bool {
    quote.inner.allSatisfy { !page.isKind($0, .word) || page.tokens[$0].span.count <= 3 || page.isCapitalized($0) }
  }

  /// The one whose words a stretch in the middle of a sentence most likely are: the subject, if somebody who can speak.
  private func clauseSubject(before open: Int) -> Party? {
    guard var party = page.leadingSubject(from: frame.tokens.lowerBound, limit: open), page.canSpeak(party) else {
      return nil
    }
    party.apposition = page.nameBeside(party.tokens, limit: open)
    return party
  }
}

extension Page {
  /// "Her doctor, *Ana Ruiz*, is": the name between commas beside a description.
  func nameBeside(_ phrase: Range<Int>, limit: Int) -> Range<Int>? {
    guard !isCapitalized(phrase.upperBound - 1), let name = appositionAfter(phrase, limit: limit),
      isComma(name.upperBound)
    else { return nil }
    return name
  }

  /// Whether a party is somebody: a person, an organization, or a pronoun for one.
  func canSpeak(_ party: Party) -> Bool {
    if has(party.tokens.lowerBound, .subject) && party.tokens.count == 1 { return true }
    let head = head(of: party.tokens)
    if has(head, [.person, .source, .body, .group, .media, .document]) || isOccupation(head) { return true }
    guard mentionAt[head] >= 0 else { return isCapitalized(head) && hasClass(head, .properNoun) && !has(head, .time) }
    let mention = mentions[Int(mentionAt[head])]
    return mention.type == .person || mention.type == .organization || mention.acting
  }
}
