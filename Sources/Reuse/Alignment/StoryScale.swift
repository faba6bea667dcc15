/// Puts likenesses on the story's own scale: how far a pair stands above what any two of its passages share.
///
/// Where all articles speak of the same two people throughout, every sentence is near every other, and nearness tells less than in a story of many parts.
struct StoryScale {
  /// What is scaled, with the mean and the spread that are believed until the story's own pairs tell otherwise.
  private static let prior: [(kind: PairEvidence.Kind, mean: Double, spread: Double)] = [
    (.meaning, 0.22, 0.13), (.meaningAcross, 0.22, 0.13), (.context, 0.28, 0.11), (.covered, 0.08, 0.09),
    (.coveredMost, 0.15, 0.16),
  ]
  /// How many pairs the belief is worth.
  private static let priorPairs = 300.0

  /// Scales the evidence of `pairs`, those of one language and those over languages each by their own. O(pairs).
  func apply(to pairs: inout [PropositionAligner.Pair]) {
    for isAcross in [false, true] {
      let own = pairs.indices.filter { (pairs[$0].evidence[.across] > 0) == isAcross }
      for (kind, mean, spread) in Self.prior
      where kind != (isAcross ? PairEvidence.Kind.meaning : PairEvidence.Kind.meaningAcross) {
        let n = Double(own.count) + Self.priorPairs
        let centre = (own.reduce(mean * Self.priorPairs) { $0 + pairs[$1].evidence[kind] }) / n
        let squares = own.reduce(spread * spread * Self.priorPairs) { sum, pair in
          let apart = pairs[pair].evidence[kind] - centre
          return sum + apart * apart
        }
        let width = max((squares / n).squareRoot(), 0.01)
        for pair in own { pairs[pair].evidence[kind] = (pairs[pair].evidence[kind] - centre) / width }
      }
    }
  }
}
