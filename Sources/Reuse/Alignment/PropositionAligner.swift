import NewsModel
import TextBytes

/// Finds the propositions of a story that say the same: by meaning, where an encoder is at hand, by words, parties, numbers, times and
/// events in any case.
public struct PropositionAligner: Sendable {
  /// Pairs below this score are not reported.
  public static let floor = 0.05

  private let encode: (@Sendable ([String]) -> [[Float]])?

  /// Makes an aligner; `encode` gives unit vectors, or is nil, and then matching over languages is weaker.
  public init(encode: (@Sendable ([String]) -> [[Float]])? = nil) { self.encode = encode }

  /// The pairs of propositions that may say the same, in order, each with the probability that they do. O(n²) in the number of propositions.
  public func align(
    _ propositions: [Proposition], in articles: [AnnotatedArticle], entities: [StoryEntity]
  ) -> [AlignedPair] {
    let model = encode == nil ? PairModel.words : PairModel.meanings
    let rivals = RivalWeighing(propositions)
    let drafts = evidence(on: propositions, in: articles, entities: entities).map { pair in
      AlignedPair(
        first: pair.first, second: pair.second, score: model.first.probability(pair.evidence.values),
        overlap: pair.overlap)
    }
    return rivals.weigh(drafts, by: model.second).filter { $0.score >= Self.floor }
  }

  /// A pair with what speaks for and against it.
  public struct Pair: Sendable {
    /// The numbers of the two propositions.
    public var first: Int, second: Int
    /// The evidence that a model weighs.
    public var evidence: PairEvidence
    /// The words in common, where both are in one language.
    public var overlap: Double?
  }

  /// The evidence on every pair that anything speaks for, in order; what models are trained on. O(n²).
  public func evidence(
    on propositions: [Proposition], in articles: [AnnotatedArticle], entities: [StoryEntity]
  ) -> [Pair] {
    guard !propositions.isEmpty else { return [] }
    let reader = EvidenceReader(propositions, articles: articles, entities: entities, encode: encode)
    var pairs: [Pair] = []
    for first in propositions.indices {
      for second in propositions.indices where second > first && reader.mayMatch(first, second) {
        guard let (evidence, overlap) = reader.evidence(first, second) else { continue }
        pairs.append(Pair(first: first, second: second, evidence: evidence, overlap: overlap))
      }
    }
    StoryScale().apply(to: &pairs)
    return pairs
  }
}
