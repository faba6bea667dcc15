/// An office, title or occupation that goes with a person's name.
public struct Office: Hashable, Sendable {
  /// What field it belongs to.
  public enum Class: String, Sendable, Hashable, CaseIterable {
    case headOfState = "head-of-state"
    case headOfGovernment = "head-of-government"
    case government, spokesperson, diplomat, legislature, military, police, judiciary, legal, local, party, business
    case academic, religious, sport, royalty, media, culture, health, activist, civil, occupation
  }
  /// What the form tells of the holder's sex.
  public enum Gender: String, Sendable, Hashable { case female = "f", male = "m", unknown = "" }
  /// The office over languages: "president" for "president", "presidente" and "presidenta".
  public var key: String
  /// The field it belongs to.
  public var `class`: Class
  /// What the form tells of the sex.
  public var gender: Gender
  /// Whether the form is a plural.
  public var isPlural: Bool
  /// Short for a title, and so only before a name: "Sen.", "Gen.".
  public var isAbbreviation: Bool
}

/// A form of address: "Mr", "doña", "Dr.".
public struct Honorific: Hashable, Sendable {
  /// What the form tells of the sex.
  public var gender: Office.Gender
  /// Followed by the given name, not by the surname: "don", "Sir".
  public var takesGivenName: Bool
}

/// A given name or surname.
public struct PersonName: Hashable, Sendable {
  /// What the form tells of the sex.
  public var gender: Office.Gender
  /// Also an ordinary word of one of the languages ("Will", "Rosa", "Paz"), a month or a place: weak evidence alone.
  public var isCommonWord: Bool
}
