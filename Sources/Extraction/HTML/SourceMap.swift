import TextBytes

/// Tells where in the input the bytes of a page's flat text stand: the same place for text, the markup's text nodes for HTML.
struct SourceMap: Sendable {
  struct Piece: Sendable {
    var flat: TextSpan
    var source: TextSpan
    /// Whether the bytes are the same on both sides, so that offsets carry over.
    var isExact: Bool
  }
  /// In the order of the flat text; nil where both texts are one.
  private let pieces: [Piece]?

  /// Both texts are one.
  static let identity = SourceMap(pieces: nil)
  init(pieces: [Piece]?) { self.pieces = pieces }

  /// The stretches of the input that the words at `span` come from, in order; neighbours are joined. O(log n + pieces).
  func spans(_ span: TextSpan) -> [TextSpan] {
    guard let pieces else { return [span] }
    var low = 0
    var high = pieces.count
    while low < high {
      let middle = (low + high) / 2
      if pieces[middle].flat.end <= span.start { low = middle + 1 } else { high = middle }
    }
    var result: [TextSpan] = []
    while low < pieces.count, pieces[low].flat.start < span.end {
      let piece = pieces[low]
      low += 1
      let source = part(of: piece, span)
      if source.isEmpty { continue }
      if let last = result.last, last.end == source.start {
        result[result.count - 1] = last.union(source)
      } else {
        result.append(source)
      }
    }
    return result
  }

  private func part(of piece: Piece, _ span: TextSpan) -> TextSpan {
    guard piece.isExact else { return piece.source }
    let lower = max(0, span.start - piece.flat.start)
    let upper = min(piece.flat.count, span.end - piece.flat.start)
    return TextSpan(piece.source.start + lower, piece.source.start + upper)
  }

  /// The stretch of the input from the first to the last of the words at `span`. O(log n + pieces).
  func span(_ span: TextSpan) -> TextSpan {
    let all = spans(span)
    guard let first = all.first, let last = all.last else { return TextSpan(0, 0) }
    return TextSpan(min(first.start, last.start), max(first.end, last.end))
  }
}
