import NewsModel
import TextBytes

/// For each two articles of a story, how much of the one is found in the other, passage by passage.
struct CoverageTable {
  private let articles: [AnnotatedArticle]
  private let propositions: [Proposition]
  /// For proposition and other article, the best pair.
  private var best: [Key: (other: Int, score: Double, overlap: Double?)] = [:]
  private let byArticle: [[Int]]

  private struct Key: Hashable {
    var proposition: Int
    var article: Int
  }

  init(_ articles: [AnnotatedArticle], propositions: [Proposition], pairs: [AlignedPair]) {
    self.articles = articles
    self.propositions = propositions
    var byArticle = [[Int]](repeating: [], count: articles.count)
    for (number, proposition) in propositions.enumerated() where proposition.counts {
      byArticle[proposition.passage.article].append(number)
    }
    self.byArticle = byArticle
    for pair in pairs where pair.score >= DerivationFinder.Threshold.score {
      note(pair.first, pair.second, pair)
      note(pair.second, pair.first, pair)
    }
  }

  private mutating func note(_ one: Int, _ other: Int, _ pair: AlignedPair) {
    guard propositions[one].counts, propositions[other].counts else { return }
    let key = Key(proposition: one, article: propositions[other].passage.article)
    if best[key].map({ $0.score < pair.score }) ?? true { best[key] = (other, pair.score, pair.overlap) }
  }

  /// The share of `article`'s own words, outside quotation marks, that stand in passages found in `other`; 0 to 1.
  func coverage(of article: Int, by other: Int) -> Double {
    var found = 0
    var all = 0
    for number in byArticle[article] where propositions[number].form != .event {
      let weight = ownWords(number)
      all += weight
      if best[Key(proposition: number, article: other)] != nil { found += weight }
    }
    return all == 0 ? 0 : Double(found) / Double(all)
  }

  /// The bytes of a proposition outside quotation marks: words that independent reporters share tell nothing.
  private func ownWords(_ number: Int) -> Int {
    let proposition = propositions[number]
    let quoted = articles[proposition.passage.article].quotations.flatMap(\.quoted)
      .reduce(0) { $0 + $1.overlap(proposition.passage.span) }
    return max(0, proposition.passage.span.count - quoted)
  }

  /// The pairs of passages that `article` shares with `other`, in the order of `article`.
  func passages(of article: Int, by other: Int) -> [PassagePair] {
    byArticle[article].compactMap { number in
      guard let match = best[Key(proposition: number, article: other)] else { return nil }
      return PassagePair(
        to: propositions[number].passage, from: propositions[match.other].passage,
        relation: PassagePair.Relation(overlap: match.overlap), score: match.score)
    }
  }

  /// How `article` was made from `other`, judged by language and shared words.
  func kind(of article: Int, by other: Int) -> Derivation.Kind {
    guard articles[article].article.language == articles[other].article.language else { return .translated }
    let overlaps = byArticle[article].compactMap { best[Key(proposition: $0, article: other)]?.overlap }
    let close = overlaps.filter { $0 >= 0.8 }.count
    guard !overlaps.isEmpty, close * 10 >= overlaps.count * 7 else { return .rewritten }
    guard coverage(of: article, by: other) >= 0.7 else { return .rewritten }
    return coverage(of: other, by: article) >= 0.8 ? .verbatim : .abridged
  }
}
