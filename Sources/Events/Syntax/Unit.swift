import NewsModel
import TextBytes

/// A stretch of a sentence that stands in it as one: a noun phrase, a group of verbs, a mark.
struct Unit: Sendable {
  enum Kind: Sendable, Hashable {
    case nounPhrase, verbs, preposition, coordinator, subordinator, relative, time, adverb
    case comma, colon, dash, openQuote, closeQuote, bracket, end
  }
  var kind: Kind
  /// The reading's tokens that it holds.
  var tokens: Range<Int>
  /// The noun of a noun phrase, the full verb of a verb group, the word otherwise.
  var head: Int
  /// Of a noun phrase: the mention that names it, and one that only modifies it ("*Peruvian* soldiers"), as indices.
  var mention: Int?
  var modifier: Int?
  /// Of a noun phrase that a possessor opens: the unit before it is the possessor.
  var followsPossessor = false
  /// Of a time expression: its index in the input.
  var time: Int?
  var verb = VerbFeatures()
}

/// What a group of verbs tells of its clause.
struct VerbFeatures: Sendable {
  var isFinite = false
  var isPassive = false
  var isNegated = false
  /// Under a modal, in the future, or in the conditional.
  var isModal = false
  /// The conditional of rumour: an auxiliary in the conditional before a participle.
  var isRumour = false
  /// An infinitive (with its marker), a gerund, or a participle that stands alone.
  var isInfinitive = false
  var isGerund = false
  var isParticiple = false
}
