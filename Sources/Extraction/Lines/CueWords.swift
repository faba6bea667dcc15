import Lexicon
import TextBytes

/// Single words that furniture is read by, of all languages together: `words.tsv` in each language's folder.
struct CueWords: Sendable {
  /// What a word is a sign of.
  enum Kind: String, Sendable {
    /// Joins the names of a byline.
    case and
    /// Opens a byline.
    case authorLabel = "author-label"
    /// Stands in bylines that name no person.
    case trade
    /// Stands in the credits of pictures.
    case photo
    /// What outlets have of their own: newsletters, apps.
    case own
    /// Written small inside names.
    case small
    /// Says that a date is that of a change.
    case modified
    /// Stands in the names of newspapers; in those of other outlets and of sections as well.
    case outlet
    case outletWeak = "outlet-weak"
    /// Stands before the name of an outlet that was told or shown something; behind the name of one that has people.
    case toOutlet = "to-outlet"
    case ofOutlet = "of-outlet"
    /// Means the day of writing, in one word or two.
    case thisDay = "this-day"
    /// Stands before places.
    case inPlace = "in-place"
    /// Follows a name at the start of a note on the author.
    case bio
    /// Names artificial intelligence in one word, in capitals; in two.
    case aiWord = "ai-word"
    case aiPair = "ai-pair"
  }
  static let shared = CueWords()
  private let words: [Kind: Set<FoldHash>]

  init() {
    var words: [Kind: Set<FoldHash>] = [:]
    for folder in ExtractionTables.languageFolders {
      for row in TableFile(folder.appendingPathComponent("words.tsv")).rows where row.count >= 2 {
        guard let kind = Kind(rawValue: row[0]) else { continue }
        words[kind, default: []].insert(FoldHash(phrase: row[1]))
      }
    }
    self.words = words
  }

  /// Whether the word with this hash is a sign of `kind`.
  func contains(_ fold: FoldHash, _ kind: Kind) -> Bool { words[kind]?.contains(fold) ?? false }
}
