import TextBytes

/// What a page says about itself.
public struct Metadata: Sendable, Hashable {
  public var url: String?
  public var canonicalURL: String?
  public var section: String?
  public var outlet: Outlet?
  /// The authors, each a name without "By" or a job title.
  public var byline: [String] = []
  /// The news agencies credited, by the short name that the field uses ("Reuters", "AP").
  public var agency: [String] = []
  public var dateline: Dateline?
  public var published: Publication?
  public var modified: Timestamp?
  public var fetched: Timestamp?
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
  public var place: String?
  public var date: CalendarDate?
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
  public var value: Timestamp
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
