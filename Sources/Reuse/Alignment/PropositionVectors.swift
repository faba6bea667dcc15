import Encoder
import NewsModel

/// What propositions, and what stands around them, mean: a unit vector each.
struct PropositionVectors: Sendable {
  private let own: [[Float]]
  private let around: [[Float]]
  /// For each proposition, the number of its surroundings in `around`.
  private let place: [Int]

  /// Encodes the wordings of `propositions` and, once each, the sentences that they stand in. O(words).
  init(
    _ propositions: [Proposition], in articles: [AnnotatedArticle], encode: @Sendable ([String]) -> [[Float]]
  ) {
    own = encode(propositions.map { Self.maskingNumbers($0.wording) })
    var numbers: [[Int]: Int] = [:]
    var sentences: [String] = []
    place = propositions.map { proposition in
      let key = [proposition.passage.article, proposition.sentence]
      if let known = numbers[key] { return known }
      let article = articles[proposition.passage.article]
      sentences.append(Self.maskingNumbers(article.article.text[article.reading.sentences[proposition.sentence].span]))
      numbers[key] = sentences.count - 1
      return sentences.count - 1
    }
    around = encode(sentences)
  }

  /// The cosine of two propositions. O(1).
  func meaning(_ first: Int, _ second: Int) -> Double { Double(dot(own[first], own[second])) }
  /// The cosine of the sentences that hold them. O(1).
  func context(_ first: Int, _ second: Int) -> Double { Double(dot(around[place[first]], around[place[second]])) }

  /// Texts that differ in a number alone are far apart as vectors; numbers are compared as numbers instead.
  private static func maskingNumbers(_ text: String) -> String {
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
