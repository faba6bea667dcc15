import Foundation
import Lexicon
import NewsModel
import TextBytes

/// Outlets known by name, alias or domain.
struct OutletNames: Sendable {
  struct Entry: Sendable {
    var name: String
    var group: String?
  }
  static let shared = OutletNames()
  private let names: PhraseTable<Entry>
  private let domains: [String: Entry]

  init() {
    var names = PhraseTable<Entry>()
    var domains: [String: Entry] = [:]
    for row in TableFile(ExtractionTables.root.appendingPathComponent("outlets.tsv")).rows where row.count >= 3 {
      let entry = Entry(name: row[0], group: row.count > 3 && !row[3].isEmpty ? row[3] : nil)
      names.insert(row[0], entry)
      for alias in row[1].split(separator: ";") { names.insert(String(alias), entry) }
      for domain in row[2].split(separator: ";") { domains[String(domain)] = entry }
    }
    self.names = names
    self.domains = domains
  }

  /// The outlet that goes by `name`, or an unknown one of that name.
  func outlet(named name: String, evidence: String) -> Outlet {
    if let known = known(name) { return Outlet(name: known.name, group: known.group, evidence: evidence) }
    return Outlet(name: name, evidence: evidence)
  }

  /// The outlet that goes by `name`, or nil.
  func known(_ name: String) -> Entry? {
    if let found = Lexicon.shared.outlets[phrase: name] { return Entry(name: found.name, group: found.group) }
    return names[phrase: name]
  }

  /// The outlet with a domain, or nil; an agency's domain is no outlet's.
  func known(domain: String) -> Entry? {
    if let found = Lexicon.shared.publisher(domain: domain), found.kind != .agency {
      return Entry(name: found.name, group: found.group)
    }
    return domains[domain]
  }
}
