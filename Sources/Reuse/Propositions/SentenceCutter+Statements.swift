import NewsModel
import TextBytes

extension SentenceCutter {
  /// One proposition a quotation whose content begins in this sentence; a quotation that only passes on another is left to that one.
  func statements() -> [Proposition] {
    var result: [Proposition] = []
    for (number, quotation) in annotated.quotations.enumerated() {
      guard frame.span.contains(quotation.content.start) else { continue }
      let extent = extent(of: quotation)
      guard !passesOn(number, extent) else { continue }
      // That somebody did not answer is the reporter's word, not theirs.
      let isRefusal = quotation.act == .noComment || quotation.act == .noResponse
      for part in parts(of: quotation, withOpening(extent)) where !isSaid(part, within: number) {
        let range = trimmed(reading.tokens(in: part))
        guard let words = reading.span(ofTokens: range) else { continue }
        result.append(
          builder.make(
            words, form: isRefusal ? .clause : .statement, sentence: sentence,
            quotations: isRefusal ? [] : holders(of: quotation.content, number)))
      }
    }
    return result
  }

  /// The content with the words that name speaker and cue, where they stand in the same sentence and in no outer attribution.
  private func extent(of quotation: Quotation) -> TextSpan {
    var span = quotation.content
    let outer = annotated.quotations.filter {
      $0.content.contains(quotation.content) && $0.content != quotation.content
    }
    .map(\.content).min { $0.count < $1.count }
    if let cue = quotation.cue, frame.span.contains(cue) { span = widened(span, cue, within: outer) }
    if let speaker = quotation.speaker, !speaker.implied, case .text(let name) = speaker.at, frame.span.contains(name) {
      span = widened(span, name, within: outer)
      if let relay = relay(quoting: name, in: quotation) { span = span.union(relay) }
    }
    return span
  }

  /// "PAPER quoted X as saying": without who quoted, the words would not read. It stands before the speaker, with a verb between.
  private func relay(quoting speaker: TextSpan, in quotation: Quotation) -> TextSpan? {
    for link in quotation.chain.dropFirst() where !link.implied {
      guard case .text(let relay) = link.at, relay.end <= speaker.start, frame.span.contains(relay) else { continue }
      let between = reading.tokens(in: TextSpan(relay.end, speaker.start))
      let isShort = between.count <= 4 && !between.contains { isMark(reading.tokens[$0]) }
      if isShort, between.contains(where: { reading.tokens[$0].classes.contains(.verb) }) { return relay }
    }
    return nil
  }

  /// A phrase without a verb that opens the sentence goes with the statement that it leads to: "In an interview on Monday, X said …".
  private func withOpening(_ extent: TextSpan) -> TextSpan {
    let opening = frame.tokens.lowerBound..<reading.tokens(in: extent).lowerBound
    guard !opening.isEmpty, opening.count <= 15, let span = reading.span(ofTokens: opening),
      !opening.contains(where: { reading.tokens[$0].classes.contains(.finite) }), !isAttribution(span)
    else { return extent }
    return extent.union(span)
  }

  private func isAttribution(_ span: TextSpan) -> Bool {
    annotated.quotations.contains { quotation in
      quotation.content.overlaps(span) || quotation.cue.map(span.overlaps) == true
        || quotation.chain.contains {
          if case .text(let name) = $0.at { !$0.implied && name.overlaps(span) } else { false }
        }
    }
  }

  private func widened(_ span: TextSpan, _ other: TextSpan, within outer: TextSpan?) -> TextSpan {
    if let outer, !outer.contains(other) { return span }
    return span.union(other)
  }

  /// Whether quotation `number` holds, as most of its content, another statement with its speaker.
  private func passesOn(_ number: Int, _ extent: TextSpan) -> Bool {
    let content = annotated.quotations[number].content
    return annotated.quotations.enumerated().contains { other, inner in
      other != number && inner.content != content && content.contains(inner.content)
        && namesSpeaker(inner, within: content) && self.extent(of: inner).overlap(content) * 10 >= content.count * 7
    }
  }

  private func namesSpeaker(_ quotation: Quotation, within content: TextSpan) -> Bool {
    guard let speaker = quotation.speaker, !speaker.implied, case .text(let span) = speaker.at else { return false }
    return content.contains(span)
  }

  /// Whether `part` of quotation `number` is little else than another quotation within it by the same speaker.
  private func isSaid(_ part: TextSpan, within number: Int) -> Bool {
    let outer = annotated.quotations[number].content
    return annotated.quotations.enumerated().contains { other, inner in
      other != number && inner.content != outer && outer.contains(inner.content)
        && inner.content.overlap(part) * 10 >= max(part.count, inner.content.count) * 8
    }
  }

  /// An indirect content with two predicates is two propositions; everything else is one.
  private func parts(of quotation: Quotation, _ extent: TextSpan) -> [TextSpan] {
    guard quotation.directness != .direct else { return [extent] }
    let range = reading.tokens(in: quotation.content)
    let pieces = ClauseCutter(tokens: reading.tokens, isFigure: isFigure, quoted: quotedTokens()).cutPredicates(range)
    guard pieces.count > 1 else { return [extent] }
    return pieces.enumerated().compactMap { index, piece in
      guard let span = reading.span(ofTokens: piece) else { return nil }
      return index == 0 && extent.start < span.start ? TextSpan(extent.start, span.end) : span
    }
  }
}
