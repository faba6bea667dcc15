import TextBytes

/// Articles that tell one story, and what stands behind what they tell.
public struct Story: Sendable {
  public var id: ID<Story>
  public var title: String
  /// In order of publication, undated ones where they arrived. Entity numbers in their annotations are the story's.
  public var articles: [AnnotatedArticle]
  public var entities: [StoryEntity]
  public var origins: [Origin]
  public var derivations: [Derivation]
  public var claims: [Claim]
  public var discrepancies: [Discrepancy]
  public var exclusives: [Exclusive]
  public var events: [StoryEvent]
  public var timeline: [TimelineEntry]

  /// Makes a story.
  public init(
    id: ID<Story>, title: String, articles: [AnnotatedArticle], entities: [StoryEntity] = [], origins: [Origin] = [],
    derivations: [Derivation] = [], claims: [Claim] = [], discrepancies: [Discrepancy] = [],
    exclusives: [Exclusive] = [], events: [StoryEvent] = [], timeline: [TimelineEntry] = []
  ) {
    self.id = id
    self.title = title
    self.articles = articles
    self.entities = entities
    self.origins = origins
    self.derivations = derivations
    self.claims = claims
    self.discrepancies = discrepancies
    self.exclusives = exclusives
    self.events = events
    self.timeline = timeline
  }
  /// The languages of the articles, each once, in order of their codes.
  public var languages: [LanguageCode] { Array(Set(articles.compactMap(\.article.language))).sorted() }
}

/// The words in one article that a finding rests on.
public struct Passage: Hashable, Sendable, Comparable {
  /// The article, as an index into the story's.
  public var article: Int
  /// Where in the article's text.
  public var span: TextSpan
  /// Makes a passage.
  public init(article: Int, span: TextSpan) {
    self.article = article
    self.span = span
  }
  public static func < (a: Passage, b: Passage) -> Bool {
    a.article != b.article ? a.article < b.article : a.span < b.span
  }
}

/// Somebody or something over all articles of a story.
public struct StoryEntity: Hashable, Sendable {
  public var id: ID<StoryEntity>
  public var type: EntityType
  /// The name to show.
  public var name: String
  /// Every name, by language.
  public var names: [LanguageCode: [String]]
  /// The name that the tables share over languages, or nil.
  public var key: String?
  public var roles: [String]
  public var country: String?
  /// Why its mentions were taken for one, a sentence a merge: for `--explain`.
  public var because: [String]

  /// Makes an entity.
  public init(
    id: ID<StoryEntity>, type: EntityType, name: String, names: [LanguageCode: [String]] = [:], key: String? = nil,
    roles: [String] = [], country: String? = nil, because: [String] = []
  ) {
    self.id = id
    self.type = type
    self.name = name
    self.names = names
    self.key = key
    self.roles = roles
    self.country = country
    self.because = because
  }
}

/// An event over all articles of a story.
public struct StoryEvent: Hashable, Sendable {
  public var id: ID<StoryEvent>
  public var type: String
  public var mode: String?
  /// Indices into the story's entities.
  public var actors: [Int]
  public var recipients: [Int]
  public var date: TimexValue?
  /// The extents of its mentions; never empty.
  public let mentions: [Passage]

  /// Makes an event, or nil without a passage: no passage, no event.
  public init?(
    id: ID<StoryEvent>, type: String, mode: String?, actors: [Int], recipients: [Int], date: TimexValue?,
    mentions: [Passage]
  ) {
    guard !mentions.isEmpty else { return nil }
    self.id = id
    self.type = type
    self.mode = mode
    self.actors = actors
    self.recipients = recipients
    self.date = date
    self.mentions = mentions
  }
}

/// A line of the timeline.
public struct TimelineEntry: Hashable, Sendable {
  /// One value, or several where the versions disagree.
  public var dates: [TimexValue]
  public var text: String
  public var event: ID<StoryEvent>?
  public var claims: [ID<Claim>]
  /// Never empty.
  public let at: [Passage]

  /// Makes an entry, or nil without a date or a passage.
  public init?(dates: [TimexValue], text: String, event: ID<StoryEvent>?, claims: [ID<Claim>], at: [Passage]) {
    guard !dates.isEmpty, !at.isEmpty else { return nil }
    self.dates = dates
    self.text = text
    self.event = event
    self.claims = claims
    self.at = at
  }
}
