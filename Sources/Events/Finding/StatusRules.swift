import NewsModel
import TextBytes

/// Tells how an event is told: as a fact, as somebody's words, as a possibility, as something that did not happen.
struct StatusRules: Sendable {
  let quotations: [Quotation]

  /// The event of a draft with its status. What is negated or only possible stays so inside a quotation.
  func settle(_ draft: EventDraft) -> EventMention {
    var event = draft.event
    if draft.isNegated {
      event.status = .negated
    } else if draft.isHypothetical {
      event.status = .hypothetical
    } else if draft.isRumour || quotations.contains(where: { holds($0, event.trigger) }) {
      event.status = .reported
    }
    return event
  }

  private func holds(_ quotation: Quotation, _ span: TextSpan) -> Bool {
    quotation.parts.isEmpty ? quotation.content.contains(span) : quotation.parts.contains { $0.contains(span) }
  }
}
