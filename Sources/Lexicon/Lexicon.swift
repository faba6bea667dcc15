import Foundation
import TextBytes

/// What Stemma knows of the world: names with a key that every language shares, looked up by the hashes of their folded words.
///
/// ```swift
/// let match = Lexicon.shared.countries.longestMatch(at: i, count: tokens.count) { tokens[$0].fold }
/// if let match, !match.value.use.contains(.capitals) || tokens[i].shape.contains(.allCapitals) { … }
/// ```
public struct Lexicon: Sendable {
  /// The tables, loaded once in a process.
  public static let shared = Lexicon(resources: Bundle.module.bundleURL.appendingPathComponent("Resources"))

  /// Countries and territories, by every spelling.
  public internal(set) var countries = PhraseTable<Country>()
  /// Capitals and buildings that stand for governments.
  public internal(set) var seats = PhraseTable<Seat>()
  /// Cities, states, regions, seas. Where several places share a name the largest has it.
  public internal(set) var places = PhraseTable<Place>()
  /// News agencies.
  public internal(set) var agencies = PhraseTable<Publisher>()
  /// Newspapers, broadcasters, magazines, sites.
  public internal(set) var outlets = PhraseTable<Publisher>()
  /// Organizations known by name.
  public internal(set) var organizations = PhraseTable<Organization>()
  /// Given names.
  public internal(set) var givenNames = PhraseTable<PersonName>()
  /// Surnames.
  public internal(set) var surnames = PhraseTable<PersonName>()
  /// Words inside people's names that carry no weight when names are compared: "de", "van", "al".
  public internal(set) var nameParticles: Set<FoldHash> = []
  /// Words of names that tell nothing of whose they are.
  public internal(set) var nameWords = NameWords()
  /// Kinds of organizations, by the nouns and the words of names that tell them.
  public internal(set) var kinds = OrganizationKinds()
  var publishersByDomain: [String: Publisher] = [:]
  var publishersByKey: [String: Publisher] = [:]
  var languages: [String: LanguageTables] = [:]
  private static let noTables = LanguageTables()

  /// Loads the tables under `resources`: `world/` and one folder a language. What is missing is empty. O(size of the tables).
  init(resources: URL) {
    let world = resources.appendingPathComponent("world")
    let names = (try? FileManager.default.contentsOfDirectory(atPath: resources.path)) ?? []
    let codes = names.filter { $0.utf8.count == 2 }.sorted()
    readPublishers(TableBytes(world.appendingPathComponent("publishers.tsv")))
    var folders = codes.map { resources.appendingPathComponent($0) }
    folders.append(world)
    let details = PlaceDetails(world)
    places.reserve(12_000)
    givenNames.reserve(12_000)
    surnames.reserve(12_000)
    for folder in folders {
      readCountries(TableBytes(folder.appendingPathComponent("countries.tsv")))
      readSeats(TableBytes(folder.appendingPathComponent("seats.tsv")), details)
      readPlaces(TableBytes(folder.appendingPathComponent("places.tsv")), details)
      readOrganizations(TableBytes(folder.appendingPathComponent("organizations.tsv")), details)
    }
    TableBytes(world.appendingPathComponent("name-particles.tsv")).forEachRow { row in
      row.forEachName(0) { span, _ in nameParticles.insert(FoldHash(row.bytes, span)) }
    }
    nameWords = NameWords(TableBytes(world.appendingPathComponent("name-words.tsv")))
    kinds = OrganizationKinds(
      zip(codes, folders).map { ($0, TableBytes($1.appendingPathComponent("kinds.tsv"))) },
      world: TableBytes(world.appendingPathComponent("kinds.tsv")))
    readCities(TableBytes(world.appendingPathComponent("cities.tsv")))
    for (code, folder) in zip(codes, folders) {
      languages[code] = LanguageTables(folder: folder)
      Self.readPersonNames(TableBytes(folder.appendingPathComponent("given-names.tsv")), into: &givenNames)
      Self.readPersonNames(TableBytes(folder.appendingPathComponent("surnames.tsv")), into: &surnames)
    }
  }

  /// The tables of one language, by its code ("es"); empty for a language without a folder. O(1).
  public func words(of language: String) -> LanguageTables { languages[language] ?? Self.noTables }

  /// The codes of the languages that have tables, sorted.
  public var languageCodes: [String] { languages.keys.sorted() }

  /// The publisher of a web domain: "www.elpais.com" and "english.elpais.com" both give that of "elpais.com". O(labels).
  public func publisher(domain: String) -> Publisher? {
    var labels = domain.lowercased().split(separator: ".")
    while labels.count >= 2 {
      if let found = publishersByDomain[labels.joined(separator: ".")] { return found }
      labels.removeFirst()
    }
    return nil
  }

  /// The publisher with a key ("agency:Reuters"). O(1).
  public func publisher(key: String) -> Publisher? { publishersByKey[key] }

  /// The name of a country in a language, or in English, or nil. O(1).
  public func countryName(_ code: String, language: String) -> String? {
    words(of: language).countryNames[code] ?? words(of: "en").countryNames[code]
  }

  /// The office that `role` names in any language: "Presidenta" gives that of "president", and so does the key of an office, which is
  /// what entities hold ("finance-minister"). Keys come first, then words in order of language codes. O(languages).
  public func office(_ role: String) -> Office? {
    for code in languageCodes { if let office = languages[code]?.officesByKey[role] { return office } }
    let key = FoldHash(phrase: role)
    for code in languageCodes { if let office = languages[code]?.offices[key] { return office } }
    return nil
  }

  /// The country that a demonym or a country's name tells of, in any language, as an ISO code.
  public func countryCode(_ name: String) -> String? {
    let key = FoldHash(phrase: name)
    if let country = countries[key] { return country.code }
    for code in languageCodes { if let demonym = languages[code]?.demonyms[key] { return demonym.country } }
    return nil
  }
}
