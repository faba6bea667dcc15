import Foundation

/// Weights, ascending by key.
typealias TermVector = [(key: UInt64, weight: Float)]

/// In how many articles a term stood, learned as they come; forgets the rare ones when it grows too large.
struct TermStatistics: Sendable {
  var articles: Float = 0
  var frequency: [UInt64: Float] = [:]
  /// What is thought before anything was seen weighs as much as so many articles.
  private static let priorArticles: Float = 60
  private static let mostTerms = 400_000

  /// Counts an article's terms. O(terms).
  mutating func learn(_ terms: [ArticleProfile.Term]) {
    articles += 1
    for term in terms { frequency[term.key, default: 0] += 1 }
    guard frequency.count > Self.mostTerms else { return }
    // Halved counts keep their order; what was seen once is as good as unseen.
    articles /= 2
    frequency = frequency.compactMapValues { $0 < 2 ? nil : $0 / 2 }
  }

  /// The heaviest `most` terms by frequency and rarity (log tf · idf), as a vector of length 1. O(terms · log terms).
  func vector(_ terms: [ArticleProfile.Term], most: Int) -> TermVector {
    var weighted: TermVector = terms.map { term in
      let seen = frequency[term.key] ?? 0
      let share = (seen + term.prior * Self.priorArticles + 0.5) / (articles + Self.priorArticles)
      return (term.key, (1 + logf(term.frequency)) * max(0, -logf(share)))
    }
    if weighted.count > most {
      weighted.sort { ($0.weight, $0.key) > ($1.weight, $1.key) }
      weighted.removeLast(weighted.count - most)
      weighted.sort { $0.key < $1.key }
    }
    let norm = weighted.reduce(Float(0)) { $0 + $1.weight * $1.weight }.squareRoot()
    guard norm > 0 else { return [] }
    return weighted.map { ($0.key, $0.weight / norm) }
  }
}
