import Encoder
import NewsModel
import TextBytes

/// How alike single words of a story are, over languages: by the vectors of the words themselves.
///
/// A sentence's vector blurs who did what; words that answer one another ("seized", "incautado") tell it, whatever stands between them.
/// Names are left out: who takes part is compared elsewhere.
struct WordLikeness: Sendable {
  /// What cosine of two words says nothing, and from which on they are one.
  private enum Cosine {
    static let nothing: Float = 0.45
    static let one: Float = 0.85
  }
  /// Words beyond this number are compared by their letters alone: the table grows with its square.
  private static let limit = 6000

  /// For each proposition, its words as numbers, each once.
  private let words: [[Int32]]
  private let weights: [Double]
  /// Likeness in 255ths of each word to each.
  private let table: [UInt8]
  private let count: Int

  /// Encodes the words of `propositions`, each once. O(words²) in the number of distinct words.
  init(
    _ propositions: [Proposition], in articles: [AnnotatedArticle], weights terms: TermWeights<FoldHash>,
    encode: @Sendable ([String]) -> [[Float]]
  ) {
    var numbers: [FoldHash: Int32] = [:]
    var texts: [String] = []
    var weights: [Double] = []
    words = propositions.map { proposition in
      let reading = articles[proposition.passage.article].reading
      var own: [Int32] = []
      for token in reading.tokens[reading.tokens(in: proposition.passage.span)]
      where token.kind == .word && isContent(token) && !token.classes.contains(.properNoun) {
        let number = numbers[token.lemma] ?? Int32(texts.count)
        if number == texts.count {
          numbers[token.lemma] = number
          texts.append(reading.string(token).lowercased())
          weights.append(max(terms(token.lemma), 0.1))
        }
        if !own.contains(number) { own.append(number) }
      }
      return own
    }
    self.weights = weights
    count = min(texts.count, Self.limit)
    table = Self.likeness(of: encode(Array(texts.prefix(count))))
  }

  private static func likeness(of vectors: [[Float]]) -> [UInt8] {
    var table = [UInt8](repeating: 0, count: vectors.count * vectors.count)
    for i in vectors.indices {
      table[i * vectors.count + i] = 255
      for k in 0..<i {
        let value = (dot(vectors[i], vectors[k]) - Cosine.nothing) / (Cosine.one - Cosine.nothing)
        let part = UInt8(min(max(value, 0), 1) * 255)
        table[i * vectors.count + k] = part
        table[k * vectors.count + i] = part
      }
    }
    return table
  }

  /// How much of what each of two propositions says, by weight, the other has a word for: 0 to 1. O(words of a · words of b).
  func covered(_ first: Int, _ second: Int) -> (ofFirst: Double, ofSecond: Double) {
    (share(of: words[first], in: words[second]), share(of: words[second], in: words[first]))
  }

  private func share(of own: [Int32], in others: [Int32]) -> Double {
    var total = 0.0
    var met = 0.0
    for word in own {
      let weight = weights[Int(word)]
      total += weight
      met += weight * Double(best(Int(word), in: others)) / 255
    }
    return total > 0 ? met / total : 0
  }

  private func best(_ word: Int, in others: [Int32]) -> UInt8 {
    var best: UInt8 = 0
    for other in others {
      let like = Int(other) == word ? 255 : word < count && other < count ? table[word * count + Int(other)] : 0
      if like > best { best = like }
    }
    return best
  }
}
