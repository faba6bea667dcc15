import Foundation
import Lexicon
import NewsModel
import TextBytes

/// What the tables say of one reporting word or phrase ("said", "called on", "asegurando").
struct Cue: Sendable {
  /// What may follow it, and where it may stand.
  struct Takes: OptionSet, Sendable {
    let rawValue: UInt16
    /// A clause with "that", "que".
    static let that = Takes(rawValue: 1)
    /// A clause without it.
    static let bare = Takes(rawValue: 2)
    /// A quotation, before or behind.
    static let quote = Takes(rawValue: 4)
    /// A noun phrase that is what is said: "denied the charge".
    static let noun = Takes(rawValue: 8)
    /// A clause with "whether", "si".
    static let question = Takes(rawValue: 16)
    /// The one who is addressed, without a preposition: "told the envoy".
    static let object = Takes(rawValue: 32)
    /// An infinitive that is what is asked of the one addressed: "urged them to".
    static let infinitive = Takes(rawValue: 64)
    /// "described it as", "called it a": an object with what it is called.
    static let naming = Takes(rawValue: 128)
    /// "linked the attack to".
    static let linking = Takes(rawValue: 256)
    /// "accused the mayor of".
    static let accusation = Takes(rawValue: 512)
    /// "puts the loss at 3 million".
    static let placing = Takes(rawValue: 1024)
    /// What a writing shows: a clause, or what it has on record: "the log shows a delay". Only writings say so.
    static let written = Takes(rawValue: 2048)
    /// An infinitive of which the speaker is the subject: "claims to own".
    static let having = Takes(rawValue: 4096)
    /// A number of things: "counted 40 boats".
    static let counting = Takes(rawValue: 8192)
  }
  /// The forms that a word may be.
  struct Form: OptionSet, Sendable {
    let rawValue: UInt8
    static let finite = Form(rawValue: 1)
    static let participle = Form(rawValue: 2)
    static let gerund = Form(rawValue: 4)
    static let infinitive = Form(rawValue: 8)
  }
  var act: Quotation.Act
  var takes: Takes
  var form: Form
}

/// The classes of nouns and the uses of small words that matchers ask about.
struct WordUse: OptionSet, Sendable {
  let rawValue: UInt64
  /// People who are not named when one speaks of them so: "sources", "analysts".
  static let source = WordUse(rawValue: 1 << 0)
  /// What speaks in writing: "statement", "report".
  static let document = WordUse(rawValue: 1 << 1)
  static let body = WordUse(rawValue: 1 << 2)
  static let person = WordUse(rawValue: 1 << 3)
  static let group = WordUse(rawValue: 1 << 4)
  static let media = WordUse(rawValue: 1 << 5)
  /// Where one speaks: "interview", "briefing".
  static let venue = WordUse(rawValue: 1 << 6)
  static let time = WordUse(rawValue: 1 << 7)
  /// What was said, summed up: "a message".
  static let message = WordUse(rawValue: 1 << 8)
  static let that = WordUse(rawValue: 1 << 9)
  static let whether = WordUse(rawValue: 1 << 10)
  static let to = WordUse(rawValue: 1 << 11)
  static let `as` = WordUse(rawValue: 1 << 12)
  static let by = WordUse(rawValue: 1 << 13)
  static let of = WordUse(rawValue: 1 << 14)
  static let addressee = WordUse(rawValue: 1 << 15)
  static let subject = WordUse(rawValue: 1 << 16)
  static let possessive = WordUse(rawValue: 1 << 17)
  static let but = WordUse(rawValue: 1 << 18)
  /// What follows a source noun and is no noun: "close to", "familiar with".
  static let predicate = WordUse(rawValue: 1 << 19)
  static let one = WordUse(rawValue: 1 << 20)
  static let adverb = WordUse(rawValue: 1 << 21)
  static let quote = WordUse(rawValue: 1 << 22)
  static let be = WordUse(rawValue: 1 << 23)
  /// A pronoun between subject and verb: "se", "le".
  static let weak = WordUse(rawValue: 1 << 24)

  /// A pronoun for what is no person: "it".
  static let neuter = WordUse(rawValue: 1 << 25)

