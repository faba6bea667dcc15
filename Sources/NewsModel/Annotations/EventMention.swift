import TextBytes

/// An event in a text, coded by PLOVER.
public struct EventMention: Hashable, Sendable {
  public enum Status: String, Sendable, Hashable { case asserted, reported, hypothetical, negated }
  /// Who takes part, and as what.
  public struct Participant: Hashable, Sendable {
    public enum Role: String, Sendable, Hashable { case actor, recipient }
    public var role: Role
    /// Index into the article's entities.
    public var entity: Int
    public var at: TextSpan
    /// Makes a participant.
    public init(role: Role, entity: Int, at: TextSpan) {
      self.role = role
      self.entity = entity
      self.at = at
    }
  }
  /// The word that names the event.
  public var trigger: TextSpan
  /// PLOVER's type, in capitals: `CONSULT`.
  public var type: String
  /// PLOVER's mode, or a finer word where PLOVER has none ("phone", "seize"); nil where the words give none.
  public var mode: String?
  public var status: Status
  public var participants: [Participant]
  public var date: TimexValue?
  /// Index of the entity that is the place.
  public var place: Int?
  /// The clause that tells it: from the first to the last word that belongs to the event.
  public var extent: TextSpan

  /// Makes an event.
  public init(
    trigger: TextSpan, type: String, mode: String? = nil, status: Status = .asserted, participants: [Participant] = [],
    date: TimexValue? = nil, place: Int? = nil, extent: TextSpan? = nil
  ) {
    self.trigger = trigger
    self.type = type
    self.mode = mode
    self.status = status
    self.participants = participants
    self.date = date
    self.place = place
    self.extent = extent ?? trigger
  }
  /// The entities that act.
  public var actors: [Int] { participants.filter { $0.role == .actor }.map(\.entity) }
  /// The entities that are acted upon.
  public var recipients: [Int] { participants.filter { $0.role == .recipient }.map(\.entity) }
}

/// An article with everything that was found in it.
public struct AnnotatedArticle: Sendable {
  public var article: Article
  public var reading: Reading
  public var times: [TimeExpression]
  public var entities: [Entity]
  public var mentions: [Mention]
  public var quotations: [Quotation]
  public var events: [EventMention]

  /// Makes an annotated article.
  public init(
    article: Article, reading: Reading, times: [TimeExpression] = [], entities: [Entity] = [], mentions: [Mention] = [],
    quotations: [Quotation] = [], events: [EventMention] = []
  ) {
    self.article = article
    self.reading = reading
    self.times = times
    self.entities = entities
    self.mentions = mentions
    self.quotations = quotations
    self.events = events
  }
}
