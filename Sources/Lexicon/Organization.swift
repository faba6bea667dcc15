/// An organization known by name over languages: "NATO" and "OTAN" are both "org:NATO".
public struct Organization: Hashable, Sendable {
  /// What kind of organization.
  public enum Kind: String, Sendable, Hashable {
    case international, government, military, intelligence, police, court, legislature, party, armed, company, bank,
      nonprofit
    case sport, religious, academic, research
  }
  /// "org:NATO".
  public var key: String
  /// What kind of organization.
  public var kind: Kind
  /// ISO code of the country it belongs to, or nil.
  public var country: String?
  /// What has to hold before the word is taken for the name.
  public var use: NameUse
}

/// Words that head the name of an institution: "Ministry", "Supreme Court", "Tribunal Supremo", "police".
public struct InstitutionHead: Hashable, Sendable {
  /// What it is, over languages: "ministry", "foreign-ministry", "supreme-court", "police".
  public var key: String
  /// What kind of organization it heads.
  public var kind: Organization.Kind
  /// Whether the form is a plural.
  public var isPlural: Bool
}

/// A word that tells that a name is an organization's.
public struct OrganizationHead: Hashable, Sendable {
  /// Where in the name it stands.
  public enum Position: String, Sendable, Hashable {
    /// Behind the name: "Inc", "S.A.", "plc".
    case suffix
    /// At its head: "University", "Banco", "Partido".
    case head
  }
  /// What it is, over languages: "company", "university", "bank".
  public var key: String
  /// Where in the name it stands.
  public var position: Position
}

/// A common noun for a kind of thing that bears names: "tanker", "petrolero"; "airport", "cárcel".
public struct KindWord: Hashable, Sendable {
  /// What it is, over languages.
  public var key: String
  /// Whether the form is a plural.
  public var isPlural: Bool
}
