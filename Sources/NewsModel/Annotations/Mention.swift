import TextBytes

/// What an entity is.
public enum EntityType: String, Sendable, Hashable, CaseIterable {
  case person, organization, location, vessel, vehicle, work, law, event, other
}

/// A place in the text where an entity is spoken of.
public struct Mention: Hashable, Sendable {
  /// How it is spoken of.
  public enum Kind: String, Sendable, Hashable { case name, demonym, nominal, pronoun }
  /// The words of the mention, in the article's text.
  public var span: TextSpan
  /// How the entity is spoken of here; other mentions of it may be of other kinds.
  public var kind: Kind
  /// What the mention is of. It is told even where ``entity`` is unresolved.
  public var type: EntityType
  /// Its entity, as an index into the article's (or, in a story, the story's) entities; nil where unresolved.
  public var entity: Int?
  /// Whether a state, its capital or its seat of government stands for the government ("Washington warned").
  public var acting: Bool
  /// The last word of the name proper, or the head noun.
  public var head: TextSpan

  /// Makes a mention.
  public init(
    span: TextSpan, kind: Kind, type: EntityType, entity: Int? = nil, acting: Bool = false, head: TextSpan? = nil
  ) {
    self.span = span
    self.kind = kind
    self.type = type
    self.entity = entity
    self.acting = acting
    self.head = head ?? span
  }
}

/// Somebody or something within one article.
public struct Entity: Hashable, Sendable {
  /// What it is, over all its mentions.
  public var type: EntityType
  /// The fullest name that the article gives.
  public var name: String
  /// Other names in the article, without honorifics.
  public var aliases: [String]
  /// A name from the tables that every language shares (a country's ISO code, an agency's short name); nil for what only the text knows.
  public var key: String?
  /// Offices and descriptions that the article gives ("president", "ambassador"), folded.
  public var roles: [String]
  /// The ISO code of the country that it is, acts for, or holds office in, where told.
  public var country: String?
  /// For an organization, which kinds of it its name or the article tells ("bank", "airline"), in keys of the tables, sorted.
  public var kinds: [String]
  /// For a person, the organization that they hold office in or speak for, as an index into the article's entities; nil where untold.
  public var affiliation: Int?

  /// Makes an entity.
  public init(
    type: EntityType, name: String, aliases: [String] = [], key: String? = nil, roles: [String] = [],
    country: String? = nil, kinds: [String] = [], affiliation: Int? = nil
  ) {
    self.type = type
    self.name = name
    self.aliases = aliases
    self.key = key
    self.roles = roles
    self.country = country
    self.kinds = kinds
    self.affiliation = affiliation
  }
}