  /// A noun that reports: "his claim that".
  static let claim = WordUse(rawValue: 1 << 26)

  /// A word for people who are never named: "source", "official".
  static let strong = WordUse(rawValue: 1 << 27)
  static let definite = WordUse(rawValue: 1 << 28)

  /// Words that count people without a number: "several".
  static let some = WordUse(rawValue: 1 << 29)
  static let female = WordUse(rawValue: 1 << 30)
  static let male = WordUse(rawValue: 1 << 31)
  /// A word for any writing, which another sentence tells of: "document".
  static let generic = WordUse(rawValue: 1 << 32)
  /// A word with which the names of papers and agencies end: "Herald".
  static let masthead = WordUse(rawValue: 1 << 33)
  /// People who, where nobody counts them, speak for the office that they hold: "prosecutors".
  static let office = WordUse(rawValue: 1 << 34)
  /// The press at large, which hands nothing on: "la prensa".
  static let press = WordUse(rawValue: 1 << 35)
  /// A form of the verb that makes the perfect: "has", "había".
  static let have = WordUse(rawValue: 1 << 36)
  /// A verb form in which what was said goes on: "Repairs would take a year".
  static let backshift = WordUse(rawValue: 1 << 37)
  /// A word that adds to what was said: "added", "también".
  static let additive = WordUse(rawValue: 1 << 38)
  /// A weak pronoun for what was said: "lo".
  static let thing = WordUse(rawValue: 1 << 39)
  /// What a paper writes: "story". Where a paper has published one, the paper itself speaks.
  static let piece = WordUse(rawValue: 1 << 43)
  /// A preposition that tells where: "in".
  static let inside = WordUse(rawValue: 1 << 40)
  /// A sum that somebody makes: "by the firm's own reckoning".
  static let reckoning = WordUse(rawValue: 1 << 41)
  /// "own" behind a possessor: "the council's own accounts".
  static let own = WordUse(rawValue: 1 << 42)

  static let named: [String: WordUse] = [
    "source": .source, "document": .document, "body": .body, "person": .person, "group": .group, "media": .media,
    "venue": .venue, "time": .time, "message": .message, "that": .that, "whether": .whether, "to": .to, "as": .as,
    "by": .by, "of": .of, "addressee": .addressee, "subject": .subject, "possessive": .possessive, "but": .but,
    "predicate": .predicate, "one": .one, "adverb": .adverb, "quote": .quote, "be": .be,
    "weak": .weak, "neuter": .neuter, "claim": .claim, "strong": .strong,
    "definite": .definite, "some": .some, "female": .female, "male": .male, "generic": .generic, "masthead": .masthead,
    "office": .office, "press": .press, "have": .have,
    "backshift": .backshift, "additive": .additive, "thing": .thing, "inside": .inside, "piece": .piece,
    "reckoning": .reckoning, "proper": .own,
  ]
}

/// Phrases that open or close an attribution of their own.
enum PhraseUse: String, Sendable {
  case according, per, citing, interview, through, refuse, comment, respond, silent, unreached, request, issue,
    anonymity, level, own, held, view, ledger, opinion, mouth, like, aside, back, voice, learnt
}

/// The quotation tables of one language: `Resources/<code>/`.
struct CueFolder: Sendable {
  private(set) var cues = PhraseTable<Cue>()
  private(set) var words: [FoldHash: WordUse] = [:]
  /// Uses of words that another word is told from by its accent alone ("él", "qué"); they count only as written.
  private(set) var accented: [FoldHash: WordUse] = [:]
  private(set) var counts: [FoldHash: Int] = [:]
  /// Whether a verb may stand without a subject.
  private(set) var dropsSubjects = false
  /// Whether the conditional tells what others say ("habría huido").
  private(set) var reportsInConditional = false
  /// What may stand before a word for a person and be written with it ("ex").
  private(set) var prefixes: [String] = []
  /// Whether adjectives stand behind their noun.
  private(set) var headFirst = false
  private(set) var phrases: [PhraseUse: PhraseTable<Bool>] = [:]

