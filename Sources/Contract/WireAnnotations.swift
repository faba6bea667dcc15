/// An entity within one article.
public struct WireEntity: Codable, Sendable, Hashable {
  public var id: String
  public var type: String
  public var name: String
}

/// A time expression (TIMEX3).
public struct WireTime: Codable, Sendable, Hashable {
  public var start: Int
  public var end: Int
  public var exact: String
  public var `in`: String?
  public var type: String
  @Nullable public var value: String?
  public var basis: String
}

/// A mention of an entity.
public struct WireMention: Codable, Sendable, Hashable {
  public var start: Int
  public var end: Int
  public var exact: String
  public var `in`: String?
  public var kind: String
  public var type: String
  @Nullable public var entity: String?
  public var acting: Bool?
}

/// A link of a chain of attribution.
public struct WireLink: Codable, Sendable, Hashable {
  public var role: String
  public var start: Int
  public var end: Int
  public var exact: String
  public var `in`: String?
  public var article: String?
  @Nullable public var entity: String?
  public var kind: String
  public var anonymous: Bool
  public var implied: Bool
  public var name: String?
  public var description: String?
  public var count: Int?
}

/// Something said.
public struct WireQuotation: Codable, Sendable, Hashable {
  public struct Addressee: Codable, Sendable, Hashable {
    public var start: Int
    public var end: Int
    public var exact: String
    public var `in`: String?
    @Nullable public var entity: String?
  }
  public var content: WireAnchor
  public var parts: [WireAnchor]?
  public var quoted: [WireAnchor]
  public var directness: String
  public var act: String
  @Nullable public var cue: WireAnchor?
  public var chain: [WireLink]
  @Nullable public var addressee: Addressee?
}

/// An event within one article.
public struct WireEventMention: Codable, Sendable, Hashable {
  public struct Participant: Codable, Sendable, Hashable {
    public var role: String
    @Nullable public var entity: String?
    public var at: WireAnchor
  }
  public var start: Int
  public var end: Int
  public var exact: String
  public var `in`: String?
  public var type: String
  @Nullable public var mode: String?
  public var status: String
  public var actor: [String]
  public var recipient: [String]
  @Nullable public var date: String?
  @Nullable public var place: String?
  public var participants: [Participant]
}
