/// What `trace` prints.
public struct WireTrace: Codable, Sendable, Hashable {
  public struct CrossDerivation: Codable, Sendable, Hashable {
    public var article: String
    public var from: String
    public var kind: String
    public var coverage: Double
  }
  public var stories: [WireStory]
  public var derivations: [CrossDerivation]
}

/// A story as JSON; spec "A story".
public struct WireStory: Codable, Sendable, Hashable {
  public struct Entity: Codable, Sendable, Hashable {
    public var id: String
    public var type: String
    public var name: String
    public var names: [String: [String]]
  }
  public struct Origin: Codable, Sendable, Hashable {
    public var id: String
    public var name: String
    public var kind: String
    public var medium: String
    @Nullable public var via: String?
    public var carriers: [String]
    public var party: Bool
    @Nullable public var entity: String?
  }
  public struct Pair: Codable, Sendable, Hashable {
    public var to: WireAnchor
    public var from: WireAnchor
    public var relation: String
    public var score: Double
  }
  public struct Derivation: Codable, Sendable, Hashable {
    public var article: String
    public var origin: String
    @Nullable public var from: String?
    public var kind: String
    @Nullable public var coverage: Double?
    public var pairs: [Pair]
    public var credits: [WireAnchor]
    public var why: String
  }
  public struct Exclusive: Codable, Sendable, Hashable {
    public var article: String
    public var claims: [String]
  }
  public struct Event: Codable, Sendable, Hashable {
    public var id: String
    public var type: String
    @Nullable public var mode: String?
    public var actor: [String]
    public var recipient: [String]
    @Nullable public var date: String?
    public var mentions: [WireAnchor]
  }
  /// `date` is one value, or a list where the versions disagree.
  public struct TimelineEntry: Codable, Sendable, Hashable {
    public var dates: [String]
    public var text: String
    public var event: String?
    public var claims: [String]
    public var at: [WireAnchor]
    enum Keys: String, CodingKey { case date, text, event, claims, at }
    public init(dates: [String], text: String, event: String?, claims: [String], at: [WireAnchor]) {
      self.dates = dates
      self.text = text
      self.event = event
      self.claims = claims
      self.at = at
    }
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
  public var id: String
  public var title: String
  public var languages: [String]
  public var articles: [WireArticle]
  public var entities: [Entity]
  public var origins: [Origin]
  public var derivations: [Derivation]
  public var claims: [WireClaim]
  public var discrepancies: [WireDiscrepancy]
  public var exclusive: [Exclusive]
  public var events: [Event]
  public var timeline: [TimelineEntry]
}

/// A claim as JSON; spec "Claim".
public struct WireClaim: Codable, Sendable, Hashable {
  public struct Support: Codable, Sendable, Hashable {
    public var article: String
    public var start: Int
    public var end: Int
    public var exact: String
    public var `in`: String?
    @Nullable public var relation: String?
    public var chain: [WireLink]
    @Nullable public var origin: String?
    public var counts: Bool
    public var why: String
  }
  public struct Origins: Codable, Sendable, Hashable {
    public var ids: [String]
    public var lower: Int
    public var upper: Int
    public var why: String
  }
  public struct Response: Codable, Sendable, Hashable {
    public var kind: String
    public var at: WireAnchor
  }
  public struct First: Codable, Sendable, Hashable {
    public var article: String
    public var published: String
  }
  public var id: String
  public var text: String
  @Nullable public var date: String?
  public var status: String
  public var basis: String
  public var support: [Support]
  public var outlets: Int
  public var origins: Origins
  public var responses: [Response]
  @Nullable public var first: [First]?
}

/// A point in which versions differ.
public struct WireDiscrepancy: Codable, Sendable, Hashable {
  public struct Value: Codable, Sendable, Hashable {
    public var value: String
    public var at: WireAnchor
  }
  public var claim: String
  public var kind: String
  public var verdict: String
  public var why: String
  public var values: [Value]
}
