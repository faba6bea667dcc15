import Foundation
import Lexicon
import NewsModel
import TextBytes

/// What is known of events in one language: the tables in `Resources/<code>/`.
struct EventFolder: Sendable {
  /// The rows of each first word, by its dictionary form, in the order of the file: the first that fits wins.
  let triggers: [FoldHash: [Trigger]]
  /// Words that tell how a clause is to be read, by what they tell (`light`, `implicative`, `agent`, `people` …).
  let cues: [String: Set<FoldHash>]
  /// Words that a slot asks for, by the name of the list.
  let lists: [String: Set<FoldHash>]
  /// Phrases within a clause that make a mode more exact ("by phone").
  let modes: PhraseTable<(type: String, mode: String)>
  /// Prepositions that are written otherwise: contracted, or of several words' last.
  let prepositions: [FoldHash: FoldHash]
  private let forms: [FoldHash: FoldHash]
  /// Ordinals, by their number.
  let ordinals: [FoldHash: Int]
  /// Whether the noun stands before what modifies it.
  let headIsFirst: Bool

  static let all: [LanguageCode: EventFolder] = {
    let root = Bundle.module.bundleURL.appendingPathComponent("Resources")
    let names = (try? FileManager.default.contentsOfDirectory(atPath: root.path)) ?? []
    let codes = names.filter { $0.utf8.count == 2 }.sorted().map { LanguageCode($0) }
    return Dictionary(uniqueKeysWithValues: codes.map { ($0, EventFolder(root.appendingPathComponent($0.code))) })
  }()

  init(_ folder: URL) {
    var triggers: [FoldHash: [Trigger]] = [:]
    var words: [String] = []
    for row in TableFile(folder.appendingPathComponent("triggers.tsv")).rows {
      guard let trigger = Trigger(row), let head = row[0].split(separator: " ").first else { continue }
      triggers[FoldHash(String(head)), default: []].append(trigger)
      if trigger.kind == .verb { words.append(String(head)) }
    }
    self.triggers = triggers
    lists = Self.sets(TableFile(folder.appendingPathComponent("lists.tsv")).rows)
    let rows = TableFile(folder.appendingPathComponent("cues.tsv")).rows.filter { $0.count >= 2 }
    cues = Self.sets(rows + TableFile(folder.appendingPathComponent("people.tsv")).rows)
    var modes = PhraseTable<(type: String, mode: String)>()
    for row in rows where row[0] == "mode" && row.count > 3 { modes.insert(row[3], (row[1], row[2])) }
    self.modes = modes
    func pairs(_ name: String) -> [[String]] { rows.filter { $0[0] == name && $0.count > 2 } }
    prepositions = Dictionary(pairs("preposition").map { (FoldHash($0[1]), FoldHash($0[2])) }) { a, _ in a }
    ordinals = Dictionary(pairs("ordinal").map { (FoldHash($0[1]), Int($0[2]) ?? 0) }) { a, _ in a }
    let cueWords = rows.filter { $0.count == 2 }.flatMap { $0[1].split(separator: " ").map(String.init) }
    forms = Self.forms(rows, verbs: words + cueWords)
    headIsFirst = rows.contains { $0[0] == "head" && $0[1] == "first" }
  }

  /// Rows `name<TAB>word word word` as sets.
  private static func sets(_ rows: [[String]]) -> [String: Set<FoldHash>] {
    var sets: [String: Set<FoldHash>] = [:]
    for row in rows where row.count == 2 {
      for word in row[1].split(separator: " ") { sets[row[0], default: []].insert(FoldHash(String(word))) }
    }
    return sets
  }

  /// The verb of a token; a form that the word tables leave as it is goes back to its verb, and so does every participle.
  func verb(_ token: Token) -> FoldHash {
    guard token.lemma == token.fold || token.classes.contains(.participle) else { return token.lemma }
    return forms[token.fold] ?? token.lemma
  }

  /// Rows `form<TAB>ar<TAB>ado ada` for the regular forms of every verb in use, `form-of<TAB>roto<TAB>romper` for others.
  private static func forms(_ rows: [[String]], verbs: [String]) -> [FoldHash: FoldHash] {
    var found: [FoldHash: FoldHash] = [:]
    for row in rows where row[0] == "form-of" && row.count > 2 { found[FoldHash(row[1])] = FoldHash(row[2]) }
    for row in rows where row[0] == "form" && row.count > 2 {
      for verb in verbs where verb.utf8.count > row[1].utf8.count && verb.hasSuffix(row[1]) {
        for ending in row[2].split(separator: " ") {
          let form = FoldHash(String(verb.dropLast(row[1].count)) + ending)
          if found[form] == nil { found[form] = FoldHash(verb) }
        }
      }
    }
    return found
  }

  /// Whether a token is one of the words that tell `cue`, by its form or its dictionary form.
  func has(_ cue: String, _ token: Token) -> Bool {
    guard let set = cues[cue] else { return false }
    return set.contains(token.fold) || set.contains(token.lemma) || set.contains(verb(token))
  }
}
