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

  /// Whether a noun or pronoun speaks of people or of a body of people.
  func isSomebody(_ noun: Token) -> Bool {
    folder.has("people", noun) || folder.has("crowd", noun) || folder.has("personal", noun)
  }

  /// The participant that a filler gives in a role: whom it names, whose its noun is, or whom it only describes.
  func participant(_ filler: Filler, _ role: EventMention.Participant.Role, in position: Trigger.Slot.Position)
    -> EventMention.Participant?
  {
    if let entity = filler.entity, let at = filler.at { return .init(role: role, entity: entity, at: at) }
    let head = noun(of: filler)
    if let loose = filler.loose, !folder.has("relational", head), role == .recipient || folder.has("people", head) {
      return .init(role: role, entity: loose.entity, at: loose.at)
    }
    guard position != .modifier, isDescribed(filler, head, as: role), let at = description(filler) else { return nil }
    return .init(role: role, entity: nil, at: at)
  }

  /// Whether words without a name tell who or what takes part: somebody as actor, any thing as recipient.
  private func isDescribed(_ filler: Filler, _ head: Token, as role: EventMention.Participant.Role) -> Bool {
    guard !folder.has("nobody", head) else { return false }
    if isSomebody(head) || filler.type == .person || filler.type == .organization { return true }
    return role == .recipient && head.classes.contains(.noun) && head.classes.isDisjoint(with: [.pronoun, .determiner])
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
