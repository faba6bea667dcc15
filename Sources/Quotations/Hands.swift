import NewsModel
import TextBytes

// Through whose hands words have come.
extension Page {
  /// The one who asked: "in an interview with Politico", anywhere in `range` but in what is said.
  func interviewer(in range: Range<Int>, apart said: [TextSpan]) -> Party? {
    for i in range where !inQuote(i) && !said.contains(where: { $0.contains(tokens[i].span) }) {
      guard let length = phrase(.interview, at: i), let phrase = phrase(startingAt: i + length, limit: range.upperBound)
      else { continue }
      let party = Party(phrase)
      if isMedia(party) || isCapitalized(phrase.upperBound - 1) { return party }
    }
    return nil
  }

  /// Whether a phrase may be cited: people, bodies, papers, documents.
  func isSource(_ phrase: Range<Int>) -> Bool {
    canSpeak(Party(phrase)) || isMedia(Party(phrase)) || has(head(of: phrase), [.document, .media])
      || isCapitalized(head(of: phrase)) && mentionAt[head(of: phrase)] < 0
  }

  /// The hands named inside a source or right behind it.
  func hands(in phrase: Range<Int>) -> [Party] {
    let end = isComma(phrase.upperBound) ? phrase.upperBound + 1 : phrase.upperBound
    for i in phrase.lowerBound...end where self.phrase(.through, at: i) != nil {
      return hands(after: i, limit: tokens.count).relays
    }
    return []
  }

  /// The hands named behind a source: "sources | consulted by Reuters", "a message | carried by one agency and taken up by another".
  func hands(after start: Int, limit: Int) -> (relays: [Party], end: Int) {
    var relays: [Party] = []
    var i = start
    while i < limit {
      let skip = i > start && hasClass(i, .coordinator) ? i + 1 : i
      guard let length = phrase(.through, at: skip), let party = phrase(startingAt: skip + length, limit: limit),
        !has(skip, .that) || isMedia(Party(party)) || isCapitalized(party.upperBound - 1)
      else { break }
      relays.append(Party(party))
      i = party.upperBound
    }
    return (relays, i)
  }
}
