/// A place that is no country: a city, a region, a sea.
public struct Place: Hashable, Sendable {
  /// What kind of place.
  public enum Kind: String, Sendable, Hashable {
    case city
    /// A first-order division: a US state, a Spanish community, a Mexican state.
    case state
    /// A region of one country or of many: "Donbas", "the Middle East".
    case region
    case continent, ocean, sea, river, mountain, island, facility
  }
  /// "city:625144" (GeoNames number), "state:US-TX", "place:caribbean".
  public var key: String
  /// What kind of place.
  public var kind: Kind
  /// The ISO code of the one country in which it lies, or nil.
  public var country: String?
  /// Inhabitants, as GeoNames has them; 0 where unknown.
  public var population: Int
  /// Whether it is a country's capital.
  public var isCapital: Bool
  /// What has to hold before the word is taken for the name.
  public var use: NameUse
}
