import Foundation
import NewsModel

/// Weighs pairs by what else the two could be paired with: two passages that are each other's best counterparts in the two articles say the
/// same more surely than a passage and its counterpart's neighbour, which is about the same people.
struct RivalWeighing {
  /// What the second model looks at.
  enum Kind: Int, CaseIterable {
    /// The log-odds that the first model gave.
    case odds
    /// How far, in log-odds, the better of the two rivals is ahead, and the worse; 0 where none is.
    case lag, lesserLag
    /// Both are each other's best.
    case mutual
  }

  private let propositions: [Proposition]

  init(_ propositions: [Proposition]) { self.propositions = propositions }

  private struct Key: Hashable {
    var proposition: Int
    var article: Int
  }

  /// `pairs` with the probability that `model` gives them. O(pairs · rivals of one).
  func weigh(_ pairs: [AlignedPair], by model: PairModel) -> [AlignedPair] {
    var best: [Key: [(partner: Int, score: Double)]] = [:]
    for pair in pairs {
      best[key(pair.first, for: pair.second), default: []].append((pair.second, pair.score))
      best[key(pair.second, for: pair.first), default: []].append((pair.first, pair.score))
    }
    for key in best.keys { best[key]?.sort { $0.score != $1.score ? $0.score > $1.score : $0.partner < $1.partner } }
    return pairs.map { pair in
      var weighed = pair
      weighed.score = model.probability(values(pair, best))
      return weighed
    }
  }

  private func values(_ pair: AlignedPair, _ best: [Key: [(partner: Int, score: Double)]]) -> [Double] {
    let odds = logOdds(pair.score)
    guard propositions[pair.first].passage.article != propositions[pair.second].passage.article else {
      return [odds, 0, 0, 0]
    }
    let lags = [(pair.first, pair.second), (pair.second, pair.first)].map { one, other in
      let rival = best[key(one, for: other)]?.first { isRival($0.partner, of: other) }
      return max(0, logOdds(rival?.score ?? 0) - odds)
    }
    return [odds, lags.max() ?? 0, lags.min() ?? 0, lags.allSatisfy { $0 == 0 } ? 1 : 0]
  }

  /// A passage and a part of it are no rivals.
  private func isRival(_ one: Int, of other: Int) -> Bool {
    !propositions[one].passage.span.overlaps(propositions[other].passage.span)
  }

  private func logOdds(_ probability: Double) -> Double {
    let clamped = min(max(probability, 1e-6), 1 - 1e-6)
    return log(clamped / (1 - clamped))
  }

  private func key(_ proposition: Int, for other: Int) -> Key {
    Key(proposition: proposition, article: propositions[other].passage.article)
  }
}
