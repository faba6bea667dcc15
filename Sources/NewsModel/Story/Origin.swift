import TextBytes

/// Who first had something, not who passes it on.
public struct Origin: Hashable, Sendable {
  /// What the origin is. `agency` and `outlet` assert on their own word; `stateMedia` answers for what it alone
  /// reports; `interview` is a speaker whom one interviewer alone heard; `anonymous` is known only through its carrier;
  /// `unknown` cannot be told.
  public enum Kind: String, Sendable, Hashable {
    case official, person, organization, agency, outlet
    case stateMedia = "state-media"
    case anonymous, document, interview, unknown
  }
  /// In what form it first had or said it. `ownReporting` is a carrier's own word, without a source.
  public enum Medium: String, Sendable, Hashable {
    case statement, interview, readout, document, post
    case pressRelease = "press-release"
    case ownReporting = "own-reporting"
  }
  /// "o" and eight hexadecimal digits, made from what kind of origin it is and from the names of those in it; the same
  /// parts give the same id.
  public var id: ID<Origin>
  /// The name to show; for what has none, what it is said to be ("unnamed sources").
  public var name: String
  /// What the origin is.
  public var kind: Kind
  /// In what form it first had or said it.
  public var medium: Medium
  /// Who alone heard it and can be held to it (an agency quoting unnamed sources), or nil.
  public var via: String?
  /// Entities that carry it, as indices into the story's.
  public var carriers: [Int]
  /// Whether it has a stake in the matter.
  public var party: Bool
  /// The entity, as an index into the story's.
  public var entity: Int?

  /// Makes an origin.
  public init(
    id: ID<Origin>, name: String, kind: Kind, medium: Medium, via: String? = nil, carriers: [Int] = [],
    party: Bool = false, entity: Int? = nil
  ) {
    self.id = id
    self.name = name
    self.kind = kind
    self.medium = medium
    self.via = via
    self.carriers = carriers
    self.party = party
    self.entity = entity
  }
}

/// How much an article owes to the text of an agency or of another outlet.
public struct Derivation: Hashable, Sendable {
  /// How the article was made from that text. `verbatim` keeps the words and nearly all of it, `abridged` a part;
  /// `rewritten` has its own words, `translated` its own language; `quoted` names the source over and over; an `update`
  /// carries on from an earlier version.
  public enum Kind: String, Sendable, Hashable {
    case verbatim, abridged, rewritten, translated, quoted
    /// Credited; how faithful it is cannot be told here.
    case carried
    case update
  }
  /// The article, as an index into the story's.
  public var article: Int
  /// The agency or outlet whose text it is.
  public var origin: ID<Origin>
  /// The article of the story nearest to that text, or nil where only a credit tells of it.
  public var from: Int?
  /// How the article was made from that text.
  public var kind: Kind
  /// The share of the article's own passages that come from there, 0 to 1; nil where it cannot be told.
  public var coverage: Double?
  /// The passages that stand in both, in the order of the deriving article; empty where ``from`` is nil.
  public var pairs: [PassagePair]
  /// The words that credit the source, in the article's text or in its input.
  public var credits: [ChainLink.Place]
  /// In a sentence, why.
  public var because: String

  /// Makes a derivation.
  public init(
    article: Int, origin: ID<Origin>, from: Int? = nil, kind: Kind, coverage: Double? = nil, pairs: [PassagePair] = [],
    credits: [ChainLink.Place] = [], because: String = ""
  ) {
    self.article = article
    self.origin = origin
    self.from = from
    self.kind = kind
    self.coverage = coverage
    self.pairs = pairs
    self.credits = credits
    self.because = because
  }
}

/// Two passages that say the same.
public struct PassagePair: Hashable, Sendable {
  /// How near two wordings are: the same words, nearly the same, other words, or another language.
  public enum Relation: String, Sendable, Hashable {
    case verbatim
    case nearVerbatim = "near-verbatim"
    case paraphrase, translation
  }
  /// The passage of the article that derives, or of a claim's support.
  public var to: Passage
  /// The passage that it is like, in the article that it derives from.
  public var from: Passage
  /// How near the two wordings are.
  public var relation: Relation
  /// 0 to 1.
  public var score: Double

  /// Makes a pair.
  public init(to: Passage, from: Passage, relation: Relation, score: Double) {
    self.to = to
    self.from = from
    self.relation = relation
    self.score = score
  }
}

/// Who carries news: a news agency, or an outlet.
public struct Carrier: Hashable, Sendable, Comparable {
  /// Whether it is an agency, which outlets copy by right.
  public var isAgency: Bool
  /// The name that is shown.
  public var name: String
  /// Makes a carrier.
  public init(agency name: String) {
    isAgency = true
    self.name = name
  }
  /// Makes a carrier.
  public init(outlet name: String) {
    isAgency = false
    self.name = name
  }
  /// The origin that stands for what the carrier asserts on its own word.
  public var ownReporting: Origin {
    Origin(
      id: ID(ContentID.make("o", [isAgency ? "agency" : "outlet", name])), name: name,
      kind: isAgency ? .agency : .outlet, medium: .ownReporting)
  }
  /// Agencies before outlets, each by name.
  public static func < (a: Carrier, b: Carrier) -> Bool {
    a.isAgency != b.isAgency ? a.isAgency : a.name < b.name
  }
}

extension PassagePair.Relation {
  /// The relation that a share of common words shows; nil words in common mean two languages.
  public init(overlap: Double?) {
    guard let overlap else {
      self = .translation
      return
    }
    self = overlap >= 0.97 ? .verbatim : overlap >= 0.75 ? .nearVerbatim : .paraphrase
  }
}
