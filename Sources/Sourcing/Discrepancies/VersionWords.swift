import Foundation
import Lexicon
import NewsModel
import TextBytes

/// Words by which versions of one thing differ, by class, from `Resources/<language>/versions.tsv`.
struct VersionWords: Sendable {
  enum Class: String {
    case possible, unsure, refusing, limiting, whole, part, one, of, top, light
  }

  private static let languages = read()
  private var classes: [FoldHash: Set<String>] = [:]

  /// The words of a language; none where it has no table.
  static func of(_ language: LanguageCode?) -> VersionWords {
    language.flatMap { languages[$0.code] } ?? VersionWords()
  }

  /// Whether a word, or the dictionary form that it is of, has the class.
  func has(_ token: Token, _ wanted: Class) -> Bool {
    classes[token.fold]?.contains(wanted.rawValue) == true || classes[token.lemma]?.contains(wanted.rawValue) == true
  }

  private static func read() -> [String: VersionWords] {
    let root = Bundle.module.bundleURL.appendingPathComponent("Resources")
    let folders = ((try? FileManager.default.contentsOfDirectory(atPath: root.path)) ?? []).sorted()
    var languages: [String: VersionWords] = [:]
    for folder in folders {
      var words = VersionWords()
      for row in TableFile(root.appendingPathComponent(folder).appendingPathComponent("versions.tsv")).rows
      where row.count == 2 {
        words.classes[FoldHash(row[0]), default: []].insert(row[1])
      }
      languages[folder] = words
    }
    return languages
  }
}

/// What is counted, under one key over words and languages, from `Resources/units.tsv`.
enum CountedThings {
  private static let keys: [FoldHash: Int] = {
    let root = Bundle.module.bundleURL.appendingPathComponent("Resources")
    var keys: [FoldHash: Int] = [:]
    for (number, row) in TableFile(root.appendingPathComponent("units.tsv")).rows.enumerated() {
      for word in row where keys[FoldHash(word)] == nil { keys[FoldHash(word)] = number }
    }
    return keys
  }()

  /// Whether two words count the same thing.
  static func areOne(_ a: FoldHash?, _ b: FoldHash?) -> Bool {
    guard let a, let b else { return false }
    guard a != b else { return true }
    guard let x = keys[a], let y = keys[b] else { return false }
    return x == y
  }
}
