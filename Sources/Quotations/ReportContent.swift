import NewsModel
import TextBytes

// Where behind a reporting verb what is said begins.
extension FrameMatcher {
  /// Where what is said begins, or nil where what follows the verb is not said.
  func contentStart(_ found: Attribution, _ approach: Page.Approach) -> Int? {
    let (takes, start) = (found.hit.takes, approach.next)
    guard maySay(found) || takes.contains(.placing) else { return nil }
    if approach.isExplicit { return takes.isDisjoint(with: [.that, .question, .bare, .written]) ? nil : start }
    if page.isColon(start) {
      let isPassive = frame.part == .title && takes.contains(.object) && start == found.cue.upperBound
      return page.inQuote(start + 1) || isPassive ? nil : start + 1
    }
    if page.inQuote(start) {
      if takes.contains(.naming), isNickname(start, start + 1) { return nil }
      return spoken.contains(Int(page.quoteAt[start])) || takes.isDisjoint(with: [.that, .quote, .noun, .naming])
        ? nil : start
    }
    guard !page.isKind(start, .terminal), !page.isKind(start, .separator), !page.isKind(start, .dash) else {
      return nil
    }
    if page.hasClass(start, .subordinator), page.isPreposition(start), !commaFollows(start) { return nil }
    let isWritten = takes.contains(.written) && isWriting(found.speaker)
    if takes.contains(.bare) || isWritten, isClause(start) { return start }
    if takes.contains(.having), page.has(start, .to), isVerbal(start + 1) { return start }
    if takes.contains(.counting), isCount(start), found.speaker != nil { return start }
    let verb = page.hasClass(start, .negation) ? start + 1 : start
    if page.folder.dropsSubjects, takes.contains(.that), page.hasClass(verb, .infinitive) { return start }
    if takes.contains(.noun) || isWritten,
      page.isDeterminer(start) || page.isNominal(start) || page.hasClass(start, .adverb)
        || page.hasClass(start, .gerund)
    {
      return found.speaker.map { page.canSpeak($0) } ?? true ? start : nil
    }
    let upper = contentEnd(from: start)
    if takes.contains(.placing) {
      let isPlaced = (start..<min(upper, start + 12)).contains { isLevel($0) && !page.inQuote($0) }
      return isPlaced && found.speaker.map { page.canSpeak($0) } ?? false ? start : nil
    }
    if takes.contains(.linking),
      (start..<upper).contains(where: {
        page.has($0, .to) || page.isPreposition($0) && !page.has($0, .of) && $0 > start
      })
    {
      return start
    }
    if takes.contains(.naming),
      (start..<min(upper, start + 9)).contains(where: { page.inQuote($0) || page.has($0, .as) }),
      !(start..<min(upper, start + 9)).contains(where: {
        page.has($0, .to) && !page.inQuote($0) && isVerbal($0 + 1)
      }), !isNickname(start, upper)
    {
      return start
    }
    if takes.contains(.accusation), let of = (start..<min(upper, start + 10)).first(where: { page.has($0, .of) }) {
      return of + 1
    }
    return nil
  }

  /// Whether what a subordinator opens is closed by a comma or leads to quoted words: "after the match, they rested".
  private func commaFollows(_ start: Int) -> Bool {
    (start..<contentEnd(from: start)).contains { page.isComma($0) || page.inQuote($0) }
  }

  /// Whether the verb may have this speaker: what writings show, nobody else says.
  func maySay(_ found: Attribution) -> Bool {
    guard found.hit.takes.contains(.written), found.hit.takes.isDisjoint(with: [.that, .quote, .bare]) else {
      return true
    }
    return isWriting(found.speaker)
  }

  private func isWriting(_ speaker: Party?) -> Bool {
    speaker.map { page.has(page.head(of: $0.tokens), .document) } ?? false
  }

  /// "40 boats", "unos 300 heridos".
  private func isCount(_ start: Int) -> Bool {
    (start..<min(start + 3, tail)).contains {
      page.isKind($0, .number) || (page.folder.counts[page.tokens[$0].fold] ?? 1) > 1
    }
  }

  /// "at about 300", "en unos tres millones": what something is put at.
  private func isLevel(_ i: Int) -> Bool {
    page.phrase(.level, at: i) != nil
      && ((i + 1)..<min(i + 4, tail)).contains {
        page.isKind($0, .number) || page.folder.counts[page.tokens[$0].fold] != nil
      }
  }

  /// "They call him “Tiny”": one or two words with a capital.
  private func isNickname(_ start: Int, _ upper: Int) -> Bool {
    guard let i = (start..<upper).first(where: { page.inQuote($0) }) else { return false }
    let inner = page.quotes[Int(page.quoteAt[i])].inner
    return inner.count <= 2 && inner.allSatisfy { page.isCapitalized($0) }
  }

  /// Whether a clause without "that" begins at `start`: a subject, and a verb behind it.
  private func isClause(_ start: Int) -> Bool {
    guard
      page.isDeterminer(start) || page.isNominal(start)
        || page.hasClass(start, [.pronoun, .adverb, .subordinator, .preposition, .determiner])
    else { return false }
    let upper = contentEnd(from: start)
    for i in start..<upper where !page.inQuote(i) {
      if i > start, page.hasClass(i, [.auxiliary, .modal, .finite]) || page.isFiniteCue(i) { return true }
    }
    return (start..<upper).contains { page.inQuote($0) && page.hasClass($0, [.finite, .auxiliary, .modal]) }
  }
}
