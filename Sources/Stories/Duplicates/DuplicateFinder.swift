import Fingerprints
import NewsModel
import TextBytes

/// Finds among the last articles of a stream those that an article shares its text with.
///
/// Articles that hold the same pairs of adjacent words are candidates (``PassageIndex``); of the nearest the words in common are counted
/// (``CommonWords``). Function words do not count, and neither do words that the article's host prints on other pages too.
///
/// The cost of an article does not grow with the number that came before, and its memory neither: it keeps the words of the last
/// ``DuplicateOptions/window`` articles, some 8 KB each.
///
/// ```swift
/// var finder = DuplicateFinder()
/// for article in articles { pairs += finder.find(article) }
/// ```
public struct DuplicateFinder: Sendable {
  private let options: DuplicateOptions
  private var index: PassageIndex
  private var kept: [DuplicateText] = []

  /// Makes a finder that knows no article.
  public init(options: DuplicateOptions = DuplicateOptions()) {
    self.options = options
    index = PassageIndex(capacity: options.window)
  }

  /// The articles before that `article` shares text with, the nearest first; keeps it for those that come. O(tokens).
  public mutating func find(_ article: AnnotatedArticle) -> [Duplicate] {
    let made = DuplicateText(article)
    let (candidates, furniture) = index.search(made.words, host: made.host)
    var text = made
    text.furniture = furniture
    var found: [(number: Int, duplicate: Duplicate)] = []
    if text.ownWords >= options.fewestWords {
      let common = CommonWords(text.words)
      for candidate in candidates.prefix(options.mostCompared) where candidate.shared >= options.fewestShared {
        let other = kept[candidate.text % options.window]
        guard let duplicate = DuplicatePair(text, other, common, options).duplicate else { continue }
        found.append((candidate.text, duplicate))
      }
    }
    found.sort { ($1.duplicate.coverage, $0.number) < ($0.duplicate.coverage, $1.number) }
    let original = found.first { $0.duplicate.near }?.number
    let number = index.insert(text.words, host: text.host, copyOf: original)
    if number < options.window { kept.append(text) } else { kept[number % options.window] = text }
    return found.map(\.duplicate)
  }
}

/// What counts as sharing text.
public struct DuplicateOptions: Sendable {
  /// So many articles back copies are found.
  public var window = 8_192
  /// At most so many are compared with an article.
  public var mostCompared = 32
  /// Pairs of adjacent words that two must have in common to be compared.
  public var fewestShared = 4
  /// Words, function words and furniture aside, that a text must have.
  public var fewestWords = 20
  /// The words that two must have in common to be one text, unless they are almost all.
  public var fewestCommon = 30
  /// The share of its own words, quoted ones aside, that one of two must have in common with the other to be one text with it.
  public var near = 0.55
  /// The same on one host, whose reporters write a later version of their own text and not of a release that all have.
  public var nearOnOneHost = 0.5
  /// The share of all its words that one of two must have in common with the other for the two to share passages.
  public var passages = 0.4
  /// The same on one host, whose pages share set sentences.
  public var passagesOnOneHost = 0.5
  /// The share of its words that each of two must have in common with the other to be word for word the same; of one of two, to be abridged.
  public var verbatim = 0.9
  /// The shares of one and of each of two from which texts that are not one tell the same report anew.
  public var retold = 0.5
  /// See ``retold``.
  public var retoldByEither = 0.35
  /// The share of the words in common that must be quoted for somebody's words to be all that is shared.
  public var quoted = 0.5
  /// Makes the usual options.
  public init() {}
}
