import TextBytes

/// What somebody is reported to have said, and how it came to the reader.
public struct Quotation: Hashable, Sendable {
  /// Whether the words stand in quotation marks: all of them (`direct`), none (`indirect`), or some (`mixed`).
  public enum Directness: String, Sendable, Hashable { case direct, indirect, mixed }
  /// What is done by saying it. The last two are answers that were refused: nobody said the words, and the chain names
  /// who was asked.
  public enum Act: String, Sendable, Hashable {
    case statement, question, request, denial
    case noComment = "no-comment"
    case noResponse = "no-response"
  }
  /// The whole of what is said.
  public var content: TextSpan
  /// Its pieces, where the cue interrupts it; empty otherwise.
  public var parts: [TextSpan]
  /// The stretches inside quotation marks, without the marks.
  public var quoted: [TextSpan]
  /// How much of the content stands in quotation marks.
  public var directness: Directness
  /// What is done by saying it; a `statement` unless the cue or the words show another act.
  public var act: Act
  /// "said", "according to"; nil where the quotation goes on without one.
  public var cue: TextSpan?
  /// The links from the words outwards: the speaker, then every relay. The outlet of the article is not among them.
  public var chain: [ChainLink]
  /// To whom it was said ("told Ruiz"); nil where the passage names nobody.
  public var addressee: Party?

  /// Somebody named in a passage.
  public struct Party: Hashable, Sendable {
    /// The words that name the party, in the article's text.
    public var span: TextSpan
    /// Its entity, as an index into the article's (in a story, the story's) entities; nil where unresolved.
    public var entity: Int?
    /// Makes a party.
    public init(span: TextSpan, entity: Int? = nil) {
      self.span = span
      self.entity = entity
    }
  }

  /// Makes a quotation.
  public init(
    content: TextSpan, parts: [TextSpan] = [], quoted: [TextSpan] = [], directness: Directness, act: Act = .statement,
    cue: TextSpan? = nil, chain: [ChainLink] = [], addressee: Party? = nil
  ) {
    self.content = content
    self.parts = parts
    self.quoted = quoted
    self.directness = directness
    self.act = act
    self.cue = cue
    self.chain = chain
    self.addressee = addressee
  }
  /// Who said it.
  public var speaker: ChainLink? { chain.first { $0.role == .speaker } }
  /// Through whom.
  public var relays: [ChainLink] { chain.filter { $0.role == .relay } }
}

/// One hand through which words went.
public struct ChainLink: Hashable, Sendable {
  /// What the link does: the `speaker` said the words, a `relay` passed them on.
  public enum Role: String, Sendable, Hashable { case speaker, relay }
  /// What the link is. `group` is named only as a kind of people ("residents"); `unnamed` is a source that the text
  /// leaves without a name.
  public enum Kind: String, Sendable, Hashable { case person, organization, document, group, unnamed }
  /// Where the link is told.
  public enum Place: Sendable, Hashable {
    /// In the article's text.
    case text(TextSpan)
    /// In the input, in what was cut from it: a credit, a dateline.
    case source(TextSpan)
  }
  /// Whether it said the words or passed them on.
  public var role: Role
  /// The words that name the link, or the credit or dateline that implies it.
  public var at: Place
  /// The entity, as an index into the article's (in a story, the story's) entities.
  public var entity: Int?
  /// What it is: a person, an organization, a document, a group, or a source without a name.
  public var kind: Kind
  /// Whether the source is unnamed.
  public var anonymous: Bool
  /// Whether the passage itself does not name it.
  public var implied: Bool
  /// What unnamed sources are said to be ("two officials briefed on the talks").
  public var description: String?
  /// How many unnamed sources, where told.
  public var count: Int?
  /// The name to show.
  public var name: String

  /// Makes a link.
  public init(
    role: Role, at: Place, entity: Int? = nil, kind: Kind, anonymous: Bool = false, implied: Bool = false,
    description: String? = nil, count: Int? = nil, name: String
  ) {
    self.role = role
    self.at = at
    self.entity = entity
    self.kind = kind
    self.anonymous = anonymous
    self.implied = implied
    self.description = description
    self.count = count
    self.name = name
  }
}
