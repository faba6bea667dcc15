import Foundation
import Lexicon
import NewsModel
import Synchronization
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
  /// The language.
  public let code: LanguageCode
  let abbreviations: [FoldHash: Abbreviation]
  /// Whether "'s" and its like are tokens of their own.
  let splitsClitics: Bool
  /// Words that stand inside names ("de", "van"), capitalised or not.
  let particles: Set<FoldHash>
  /// The words that hold sentences together, which are few.
  let functionWords: WordTable
  /// Every word that the tables know; the first use loads them.
  var words: WordTable { allWords.table }
  private let allWords: WordsOnDemand
  /// Verbs of saying, by their dictionary form.
  let reporting: Set<FoldHash>
  /// What the endings of unknown words tell, longest first.
  let suffixes: [(ending: [UInt8], all: WordClasses, likeliest: WordClasses)]

  /// Where the tables are.
  static let resources = ResourceFolder("Languages", else: .module)

  /// The languages that have a folder, in order.
  public static let languages = resources.languages.map { LanguageCode($0) }

  /// Every language that has a folder, by code; loads them all.
  public static var all: [LanguageCode: LanguageFolder] {
    Dictionary(uniqueKeysWithValues: languages.map { ($0, of($0)) })
  }

  private static let loaded = Mutex<[LanguageCode: LanguageFolder]>([:])

  /// The folder of a language, or an empty one. The first call for a language loads its small tables.
  public static func of(_ code: LanguageCode) -> LanguageFolder {
    loaded.withLock { loaded in
      if let folder = loaded[code] { return folder }
      let folder = LanguageFolder(code, languages.contains(code) ? resources[code.code] : nil)
      if languages.contains(code) { loaded[code] = folder }
      return folder
    }
  }

  init(_ code: LanguageCode, _ folder: String?) {
    self.code = code
    func table(_ name: String) -> [[String]] { folder.map { TableFile(path: "\($0)/\(name)").rows } ?? [] }
    var abbreviations: [FoldHash: Abbreviation] = [:]
    for row in table("abbreviations.tsv") where row.count >= 2 {
      abbreviations[FoldHash(row[0])] = Abbreviation(rawValue: row[1]) ?? .plain
      abbreviations[FoldHash(row[0] + ".")] = Abbreviation(rawValue: row[1]) ?? .plain
    }
    let settings = Dictionary(table("settings.tsv").filter { $0.count >= 2 }.map { ($0[0], $0[1]) }) { a, _ in a }
    self.abbreviations = abbreviations
    splitsClitics = settings["clitics"] == "yes"
    functionWords = WordTableReader.table(folder, ["function-words.tsv"])
    allWords = WordsOnDemand(folder)
    reporting = Set(table("reporting.tsv").compactMap { $0.first.map { FoldHash($0) } })
    suffixes = table("suffixes.tsv").filter { $0.count >= 2 }.sorted { $0[0].utf8.count > $1[0].utf8.count }.map {
      row in
      let first = row[1].split(separator: " ").first.flatMap { WordClasses.named[String($0)]?.likeliest } ?? []
      return (Array(row[0].utf8), WordClasses(codes: row[1]), first)
    }
    particles = Set((settings["particles"] ?? "").split(separator: " ").map { FoldHash(String($0)) })
  }
}

/// The table of all words of a language, loaded when it is first asked for: some 5 to 10 ms.
final class WordsOnDemand: Sendable {
  private let folder: String?
  private let loaded = Mutex<WordTable?>(nil)

  init(_ folder: String?) { self.folder = folder }

  var table: WordTable {
    loaded.withLock { loaded in
      if let table = loaded { return table }
      let table = WordTableReader.table(folder, ["function-words.tsv", "words.tsv"])
      loaded = table
      return table
    }
  }
}
