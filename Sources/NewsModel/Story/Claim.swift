import TextBytes

/// One checkable proposition, with every passage that states it.
public struct Claim: Sendable {
  /// How the supports tell it, most of them deciding: on somebody's word (`reported`), on the articles' own
  /// (`asserted`), as possible, as denied by somebody, or as not being so (`negated`).
  public enum Status: String, Sendable, Hashable { case asserted, reported, possible, denied, negated }
  /// The strongest footing that any support shows, strongest first.
  public enum Basis: String, Sendable, Hashable, CaseIterable {
    case witnessed, document, named, official, anonymous, own, unattributed
  }
  /// "c" and eight hexadecimal digits, made from the article, the place and the words of the smallest passage that
  /// states it, so that the same input gives the same id.
  public var id: ID<Claim>
  /// A passage of the support, or built from it.
  public var text: String
  /// The passage that `text` comes from.
  public var textAt: Passage
  /// When what it states took place, as most supports have it, and of those that tie the most precise; nil where no
  /// date is that common. It is not when it was said.
  public var date: TimexValue?
  /// How the supports tell it.
  public var status: Status
  /// The strongest footing that any support shows.
  public var basis: Basis
  /// Every passage that states it; never empty.
  public let support: [Support]
  /// How many independent origins stand behind it, and which.
  public var origins: OriginBounds
  /// Denials and refused answers beside it, in order of the articles; empty where the articles tell of none.
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
    /// The words that state it, in one article's title, deck or body.
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
    /// What was answered: that it is not so, that there is nothing to say, or nothing at all.
    public enum Kind: String, Sendable, Hashable {
      case denial
      case noComment = "no-comment"
      case noResponse = "no-response"
    }
    /// What was answered.
    public var kind: Kind
    /// The words that tell of the answer.
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
  /// What the evidence forces to be separate: at least 1 where anything supports the claim. It counts reporting, not
  /// truth.
  public let lower: Int
  /// What the evidence allows: never below ``lower``. Unrelated carriers that assert it without a source each count
  /// here, and as one in ``lower``.
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
  /// In what the versions differ. `wording` is a quotation whose words changed, `promotion` a paraphrase put in
  /// quotation marks, `attribution` a stronger or different source, `scope` how much it covers.
  public enum Kind: String, Sendable, Hashable {
    case date, number, place, actor, polarity, modality, wording, translation, attribution, promotion, scope
  }
  /// How much that matters: both cannot be so (`conflict`), one is more precise (`granularity`), both say the same
  /// (`equivalent`), or the words moved on the way (`drift`).
  public enum Verdict: String, Sendable, Hashable { case conflict, granularity, equivalent, drift }
  /// One version and where it stands.
  public struct Value: Hashable, Sendable {
    /// The version as it is shown: a date in ISO form, a number, or the words themselves.
    public var value: String
    /// The words that give this version.
    public var at: Passage
    /// Makes a value.
    public init(value: String, at: Passage) {
      self.value = value
      self.at = at
    }
  }
  /// The claim whose versions differ.
  public var claim: ID<Claim>
  /// In what they differ.
  public var kind: Kind
  /// How much that matters.
  public var verdict: Verdict
  /// Why that verdict, in a sentence.
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
  /// The article, as an index into the story's: the first one of the outlet that has them.
  public var article: Int
  /// The claims that no other outlet's body states, in the story's order; never empty in a traced story. "Only" means
  /// in this collection.
  public var claims: [ID<Claim>]
  /// Makes an entry.
  public init(article: Int, claims: [ID<Claim>]) {
    self.article = article
    self.claims = claims
  }
}
