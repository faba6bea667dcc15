/// What has to hold in the text before a word that stands in a table is taken for that name.
public struct NameUse: OptionSet, Sendable, Hashable {
  /// The bits.
  public let rawValue: UInt8
  /// Wraps bits.
  public init(rawValue: UInt8) { self.rawValue = rawValue }
  /// Counts only in capitals: "US" is a country, "us" is not; "WHO" is an organization, "Who" is not.
  public static let capitals = NameUse(rawValue: 1)
  /// Also ordinary words, or the name of something better known ("Time", "El País", "Metro"): needs support from around it.
  public static let ambiguous = NameUse(rawValue: 2)
}
