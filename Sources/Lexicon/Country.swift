/// A country, or a territory with an ISO 3166-1 code, by one of its names.
public struct Country: Hashable, Sendable {
  /// ISO 3166-1 alpha-2; "XK" for Kosovo.
  public var code: String
  /// What has to hold before the word is taken for the name.
  public var use: NameUse
  /// The key that every language shares: "country:BY".
  public var key: String { "country:" + code }
}

/// An adjective or noun for what comes from a country or region: "Belarusian", "bielorrusas", "Europeans".
public struct Demonym: Hashable, Sendable {
  /// What the form can be.
  public enum Form: String, Sendable, Hashable {
    /// Only an adjective, or a language: "British", "Spanish".
    case adjective
    /// Only people: "Briton", "Spaniards".
    case person
    case both
  }
  /// "country:BY", or "place:europe" for regions.
  public var key: String
  /// The ISO code, also that of the country in which a region lies ("Catalan" → ES); nil for regions of many countries.
  public var country: String?
  /// Adjective, people, or both.
  public var form: Form
  /// Whether the form is a plural.
  public var isPlural: Bool
  /// What has to hold before the word is taken for the name.
  public var use: NameUse
}

/// A place or building that stands for a government or one of its parts: "the Kremlin", "la Moncloa", "Washington".
public struct Seat: Hashable, Sendable {
  /// What it is the seat of.
  public enum Kind: String, Sendable, Hashable {
    /// A capital city, which is a place first.
    case capital
    /// The head of state or of government.
    case seat
    case ministry, military, legislature, court, intelligence
    /// The centre of an international organization or of a church: "Brussels", "the Holy See".
    case organization
  }
  /// "seat:kremlin"; for capitals the country's key.
  public var key: String
  /// The ISO code of the country in which it lies, or nil.
  public var country: String?
  /// What it is the seat of.
  public var kind: Kind
  /// What the name stands for: "country:RU", "org:EU".
  public var stands: String
  /// What has to hold before the word is taken for the name.
  public var use: NameUse
}
