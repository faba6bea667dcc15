import TextBytes

/// An event in a text, coded by PLOVER.
public struct EventMention: Hashable, Sendable {
  /// How the event is told: on the article's own word, in somebody's words or as a rumour, as possible or planned, or
  /// as not having happened. What is negated or hypothetical stays so inside a quotation.
  public enum Status: String, Sendable, Hashable { case asserted, reported, hypothetical, negated }
  /// Who takes part, and as what.
  public struct Participant: Hashable, Sendable {
    /// PLOVER's two parts: who acts, and who is acted upon. A place takes no part; it stands in ``EventMention/place``.
    public enum Role: String, Sendable, Hashable { case actor, recipient }
    /// Which of the two parts it takes.
    public var role: Role
    /// Index into the article's entities; nil for those whom the words only describe ("gunmen", "the strikers").
    public var entity: Int?
    /// The words that name the participant, in the article's text.
    public var at: TextSpan
    /// Makes a participant.
    public init(role: Role, entity: Int?, at: TextSpan) {
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
  /// How the event is told; `asserted` unless the words say otherwise.
  public var status: Status
  /// Actors and recipients; empty where the text tells none. One entity may stand in it more than once.
  public var participants: [Participant]
  /// When it happened, as precise as the words; nil where they give no time for it.
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
  public var actors: [Int] { participants.filter { $0.role == .actor }.compactMap(\.entity) }
  /// The entities that are acted upon.
  public var recipients: [Int] { participants.filter { $0.role == .recipient }.compactMap(\.entity) }
  /// The entities that take part, each once.
  public var parties: Set<Int> { Set(participants.compactMap(\.entity)) }
}

/// An article with everything that was found in it.
public struct AnnotatedArticle: Sendable {
  /// The article, with the text that all spans below point into.
  public var article: Article
  /// The article's text cut into sentences and tokens.
  public var reading: Reading
  /// The time expressions in title, deck and body, in order of the text.
  public var times: [TimeExpression]
  /// Who and what the article speaks of. The entity numbers of mentions, quotations and events index this list; in a
  /// story they index the story's entities instead.
  public var entities: [Entity]
  /// Where the article speaks of them, in order of the text.
  public var mentions: [Mention]
  /// What somebody is reported to have said, in order of the text.
  public var quotations: [Quotation]
  /// The events that the text tells, coded by PLOVER.
  public var events: [EventMention]
  /// How many and how much the text tells of, in order; numbers of times are among them.
  public var quantities: [Quantity]

  /// Makes an annotated article.
  public init(
    article: Article, reading: Reading, times: [TimeExpression] = [], entities: [Entity] = [], mentions: [Mention] = [],
    quotations: [Quotation] = [], events: [EventMention] = [], quantities: [Quantity] = []
  ) {
    self.article = article
    self.reading = reading
    self.times = times
    self.entities = entities
    self.mentions = mentions
    self.quotations = quotations
    self.events = events
    self.quantities = quantities
  }
}
