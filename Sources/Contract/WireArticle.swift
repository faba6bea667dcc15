/// The words that a result rests on, in Unicode code points, end exclusive.
public struct WireAnchor: Codable, Sendable, Hashable {
  /// Where the words begin, in Unicode code points (scalars) of the text that ``in`` names, from 0.
  public var start: Int
  /// Where they end, exclusive.
  public var end: Int
  /// The words between `start` and `end`, so that an anchor can be checked without the text and found again in another
  /// edition.
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
  /// Who published the article.
  public struct Outlet: Codable, Sendable, Hashable {
    /// The name by which it is shown and counted: articles with the same name here are of one outlet.
    public var name: String
    /// The group that owns it; `null` where none is known. Outlets of one group are not independent.
    @Nullable public var group: String?
    /// What the name rests on, in words: `credit line`, `domain in the text`, `og:site_name`.
    public var evidence: String
  }
  /// "MOSCOW (AP) —": where, when and by whom a report was filed. What the dateline leaves out is `null`.
  public struct Dateline: Codable, Sendable, Hashable {
    /// The place as a name ("Moscow").
    @Nullable public var place: String?
    /// The date as precise as it is told: `2025`, `2025-12` or `2025-12-11`.
    @Nullable public var date: String?
    /// The agency, by its short name ("AP").
    @Nullable public var agency: String?
  }
  /// When the article was published, and how that is known.
  public struct Publication: Codable, Sendable, Hashable {
    /// As precise as its source (`2025`, `2025-12`, `2025-12-11`, `2025-12-11T14:08`), with an offset or `Z` only if
    /// the source has one.
    @Nullable public var value: String?
    /// `metadata` (markup, feed, WARC), `url`, `text`, `inferred` (worked out from other dates in the document),
    /// `story` (from its sisters) or `caller`.
    public var from: String
    /// The words in the input that the date was worked out from; left out where it stands in the input, or came with
    /// it, as it is.
    public var because: [WireAnchor]?
  }
  /// A range of Unicode code points; which text they count in, its user says.
  public struct Range: Codable, Sendable, Hashable {
    /// Where the range begins, from 0.
    public var start: Int
    /// Where it ends, exclusive.
    public var end: Int
  }
  /// A paragraph; `source` is one range, or a list where markup interrupts it.
  public struct Paragraph: Codable, Sendable, Hashable {
    /// Where the paragraph begins, in code points of the article's `text`.
    public var start: Int
    /// Where it ends, exclusive; the blank line behind it belongs to no paragraph.
    public var end: Int
    /// Where its words stand in the decoded input, in order; empty where they stand nowhere in it as they are.
    public var source: [Range]
    /// `true` for a subhead of the story; left out for a paragraph.
    public var heading: Bool?
    /// The line of the input on which it begins, counted from 1 with blank lines; what `ARTICLE:LINE` opens. Left out
    /// by writers that do not know it.
    public var line: Int?
    enum Keys: String, CodingKey { case start, end, source, heading, line }
    /// Makes a paragraph of positions in code points.
    public init(start: Int, end: Int, source: [Range], heading: Bool?, line: Int?) {
      self.start = start
      self.end = end
      self.source = source
      self.heading = heading
      self.line = line
    }
    /// Reads `source` as one range or as a list; a missing one gives an empty list.
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
    /// Writes `source` as one range where there is one, and as a list otherwise.
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
  /// A stretch of the decoded input that was cut, and why.
  public struct Removal: Codable, Sendable, Hashable {
    /// Where the stretch begins, in code points of the decoded input.
    public var start: Int
    /// Where it ends, exclusive.
    public var end: Int
    /// What kind of furniture it is: `navigation`, `subscribe`, `caption`, `byline` and the other words of
    /// ``NewsModel/Removal/Reason``. Reading takes a word that it does not know for `other`.
    public var reason: String
    /// The words that were cut, all of them.
    public var exact: String
  }
  /// The id that the input gives, else its path as given or its URL, with `#n` for the n-th record of a container.
  public var id: String
  /// The path or address as given; `-` for standard input.
  public var source: String
  /// The SHA-256 of the bytes as they came, in lower-case hexadecimal.
  public var sha256: String
  /// The encoding that was decoded, by its WHATWG label (`utf-8`, `windows-1252`).
  public var encoding: String
  /// The address that the article was fetched from; `null` where the input tells none.
  @Nullable public var url: String?
  /// The address that the page itself names as its lasting one; `null` for input without markup.
  @Nullable public var canonicalUrl: String?
  /// A BCP 47 primary language code (`en`, `es`); `null` where there is too little text to tell.
  @Nullable public var language: String?
  /// The headline, which is no part of `text`; `null` where there is none.
  @Nullable public var title: String?
  /// The line or lines under the headline that sum the story up, which are no part of `text`; `null` where there are
  /// none.
  @Nullable public var deck: String?
  /// The section that it was published in ("World"), in the words of the page or its container.
  @Nullable public var section: String?
  /// Who published it; `null` where neither the page nor its container tells.
  @Nullable public var outlet: Outlet?
  /// The authors, each a name without "By" or a job title; empty where none is told.
  public var byline: [String]
  /// The news agencies credited, by the short name that the field uses (`Reuters`, `AP`); those of photographs do not
  /// count.
  public var agency: [String]
  /// The dateline that opens the body; `null` where there is none.
  @Nullable public var dateline: Dateline?
  /// When it was published; `null` where nothing tells, as with "2d ago" and no time of fetching.
  @Nullable public var published: Publication?
  /// When it was last changed, in the form of ``Publication/value``; `null` where nothing tells.
  @Nullable public var modified: String?
  /// When it was fetched, in the form of ``Publication/value``; `null` where the input does not tell.
  @Nullable public var fetched: String?
  /// Whether the page says that the article is not free to read, so that `text` may not be the whole of it.
  public var paywalled: Bool
  /// The words in the decoded input that each field rests on, by the field's name (`title`, `outlet`, `byline`,
  /// `published`, …). A field that came from outside the text has no key.
  public var at: [String: [WireAnchor]]
  /// The notice that AI helped to make the text, in the decoded input; it is also among ``removed``. `null` where there
  /// is none.
  @Nullable public var aiDisclosure: WireAnchor?
  /// The clean body, without title and deck; subheads are in it. A blank line parts paragraphs.
  public var text: String
  /// The paragraphs and subheads of `text`, in order.
  public var paragraphs: [Paragraph]
  /// What was cut from the input, in order.
  public var removed: [Removal]
  /// Who and what the article speaks of.
  public var entities: [WireEntity]?
  /// The time expressions in `text`, title and deck, in order.
  public var times: [WireTime]?
  /// The places where entities are spoken of, in order.
  public var mentions: [WireMention]?
  /// What somebody is reported to have said, in order.
  public var quotations: [WireQuotation]?
  /// The events that the text tells, coded by PLOVER, in order.
  public var events: [WireEventMention]?
}
