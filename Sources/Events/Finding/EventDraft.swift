import NewsModel
import TextBytes

/// An event before anaphora and status are settled.
struct EventDraft: Sendable {
  var event: EventMention
  var isNegated = false
  var isHypothetical = false
  var isRumour = false
  /// A definite noun that may take up an event told before.
  var isAnaphor = false
  /// Whether it counts only if it takes up another.
  var isWeak = false
  /// "first", "second", where told.
  var ordinal: Int?
  /// Whether it is told in a clause that completes another ("said *that they met*").
  var isEmbedded = false
  var sentence = 0
  /// Whether somebody takes part, named or only described; things alone make no event.
  var hasParty = false
  /// Whether nobody need be named.
  var isDomestic = false
}
