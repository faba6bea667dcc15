import NewsModel
import TextBytes

extension SentenceCutter {
  /// The clauses of what no statement and no attribution covers.
  func clauses(outside statements: [Proposition]) -> [Proposition] {
    var covered = statements.map(\.passage.span)
    for quotation in annotated.quotations where quotation.content.overlaps(frame.span) {
      covered.append(quotation.content)
      if let cue = quotation.cue { covered.append(cue) }
      for link in quotation.chain where !link.implied {
        if case .text(let span) = link.at { covered.append(span) }
      }
    }
    let cutter = ClauseCutter(tokens: reading.tokens, isFigure: isFigure, quoted: quotedTokens())
    return gaps(between: covered).flatMap { gap in
      cutter.cut(gap).filter(isWorthSaying).compactMap { range in
        reading.span(ofTokens: trimmed(range)).map {
          builder.make($0, form: .clause, sentence: sentence, quotations: holders(of: $0, nil))
        }
      }
    }
  }

  /// What stands between commas of the one just named: "X, in power since 2013, …", "X, which sailed on Monday, …".
  func appositions() -> [Proposition] {
    let commas = frame.tokens.filter { reading.tokens[$0].kind == .separator }
    return zip(commas, commas.dropFirst()).compactMap { open, close in
      let range = (open + 1)..<close
      guard let span = reading.span(ofTokens: range), isAside(range, span),
        !annotated.quotations.contains(where: { $0.quoted.contains { $0.overlaps(span) } }),
        let subject = annotated.mentions.last(where: {
          $0.entity != nil && $0.span.end <= reading.tokens[open].span.start
        }),
        subject.span.end + 3 >= reading.tokens[open].span.start
      else { return nil }
      // What the reporter puts between commas is the reporter's own, even within what somebody says.
      var own = builder.make(span, form: .clause, sentence: sentence, quotations: [])
      own.subject = subject.span
      if let entity = subject.entity { own.entities = Array(Set(own.entities + [entity])).sorted() }
      let words =
        reading.tokens[range.lowerBound].classes.contains(.relative) ? (range.lowerBound + 1)..<range.upperBound : range
      own.wording =
        PropositionWording(annotated: annotated, entities: builder.entities).name(subject) + " "
        + (reading.span(ofTokens: words).map { annotated.article.text[$0] } ?? "")
      return own
    }
  }

  /// A dated phrase without a verb, or a relative clause of some length.
  private func isAside(_ range: Range<Int>, _ span: TextSpan) -> Bool {
    let hasFinite = range.contains { reading.tokens[$0].classes.contains(.finite) }
    if let first = range.first, reading.tokens[first].classes.contains(.relative) {
      return hasFinite && (5...40).contains(range.count)
    }
    return !hasFinite && (3...9).contains(range.count)
      && annotated.times.contains { span.contains($0.span) && $0.span.count < span.count }
  }

  /// A clause of its own, with subject and verb, that gives a number or a time: "she has been in office since 2013".
  private func tellsFigure(_ range: Range<Int>) -> Bool {
    guard range.lowerBound == frame.tokens.lowerBound, let span = reading.span(ofTokens: range), hasFinite(span) else {
      return false
    }
    return annotated.times.contains { span.contains($0.span) }
      || annotated.quantities.contains { span.contains($0.span) }
  }

  private func gaps(between covered: [TextSpan]) -> [Range<Int>] {
    var gaps: [Range<Int>] = []
    var start = frame.tokens.lowerBound
    for i in frame.tokens {
      guard covered.contains(where: { $0.overlaps(reading.tokens[i].span) }) else { continue }
      if start < i { gaps.append(start..<i) }
      start = i + 1
    }
    if start < frame.tokens.upperBound { gaps.append(start..<frame.tokens.upperBound) }
    return gaps
  }

  /// Three content words at least (fewer where they are a whole sentence, or open one with a figure or a time), and a verb, unless it goes on from the clause before or is a headline.
  private func isWorthSaying(_ range: Range<Int>) -> Bool {
    let content = range.filter { isContent(reading.tokens[$0]) }.count
    let isSentence =
      range.count + 1 >= frame.tokens.count && range.contains { reading.tokens[$0].classes.contains(.finite) }
    let isFigured = content >= 2 && tellsFigure(range)
    guard content >= 3 || isFigured || (isSentence && content >= 1 && range.count >= 3) else { return false }
    let goesOn =
      range.lowerBound > frame.tokens.lowerBound
      && [.separator, .dash].contains(reading.tokens[range.lowerBound - 1].kind)
    return frame.part != .body || goesOn || range.contains { isPredicate(reading.tokens[$0]) }
  }
}
