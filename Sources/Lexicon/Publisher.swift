/// A news agency or an outlet, by one of its names.
public struct Publisher: Hashable, Sendable {
  /// What it publishes.
  public enum Kind: String, Sendable, Hashable {
    case agency
    /// An agency for pictures.
    case photo
    /// A distributor of press releases.
    case release
    case newspaper, broadcaster, magazine, site

    /// Whether it supplies others: agencies, picture agencies and distributors of releases.
    public var isWire: Bool { self == .agency || self == .photo || self == .release }
  }
  /// "agency:Reuters", "outlet:elpais.com".
  public var key: String
  /// The name to show.
  public var name: String
  /// What it publishes.
  public var kind: Kind
  /// ISO code of the country in which it has its seat.
  public var country: String?
  /// The group that owns it, where that is well known and stable; outlets of one group are not independent.
  public var group: String?
  /// Owned or directed by a state's government (public broadcasters with editorial independence are not).
  public var isState: Bool
  /// Its web domains, the main one first.
  public var domains: [String]
  /// What has to hold before the word is taken for the name.
  public var use: NameUse
}
