import NewsModel

/// Weighs pairs by what else the two could be paired with: two passages that are each other's best counterparts in the two articles say the
/// same more surely than a passage and its counterpart's neighbour, which is about the same people.
struct MutualBest {
  private let propositions: [Proposition]

  init(_ propositions: [Proposition]) { self.propositions = propositions }

  private struct Key: Hashable {
    var proposition: Int
    var article: Int
    var isEvent: Bool
  }

  /// `pairs` with their scores raised where both are each other's best, and lowered by how far a better counterpart is ahead. O(pairs).
  func weigh(_ pairs: [AlignedPair]) -> [AlignedPair] {
    var best: [Key: Double] = [:]
    for pair in pairs {
      for key in [key(pair.first, for: pair.second), key(pair.second, for: pair.first)] {
        best[key] = max(best[key] ?? 0, pair.score)
      }
    }
    return pairs.compactMap { pair in
      guard propositions[pair.first].passage.article != propositions[pair.second].passage.article else { return pair }
      var weighed = pair
      let rival = max(best[key(pair.first, for: pair.second)] ?? 0, best[key(pair.second, for: pair.first)] ?? 0)
      weighed.score =
        rival > pair.score ? pair.score - min(0.12, (rival - pair.score) * 0.6) : min(1, pair.score + 0.03)
      return weighed.score >= PropositionAligner.floor ? weighed : nil
    }
  }

  private func key(_ proposition: Int, for other: Int) -> Key {
    Key(
      proposition: proposition, article: propositions[other].passage.article,
      isEvent: propositions[other].form == .event)
  }
}
