import Foundation
import TextBytes

/// What Stemma knows of the world: names with a key that every language shares, looked up by the hashes of their folded words.
///
/// ```swift
/// let match = Lexicon.shared.countries.longestMatch(at: i, count: tokens.count) { tokens[$0].fold }
/// if let match, !match.value.use.contains(.capitals) || tokens[i].shape.contains(.allCapitals) { … }
/// ```
public struct Lexicon: Sendable {
  /// The tables, each loaded once in a process, when it is first asked for.
  public static let shared = Lexicon()

  /// Countries and territories, by every spelling.
  public var countries: PhraseTable<Country> { PlaceTables.shared.countries }
  /// Capitals and buildings that stand for governments.
  public var seats: PhraseTable<Seat> { PlaceTables.shared.seats }
  /// Cities, states, regions, seas. Where several places share a name the largest has it.
  public var places: PhraseTable<Place> { PlaceTables.shared.places }
  /// News agencies.
  public var agencies: PhraseTable<Publisher> { AgencyTable.shared }
  /// Newspapers, broadcasters, magazines, sites.
  public var outlets: OutletTable { OutletTable.shared }
  /// Organizations known by name.
  public var organizations: PhraseTable<Organization> { OrganizationTable.shared.organizations }
  /// Given names.
  public var givenNames: PhraseTable<PersonName> { PersonTables.givenNames }
  /// Surnames.
  public var surnames: PhraseTable<PersonName> { PersonTables.surnames }
  /// Words inside people's names that carry no weight when names are compared: "de", "van", "al".
  public var nameParticles: Set<FoldHash> { Self.loadedParticles }
  /// Words of names that tell nothing of whose they are.
  public var nameWords: NameWords { Self.loadedNameWords }
  /// Kinds of organizations, by the nouns and the words of names that tell them.
  public var kinds: OrganizationKinds { Self.loadedKinds }

  private static let loadedParticles: Set<FoldHash> = {
    var particles: Set<FoldHash> = []
    LexiconFolder.table("world/name-particles.tsv").forEachRow { row in
      row.forEachName(0) { span, _ in particles.insert(FoldHash(row.bytes, span)) }
    }
    return particles
  }()
  private static let loadedNameWords = NameWords(LexiconFolder.table("world/name-words.tsv"))
  private static let loadedKinds = OrganizationKinds(
    LexiconFolder.codes.map { ($0, LexiconFolder.table("\($0)/kinds.tsv")) },
    world: LexiconFolder.table("world/kinds.tsv"))
  private static let languages: [String: LanguageTables] = Dictionary(
    uniqueKeysWithValues: LexiconFolder.codes.map {
      ($0, LanguageTables(folder: LexiconFolder.root[$0]))
    })
  private static let noTables = LanguageTables()

  /// The tables of one language, by its code ("es"); empty for a language without a folder. O(1).
  public func words(of language: String) -> LanguageTables { Self.languages[language] ?? Self.noTables }

  /// The codes of the languages that have tables, sorted.
  public var languageCodes: [String] { LexiconFolder.codes }

  /// The publisher of a web domain: "www.elpais.com" and "english.elpais.com" both give that of "elpais.com". O(labels).
  public func publisher(domain: String) -> Publisher? {
    var labels = domain.lowercased().split(separator: ".")
    while labels.count >= 2 {
      if let found = PublisherIndex.shared[.domain, labels.joined(separator: ".")] { return found }
      labels.removeFirst()
    }
    return nil
  }

  /// The publisher with a key ("agency:Reuters"). O(1).
  public func publisher(key: String) -> Publisher? { PublisherIndex.shared[.key, key] }

  /// The name of a country in a language, or in English, or nil. O(1).
  public func countryName(_ code: String, language: String) -> String? {
    words(of: language).countryNames[code] ?? words(of: "en").countryNames[code]
  }

  /// The office that `role` names in any language: "Presidenta" gives that of "president", and so does the key of an office, which is
  /// what entities hold ("finance-minister"). Keys come first, then words in order of language codes. O(languages).
  public func office(_ role: String) -> Office? {
    for code in languageCodes { if let office = Self.languages[code]?.officesByKey[role] { return office } }
    let key = FoldHash(phrase: role)
    for code in languageCodes { if let office = Self.languages[code]?.offices[key] { return office } }
    return nil
  }

  /// The country that a demonym or a country's name tells of, in any language, as an ISO code.
  public func countryCode(_ name: String) -> String? {
    let key = FoldHash(phrase: name)
    if let country = countries[key] { return country.code }
    for code in languageCodes { if let demonym = Self.languages[code]?.demonyms[key] { return demonym.country } }
    return nil
  }
}