  /// Every language that has a folder, by code.
  static let all: [LanguageCode: CueFolder] = {
    let root = Bundle.module.bundleURL.appendingPathComponent("Resources")
    let names = (try? FileManager.default.contentsOfDirectory(atPath: root.path)) ?? []
    let codes = names.filter { $0.utf8.count == 2 }.sorted().map { LanguageCode($0) }
    return Dictionary(uniqueKeysWithValues: codes.map { ($0, CueFolder(root.appendingPathComponent($0.code))) })
  }()

  /// The folder of a language, or nil.
  static func of(_ code: LanguageCode) -> CueFolder? { all[code] }

  init(_ folder: URL) {
    readCues(TableFile(folder.appendingPathComponent("cues.tsv")).rows)
    for row in TableFile(folder.appendingPathComponent("nouns.tsv")).rows where row.count >= 2 {
      words[FoldHash(row[0]), default: []].formUnion(WordUse.named[row[1]] ?? [])
    }
    for row in TableFile(folder.appendingPathComponent("phrases.tsv")).rows where row.count >= 2 { readPhrase(row) }
  }

  /// What the word `token` of `text` may be used for.
  func uses(of token: Token, in text: SourceText) -> WordUse {
    guard token.kind == .word || token.kind == .number || token.kind == .clitic else { return [] }
    if let use = accented[token.fold], text.bytes[token.span.range].contains(where: { $0 >= 0x80 }) { return use }
    return words[token.fold] ?? prefixed(token, in: text)
  }

  /// "exagente": a word for a person with something before it.
  private func prefixed(_ token: Token, in text: SourceText) -> WordUse {
    let word = text.bytes[token.span.range]
    for prefix in prefixes where word.count > prefix.utf8.count + 3 && word.starts(with: prefix.utf8) {
      let use = words[FoldHash(String(decoding: word.dropFirst(prefix.utf8.count), as: UTF8.self))] ?? []
      return use.intersection([.person, .source, .group])
    }
    return []
  }

  private mutating func readPhrase(_ row: [String]) {
    if let use = PhraseUse(rawValue: row[0]) {
      phrases[use, default: PhraseTable()].insert(row[1], true)
    } else if let use = WordUse.named[row[0]] {
      if row[1].utf8.allSatisfy({ $0 < 0x80 }) {
        words[FoldHash(row[1]), default: []].formUnion(use)
      } else {
        accented[FoldHash(row[1]), default: []].formUnion(use)
      }
    } else if row[0] == "drops" {
      dropsSubjects = true
    } else if row[0] == "mood" {
      reportsInConditional = true
    } else if row[0] == "prefix" {
      prefixes.append(row[1])
    } else if row[0] == "headfirst" {
      headFirst = true
    } else if row[0].hasPrefix("count"), let count = Int(row[0].dropFirst(5)) {
      counts[FoldHash(row[1])] = count
    }
  }

  /// A form that stands in several columns or rows is entered once, with all that it may be.
  private mutating func readCues(_ rows: [[String]]) {
    var order: [String] = []
    var found: [String: Cue] = [:]
    for row in rows where row.count >= 7 {
      let takes = row[2].split(separator: " ").reduce(into: Cue.Takes()) { $0.formUnion(Self.takes[String($1)] ?? []) }
      let act = Quotation.Act(rawValue: row[1]) ?? .statement
      for (column, form) in [(3, Cue.Form.finite), (4, .participle), (5, .gerund), (6, .infinitive)] {
        for word in row[column].split(separator: ",").map(String.init) {
          if found[word] == nil {
            order.append(word)
            found[word] = Cue(act: act, takes: takes, form: form)
          } else {
            found[word]?.form.formUnion(form)
            found[word]?.takes.formUnion(takes)
          }
        }
      }
    }
    for word in order { if let cue = found[word] { cues.insert(word, cue) } }
  }

  private static let takes: [String: Cue.Takes] = [
    "that": .that, "bare": .bare, "quote": .quote, "np": .noun, "whether": .question, "object": .object,
    "to": .infinitive, "infinitive": .infinitive, "as": .naming, "naming": .naming, "linking": .linking,
    "accusation": .accusation, "of": .accusation, "placing": .placing, "written": .written,
    "having": .having, "counting": .counting,
  ]
}
