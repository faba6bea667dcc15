/// An entity within one article.
public struct WireEntity: Codable, Sendable, Hashable {
  /// "e" and eight hexadecimal digits; for an article alone made from its first mention, in a trace the story's.
  public var id: String
  /// `person`, `organization`, `location`, `vessel`, `vehicle`, `work`, `law`, `event` or `other`.
  public var type: String
  /// The fullest name that the article gives; in a trace the story's name to show, so perhaps in another language.
  public var name: String
}

/// A time expression (TIMEX3).
public struct WireTime: Codable, Sendable, Hashable {
  /// Where the expression begins, in code points of the text that ``in`` names.
  public var start: Int
  /// Where it ends, exclusive.
  public var end: Int
  /// The words between `start` and `end`.
  public var exact: String
  /// `title` or `deck`; left out for the body.
  public var `in`: String?
  /// `DATE`, `TIME`, `DURATION` or `SET`, as TIMEX3 has them.
  public var type: String
  /// The value as TIMEX3 writes it (`2025-W50`, `P17D`, `PRESENT_REF`), as precise as the words; `null` where it cannot
  /// be resolved.
  @Nullable public var value: String?
  /// What the value was resolved against: `document`, `caller`, `inferred`, or `story` where only the story's other
  /// articles settle it.
  public var basis: String
}

/// A mention of an entity.
public struct WireMention: Codable, Sendable, Hashable {
  /// Where the mention begins, in code points of the text that ``in`` names.
  public var start: Int
  /// Where it ends, exclusive.
  public var end: Int
  /// The words between `start` and `end`.
  public var exact: String
  /// `title` or `deck`; left out for the body.
  public var `in`: String?
  /// How the entity is spoken of: `name`, `demonym`, `nominal` ("the Venezuelan leader") or `pronoun`.
  public var kind: String
  /// What is mentioned, in the words of ``WireEntity/type``; told even where the entity is unresolved.
  public var type: String
  /// The id of the entity, listed in the article's `entities`; `null` where unresolved.
  @Nullable public var entity: String?
  /// `true` where a state, its capital or its seat of government stands for the government ("Washington warned"); left
  /// out otherwise.
  public var acting: Bool?
}

/// A link of a chain of attribution.
public struct WireLink: Codable, Sendable, Hashable {
  /// `speaker`, who said the words, or `relay`, who passed them on.
  public var role: String
  /// Where the words that name the link begin, in code points of the text that ``in`` names; for an implied link, those
  /// of the credit, the dateline or the paragraph before.
  public var start: Int
  /// Where they end, exclusive.
  public var end: Int
  /// The words between `start` and `end`.
  public var exact: String
  /// `title`, `deck`, or `source` for what was cut from the input; left out for the body.
  public var `in`: String?
  /// The id of the article that holds the words; only in a story's claims, left out in an article's own annotations.
  public var article: String?
  /// The id of the entity; `null` where unresolved, and for most sources without a name.
  @Nullable public var entity: String?
  /// `person`, `organization`, `document`, `group` (a kind of people: "residents") or `unnamed`.
  public var kind: String
  /// Whether the source is unnamed; ``description`` and ``count`` then say more.
  public var anonymous: Bool
  /// Whether the passage itself does not name the link, and the paragraph before, the credit or the dateline does.
  public var implied: Bool
  /// The name to show: the entity's fullest, else the words themselves.
  public var name: String?
  /// What unnamed sources are said to be ("two officials briefed on the talks"); left out where nothing is said.
  public var description: String?
  /// How many unnamed sources there are; left out where no number is told.
  public var count: Int?
}

/// Something said.
public struct WireQuotation: Codable, Sendable, Hashable {
  /// To whom something was said ("told Ruiz").
  public struct Addressee: Codable, Sendable, Hashable {
    /// Where the words that name the addressee begin, in code points of the text that ``in`` names.
    public var start: Int
    /// Where they end, exclusive.
    public var end: Int
    /// The words between `start` and `end`.
    public var exact: String
    /// `title` or `deck`; left out for the body.
    public var `in`: String?
    /// The id of the addressee's entity; `null` where unresolved.
    @Nullable public var entity: String?
  }
  /// The whole of what is said, the cue included where it interrupts.
  public var content: WireAnchor
  /// The pieces of what is said where the cue interrupts it; left out where it does not.
  public var parts: [WireAnchor]?
  /// The stretches inside quotation marks, without the marks; empty for indirect speech.
  public var quoted: [WireAnchor]
  /// `direct`, `indirect`, or `mixed` where only a part stands in quotation marks.
  public var directness: String
  /// `statement`, `question`, `request`, `denial`, or an answer refused: `no-comment`, `no-response`.
  public var act: String
  /// The words that tell of the saying ("said", "according to"); `null` where the quotation goes on without them.
  @Nullable public var cue: WireAnchor?
  /// From the words outwards: the speaker, then every relay in order. The outlet that carries the article is not
  /// repeated; empty where none is told.
  public var chain: [WireLink]
  /// To whom it was said; `null` where the passage names nobody.
  @Nullable public var addressee: Addressee?
}

/// An event within one article.
public struct WireEventMention: Codable, Sendable, Hashable {
  /// Who takes part in the event.
  public struct Participant: Codable, Sendable, Hashable {
    /// `actor`, who acts, or `recipient`, who is acted upon.
    public var role: String
    /// The id of the entity, one of ``WireEventMention/actor`` or ``WireEventMention/recipient``; `null` where
    /// unresolved, and for those whom the words only describe ("gunmen", "the strikers").
    @Nullable public var entity: String?
    /// The words that name the participant.
    public var at: WireAnchor
  }
  /// Where the word that names the event begins, in code points of the text that ``in`` names.
  public var start: Int
  /// Where it ends, exclusive.
  public var end: Int
  /// The words between `start` and `end`.
  public var exact: String
  /// `title` or `deck`; left out for the body.
  public var `in`: String?
  /// PLOVER's type, in capitals (`CONSULT`, `COERCE`).
  public var type: String
  /// PLOVER's mode, or a finer word where PLOVER has none (`phone`, `seize`); `null` where the words give none.
  @Nullable public var mode: String?
  /// `asserted`, `reported`, `hypothetical` or `negated`.
  public var status: String
  /// The ids of the entities that act; empty where the text names none.
  public var actor: [String]
  /// The ids of the entities acted upon; empty where the text names none.
  public var recipient: [String]
  /// When it happened, as TIMEX3 writes it and as precise as the words; `null` where no time is told.
  @Nullable public var date: String?
  /// The id of the entity that is the place; `null` where none is told.
  @Nullable public var place: String?
  /// The actors and recipients with the words that name them.
  public var participants: [Participant]
}
