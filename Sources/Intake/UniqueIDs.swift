/// Keeps the ids of one stream apart. It holds 16 bytes an id.
struct UniqueIDs: Sendable {
  private var counts: [UInt64: Int] = [:]

  /// `id` itself, or with `#2`, `#3`, … where it was given out before. O(length) over time.
  mutating func unique(_ id: String) -> String {
    let key = Self.hash(id)
    guard var count = counts[key] else {
      counts[key] = 1
      return id
    }
    while true {
      count += 1
      let name = "\(id)#\(count)"
      if counts.updateValue(1, forKey: Self.hash(name)) == nil {
        counts[key] = count
        return name
      }
    }
  }

  /// FNV-1a, 64 bits (Fowler, Noll, Vo): the same in every process.
  private static func hash(_ id: String) -> UInt64 {
    id.utf8.reduce(0xCBF2_9CE4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
  }
}
