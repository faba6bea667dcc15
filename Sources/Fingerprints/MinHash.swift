/// A fixed number of minima from which the resemblance of two shingle sets can be estimated (Broder 1997).
public struct MinHash: Hashable, Sendable {
  /// The minimum of each permutation; all ones for an empty set.
  public let minima: [UInt32]

  /// The signature of `shingles` under `permutations` permutations, which are the same in every run. O(shingles · permutations).
  public init(_ shingles: Shingles, permutations: Int = 128) {
    var minima = [UInt32](repeating: .max, count: permutations)
    let keys = (0..<UInt64(permutations)).map { mixed($0 &+ 1) | 1 }
    for hash in shingles.hashes {
      let spread = mixed(hash)
      for i in keys.indices {
        let value = UInt32(truncatingIfNeeded: (spread &* keys[i]) >> 32)
        if value < minima[i] { minima[i] = value }
      }
    }
    self.minima = minima
  }

  /// The estimated Jaccard resemblance, 0 to 1; its standard error is below 1 / (2 √permutations). O(permutations).
  public func jaccard(_ other: MinHash) -> Double {
    guard !minima.isEmpty, minima.count == other.minima.count else { return 0 }
    let equal = zip(minima, other.minima).reduce(0) { $0 + ($1.0 == $1.1 && $1.0 != .max ? 1 : 0) }
    return Double(equal) / Double(minima.count)
  }

  /// The estimated part of this text's `count` shingles that stand in the other, which has `otherCount`. O(permutations).
  public func containment(in other: MinHash, count: Int, otherCount: Int) -> Double {
    guard count > 0 else { return 0 }
    let resemblance = jaccard(other)
    return min(1, resemblance / (1 + resemblance) * Double(count + otherCount) / Double(count))
  }
}

/// Spreads the bits of `x` (splitmix64's finaliser).
func mixed(_ x: UInt64) -> UInt64 {
  var z = x &+ 0x9E37_79B9_7F4A_7C15
  z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
  z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
  return z ^ (z >> 31)
}
