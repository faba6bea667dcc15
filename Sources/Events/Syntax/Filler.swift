import NewsModel
import TextBytes

/// What fills a place beside a verb or noun: one noun phrase, with whom it speaks of.
struct Filler: Sendable {
  /// The units that it holds, the possessor before and the "of" behind included.
  var units: Range<Int>
  /// Its noun, as a token.
  var head: Int
  /// The entity that the phrase names.
  var entity: Int?
  var type: EntityType?
  /// Whether it is a place, or a place that stands for a government.
  var isPlace = false
  /// Where that entity stands.
  var at: TextSpan?
  /// An entity that only modifies it: "*Peruvian* soldiers", "soldiers from *Peru*".
  /// What genitives behind it bring ("soldiers *from Peru*"): the preposition and the unit of its noun phrase.
  var genitives: [(preposition: FoldHash, unit: Int)] = []
  var loose: (entity: Int, type: EntityType, at: TextSpan)?
}

/// A verb with what stands around it.
struct ClauseFrame: Sendable {
  /// The unit of its verbs.
  var verb: Int
  var subject: [Filler] = []
  var object: [Filler] = []
  /// The phrases behind it that a preposition opens, in order.
  var prepositional: [(preposition: FoldHash, fillers: [Filler])] = []
  /// The unit of an infinitive that completes it.
  var infinitive: Int?
  /// Something is said of the object: another phrase or an adjective follows it at once.
  var hasPredicate = false
  /// The units of its clause: from behind the boundary before to the last word that belongs to it.
  var units: Range<Int>
}
