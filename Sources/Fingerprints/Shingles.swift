import NewsModel
import TextBytes

/// The set of runs of k words in a text, as hashes (Broder 1997). A text shorter than k words is one shingle.
public struct Shingles: Hashable, Sendable {
  /// The hashes, each once, ascending.
  public let hashes: [UInt64]

  /// The shingles of `words`, `size` words each. O(n log n).
  public init(_ words: [FoldHash], size: Int = 5) {
    precondition(size > 0, "a shingle has a word")
    guard !words.isEmpty else {
      hashes = []
      return
    }
    let size = min(size, words.count)
    var all: [UInt64] = []
    all.reserveCapacity(words.count - size + 1)
    for start in 0...(words.count - size) {
      all.append(words[(start + 1)..<(start + size)].reduce(words[start]) { $0.followed(by: $1) }.value)
    }
    all.sort()
    var unique: [UInt64] = []
    for hash in all where unique.last != hash { unique.append(hash) }
    hashes = unique
  }

  /// The shingles of `reading`, or of the part of it at `span`. O(n log n).
  public init(_ reading: Reading, in span: TextSpan? = nil, size: Int = 5) {
    self.init(foldedWords(reading, in: span), size: size)
  }

  /// Whether there are none.
  public var isEmpty: Bool { hashes.isEmpty }
  /// The number of shingles.
  public var count: Int { hashes.count }

  /// How many shingles the two share. O(n + m).
  public func shared(with other: Shingles) -> Int {
    var (i, j, common) = (0, 0, 0)
    while i < hashes.count, j < other.hashes.count {
      if hashes[i] == other.hashes[j] {
        common += 1
        i += 1
        j += 1
      } else if hashes[i] < other.hashes[j] {
        i += 1
      } else {
        j += 1
      }
    }
    return common
  }

  /// The shared shingles as a part of all, 0 to 1; 0 where there are none. O(n + m).
  public func jaccard(_ other: Shingles) -> Double {
    let common = shared(with: other)
    let all = count + other.count - common
    return all == 0 ? 0 : Double(common) / Double(all)
  }

  /// The part of these shingles that `other` has too, 0 to 1: how much of this text stands in the other. O(n + m).
  public func containment(in other: Shingles) -> Double {
    isEmpty ? 0 : Double(shared(with: other)) / Double(count)
  }
}
