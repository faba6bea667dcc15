import Lexicon
import TextBytes

/// Single words that furniture is read by, of all languages together: `words.tsv` in each language's folder.
struct CueWords: Sendable {
  /// What a word is a sign of.
  enum Kind: UInt32, Sendable {
    /// Joins the names of a byline.
    case and
    /// Opens a byline.
    case authorLabel
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
    case outletWeak
    /// Stands before the name of an outlet that was told or shown something; behind the name of one that has people.
    case toOutlet
    case ofOutlet
    /// Means the day of writing, in one word or two.
    case thisDay
    /// Stands before places.
    case inPlace
    /// Follows a name at the start of a note on the author.
    case bio
    /// Names artificial intelligence in one word, in capitals; in two.
    case aiWord
    case aiPair

    /// The kind by the name that the tables give it.
    init?(named name: String) {
      guard let kind = Self.named.first(where: { $0.name == name })?.kind else { return nil }
      self = kind
    }
    fileprivate var bit: UInt32 { 1 << rawValue }

    private static let named: [(name: String, kind: Kind)] = [
      ("and", .and), ("author-label", .authorLabel), ("trade", .trade), ("photo", .photo), ("own", .own),
      ("small", .small), ("modified", .modified), ("outlet", .outlet), ("outlet-weak", .outletWeak),
      ("to-outlet", .toOutlet), ("of-outlet", .ofOutlet), ("this-day", .thisDay), ("in-place", .inPlace), ("bio", .bio),
      ("ai-word", .aiWord), ("ai-pair", .aiPair),
    ]
  }
  static let shared = CueWords()
  /// For each word the kinds that it is a sign of, a bit each.
  private let words: [FoldHash: UInt32]

  init() {
    var words: [FoldHash: UInt32] = [:]
    words.reserveCapacity(1_000)
    for folder in ExtractionTables.languageFolders {
      var last: (row: TableBytes.Row, kind: Kind)?
      TableBytes(path: "\(folder)/words.tsv").forEachRow { row in
        guard row.count >= 2 else { return }
        if last.map({ !row.begins(as: $0.row, fields: 1) }) ?? true {
          guard let kind = Kind(named: row[0]) else { return }
          last = (row, kind)
        }
        guard let kind = last?.kind else { return }
        words[FoldHash(phrase: row.bytes, row.fields[1]), default: 0] |= kind.bit
      }
    }
    self.words = words
  }

  /// Whether the word with this hash is a sign of `kind`.
  func contains(_ fold: FoldHash, _ kind: Kind) -> Bool { (words[fold] ?? 0) & kind.bit != 0 }
}
