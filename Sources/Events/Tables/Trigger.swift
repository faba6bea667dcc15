import NewsModel
import TextBytes

/// One row of a language's table of triggers: a word that names an event, and where its participants stand.
struct Trigger: Sendable {
  /// What kind of word it is.
  enum Kind: String, Sendable { case verb, noun }

  /// The participants that the row asks for, in the order of the table.
  struct Slot: Sendable {
    /// Where the participant stands.
    enum Position: Hashable, Sendable {
      case subject, object, possessor, modifier
      /// The subject of a clause in which the noun stands as an adverbial ("in a call, she said").
      case clauseSubject
      /// An infinitive complement: holds no participant.
      case infinitive
      /// What that infinitive is done to ("threatened to attack *Peru*").
      case infinitiveObject
      case preposition(FoldHash)
    }
    /// What may stand there.
    enum Filter: Sendable {
      /// `named`: an entity, not only a noun; `country`: a state, or a place.
      case any, agent, person, named, country
      /// Nobody and nothing: the row does not apply where the place is taken.
      case nothing
      case words(String)
      case otherThan(String)
    }
    var position: Position
    /// Nil where the words only belong to the event.
    var role: EventMention.Participant.Role?
    /// Whether it is not what the words name but whose that is ("Peru's proposal").
    var isOwner = false
    /// How many must be there for the row to apply.
    var required: Int
    var filter: Filter
  }

  var kind: Kind
  /// The words behind the first one that must follow it directly.
  var tail: [FoldHash]
  /// Of a noun that stands behind what modifies it: the words that must stand directly before it ("*phone* call").
  var lead: [FoldHash]
  var type: String
  var mode: String?
  var slots: [Slot]
  /// Whether a thing that has no name counts as recipient: a bakery may be attacked.
  var takesThings: Bool { ["ASSAULT", "COERCE", "THREATEN"].contains(type) }
  /// Whether "the call", alone, takes up an event told before.
  var isAnaphoric: Bool
  /// Whether nobody need be named ("protesters marched").
  var isDomestic: Bool
  /// Whether nothing may be predicated of the object ("called him" is a call, "called him a friend" is none).
  var isPlain: Bool
  /// Whether it is no event without participants even where it is definite.
  var isWeak: Bool
  /// Whether the phrase must say that the act is a joint one.
  var isJoint: Bool
  /// Whether the verb must be reflexive.
  var isReflexive: Bool
}

extension Trigger {
  /// Reads a row: words, kind, type, mode, slots, flags; nil where it does not follow the format. Nouns begin with their head or end with it.
  init?(_ row: [String], headIsFirst: Bool) {
    guard row.count >= 5, let kind = Kind(rawValue: row[1]) else { return nil }
    self.kind = kind
    let words = row[0].split(separator: " ").map { FoldHash(String($0)) }
    let endsWithHead = kind == .noun && !headIsFirst
    lead = endsWithHead ? Array(words.dropLast()) : []
    tail = endsWithHead ? [] : Array(words.dropFirst())
    type = row[2]
    mode = row[3].isEmpty || row[3] == "-" ? nil : row[3]
    slots = row[4].split(separator: " ").compactMap { Slot($0) }
    let flags = row.count > 5 ? row[5].split(separator: " ") : []
    isAnaphoric = flags.contains("anaphor")
    isDomestic = flags.contains("domestic")
    isPlain = flags.contains("plain")
    isWeak = flags.contains("weak")
    isJoint = flags.contains("joint")
    isReflexive = flags.contains("reflexive")
  }
}

extension Trigger.Slot {
  /// Reads `position:role`, then `!` or `!2` where it must be filled, then `/filter`.
  init?(_ text: Substring) {
    let halves = text.split(separator: "/", maxSplits: 1)
    guard let first = halves.first else { return nil }
    let pair = first.split(separator: ":", maxSplits: 1)
    guard pair.count == 2 else { return nil }
    switch pair[0] {
    case "subj": position = .subject
    case "obj": position = .object
    case "poss": position = .possessor
    case "mod": position = .modifier
    case "adv": position = .clauseSubject
    case "inf": position = .infinitive
    case "infobj": position = .infinitiveObject
    default: position = .preposition(FoldHash(String(pair[0])))
    }
    let role = pair[1].split(separator: "!", omittingEmptySubsequences: false)
    isOwner = role[0] == "owner" || role[0] == "sender"
    self.role = isOwner ? (role[0] == "owner" ? .recipient : .actor) : .init(rawValue: String(role[0]))
    required = role.count > 1 ? Int(role[1]) ?? 1 : 0
    switch halves.count > 1 ? String(halves[1]) : "any" {
    case "any": filter = .any
    case "agent": filter = .agent
    case "person": filter = .person
    case "named": filter = .named
    case "country": filter = .country
    case "nothing": filter = .nothing
    case let name where name.hasPrefix("-"): filter = .otherThan(String(name.dropFirst()))
    case let name: filter = .words(name)
    }
  }
}
