import Foundation
import Lexicon

/// A logistic model: how probable the evidence makes it that two propositions say the same.
///
/// The weights are trained by `Training/Alignment` on stories written for this project; see NOTICE.
struct PairModel: Sendable {
  private let weights: [Double]
  private let bias: Double

  /// Two models in a row: the first looks at a pair alone, the second at what else its two members could be paired with.
  struct Pair: Sendable {
    let first: PairModel
    let second: PairModel
  }

  /// With vectors.
  static let meanings = load("meanings")
  /// Without them.
  static let words = load("words")

  private static func load(_ name: String) -> Pair {
    let file = Bundle.module.bundleURL.appendingPathComponent("Resources/pairs.tsv")
    let rows = TableFile(file).rows.filter { $0.count == 4 && $0[0] == name }
    func model(_ stage: String, _ kinds: [String]) -> PairModel {
      let weights = Dictionary(rows.filter { $0[1] == stage }.map { ($0[2], Double($0[3]) ?? 0) }) { a, _ in a }
      return PairModel(weights: kinds.map { weights[$0] ?? 0 }, bias: weights["bias"] ?? 0)
    }
    return Pair(
      first: model("pair", PairEvidence.Kind.allCases.map { "\($0)" }),
      second: model("rivals", RivalWeighing.Kind.allCases.map { "\($0)" }))
  }

  /// The probability, 0 to 1, that evidence of these strengths gives. O(kinds).
  func probability(_ values: [Double]) -> Double {
    var sum = bias
    for i in 0..<min(values.count, weights.count) { sum += values[i] * weights[i] }
    return 1 / (1 + exp(-sum))
  }
}
