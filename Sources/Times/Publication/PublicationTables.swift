import Foundation
import Lexicon
import NewsModel
import TextBytes

/// What the tables know of the way publication lines write dates, over all languages that have a folder.
struct PublicationTables: Sendable {
  /// A zone's name: minutes east of UTC, and the rule of its summer time where one name covers both.
  struct Zone: Sendable {
    var minutes: Int
    var summerRule: String
  }
  /// The words of one language.
  struct Words: Sendable {
    var months: [FoldHash: Int] = [:]
    var meridiems: [FoldHash: Int] = [:]
    var links: Set<FoldHash> = []
    var ageUnits: [FoldHash: TimeUnit] = [:]
    var ageNumbers: [FoldHash: Int] = [:]
    var agesBefore: Set<FoldHash> = []
    var agesAfter: Set<FoldHash> = []
    var dayFirst = false
  }
  let words: [LanguageCode: Words]
  /// The union of all languages, the first by code winning.
  let anyLanguage: Words
  let zones: [FoldHash: Zone]

  static let shared = PublicationTables(root: timesResources)

  init(root: ResourceFolder) {
    var words: [LanguageCode: Words] = [:]
    var union = Words()
    for name in root.languages {
      let read = Words(folder: root[name])
      words[LanguageCode(name)] = read
      union.add(read)
    }
    var zones: [FoldHash: Zone] = [:]
    for row in TableFile(path: root["any/zones.tsv"]).rows where row.count >= 3 {
      zones[FoldHash(row[0])] = Zone(minutes: Int(row[2]) ?? 0, summerRule: row.count > 3 ? row[3] : "")
    }
    self.words = words
    anyLanguage = union
    self.zones = zones
  }
}

extension PublicationTables.Words {
  init(folder: String) {
    self.init()
    for file in ["months.tsv", "publication.tsv"] {
      for row in TableFile(path: "\(folder)/\(file)").rows where row.count >= 2 {
        add(FoldHash(row[0].hasSuffix(".") ? String(row[0].dropLast()) : row[0]), row[1], row.count > 2 ? row[2] : "")
      }
    }
    let settings = TableFile(path: "\(folder)/settings.tsv").rows
    dayFirst = settings.contains { $0.first == "numeric-date" && $0.last == "day-month" }
  }

  private mutating func add(_ word: FoldHash, _ category: String, _ value: String) {
    switch category {
    case "month", "unsureMonth": months[word] = Int(value)
    case "meridiem": meridiems[word] = Int(value)
    case "link": links.insert(word)
    case "age-unit": ageUnits[word] = TimeUnit(rawValue: value)
    case "age-number": ageNumbers[word] = Int(value)
    case "age-before": agesBefore.insert(word)
    case "age-after": agesAfter.insert(word)
    default: break
    }
  }

  mutating func add(_ other: Self) {
    months.merge(other.months) { mine, _ in mine }
    meridiems.merge(other.meridiems) { mine, _ in mine }
    ageUnits.merge(other.ageUnits) { mine, _ in mine }
    ageNumbers.merge(other.ageNumbers) { mine, _ in mine }
    links.formUnion(other.links)
    agesBefore.formUnion(other.agesBefore)
    agesAfter.formUnion(other.agesAfter)
  }
}

/// The folder of this target's tables.
let timesResources = ResourceFolder("Times", else: .module)
