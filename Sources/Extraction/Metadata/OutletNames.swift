import Lexicon
import NewsModel

/// Outlets by name, alias or domain, as the gazetteer knows them.
struct OutletNames: Sendable {
  struct Entry: Sendable {
    var name: String
    var group: String?
  }
  static let shared = OutletNames()

  /// The outlet that goes by `name`, or an unknown one of that name.
  func outlet(named name: String, evidence: String) -> Outlet {
    if let known = known(name) { return Outlet(name: known.name, group: known.group, evidence: evidence) }
    return Outlet(name: name, evidence: evidence)
  }

  /// The outlet that goes by `name`, or nil.
  func known(_ name: String) -> Entry? {
    Lexicon.shared.outlets[phrase: name].map { Entry(name: $0.name, group: $0.group) }
  }

  /// The outlet with a domain, or nil; an agency's domain is no outlet's.
  func known(domain: String) -> Entry? {
    guard let found = Lexicon.shared.publisher(domain: domain), found.kind != .agency else { return nil }
    return Entry(name: found.name, group: found.group)
  }
}
