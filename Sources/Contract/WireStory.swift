/// What `trace` prints.
public struct WireTrace: Codable, Sendable, Hashable {
  /// An article that owes text to an article of another story.
  public struct CrossDerivation: Codable, Sendable, Hashable {
    /// The id of the article that took the text.
    public var article: String
    /// The id of the article that it took it from.
    public var from: String
    /// `verbatim` where nearly the whole article comes from there, otherwise `quoted`.
    public var kind: String
    /// The share of the article that comes from there, 0 to 1, with three digits behind the point.
    public var coverage: Double
  }
  /// The stories; every article is in one of them, alone where it shares its story with no other.
  public var stories: [WireStory]
  /// Edges between articles of different stories (an agency text inside a round-up); those within a story stand in
  /// ``WireStory/derivations``.
  public var derivations: [CrossDerivation]
}

/// A story as JSON; spec "A story".
public struct WireStory: Codable, Sendable, Hashable {
  /// Somebody or something over all articles and languages of the story.
  public struct Entity: Codable, Sendable, Hashable {
    /// "e" and eight hexadecimal digits, made from what it is and its shared name; mentions and links refer to it.
    public var id: String
    /// What it is, in the words of ``WireEntity/type``, as most articles have it.
    public var type: String
    /// The name to show.
    public var name: String
    /// Every name that the articles give, by language code, the commonest first.
    public var names: [String: [String]]
  }
  /// Who first had something, not who passes it on.
  public struct Origin: Codable, Sendable, Hashable {
    /// "o" and eight hexadecimal digits, made from what kind of origin it is and from the names of those in it.
    public var id: String
    /// The name to show; for what has none, what it is said to be ("unnamed sources").
    public var name: String
    /// `official`, `person`, `organization`, `agency`, `outlet`, `state-media`, `anonymous`, `document`, `interview` or
    /// `unknown`.
    public var kind: String
    /// In what form it first had or said it: `statement`, `interview`, `readout`, `document`, `post`, `press-release`
    /// or `own-reporting`.
    public var medium: String
    /// The name of who alone heard it and can be held to it (an interviewer; an agency quoting unnamed sources); `null`
    /// where it spoke in public or on its own word.
    @Nullable public var via: String?
    /// The ids of the entities that carry it without being its origin; empty where none is known.
    public var carriers: [String]
    /// Whether it has a stake in the matter.
    public var party: Bool
    /// The id of the entity that it is; `null` for unnamed sources and for carriers that the texts do not mention.
    @Nullable public var entity: String?
  }
  /// Two passages that say the same.
  public struct Pair: Codable, Sendable, Hashable {
    /// The passage of the article that derives.
    public var to: WireAnchor
    /// The passage that it is like, in the article that it derives from.
    public var from: WireAnchor
    /// `verbatim`, `near-verbatim`, `paraphrase`, or `translation` where the two are in different languages.
    public var relation: String
    /// How surely the two say the same, 0 to 1, with three digits behind the point.
    public var score: Double
  }
  /// How much an article owes to the text of an agency or of another outlet.
  public struct Derivation: Codable, Sendable, Hashable {
    /// The id of the article that owes the text.
    public var article: String
    /// The id of the origin whose text it is, of kind `agency` or `outlet`.
    public var origin: String
    /// The id of the article of this story nearest to that text; `null` where only a credit tells of it.
    @Nullable public var from: String?
    /// `verbatim`, `abridged`, `rewritten`, `translated`, `quoted`, `carried` (credited, its fidelity not to be told
    /// here) or `update`.
    public var kind: String
    /// The share of the article's own words, outside quotation marks, that come from there, 0 to 1; `null` where it
    /// cannot be told.
    @Nullable public var coverage: Double?
    /// The passages that stand in both, in the order of the deriving article; empty where `from` is `null`.
    public var pairs: [Pair]
    /// The words that credit the source, in the article or in what was cut from it; empty where nothing credits it.
    public var credits: [WireAnchor]
    /// Why it is held to derive, in a sentence.
    public var why: String
  }
  /// What only one outlet has; "only" means in this collection.
  public struct Exclusive: Codable, Sendable, Hashable {
    /// The id of the article: the first one of the outlet that has them.
    public var article: String
    /// The ids of the claims that no other outlet's body states.
    public var claims: [String]
  }
  /// An event over all articles of the story.
  public struct Event: Codable, Sendable, Hashable {
    /// "v" and eight hexadecimal digits, made from type, mode, date and parties.
    public var id: String
    /// PLOVER's type, in capitals (`CONSULT`).
    public var type: String
    /// PLOVER's mode, or a finer word where PLOVER has none (`phone`); `null` where no mention has one.
    @Nullable public var mode: String?
    /// The ids of the entities that act, none twice.
    public var actor: [String]
    /// The ids of the entities acted upon, none twice.
    public var recipient: [String]
    /// When it happened, as TIMEX3 writes it, from the mention that tells it most precisely; `null` where none tells.
    @Nullable public var date: String?
    /// The words of each mention, from the first to the last that belongs to the event; never empty.
    public var mentions: [WireAnchor]
  }
  /// `date` is one value, or a list where the versions disagree.
  public struct TimelineEntry: Codable, Sendable, Hashable {
    /// When it was, as TIMEX3 writes it; several values where the versions disagree. Written under the key `date`.
    public var dates: [String]
    /// What happened: the text of the claim that tells it and that most articles state.
    public var text: String
    /// The id of the event; `null` where the line is a dated claim alone.
    public var event: String?
    /// The ids of the claims that tell it.
    public var claims: [String]
    /// The words that the line rests on; never empty.
    public var at: [WireAnchor]
    enum Keys: String, CodingKey { case date, text, event, claims, at }
    /// Makes an entry; `dates` and `at` must not be empty.
    public init(dates: [String], text: String, event: String?, claims: [String], at: [WireAnchor]) {
      self.dates = dates
      self.text = text
      self.event = event
      self.claims = claims
      self.at = at
    }
    /// Reads `date` as one value or as a list.
    public init(from decoder: any Decoder) throws {
      let container = try decoder.container(keyedBy: Keys.self)
      if let one = try? container.decode(String.self, forKey: .date) {
        dates = [one]
      } else {
        dates = try container.decode([String].self, forKey: .date)
      }
      text = try container.decode(String.self, forKey: .text)
      event = try container.decodeIfPresent(String.self, forKey: .event)
      claims = try container.decode([String].self, forKey: .claims)
      at = try container.decode([WireAnchor].self, forKey: .at)
    }
    /// Writes `date` as one value where there is one, and as a list otherwise.
    public func encode(to encoder: any Encoder) throws {
      var container = encoder.container(keyedBy: Keys.self)
      if dates.count == 1 {
        try container.encode(dates[0], forKey: .date)
      } else {
        try container.encode(dates, forKey: .date)
      }
      try container.encode(text, forKey: .text)
      try container.encode(event, forKey: .event)
      try container.encode(claims, forKey: .claims)
      try container.encode(at, forKey: .at)
    }
  }
  /// "s" and eight hexadecimal digits, made from the id of the article that opened the story.
  public var id: String
  /// The title of the first article that has one; where none has, its first sentence.
  public var title: String
  /// The language codes of the articles, each once, in alphabetical order.
  public var languages: [String]
  /// The articles with their annotations; entity ids in them are the story's.
  public var articles: [WireArticle]
  /// Who and what the articles speak of, each once, in order of first appearance.
  public var entities: [Entity]
  /// The origins that the claims and derivations name, sorted by id.
  public var origins: [Origin]
  /// What articles owe to an agency's or an outlet's text; empty where none owes anything.
  public var derivations: [Derivation]
  /// What the story claims, each proposition once over all articles and languages.
  public var claims: [WireClaim]
  /// Where versions of a claim differ, at most one of a kind for a claim.
  public var discrepancies: [WireDiscrepancy]
  /// What only one outlet has, an entry for each article that has something of its own.
  public var exclusive: [Exclusive]
  /// The events that two parties or more take part in, or one on a known day; in order of first mention.
  public var events: [Event]
  /// What happened when, in order of the first day that each entry may be.
  public var timeline: [TimelineEntry]
}

