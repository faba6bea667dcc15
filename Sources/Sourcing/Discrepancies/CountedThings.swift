import TextBytes

/// What is counted, under one key over words and languages, from `Resources/<language>/units.tsv`.
enum CountedThings {
  private static let keys: [FoldHash: String] = {
    var keys: [FoldHash: String] = [:]
    for row in SourcingTables.rows("units.tsv").flatMap(\.rows) where row.count == 2 {
      for word in row[1].split(separator: "|") { keys[FoldHash(String(word))] = row[0] }
    }
    return keys
  }()

  /// Whether two words count the same thing. O(1).
  static func areOne(_ a: FoldHash?, _ b: FoldHash?) -> Bool {
    guard let a, let b else { return false }
    guard a != b else { return true }
    guard let x = keys[a], let y = keys[b] else { return false }
    return x == y
  }
}
