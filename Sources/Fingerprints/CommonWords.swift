import TextBytes

/// The words of one text, made ready to find those that other texts have beside the same words.
///
/// Two words within ``reach`` of each other, in this order, are a pair. A word is common to two texts where at least ``support`` of the pairs
/// that it is in stand in both: not the word alone, but the word among its neighbours. Replaced words therefore cost themselves and no more,
/// and sentences in another order cost nothing, while texts on one subject, which have words and names in common, have few of these.
/// Of an article whose words are replaced three in ten, seven in ten are common; of a run of five words one in six would be left.
///
/// ```swift
/// let words = CommonWords(foldedWords(reading).map { UInt32(truncatingIfNeeded: $0.value) })
/// let common = words.common(with: other)
/// ```
public struct CommonWords: Sendable {
  /// How many words on a pair's second word may stand.
  public static let reach = 3
  /// How many pairs of a word must be shared.
  public static let support = 2

  private let words: [UInt32]
  /// An open table: the place of the first word of the pair that stands first, or -1; a power of two of slots.
  private var slots: [Int32]
  /// For each pair the next one in its slot's chain.
  private var next: [Int32]

  /// Indexes the pairs of `words`. O(words).
  public init(_ words: [UInt32]) {
    self.words = words
    var size = 64
    while size < words.count * Self.reach { size *= 2 }
    slots = [Int32](repeating: -1, count: size)
    next = [Int32](repeating: -1, count: words.count * Self.reach)
    for i in words.indices {
      for step in 1...Self.reach where i + step < words.count {
        let slot = Self.slot(words[i], words[i + step], of: size)
        let pair = Int32(i * Self.reach + step - 1)
        next[Int(pair)] = slots[slot]
        slots[slot] = pair
      }
    }
  }

  private static func slot(_ a: UInt32, _ b: UInt32, of size: Int) -> Int {
    var x = (UInt64(a) << 32 | UInt64(b)) &* 0x9E37_79B9_7F4A_7C15
    x ^= x >> 32
    return Int(truncatingIfNeeded: x) & (size - 1)
  }

  /// For each word of this text and each of `other`, whether it is common to both. O(words of `other` + pairs in common).
  public func common(with other: [UInt32]) -> (here: [Bool], there: [Bool]) {
    var here = [UInt8](repeating: 0, count: words.count)
    var there = [UInt8](repeating: 0, count: other.count)
    for i in other.indices {
      for step in 1...Self.reach where i + step < other.count {
        var pair = slots[Self.slot(other[i], other[i + step], of: slots.count)]
        while pair >= 0 {
          let (place, gap) = Int(pair).quotientAndRemainder(dividingBy: Self.reach)
          if words[place] == other[i], words[place + gap + 1] == other[i + step] {
            mark(&here, place, gap)
            mark(&there, i, step - 1)
          }
          pair = next[Int(pair)]
        }
      }
    }
    return (here.map { $0.nonzeroBitCount >= Self.support }, there.map { $0.nonzeroBitCount >= Self.support })
  }

  /// Notes in both words of a pair which neighbour they share it with: a bit each, so that a repeated pair counts once.
  private func mark(_ bits: inout [UInt8], _ place: Int, _ gap: Int) {
    bits[place] |= 1 << UInt8(gap)
    bits[place + gap + 1] |= 1 << UInt8(Self.reach + gap)
  }
}
