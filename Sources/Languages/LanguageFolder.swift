import Foundation
import Lexicon
import NewsModel
import TextBytes

/// What Stemma knows of one language: the tables in `Resources/<code>/`. A language without a folder is read with none.
public struct LanguageFolder: Sendable {
  /// How an abbreviation behaves at the end of a sentence.
  enum Abbreviation: String, Sendable {
    /// Always followed by a name ("Sr.", "Gen."): ends no sentence.
    case title
    /// Followed by a number ("Nov.", "núm."): ends no sentence before one.
    case beforeNumber = "number"
    /// Any other ("Inc.", "etc.").
    case plain
  }
  /// What the tables say of a word form.
  struct WordEntry: Sendable {
    var classes: WordClasses
    var lemma: FoldHash
  }

  /// The language.
  public let code: LanguageCode
  let abbreviations: [FoldHash: Abbreviation]
  /// Whether "'s" and its like are tokens of their own.
  let splitsClitics: Bool
  /// Words that, capitalised, begin a sentence rather than a name.
  let sentenceStarters: Set<FoldHash>
  let words: [FoldHash: WordEntry]

  /// Every language that has a folder, by code.
  public static let all: [LanguageCode: LanguageFolder] = {
    let root = Bundle.module.bundleURL.appendingPathComponent("Resources")
    let names = (try? FileManager.default.contentsOfDirectory(atPath: root.path)) ?? []
    let codes = names.filter { $0.utf8.count == 2 }.sorted().map { LanguageCode($0) }
    return Dictionary(uniqueKeysWithValues: codes.map { ($0, LanguageFolder($0, root.appendingPathComponent($0.code))) })
  }()

  /// The folder of a language, or an empty one.
  public static func of(_ code: LanguageCode) -> LanguageFolder { all[code] ?? LanguageFolder(code, nil) }

  init(_ code: LanguageCode, _ folder: URL?) {
    self.code = code
    func table(_ name: String) -> [[String]] { folder.map { TableFile($0.appendingPathComponent(name)).rows } ?? [] }
    var abbreviations: [FoldHash: Abbreviation] = [:]
    for row in table("abbreviations.tsv") where row.count >= 2 {
      abbreviations[FoldHash(row[0])] = Abbreviation(rawValue: row[1]) ?? .plain
      abbreviations[FoldHash(row[0] + ".")] = Abbreviation(rawValue: row[1]) ?? .plain
    }
    var words: [FoldHash: WordEntry] = [:]
    for name in ["function-words.tsv", "words.tsv"] {
      for row in table(name) where row.count >= 2 {
        let key = FoldHash(row[0])
        let lemma = row.count > 2 && !row[2].isEmpty ? FoldHash(row[2]) : key
        let classes = WordClasses(codes: row[1])
        if let known = words[key] {
          words[key] = WordEntry(classes: known.classes.union(classes), lemma: known.lemma)
        } else {
          words[key] = WordEntry(classes: classes, lemma: lemma)
        }
      }
    }
    let settings = Dictionary(table("settings.tsv").filter { $0.count >= 2 }.map { ($0[0], $0[1]) }) { a, _ in a }
    self.abbreviations = abbreviations
    self.words = words
    splitsClitics = settings["clitics"] == "yes"
    sentenceStarters = Set(words.filter { $0.value.classes.contains(.function) }.keys)
  }
}

extension WordClasses {
  /// Reads classes as the tables write them: names parted by spaces ("verb past finite").
  init(codes: String) {
    self = codes.split(separator: " ").reduce(into: []) { $0.formUnion(Self.named[String($1)] ?? []) }
  }
  private static let named: [String: WordClasses] = [
    "noun": .noun, "verb": .verb, "aux": .auxiliary, "modal": .modal, "finite": .finite, "past": .past,
    "present": .present, "future": .future, "cond": .conditional, "subj": .subjunctive, "inf": .infinitive,
    "gerund": .gerund, "part": .participle, "adj": .adjective, "adv": .adverb, "det": .determiner,
    "prep": .preposition, "coord": .coordinator, "sub": .subordinator, "rel": .relative, "pron": .pronoun,
    "poss": .possessive, "neg": .negation, "num": .numeral, "int": .interrogative, "function": .function,
  ]
}
