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
    // What two say in their own words has no common copy, however alike.
    if let a = speaker(one), let b = speaker(other), a != b { return }
    let key = Key(proposition: one, article: propositions[other].passage.article)
    if best[key].map({ $0.score < pair.score }) ?? true { best[key] = (other, pair.score, pair.overlap) }
  }

  private func speaker(_ number: Int) -> Int? {
    let article = articles[propositions[number].passage.article]
    return propositions[number].quotations.first.flatMap { article.quotations[$0].chain.first?.entity }
  }

  /// The share of `article`'s own words, outside quotation marks, that stand in passages found in `other`; 0 to 1.
  func coverage(of article: Int, by other: Int) -> Double {
    share(of: article) { best[Key(proposition: $0, article: other)] != nil }
  }

  /// The same, of passages that share half their words with what was found: that two tell the same facts is no sign that one copied.
  func wordCoverage(of article: Int, by other: Int) -> Double {
    share(of: article) { best[Key(proposition: $0, article: other)]?.overlap ?? 0 >= 0.5 }
  }

  private func share(of article: Int, where isFound: (Int) -> Bool) -> Double {
    var found = 0
    var all = 0
    for number in byArticle[article] where propositions[number].form != .event {
      let weight = ownWords(number)
      all += weight
      if isFound(number) { found += weight }
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
    let shared = byArticle[article].compactMap { number in
      best[Key(proposition: number, article: other)].map { (number, $0.other, $0.overlap ?? 0) }
    }
    let copied = shared.filter { $0.2 >= 0.8 && isInOrder($0.0, $0.1) }.count
    guard !shared.isEmpty, copied * 10 >= shared.count * 7 else { return .rewritten }
    guard coverage(of: article, by: other) >= 0.7 else { return .rewritten }
    return coverage(of: other, by: article) >= 0.8 ? .verbatim : .abridged
  }

  /// Whether most words of a proposition stand in another in the same order: the same words in another order are a rewrite.
  private func isInOrder(_ one: Int, _ other: Int) -> Bool {
    let (a, b) = (wordFolds(one), wordFolds(other))
    return longestCommonSubsequence(a, b) * 5 >= a.count * 4
  }

  private func wordFolds(_ number: Int) -> [FoldHash] {
    let passage = propositions[number].passage
    let reading = articles[passage.article].reading
    return reading.tokens(in: passage.span).map { reading.tokens[$0] }
      .filter { $0.kind == .word || $0.kind == .number }.map(\.fold)
  }

  /// The length of the longest sequence that two share, gaps allowed. O(a · b) over the words of two sentences.
  private func longestCommonSubsequence(_ a: [FoldHash], _ b: [FoldHash]) -> Int {
    var lengths = [Int](repeating: 0, count: b.count + 1)
    for word in a {
      var diagonal = 0
      for (k, other) in b.enumerated() {
        let above = lengths[k + 1]
        lengths[k + 1] = word == other ? diagonal + 1 : max(above, lengths[k])
        diagonal = above
      }
    }
    return lengths[b.count]
  }
}
