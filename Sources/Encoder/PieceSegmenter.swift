/// Cuts normalised text into the word pieces of highest total score (SentencePiece's unigram model, by Viterbi's algorithm).
struct PieceSegmenter: Sendable {
  static let unknown: UInt32 = 0
  static let begin: UInt32 = 1
  static let end: UInt32 = 2
  /// Base and parent of each node of a double-array trie, one behind the other.
  private let links: MappedArray<UInt32>
  /// For each node the id of the piece that ends there plus one, or 0.
  private let values: MappedArray<UInt32>
  private let scores: MappedArray<Float>
  private let unknownScore: Double

  init(_ weights: EncoderWeights) throws(EncoderError) {
    links = try weights.words("pieces.links", -1, 2)
    values = try weights.words("pieces.values", -1)
    scores = try weights.floats("pieces.scores", -1)
    let lowest = scores.withSpan { span in span.indices.reduce(Float(0)) { min($0, span[$1]) } }
    unknownScore = Double(lowest) - 10
  }

  /// The number of pieces.
  var count: Int { scores.count }

  /// The ids of the best pieces of `text`, with those of begin and end around; one unknown for no text. O(n).
  func segment(_ text: [UInt8]) -> [UInt32] {
    guard !text.isEmpty else { return [Self.begin, Self.unknown, Self.end] }
    var lattice = Lattice(length: text.count)
    links.withSpan { links in
      values.withSpan { values in
        scores.withSpan { scores in
          var i = 0
          while i < text.count {
            let character = Self.characterLength(text.span, at: i)
            extend(&lattice, from: i, character: character, text: text.span, links, values, scores)
            i += character
          }
        }
      }
    }
    return lattice.path()
  }

  private func extend(
    _ lattice: inout Lattice, from i: Int, character: Int, text: Span<UInt8>, _ links: Span<UInt32>,
    _ values: Span<UInt32>, _ scores: Span<Float>
  ) {
    var node = 0
    var j = i
    var coversCharacter = false
    while j < text.count {
      let next = Int(links[2 * node]) + Int(text[j])
      guard next < values.count, Int(links[2 * next + 1]) == node, next != 0 else { break }
      node = next
      j += 1
      guard values[node] != 0 else { continue }
      let piece = values[node] - 1
      lattice.offer(piece, from: i, to: j, score: Double(scores[Int(piece)]))
      if j == i + character { coversCharacter = true }
    }
    if !coversCharacter { lattice.offer(Self.unknown, from: i, to: i + character, score: unknownScore) }
  }

  private static func characterLength(_ text: Span<UInt8>, at i: Int) -> Int {
    var end = i + 1
    while end < text.count, text[end] & 0xC0 == 0x80 { end += 1 }
    return end - i
  }
}

/// The best way to each byte of a text: its score, the piece that ends there, and where that piece begins.
private struct Lattice {
  private var best: [Double]
  private var start: [Int32]
  private var piece: [UInt32]

  init(length: Int) {
    best = Array(repeating: -1e38, count: length + 1)
    best[0] = 0
    start = Array(repeating: 0, count: length + 1)
    piece = Array(repeating: PieceSegmenter.unknown, count: length + 1)
  }

  /// Takes the piece if it makes the way to `j` better; of equals the first stays.
  mutating func offer(_ id: UInt32, from i: Int, to j: Int, score: Double) {
    let total = best[i] + score
    guard total > best[j] else { return }
    best[j] = total
    start[j] = Int32(i)
    piece[j] = id
  }

  func path() -> [UInt32] {
    var ids = [PieceSegmenter.end]
    var j = best.count - 1
    while j > 0 {
      ids.append(piece[j])
      j = Int(start[j])
    }
    ids.append(PieceSegmenter.begin)
    return ids.reversed()
  }
}