/// A claim as JSON; spec "Claim".
public struct WireClaim: Codable, Sendable, Hashable {
  /// A passage that states the claim.
  public struct Support: Codable, Sendable, Hashable {
    /// The id of the article that states it.
    public var article: String
    /// Where the passage begins, in code points of the text that ``in`` names.
    public var start: Int
    /// Where it ends, exclusive.
    public var end: Int
    /// The words between `start` and `end`.
    public var exact: String
    /// `title` or `deck`; left out for the body.
    public var `in`: String?
    /// How it relates to the claim's `text`: `verbatim`, `near-verbatim`, `paraphrase` or `translation`; `null` for the
    /// passage that the text comes from.
    @Nullable public var relation: String?
    /// The links from the words outwards; empty where the article says it on its own word.
    public var chain: [WireLink]
    /// The id of the origin found for this passage; `null` where none could be.
    @Nullable public var origin: String?
    /// Whether it stands in the body and not in a subhead; only then does its outlet count.
    public var counts: Bool
    /// Why that origin, in a sentence; empty where there is none.
    public var why: String
  }
  /// How many independent origins stand behind the claim. It counts reporting, not truth.
  public struct Origins: Codable, Sendable, Hashable {
    /// The ids of the origins found, the strongest first.
    public var ids: [String]
    /// How many the evidence forces to be separate.
    public var lower: Int
    /// How many the evidence allows; never below `lower`.
    public var upper: Int
    /// Why those bounds, in a sentence.
    public var why: String
  }
  /// Somebody who was asked, or who answered.
  public struct Response: Codable, Sendable, Hashable {
    /// `denial`, `no-comment` or `no-response`.
    public var kind: String
    /// The words that tell of the answer.
    public var at: WireAnchor
  }
  /// An article that ties for the earliest publication among those whose body states the claim.
  public struct First: Codable, Sendable, Hashable {
    /// The article's id.
    public var article: String
    /// When it was published, in the form of ``WireArticle/Publication/value``.
    public var published: String
  }
  /// "c" and eight hexadecimal digits, made from the smallest passage that states it.
  public var id: String
  /// A passage of the support, word for word.
  public var text: String
  /// When what it states took place, as TIMEX3 writes it, as most supports have it; `null` where no date is that
  /// common. It is not when it was said.
  @Nullable public var date: String?
  /// `asserted`, `reported`, `possible`, `denied` or `negated`, as most supports tell it.
  public var status: String
  /// The strongest footing that any support shows: `witnessed`, `document`, `named`, `official`, `anonymous`, `own` (an
  /// agency or outlet on its own word) or `unattributed`.
  public var basis: String
  /// Every passage of body, title or deck that states it, in any language; never empty.
  public var support: [Support]
  /// How many distinct outlets' bodies state it; titles, decks and subheads count for none.
  public var outlets: Int
  /// How many independent origins stand behind it, and which.
  public var origins: Origins
  /// Denials and refused answers beside it; empty where the articles tell of none.
  public var responses: [Response]
  /// The articles that tie for the earliest publication; `null` where none is dated. "First" means in this collection.
  @Nullable public var first: [First]?
}

/// A point in which versions differ.
public struct WireDiscrepancy: Codable, Sendable, Hashable {
  /// One version and where it stands.
  public struct Value: Codable, Sendable, Hashable {
    /// The version as it is shown: a date in ISO form, a number, or the words themselves.
    public var value: String
    /// The words that give this version.
    public var at: WireAnchor
  }
  /// The id of the claim whose versions differ.
  public var claim: String
  /// `date`, `number`, `place`, `actor`, `polarity`, `modality`, `wording` (a quotation whose words differ),
  /// `translation`, `attribution` (a stronger or different source), `promotion` (a paraphrase put in quotation marks)
  /// or `scope`.
  public var kind: String
  /// `conflict` (not both can be so), `granularity` (one is more precise), `equivalent` (both say the same) or `drift`
  /// (the words moved on the way).
  public var verdict: String
  /// Why that verdict, in a sentence.
  public var why: String
  /// The versions, two or more.
  public var values: [Value]
}
