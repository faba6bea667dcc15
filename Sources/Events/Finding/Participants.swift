import NewsModel
import TextBytes

/// Whom a filler brings into an event.
extension SentenceEvents {
  /// The noun that says what a phrase is: behind an amount ("thousands of *teachers*") the one that is counted.
  func noun(of filler: Filler) -> Token {
    let head = frames.reading.tokens[filler.head]
    guard folder.has("measure", head) || head.kind == .number else { return head }
    let counted = filler.genitives.map { frames.token($0.unit) }
    return counted.first { !folder.has("measure", $0) } ?? head
  }

  /// The participant that a filler gives in a role: whom it names, whose its noun is, or whom it only describes.
  func participant(_ filler: Filler, _ slot: Trigger.Slot, of row: Trigger) -> EventMention.Participant? {
    guard let role = slot.role else { return nil }
    if slot.isOwner { return filler.loose.map { .init(role: role, entity: $0.entity, at: $0.at) } }
    if let entity = filler.entity, let at = filler.at { return .init(role: role, entity: entity, at: at) }
    let head = noun(of: filler)
    if let loose = filler.loose, !folder.has("relational", head), role == .recipient || folder.isOfficial(head) {
      return .init(role: role, entity: loose.entity, at: loose.at)
    }
    guard slot.position != .modifier, isDescribed(filler, head, things: slot.role == .recipient && row.takesThings),
      let at = description(filler)
    else { return nil }
    return .init(role: role, entity: nil, at: at)
  }

  /// Whether words without a name tell who or what takes part: somebody, or a thing where things count.
  private func isDescribed(_ filler: Filler, _ head: Token, things: Bool) -> Bool {
    guard !folder.has("nobody", head), !folder.has("no-one", head) else { return false }
    if folder.isSomebody(head) || filler.type == .person || filler.type == .organization { return true }
    return things && head.classes.contains(.noun) && head.classes.isDisjoint(with: [.pronoun, .determiner])
  }

  /// The words of a phrase, without the article before them.
  private func description(_ filler: Filler) -> TextSpan? {
    guard let first = units[filler.units].first?.tokens, let last = units[filler.units].last else { return nil }
    let tokens = frames.reading.tokens
    let start = first.first { k in
      k == first.upperBound - 1 || !tokens[k].classes.contains(.determiner) || tokens[k].classes.contains(.numeral)
    }
    return frames.reading.span(ofTokens: (start ?? first.lowerBound)..<last.tokens.upperBound)
  }

  /// Whether two participants are one party: one entity, or the same words.
  func isOne(_ a: EventMention.Participant, _ b: EventMention.Participant) -> Bool {
    a.entity == b.entity && (a.entity != nil || a.at == b.at)
  }
}
