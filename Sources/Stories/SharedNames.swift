import NewsModel
import TextBytes

/// The names and numbers of an article, which are the same in every language, each with how common it may be thought to be.
///
/// A name that no table knows is rare; what the tables hold (countries, large cities, agencies, outlets) and what stands in a date is common.
/// So a handful of articles can be told apart before any statistics were learned.
struct SharedNames {
  /// Ascending by key, each once.
  private(set) var terms: [ArticleProfile.Term] = []

  fileprivate struct Count {
    var frequency: Float = 0
    /// Whether it has a capital where the sentence does not ask for one.
    var isName = false
    var prior: Float = 0
  }
  private static let titleWeight: Float = 3
  private static let knownPrior: Float = 0.2
  private static let datePrior: Float = 0.3
  private static let shortPrior: Float = 0.04
  private static let namePrior: Float = 0.01
  private static let shortNumberPrior: Float = 0.1
  private static let numberPrior: Float = 0.02

  /// Reads the names of `annotated`. O(tokens).
  init(_ annotated: AnnotatedArticle) {
    let reading = annotated.reading
    let known = Self.wordsOfKnownNames(annotated)
    var inDate = [Bool](repeating: false, count: reading.tokens.count)
    for time in annotated.times {
      for index in reading.tokens(in: time.span) { inDate[index] = true }
    }
    var counts: [UInt64: Count] = [:]
    for sentence in reading.sentences {
      for index in sentence.tokens {
        let token = reading.tokens[index]
        guard var prior = Self.prior(of: token) else { continue }
        if known.contains(token.fold.value) { prior = max(prior, Self.knownPrior) }
        if inDate[index] { prior = Self.datePrior }
        let opens = index == sentence.tokens.lowerBound && sentence.part != .title
        let weight = sentence.part == .title ? Self.titleWeight : 1
        counts[token.fold.value, default: Count()].add(weight, isName: token.kind == .number || !opens, prior)
      }
    }
    terms = counts.filter(\.value.isName).map {
      ArticleProfile.Term(key: $0, frequency: $1.frequency, prior: $1.prior)
    }.sorted { $0.key < $1.key }
  }

  /// How common a name or number may be thought to be by its form alone; nil for what is neither.
  private static func prior(of token: Token) -> Float? {
    if token.kind == .number {
      return token.span.count < 2 ? nil : token.span.count == 2 ? shortNumberPrior : numberPrior
    }
    guard token.kind == .word, !token.classes.contains(.function), token.span.count > 2,
      token.shape.contains(.capitalized) || token.shape.contains(.allCapitals)
    else { return nil }
    return token.span.count == 3 ? shortPrior : namePrior
  }

  /// The words of names that the tables hold.
  private static func wordsOfKnownNames(_ annotated: AnnotatedArticle) -> Set<UInt64> {
    var words: Set<UInt64> = []
    for mention in annotated.mentions {
      guard let entity = mention.entity, annotated.entities.indices.contains(entity),
        annotated.entities[entity].key != nil
      else { continue }
      for index in annotated.reading.tokens(in: mention.span) {
        words.insert(annotated.reading.tokens[index].fold.value)
      }
    }
    return words
  }
}

extension SharedNames.Count {
  fileprivate mutating func add(_ weight: Float, isName: Bool, _ prior: Float) {
    frequency += weight
    self.isName = self.isName || isName
    self.prior = max(self.prior, prior)
  }
}
