/// The words that a result rests on, in Unicode code points, end exclusive.
public struct WireAnchor: Codable, Sendable, Hashable {
  public var start: Int
  public var end: Int
  public var exact: String
  /// `title`, `deck` or `source`; left out for the body.
  public var `in`: String?
  /// The article; in stories only.
  public var article: String?
  /// Makes an anchor.
  public init(start: Int, end: Int, exact: String, in place: String? = nil, article: String? = nil) {
    self.start = start
    self.end = end
    self.exact = exact
    self.in = place
    self.article = article
  }
}

/// An article as JSON; spec "An article". Annotations are nil where only `read` was asked for.
public struct WireArticle: Codable, Sendable, Hashable {
  public struct Outlet: Codable, Sendable, Hashable {
    public var name: String
    @Nullable public var group: String?
    public var evidence: String
  }
  public struct Dateline: Codable, Sendable, Hashable {
    @Nullable public var place: String?
    @Nullable public var date: String?
    @Nullable public var agency: String?
  }
  public struct Publication: Codable, Sendable, Hashable {
    @Nullable public var value: String?
    public var from: String
    public var because: [WireAnchor]?
  }
  public struct Range: Codable, Sendable, Hashable {
    public var start: Int
    public var end: Int
  }
  /// A paragraph; `source` is one range, or a list where markup interrupts it.
  public struct Paragraph: Codable, Sendable, Hashable {
    public var start: Int
    public var end: Int
    public var source: [Range]
    public var heading: Bool?
    public var line: Int?
    enum Keys: String, CodingKey { case start, end, source, heading, line }
    public init(start: Int, end: Int, source: [Range], heading: Bool?, line: Int?) {
      self.start = start
      self.end = end
      self.source = source
      self.heading = heading
      self.line = line
    }
    public init(from decoder: any Decoder) throws {
      let container = try decoder.container(keyedBy: Keys.self)
      start = try container.decode(Int.self, forKey: .start)
      end = try container.decode(Int.self, forKey: .end)
      heading = try container.decodeIfPresent(Bool.self, forKey: .heading)
      line = try container.decodeIfPresent(Int.self, forKey: .line)
      if let one = try? container.decode(Range.self, forKey: .source) {
        source = [one]
      } else {
        source = try container.decodeIfPresent([Range].self, forKey: .source) ?? []
      }
    }
    public func encode(to encoder: any Encoder) throws {
      var container = encoder.container(keyedBy: Keys.self)
      try container.encode(start, forKey: .start)
      try container.encode(end, forKey: .end)
      if source.count == 1 {
        try container.encode(source[0], forKey: .source)
      } else {
        try container.encode(source, forKey: .source)
      }
      try container.encodeIfPresent(heading, forKey: .heading)
      try container.encodeIfPresent(line, forKey: .line)
    }
  }
  public struct Removal: Codable, Sendable, Hashable {
    public var start: Int
    public var end: Int
    public var reason: String
    public var exact: String
  }
  public var id: String
  public var source: String
  public var sha256: String
  public var encoding: String
  @Nullable public var url: String?
  @Nullable public var canonicalUrl: String?
  @Nullable public var language: String?
  @Nullable public var title: String?
  @Nullable public var deck: String?
  @Nullable public var section: String?
  @Nullable public var outlet: Outlet?
  public var byline: [String]
  public var agency: [String]
  @Nullable public var dateline: Dateline?
  @Nullable public var published: Publication?
  @Nullable public var modified: String?
  @Nullable public var fetched: String?
  public var paywalled: Bool
  public var at: [String: [WireAnchor]]
  @Nullable public var aiDisclosure: WireAnchor?
  public var text: String
  public var paragraphs: [Paragraph]
  public var removed: [Removal]
  public var entities: [WireEntity]?
  public var times: [WireTime]?
  public var mentions: [WireMention]?
  public var quotations: [WireQuotation]?
  public var events: [WireEventMention]?
}
