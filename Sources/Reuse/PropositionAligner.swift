import NewsModel
import TextBytes

/// Finds the propositions of a story that say the same: by meaning, where an encoder is at hand, by words, parties, times and
/// events in any case.
public struct PropositionAligner: Sendable {
  /// Pairs below this score are not reported.
  public static let floor = 0.45

  private let encode: (@Sendable ([String]) -> [[Float]])?

  /// Makes an aligner; `encode` gives unit vectors, or is nil, and then matching over languages is weaker.
  public init(encode: (@Sendable ([String]) -> [[Float]])? = nil) { self.encode = encode }

  /// The pairs of propositions that may say the same, in order. O(n²) in the number of propositions.
  public func align(
    _ propositions: [Proposition], in articles: [AnnotatedArticle], entities: [StoryEntity]
  ) -> [AlignedPair] {
    let comparison = PropositionComparison(
      propositions, articles: articles, entities: entities, vectors: vectors(of: propositions))
    var pairs: [AlignedPair] = []
    for first in propositions.indices {
      for second in propositions.indices where second > first {
        guard comparison.mayMatch(first, second) else { continue }
        let (score, overlap) = comparison.compare(first, second)
        if score >= Self.floor {
          pairs.append(AlignedPair(first: first, second: second, score: score, overlap: overlap))
        }
      }
    }
    return MutualBest(propositions).weigh(pairs)
  }

  private func vectors(of propositions: [Proposition]) -> [[Float]]? {
    guard let encode, !propositions.isEmpty else { return nil }
    return encode(propositions.map { maskingNumbers($0.wording) })
  }

  /// Texts that differ in a number alone are far apart as vectors; numbers are compared as numbers instead.
  private func maskingNumbers(_ text: String) -> String {
    var result: [UInt8] = []
    var inNumber = false
    for byte in text.utf8 {
      let isDigit = byte >= 0x30 && byte <= 0x39
      if isDigit {
        if !inNumber { result.append(UInt8(ascii: "0")) }
        inNumber = true
      } else if inNumber, byte == UInt8(ascii: ",") || byte == UInt8(ascii: ".") {
        continue
      } else {
        inNumber = false
        result.append(byte)
      }
    }
    return String(decoding: result, as: UTF8.self)
  }
}
