import NewsModel

/// The aligned pairs of a story, looked up by the numbers of their propositions, in either order.
struct PairTable: Sendable {
  private let pairs: [PairKey: AlignedPair]

  /// O(pairs).
  init(_ pairs: [AlignedPair]) {
    self.pairs = Dictionary(pairs.map { (PairKey($0.first, $0.second), $0) }) { first, _ in first }
  }

  /// The pair of two propositions, or nil where they were too unlike to be one. O(1).
  subscript(_ a: Int, _ b: Int) -> AlignedPair? { pairs[PairKey(a, b)] }
}

/// Two propositions, the smaller number first.
struct PairKey: Hashable, Sendable {
  let first: Int
  let second: Int
  init(_ a: Int, _ b: Int) {
    first = min(a, b)
    second = max(a, b)
  }
}
