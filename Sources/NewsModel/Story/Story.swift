import TextBytes

/// Articles that tell one story, and what stands behind what they tell.
public struct Story: Sendable {
  /// "s" and eight hexadecimal digits, made from the id of the article that opened it; it stays when other articles
  /// join.
  public var id: ID<Story>
  /// The first title in the commonest language that has one; where none has, the first sentence; empty only for articles
  /// without text.
  public var title: String
  /// In order of arrival. Entity numbers in their annotations are the story's.
  public var articles: [AnnotatedArticle]
  /// Who and what the articles speak of, each once over all articles and languages, in order of first appearance. The
  /// entity numbers in ``articles`` index this list.
  public var entities: [StoryEntity]
  /// The origins that the claims and derivations name, each once, sorted by id.
  public var origins: [Origin]
  /// What articles owe to an agency's or an outlet's text, in order of the articles; empty where none owes anything.
  public var derivations: [Derivation]
  /// What the story claims, each proposition once over all articles and languages.
  public var claims: [Claim]
  /// Where versions of a claim differ, in the order of ``claims``, at most one of a kind for a claim.
  public var discrepancies: [Discrepancy]
  /// What only one outlet has, an entry for each article that has something of its own.
  public var exclusives: [Exclusive]
  /// Events that two parties or more take part in, or one party on a known day; in order of first mention.
  public var events: [StoryEvent]
  /// What happened when: events and claims with a date, in order of the first day that it may be.
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
  /// By article, then by place in its text.
  public static func < (a: Passage, b: Passage) -> Bool {
    a.article != b.article ? a.article < b.article : a.span < b.span
  }
}

/// Somebody or something over all articles of a story.
public struct StoryEntity: Hashable, Sendable {
  /// "e" and eight hexadecimal digits, made from the type and the shared name, or the name to show where the tables
  /// know none.
  public var id: ID<StoryEntity>
  /// What it is, as most articles have it.
  public var type: EntityType
  /// The name to show.
  public var name: String
  /// Every name, by language.
  public var names: [LanguageCode: [String]]
  /// The name that the tables share over languages, or nil.
  public var key: String?
  /// Offices and descriptions that any article gives, folded, sorted, each once; empty where none is given.
  public var roles: [String]
  /// The ISO code of the country that it is, acts for, or holds office in, as most articles have it; nil where none
  /// tells.
  public var country: String?
  /// For an organization, which kinds of it any article tells, in keys of the tables, sorted.
  public var kinds: [String]
  /// For a person, the one organization that the articles say they hold office in or speak for, as an index into the story's entities; nil
  /// where none tells or they differ.
  public var affiliation: Int?
  /// Why its mentions were taken for one, a sentence a merge: for `--explain`.
  public var because: [String]

  /// Makes an entity.
  public init(
    id: ID<StoryEntity>, type: EntityType, name: String, names: [LanguageCode: [String]] = [:], key: String? = nil,
    roles: [String] = [], country: String? = nil, kinds: [String] = [], affiliation: Int? = nil, because: [String] = []
  ) {
    self.id = id
    self.type = type
    self.name = name
    self.names = names
    self.key = key
    self.roles = roles
    self.country = country
    self.kinds = kinds
    self.affiliation = affiliation
    self.because = because
  }
}

/// An event over all articles of a story.
public struct StoryEvent: Hashable, Sendable {
  /// "v" and eight hexadecimal digits, made from type, mode, date and parties.
  public var id: ID<StoryEvent>
  /// PLOVER's type, in capitals: `CONSULT`.
  public var type: String
  /// PLOVER's mode or a finer word, as the first mention that has one gives it; nil where none has.
  public var mode: String?
  /// Indices into the story's entities.
  public var actors: [Int]
  /// Indices into the story's entities, sorted, of those acted upon; empty where no mention names one.
  public var recipients: [Int]
  /// When it happened, from the mention that tells it most precisely; nil where none tells.
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
  /// What happened: the text of the claim that most articles state, so words that a source has.
  public var text: String
  /// The event that the line tells; nil where it tells a dated claim alone.
  public var event: ID<StoryEvent>?
  /// The claims that tell it, in the story's order.
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
