import NewsModel
import TextBytes

extension SentenceCutter {
  /// Events with two parties, or with one and a date: told by a proposition that is little more than the event, or, where a phrase
  /// or a small part of the sentence names them, by one of their own.
  func addEvents(to result: inout [Proposition]) {
    let hosts = result
    for (number, event) in annotated.events.enumerated() where frame.span.contains(event.trigger) {
      let host = hosts.indices.filter { hosts[$0].passage.span.contains(event.trigger) }
        .min { hosts[$0].passage.span.count < hosts[$1].passage.span.count }
      guard let host else { continue }
      let span = hosts[host].passage.span
      let extent = extent(of: event, in: span)
      if extent.count * 10 >= span.count * 6, !isPhrase(event) || !hasFinite(span) {
        result[host].events.append(number)
      } else if isTelling(event, number), isPhrase(event) || extent.count * 20 < span.count * 9 {
        guard isFragment(extent) else {
          result.append(proposition(of: number, extent))
          continue
        }
        if names(event, in: span), !isCounted(event) {
          result.append(proposition(of: number, span))
        }
      }
    }
  }

  /// The words that tell the event; where they end in its verb, they go on to the end of the part of `host` that it stands in, for that holds what was done.
  private func extent(of event: EventMention, in host: TextSpan) -> TextSpan {
    let named = toPhraseEnd(event.extent.overlaps(frame.span) ? event.extent : event.trigger, in: host)
    guard !isPhrase(event), named.end == event.trigger.end else { return named }
    let cutter = DetailCutter(tokens: reading.tokens, isFigure: isFigure, quoted: quotedTokens())
    let parts = cutter.cut(reading.tokens(in: host)).compactMap(reading.span(ofTokens:))
    return named.union(parts.first { $0.contains(event.trigger) } ?? host)
  }

  /// `span` with the rest of the noun phrase that it ends in: "seized the Panama-flagged | Koti Star".
  private func toPhraseEnd(_ span: TextSpan, in host: TextSpan) -> TextSpan {
    let (inner, outer) = (reading.tokens(in: span), reading.tokens(in: host))
    guard let last = inner.last, reading.tokens[last].classes.isDisjoint(with: [.verb, .finite]) else { return span }
    var end = inner.upperBound
    while end < outer.upperBound, isNominal(reading.tokens[end]) { end += 1 }
    return reading.span(ofTokens: inner.lowerBound..<end).map(span.union) ?? span
  }

  private func isNominal(_ token: Token) -> Bool {
    !token.classes.isDisjoint(with: [.noun, .properNoun])
      && token.classes.isDisjoint(with: [.finite, .preposition, .coordinator, .subordinator, .auxiliary])
  }

  /// An event of a definite kind with two parties, or with one and a date; an undated one is left out where the article dates another
  /// between the same parties, since it may be that one or not.
  private func isTelling(_ event: EventMention, _ number: Int) -> Bool {
    let parties = event.parties
    guard event.mode != nil, event.status != .hypothetical, !parties.isEmpty else { return false }
    guard parties.count >= 2 || event.date != nil else { return false }
    guard event.date == nil else { return true }
    return !annotated.events.enumerated().contains { other, rival in
      other != number && rival.type == event.type && rival.mode == event.mode && rival.date != nil
        && rival.parties.intersection(parties).count >= 2
    }
  }

  /// Whether the event is one of a row ("their first meeting"): which one cannot be told from the phrase.
  private func isCounted(_ event: EventMention) -> Bool {
    let trigger = reading.tokens(in: event.trigger).lowerBound
    guard trigger > frame.tokens.lowerBound else { return false }
    return !reading.tokens[trigger - 1].classes.isDisjoint(with: [.numeral, .adjective])
  }

  /// Whether `span` itself names a party to the event.
  private func names(_ event: EventMention, in span: TextSpan) -> Bool {
    let parties = event.parties
    return annotated.mentions.contains { mention in
      span.contains(mention.span) && mention.kind != .pronoun && mention.entity.map(parties.contains) == true
    }
  }

  /// Whether a noun names the event: "in a phone call", "the seizure of".
  private func isPhrase(_ event: EventMention) -> Bool {
    reading.tokens(in: event.trigger).contains {
      reading.tokens[$0].classes.contains(.noun) && !reading.tokens[$0].classes.contains(.finite)
    }
  }

  /// Too little to read by itself: "the call".
  private func isFragment(_ extent: TextSpan) -> Bool {
    reading.tokens(in: extent).filter { isContent(reading.tokens[$0]) }.count < 3
  }

  private func proposition(of number: Int, _ span: TextSpan) -> Proposition {
    let event = annotated.events[number]
    var own = builder.make(span, form: .event, sentence: sentence, quotations: holders(of: event.trigger, nil))
    own.events = [number]
    own.entities = Array(Set(own.entities + event.parties)).sorted()
    if let date = event.date, !own.times.contains(date) { own.times.append(date) }
    return own
  }
}
