import Foundation
import Lexicon
import NewsModel
import TextBytes

/// What is known of events in one language: the tables in `Resources/<code>/`.
struct EventFolder: Sendable {
  /// The rows of each first word, by its dictionary form, in the order of the file: the first that fits wins.
  let triggers: [FoldHash: [Trigger]]
  /// Words that tell how a clause is to be read, by what they tell (`light`, `implicative`, `agent`, `person` …).
  let cues: [String: Set<FoldHash>]
  /// Words for people and bodies of people; of them, those who act for a state or a body.
  private let somebody: Set<FoldHash>
  private let officials: Set<FoldHash>
  /// Words that a slot asks for, by the name of the list.
  let lists: [String: Set<FoldHash>]
  /// Phrases within a clause that make a mode more exact ("by phone").
  let modes: PhraseTable<(type: String, mode: String)>
  /// Prepositions that are written otherwise: contracted, or of several words' last.
  let prepositions: [FoldHash: FoldHash]
  private let forms: [FoldHash: FoldHash]
  /// Forms that can only be a finite verb, where the word tables do not know them.
  private let finiteForms: Set<FoldHash>
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
    let rows = TableFile(folder.appendingPathComponent("cues.tsv")).rows.filter { $0.count >= 2 }
    headIsFirst = rows.contains { $0[0] == "head" && $0[1] == "first" }
    let words: [String]
    (triggers, words) = Self.triggers(folder, headIsFirst: headIsFirst)
    let plurals = rows.filter { $0[0] == "plural" && $0.count > 2 }.map { ($0[1], $0[2]) }
    lists = Self.sets(TableFile(folder.appendingPathComponent("lists.tsv")).rows, plurals)
    let cues = Self.sets(rows).merging(
      Self.sets(TableFile(folder.appendingPathComponent("people.tsv")).rows, plurals)
    ) { $0.union($1) }
    func union(_ names: [String]) -> Set<FoldHash> { names.reduce(into: []) { $0.formUnion(cues[$1] ?? []) } }
    self.cues = cues
    somebody = union(["person", "body", "crowd", "personal"])
    officials = union(["person", "body", "craft"])
    var modes = PhraseTable<(type: String, mode: String)>()
    for row in rows where row[0] == "mode" && row.count > 3 { modes.insert(row[3], (row[1], row[2])) }
    self.modes = modes
    func pairs(_ name: String) -> [[String]] { rows.filter { $0[0] == name && $0.count > 2 } }
    prepositions = Dictionary(pairs("preposition").map { (FoldHash($0[1]), FoldHash($0[2])) }) { a, _ in a }
    ordinals = Dictionary(pairs("ordinal").map { (FoldHash($0[1]), Int($0[2]) ?? 0) }) { a, _ in a }
    let cueWords = rows.filter { $0.count == 2 }.flatMap { $0[1].split(separator: " ").map(String.init) }
    forms = Self.forms(rows, ["form", "finite"], verbs: words + cueWords)
    finiteForms = Set(Self.forms(rows, ["finite"], verbs: words).keys)
  }

  /// The triggers by their head, rows of several words first, and the words of those that are verbs.
  private static func triggers(_ folder: URL, headIsFirst: Bool) -> ([FoldHash: [Trigger]], verbs: [String]) {
    var triggers: [FoldHash: [Trigger]] = [:]
    var verbs: [String] = []
    for row in TableFile(folder.appendingPathComponent("triggers.tsv")).rows {
      guard let trigger = Trigger(row, headIsFirst: headIsFirst) else { continue }
      let words = row[0].split(separator: " ").map(String.init)
      guard let head = trigger.kind == .noun && !headIsFirst ? words.last : words.first else { continue }
      triggers[FoldHash(head), default: []].append(trigger)
      if trigger.kind == .verb { verbs.append(head) }
    }
    func isPhrase(_ trigger: Trigger) -> Bool { !trigger.lead.isEmpty || !trigger.tail.isEmpty }
    return (triggers.mapValues { $0.filter(isPhrase) + $0.filter { !isPhrase($0) } }, verbs)
  }

  /// Rows `name<TAB>word word word` as sets, with the plurals that the endings give (`plural<TAB>z<TAB>ces`; the first that fits).
  private static func sets(_ rows: [[String]], _ plurals: [(String, String)] = []) -> [String: Set<FoldHash>] {
    var sets: [String: Set<FoldHash>] = [:]
    for row in rows where row.count == 2 {
      for word in row[1].split(separator: " ").map(String.init) {
        sets[row[0], default: []].insert(FoldHash(word))
        guard let (ending, plural) = plurals.first(where: { word.hasSuffix($0.0) }) else { continue }
        sets[row[0], default: []].insert(FoldHash(word.dropLast(ending.count) + plural))
      }
    }
    return sets
  }

  /// The verb of a token; a form that the word tables leave as it is goes back to its verb, and so does every participle.
  func verb(_ token: Token) -> FoldHash {
    guard token.lemma == token.fold || token.classes.contains(.participle) || isFiniteForm(token) else {
      return token.lemma
    }
    return forms[token.fold] ?? token.lemma
  }

  /// Rows `form<TAB>ar<TAB>ado ada` for the regular forms of every verb in use, `form-of<TAB>roto<TAB>romper` for others.
  private static func forms(_ rows: [[String]], _ names: [String], verbs: [String]) -> [FoldHash: FoldHash] {
    var found: [FoldHash: FoldHash] = [:]
    for row in rows where row[0] == "form-of" && names.contains("form") && row.count > 2 {
      found[FoldHash(row[1])] = FoldHash(row[2])
    }
    for row in rows where names.contains(row[0]) && row.count > 2 {
      for verb in verbs where verb.utf8.count > row[1].utf8.count && verb.hasSuffix(row[1]) {
        for ending in row[2].split(separator: " ") {
          let form = FoldHash(String(verb.dropLast(row[1].count)) + ending)
          if found[form] == nil { found[form] = FoldHash(verb) }
        }
      }
    }
    return found
  }

  /// Whether a word that the tables do not know is a finite form of a verb in use ("expulsara").
  func isFiniteForm(_ token: Token) -> Bool { finiteForms.contains(token.fold) }

  /// Whether a word is the dictionary form of a verb in use.
  func isBaseForm(_ token: Token) -> Bool { triggers[token.fold]?.contains { $0.kind == .verb } == true }

  /// Whether a noun or pronoun speaks of people or of a body of people.
  func isSomebody(_ noun: Token) -> Bool {
    isIn(somebody, noun)
  }

  /// Whether a noun speaks of those who act for a state or a body: offices, forces and their craft, armed groups, the bodies themselves.
  func isOfficial(_ noun: Token) -> Bool { isIn(officials, noun) }

  private func isIn(_ words: Set<FoldHash>, _ noun: Token) -> Bool {
    words.contains(noun.fold) || words.contains(noun.lemma)
  }

  /// Whether a token is one of the words that tell `cue`, by its form or its dictionary form.
  func has(_ cue: String, _ token: Token) -> Bool {
    guard let set = cues[cue] else { return false }
    return set.contains(token.fold) || set.contains(token.lemma) || set.contains(verb(token))
  }
}
