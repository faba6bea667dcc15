import Foundation
import Lexicon
import NewsModel
import TextBytes

/// What single words of a language tell about names around them.
struct CueFlags: OptionSet, Hashable, Sendable {
  let rawValue: UInt32
  init(rawValue: UInt32) { self.rawValue = rawValue }
  static let former = CueFlags(rawValue: 1 << 0)
  static let orgHead = CueFlags(rawValue: 1 << 1)
  static let orgSuffix = CueFlags(rawValue: 1 << 2)
  static let locHead = CueFlags(rawValue: 1 << 3)
  static let locFirst = CueFlags(rawValue: 1 << 4)
  static let eventHead = CueFlags(rawValue: 1 << 5)
  static let eventFirst = CueFlags(rawValue: 1 << 6)
  static let lawHead = CueFlags(rawValue: 1 << 7)
  static let workHead = CueFlags(rawValue: 1 << 8)
  static let vessel = CueFlags(rawValue: 1 << 9)
  static let government = CueFlags(rawValue: 1 << 10)
  static let of = CueFlags(rawValue: 1 << 11)
  static let and = CueFlags(rawValue: 1 << 12)
  static let particle = CueFlags(rawValue: 1 << 13)
  static let at = CueFlags(rawValue: 1 << 14)
  static let strictAt = CueFlags(rawValue: 1 << 15)
  static let placeNoun = CueFlags(rawValue: 1 << 16)
  static let calendar = CueFlags(rawValue: 1 << 17)
  static let never = CueFlags(rawValue: 1 << 18)
  static let notName = CueFlags(rawValue: 1 << 19)
  static let quantifier = CueFlags(rawValue: 1 << 20)
  static let actingObject = CueFlags(rawValue: 1 << 21)
  static let actingAgent = CueFlags(rawValue: 1 << 24)
  /// Mostly no office: an adjective, or the name of a field ("política").
  static let notRole = CueFlags(rawValue: 1 << 25)
  static let asRole = CueFlags(rawValue: 1 << 22)
  static let definite = CueFlags(rawValue: 1 << 23)
  /// Whose something is: "its", "su".
  static let owner = CueFlags(rawValue: 1 << 26)
  /// What sets one apart from the one spoken of: "another", "rival".
  static let other = CueFlags(rawValue: 1 << 27)
  /// What a hyphen ties to a name to make a description of it: "based", "owned".
  static let compound = CueFlags(rawValue: 1 << 28)
  /// What organizations alone have: "shareholders", "acciones".
  static let owned = CueFlags(rawValue: 1 << 29)
  /// What points at the thing at hand: "this newspaper" is the one that is read.
  static let pointing = CueFlags(rawValue: 1 << 30)
  /// What the model of types was trained on.
  static let trained = CueFlags(rawValue: 1 << 26 - 1)
  /// Any head that opens or closes a name with "of".
  static let anyHead: CueFlags = [.orgHead, .locHead, .eventHead, .lawHead, .workHead]

  static let named: [String: CueFlags] = [
    "former": .former, "org-head": .orgHead, "org-suffix": .orgSuffix, "loc-head": .locHead, "loc-first": .locFirst,
    "event-head": .eventHead, "event-first": .eventFirst, "law-head": .lawHead, "work-head": .workHead,
    "vessel": .vessel, "gov": .government, "of": .of, "and": .and, "particle": .particle, "at": .at,
    "strict-at": .strictAt, "place-noun": .placeNoun, "calendar": .calendar, "never": .never, "not-name": .notName,
    "quantifier": .quantifier, "acting-object": .actingObject, "not-role": .notRole, "acting-agent": .actingAgent,
    "as": .asRole,
    "the": .definite, "owner": .owner, "other": .other, "compound": .compound,
    "owned": .owned, "this": .pointing,
  ]
}

/// Male or female, where a word tells.
enum Gender: String, Sendable, Hashable { case male = "m", female = "f" }

/// An office, title or occupation.
struct Role: Hashable, Sendable {
  var key: String
  var gender: Gender?
  /// A trade rather than an office ("cook").
  var isOccupation = false
  var isPlural = false
  var isAbbreviation = false
  /// Whether its holder leads a state or government.
  var leadsState = false
}

/// A noun that can stand for an organization or country named before ("the company").
struct NominalNoun: Hashable, Sendable {
  /// Too general to point by itself: it means only what bears the word in its name ("the ministry").
  var isGeneral = false
  var isCountry: Bool
  var gender: Gender?
}

/// A third-person pronoun.
struct PersonalPronoun: Hashable, Sendable { var gender: Gender?; var isPlural: Bool }

/// The cues of one language, from `Resources/<code>/cues.tsv`.
struct Cues: Sendable {
  private(set) var flags: [FoldHash: CueFlags] = [:]
  private(set) var phrases = PhraseTable<CueFlags>()
  private(set) var roles = PhraseTable<Role>()
  private(set) var honorifics: [FoldHash: Gender?] = [:]
  private(set) var nominals: [FoldHash: NominalNoun] = [:]
  /// Words for kin that tell the sex of who is named behind them.
  private(set) var kin: [FoldHash: Gender] = [:]
  private(set) var pronouns: [FoldHash: PersonalPronoun] = [:]
  /// Whether heads stand first ("Ministerio de …"), and adjectives behind nouns.
  private(set) var headFirst = false

  private static let all: [LanguageCode: Cues] = {
    let root = Bundle.module.bundleURL.appendingPathComponent("Resources")
    let names = (try? FileManager.default.contentsOfDirectory(atPath: root.path)) ?? []
    let codes = names.filter { $0.utf8.count == 2 }.sorted().map { LanguageCode($0) }
    let cues = codes.map { ($0, Cues(TableFile(root.appendingPathComponent("\($0.code)/cues.tsv")))) }
    return Dictionary(cues) { first, _ in first }
  }()

  /// The cues of a language, or none.
  static func of(_ language: LanguageCode) -> Cues { all[language] ?? Cues(TableFile(text: "")) }

  init(_ table: TableFile) {
    var merged: [String: CueFlags] = [:]
    var order: [String] = []
    for row in table.rows where row.count >= 2 {
      let argument = row.count > 2 ? row[2] : ""
      guard let flag = CueFlags.named[row[1]] else {
        read(row[0], row[1], argument)
        continue
      }
      if merged[row[0]] == nil { order.append(row[0]) }
      merged[row[0], default: []].insert(flag)
    }
    for word in order {
      let value = merged[word] ?? []
      if word.utf8.contains(UInt8(ascii: " ")) {
        phrases.insert(word, value)
      } else {
        flags[FoldHash(word), default: []].formUnion(value)
      }
    }
  }

  private mutating func read(_ word: String, _ category: String, _ argument: String) {
    let fields = argument.split(separator: " ").map(String.init)
    let gender = fields.count > 1 ? Gender(rawValue: fields[1]) : nil
    switch category {
    case "role": roles.insert(word, Role(key: fields.first ?? word, gender: gender))
    case "honorific": honorifics[FoldHash(word)] = .some(Gender(rawValue: argument))
    case "nominal":
      nominals[FoldHash(word)] = NominalNoun(
        isGeneral: fields.first == "institution", isCountry: fields.first == "country", gender: gender)
    case "pronoun": pronouns[FoldHash(word)] = PersonalPronoun(gender: gender, isPlural: fields.first == "plural")
    case "kin": kin[FoldHash(word)] = Gender(rawValue: argument)
    case "setting": headFirst = headFirst || word == "head-first"
    default: break
    }
  }
}
