import Foundation
import Testing

@testable import Encoder

/// Vectors that the Python package gives, kept beside the evaluation data.
struct Reference: Decodable, Sendable {
  struct Sentence: Decodable, Sendable {
    var text: String
    var ids: [UInt32]
    var first8: [Float]
    var norm: Float
    var sum: Float
  }
  struct Awkward: Decodable, Sendable {
    var text: String
    var normalised: String
    var ids: [UInt32]
  }
  var sentences: [Sentence]
  var cosine: [[Float]]
  var tokenizer: [Awkward]

  static let shared: Reference? = {
    let root = ProcessInfo.processInfo.environment["STEMMA_DATA"] ?? "../shared/data"
    let file = URL(fileURLWithPath: root).appendingPathComponent("lexical/encoder-reference.json")
    return (try? Data(contentsOf: file)).flatMap { try? JSONDecoder().decode(Reference.self, from: $0) }
  }()
}

let encoder = try? SentenceEncoder.load()
private let noWeights: Comment = "no weights: run Scripts/fetch-encoder"
private let noReference: Comment = "no weights (run Scripts/fetch-encoder) or no reference vectors (set STEMMA_DATA)"

@Suite(.enabled(if: encoder != nil && Reference.shared != nil, noReference))
struct ReferenceTests {
  @Test("awkward strings are normalised and cut as the package does")
  func tokenizer() throws {
    let (encoder, reference) = (try #require(encoder), try #require(Reference.shared))
    for awkward in reference.tokenizer {
      #expect(encoder.normalized(awkward.text) == awkward.normalised)
      #expect(encoder.pieces(awkward.text) == awkward.ids, "\(awkward.text)")
    }
    for sentence in reference.sentences { #expect(encoder.pieces(sentence.text) == sentence.ids) }
  }

  @Test("the numbers are the package's")
  func numbers() throws {
    let (encoder, reference) = (try #require(encoder), try #require(Reference.shared))
    let vectors = encoder.encode(reference.sentences.map(\.text))
    for (vector, sentence) in zip(vectors, reference.sentences) {
      #expect(vector.count == 512)
      #expect(zip(vector, sentence.first8).allSatisfy { abs($0 - $1) < 1e-5 }, "\(sentence.text)")
      #expect(abs(cosine(Array(vector.prefix(8)), sentence.first8) - 1) < 1e-5)
      #expect(abs(vector.reduce(0) { $0 + $1 * $1 }.squareRoot() - sentence.norm) < 1e-5)
      #expect(abs(vector.reduce(0, +) - sentence.sum) < 1e-4)
    }
    for (i, row) in reference.cosine.enumerated() {
      for (j, expected) in row.enumerated() { #expect(abs(cosine(vectors[i], vectors[j]) - expected) < 1e-4) }
    }
  }
}

@Suite(.enabled(if: encoder != nil, noWeights))
struct SentenceEncoderTests {
  private let river = "The river rose two metres overnight and closed the bridge at Arles."

  @Test("a text's vector does not depend on what is encoded beside it")
  func independence() throws {
    let encoder = try #require(encoder)
    let others = (0..<2).map { "Ferry number \($0) was late again, the harbour master said." }
    let together = encoder.encode(others + [river] + others)[2]
    #expect(cosine(encoder.encode([river])[0], together) > 0.999_999)
    #expect(encoder.encode([]).isEmpty)
  }

  @Test("a text taken in stretches gives the numbers that it gives in one piece")
  func longText() throws {
    let encoder = try #require(encoder)
    let ids = encoder.pieces(river)
    let network = try Network(EncoderWeights())
    func vector(stretch: Int) -> [Float] {
      var batch = TokenBatch()
      for lower in stride(from: 0, to: ids.count, by: stretch) {
        batch.append(ids, core: lower..<min(ids.count, lower + stretch), text: 0)
      }
      var pass = ForwardPass(network, texts: 1)
      pass.add(batch)
      return pass.vectors(lengths: [ids.count])[0]
    }
    #expect(cosine(vector(stretch: ids.count), vector(stretch: 5)) > 0.999_999)
    #expect(cosine(vector(stretch: ids.count), encoder.encode([river])[0]) > 0.999_999)
  }

  @Test(
    "no text makes it fail",
    arguments: [
      "", " ", "\u{0}", "\u{FFFD}", "\u{2581}", "<s>", "</s> <unk>", "👩‍👩‍👧‍👦", "e\u{301}\u{302}\u{303}", "\r\n\t\u{3000}",
    ])
  func anyText(_ text: String) throws {
    let encoder = try #require(encoder)
    let vector = encoder.encode([text])[0]
    #expect(vector.allSatisfy { $0.isFinite })
    #expect(abs(vector.reduce(0) { $0 + $1 * $1 } - 1) < 1e-4)
  }

  @Test("a translation is nearer than another story")
  func translation() throws {
    let encoder = try #require(encoder)
    let texts = [
      river, "El río subió dos metros durante la noche y cerró el puente de Arles.",
      "The central bank left its rate unchanged.",
    ]
    let vectors = encoder.encode(texts)
    #expect(cosine(vectors[0], vectors[1]) > 0.6)
    #expect(cosine(vectors[0], vectors[2]) < 0.3)
  }
}

@Test("the cosine of nothing is nothing")
func cosines() {
  #expect(cosine([], []) == 0)
  #expect(cosine([0, 0], [1, 0]) == 0)
  #expect(cosine([2, 0], [5, 0]) == 1)
  #expect(cosine([1, 0], [0, 3]) == 0)
  #expect(cosine([1, 0], [-4, 0]) == -1)
}
