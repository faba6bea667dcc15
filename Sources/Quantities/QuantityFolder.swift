import Foundation
import Lexicon
import NewsModel
import TextBytes

/// The words of number of one language: the tables in `Resources/<code>/`.
struct QuantityFolder: Sendable {
  /// What a word does to the number that it stands in.
  enum Part: Sendable {
    /// Adds to it: "twenty", "two".
    case unit(Double)
    /// Multiplies what stands before it: "hundred", "million".
    case scale(Double)
    /// Stands alone for several of it: "thousands".
    case vague(Double)
    /// Multiplies digits that it is glued to: "2.4bn".
    case suffix(Double)
    /// A number only before a scale: "a hundred".
    case article
    /// Joins two parts: "a hundred and twenty", "treinta y dos".
    case joint
  }

  /// What a qualifier makes of a number: the least and the most, as parts of it.
  struct Tolerance: Sendable {
    var least: Double
    var most: Double
    static let none = Tolerance(least: 1, most: 1)
  }

  let numbers: [FoldHash: Part]
  let qualifiers: PhraseTable<Tolerance>
  let qualifiersBehind: PhraseTable<Tolerance>
  let shares: PhraseTable<Bool>
  let currencies: [FoldHash: FoldHash]
  private let sets: [String: Set<FoldHash>]

  static let all: [LanguageCode: QuantityFolder] = {
    let root = Bundle.module.bundleURL.appendingPathComponent("Resources")
    let names = (try? FileManager.default.contentsOfDirectory(atPath: root.path)) ?? []
    let codes = names.filter { $0.utf8.count == 2 }.sorted().map { LanguageCode($0) }
    return Dictionary(uniqueKeysWithValues: codes.map { ($0, QuantityFolder(root.appendingPathComponent($0.code))) })
  }()

  init(_ folder: URL) {
    var numbers: [FoldHash: Part] = [:]
    for row in TableFile(folder.appendingPathComponent("numbers.tsv")).rows where row.count == 3 {
      numbers[FoldHash(row[0])] = Part(kind: row[1], value: Double(row[2]) ?? 0)
    }
    self.numbers = numbers
    var qualifiers = PhraseTable<Tolerance>()
    var behind = PhraseTable<Tolerance>()
    var shares = PhraseTable<Bool>()
    var currencies: [FoldHash: FoldHash] = [:]
    var sets: [String: Set<FoldHash>] = [:]
    for row in TableFile(folder.appendingPathComponent("words.tsv")).rows where row.count >= 2 {
      let tolerance =
        row.count == 4 ? Tolerance(least: Double(row[2]) ?? 1, most: Double(row[3]) ?? 1) : Tolerance.none
      switch row[0] {
      case "qualifier": qualifiers.insert(row[1], tolerance)
      case "behind": behind.insert(row[1], tolerance)
      case "share": shares.insert(row[1], true)
      case "money": currencies[FoldHash(row[1])] = FoldHash(row.count > 2 ? row[2] : row[1])
      default: sets[row[0], default: []].insert(FoldHash(row[1]))
      }
    }
    self.qualifiers = qualifiers
    qualifiersBehind = behind
    self.shares = shares
    self.currencies = currencies
    self.sets = sets
  }

  /// Whether a word is of a set: `range`, `opening`, `of`.
  func isWord(_ fold: FoldHash, _ set: String) -> Bool { sets[set]?.contains(fold) == true }
}

extension QuantityFolder.Part {
  init?(kind: String, value: Double) {
    switch kind {
    case "unit": self = .unit(value)
    case "scale": self = .scale(value)
    case "vague": self = .vague(value)
    case "suffix": self = .suffix(value)
    case "article": self = .article
    case "joint": self = .joint
    default: return nil
    }
  }
}
