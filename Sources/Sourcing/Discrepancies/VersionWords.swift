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
    var languages: [String: VersionWords] = [:]
    for (language, rows) in SourcingTables.rows("versions.tsv") {
      var words = VersionWords()
      for row in rows where row.count == 2 { words.classes[FoldHash(row[0]), default: []].insert(row[1]) }
      languages[language] = words
    }
    return languages
  }
}
