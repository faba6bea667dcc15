import TextBytes

/// What a page says about itself.
public struct Metadata: Sendable, Hashable {
  /// The address that the article was fetched from; nil where the input tells none.
  public var url: String?
  /// The address that the page itself names as its lasting one (`rel="canonical"`); nil for input without markup.
  public var canonicalURL: String?
  /// The section that it was published in ("World"), in the words of the page or its container; nil where neither names
  /// one.
  public var section: String?
  /// Who published it; nil where neither the page nor its container tells.
  public var outlet: Outlet?
  /// The authors, each a name without "By" or a job title.
  public var byline: [String] = []
  /// The news agencies credited, by the short name that the field uses ("Reuters", "AP").
  public var agency: [String] = []
  /// The dateline that opens the body; nil where there is none.
  public var dateline: Dateline?
  /// When it was published, and how that is known; nil where nothing tells, as with "2d ago" and no time of fetching.
  public var published: Publication?
  /// When it was last changed, as the page or its container says; nil where neither does.
  public var modified: Timestamp?
  /// When it was fetched; nil where the input does not tell. It is never read from the clock.
  public var fetched: Timestamp?
  /// Whether the page says that the article is not free to read, so that the text may not be the whole of it.
  public var paywalled = false
  /// The notice that AI helped to make the text, in the input.
  public var aiDisclosure: TextSpan?
  /// The words in the input that each field rests on.
  public var at: [Field: [TextSpan]] = [:]

  /// The fields that can be anchored.
  public enum Field: String, Sendable, Hashable, CaseIterable {
    case title, deck, outlet, byline, agency, dateline, published, modified, section
  }
  /// Makes metadata that tell nothing.
  public init() {}
}

/// A newspaper, site or station.
public struct Outlet: Sendable, Hashable {
  /// The name by which it is shown and counted: two articles with the same name here are of one outlet.
  public var name: String
  /// The group that owns it, where known: outlets of one group are not independent.
  public var group: String?
  /// What the name rests on, in words: "credit line", "domain in the text", "og:site_name".
  public var evidence: String
  /// Makes an outlet.
  public init(name: String, group: String? = nil, evidence: String) {
    self.name = name
    self.group = group
    self.evidence = evidence
  }
}

/// "MOSCOW (AP) —": where, when and by whom a report was filed.
public struct Dateline: Sendable, Hashable {
  /// The place as a name ("MOSCOW" gives "Moscow"); nil where it has only an agency or a date.
  public var place: String?
  /// The date in the dateline; nil where it has none, or one without a year that nothing supplies.
  public var date: CalendarDate?
  /// The agency in the dateline, by the short name that the field uses; nil where it has none.
  public var agency: String?
  /// Makes a dateline.
  public init(place: String? = nil, date: CalendarDate? = nil, agency: String? = nil) {
    self.place = place
    self.date = date
    self.agency = agency
  }
}

/// When an article was published, and how that is known.
public struct Publication: Sendable, Hashable {
  /// Where a publication date comes from.
  public enum Source: String, Sendable, Hashable { case metadata, url, text, inferred, story, caller }
  /// The time of publication, as precise as its source.
  public var value: Timestamp
  /// Where that is told; what the story alone tells is `story`.
  public var from: Source
  /// For `inferred`: the words in the input that it was worked out from.
  public var because: [TextSpan]
  /// Makes a publication date.
  public init(value: Timestamp, from: Source, because: [TextSpan] = []) {
    self.value = value
    self.from = from
    self.because = because
  }
}
