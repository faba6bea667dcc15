import TextBytes

/// One checkable proposition, with every passage that states it.
public struct Claim: Sendable {
  public enum Status: String, Sendable, Hashable { case asserted, reported, possible, denied, negated }
  /// The strongest footing that any support shows, strongest first.
  public enum Basis: String, Sendable, Hashable, CaseIterable {
    case witnessed, document, named, official, anonymous, own, unattributed
  }
  public var id: ID<Claim>
  /// A passage of the support, or built from it.
  public var text: String
  /// The passage that `text` comes from.
  public var textAt: Passage
  public var date: TimexValue?
  public var status: Status
  public var basis: Basis
  /// Every passage that states it; never empty.
  public let support: [Support]
  public var origins: OriginBounds
  public var responses: [Response]

  /// Makes a claim, or nil without support: no passage, no claim.
  public init?(
    id: ID<Claim>, text: String, textAt: Passage, date: TimexValue? = nil, status: Status, basis: Basis,
    support: [Support], origins: OriginBounds, responses: [Response] = []
  ) {
    guard !support.isEmpty else { return nil }
    self.id = id
    self.text = text
    self.textAt = textAt
    self.date = date
    self.status = status
    self.basis = basis
    self.support = support
    self.origins = origins
    self.responses = responses
  }

  /// The articles whose body states it, in order; titles, decks and subheads do not count.
  public var articles: [Int] { Array(Set(support.filter(\.counts).map(\.passage.article))).sorted() }

  /// A passage that states a claim.
  public struct Support: Hashable, Sendable {
    public var passage: Passage
    /// How it relates to the claim's `text`; nil for the passage that the text comes from.
    public var relation: PassagePair.Relation?
    /// From the words outwards; empty where the article says it on its own word.
    public var chain: [ChainLink]
    /// Whether it stands in the body and not in a subhead.
    public var counts: Bool
    /// The origin that was found for it.
    public var origin: ID<Origin>?
    /// Why that origin, in a sentence.
    public var because: String

    /// Makes a support.
    public init(
      passage: Passage, relation: PassagePair.Relation? = nil, chain: [ChainLink] = [], counts: Bool = true,
      origin: ID<Origin>? = nil, because: String = ""
    ) {
      self.passage = passage
      self.relation = relation
      self.chain = chain
      self.counts = counts
      self.origin = origin
      self.because = because
    }
  }

  /// Somebody who was asked, or who answered.
  public struct Response: Hashable, Sendable {
    public enum Kind: String, Sendable, Hashable {
      case denial
      case noComment = "no-comment"
      case noResponse = "no-response"
    }
    public var kind: Kind
    public var at: Passage
    /// Makes a response.
    public init(kind: Kind, at: Passage) {
      self.kind = kind
      self.at = at
    }
  }
}

/// How many independent origins stand behind a claim: at least `lower`, at most `upper`.
public struct OriginBounds: Hashable, Sendable {
  /// The origins that were found, the strongest first.
  public var ids: [ID<Origin>]
  public let lower: Int
  public let upper: Int
  /// In a sentence, why.
  public var why: String
  /// Makes bounds; `upper` is raised to `lower` where it is below.
  public init(ids: [ID<Origin>], lower: Int, upper: Int, why: String) {
    self.ids = ids
    self.lower = lower
    self.upper = max(lower, upper)
    self.why = why
  }
}

/// A point in which versions of one claim differ.
public struct Discrepancy: Hashable, Sendable {
  public enum Kind: String, Sendable, Hashable {
    case date, number, place, actor, polarity, modality, wording, translation, attribution, promotion, scope
  }
  public enum Verdict: String, Sendable, Hashable { case conflict, granularity, equivalent, drift }
  /// One version and where it stands.
  public struct Value: Hashable, Sendable {
    public var value: String
    public var at: Passage
    /// Makes a value.
    public init(value: String, at: Passage) {
      self.value = value
      self.at = at
    }
  }
  public var claim: ID<Claim>
  public var kind: Kind
  public var verdict: Verdict
  public var why: String
  /// Two or more.
  public let values: [Value]

  /// Makes a discrepancy, or nil with fewer than two versions.
  public init?(claim: ID<Claim>, kind: Kind, verdict: Verdict, why: String, values: [Value]) {
    guard values.count >= 2 else { return nil }
    self.claim = claim
    self.kind = kind
    self.verdict = verdict
    self.why = why
    self.values = values
  }
}

/// The claims that only one article has.
public struct Exclusive: Hashable, Sendable {
  public var article: Int
  public var claims: [ID<Claim>]
  /// Makes an entry.
  public init(article: Int, claims: [ID<Claim>]) {
    self.article = article
    self.claims = claims
  }
}
