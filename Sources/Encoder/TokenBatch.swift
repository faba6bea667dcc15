/// Stretches of texts set one behind the other, two empty rows between them, so that the window of a token is a stretch of
/// rows and what lies outside the text is zero.
///
/// A long text comes in stretches that overlap by the reach of the two convolutions; only the inner tokens of a stretch are
/// counted, so memory does not grow with the text and the numbers are the same.
struct TokenBatch {
  /// Tokens on either side that the branches of a token can see: two by each of the two convolutions.
  static let reach = 4
  /// Empty rows between stretches: the reach of one convolution.
  static let gap = 2
  /// Tokens of a batch, so that a batch's numbers stay in the second-level cache.
  static let budget = 512

  struct Stretch {
    /// The text, as an index into those of the call.
    var text: Int
    /// The rows of the tokens that count for it.
    var rows: Range<Int>
  }
  /// The slot of each row's piece, or -1 for an empty row.
  private(set) var slots: [Int32] = Array(repeating: -1, count: TokenBatch.gap)
  private(set) var stretches: [Stretch] = []
  /// Each piece of the batch once, in order of appearance.
  private(set) var pieces: [UInt32] = []
  private var slotOfPiece: [UInt32: Int32] = [:]

  /// The number of rows, empty ones included.
  var rows: Int { slots.count }
  var isEmpty: Bool { stretches.isEmpty }
  /// Whether `tokens` more would make the batch larger than it should be.
  func isFull(for tokens: Int) -> Bool { !isEmpty && rows + tokens > Self.budget }

  /// Adds the tokens `core` of the text `ids`, with those around that they see.
  mutating func append(_ ids: [UInt32], core: Range<Int>, text: Int) {
    let lower = max(0, core.lowerBound - Self.reach)
    let upper = min(ids.count, core.upperBound + Self.reach)
    let start = rows + core.lowerBound - lower
    for id in ids[lower..<upper] {
      let slot = slotOfPiece[id] ?? Int32(pieces.count)
      if Int(slot) == pieces.count {
        pieces.append(id)
        slotOfPiece[id] = slot
      }
      slots.append(slot)
    }
    stretches.append(Stretch(text: text, rows: start..<(start + core.count)))
    for _ in 0..<Self.gap { slots.append(-1) }
  }

  /// Empties the batch.
  mutating func removeAll() {
    slots.removeAll(keepingCapacity: true)
    for _ in 0..<Self.gap { slots.append(-1) }
    stretches.removeAll(keepingCapacity: true)
    pieces.removeAll(keepingCapacity: true)
    slotOfPiece.removeAll(keepingCapacity: true)
  }
}
