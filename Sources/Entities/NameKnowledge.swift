import Foundation
import TextBytes

/// What is known of words and names beyond the tables of `Lexicon`, as evidence of a name's type and never of who is meant: inhabited places
/// of the world, the name lists of many countries, and the group of like words that a multilingual encoder puts a word in.
///
/// The words themselves are not kept, but 32 bits of their hashes, sorted, with a value each; `Training/Names` makes the file.
package struct NameKnowledge: Sendable {
  /// The parts of the file, in its order.
  package enum Part: Int, CaseIterable, Sendable {
    /// Inhabited places by their whole name; the value is the number of digits of the number of inhabitants.
    case places
    /// Given names and surnames by word; the value is the number of countries' lists that have it, 3 for more.
    case givenNames, surnames
    /// Words by form; the value is the group, of many and of few.
    case fineGroups, coarseGroups
  }

  /// Where the keys of each part begin, and how many they are; the values stand behind the keys.
  private var starts: [(start: Int, count: Int)] = []
  private let bytes: [UInt8]

  /// The knowledge that ships, or none.
  static let shared: NameKnowledge = {
    let url = Bundle.module.bundleURL.appendingPathComponent("Resources/names.knowledge")
    return NameKnowledge([UInt8]((try? Data(contentsOf: url)) ?? Data()))
  }()

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    var at = 0
    for _ in Part.allCases where at + 4 <= bytes.count {
      let count = Int(Self.word(bytes, at))
      guard at + 4 + count * 5 <= bytes.count else { break }
      starts.append((at + 4, count))
      at += 4 + count * 5
    }
  }

  /// The value of a word or name in a part; 0 where the part does not have it. O(log n).
  func value(_ key: FoldHash, in part: Part) -> Int {
    guard starts.indices.contains(part.rawValue) else { return 0 }
    let (start, count) = starts[part.rawValue]
    let wanted = Self.short(key)
    var low = 0
    var high = count
    while low < high {
      let middle = (low + high) / 2
      if Self.word(bytes, start + middle * 4) < wanted { low = middle + 1 } else { high = middle }
    }
    guard low < count, Self.word(bytes, start + low * 4) == wanted else { return 0 }
    return Int(bytes[start + count * 4 + low])
  }

  /// The file for `rows`: part, name, value. Of rows with the same key the first counts. O(n log n).
  package static func pack(_ rows: [(part: Part, name: String, value: UInt8)]) -> [UInt8] {
    var out: [UInt8] = []
    for part in Part.allCases {
      var values: [UInt32: UInt8] = [:]
      for row in rows where row.part == part {
        let key = short(key(of: row.name))
        values[key] = values[key] ?? row.value
      }
      let sorted = values.sorted { $0.key < $1.key }
      append(UInt32(sorted.count), to: &out)
      for (key, _) in sorted { append(key, to: &out) }
      out += sorted.map(\.value)
    }
    return out
  }

  /// The key of a name as its tokens make it: the folds of its words, one followed by the next.
  static func key(of text: String) -> FoldHash {
    let words = text.split(separator: " ").map { FoldHash(String($0)) }
    return words.dropFirst().reduce(words.first ?? .empty) { $0.followed(by: $1) }
  }
  private static func short(_ key: FoldHash) -> UInt32 { UInt32(truncatingIfNeeded: key.value ^ (key.value >> 32)) }
  private static func word(_ bytes: [UInt8], _ at: Int) -> UInt32 {
    UInt32(bytes[at]) | UInt32(bytes[at + 1]) << 8 | UInt32(bytes[at + 2]) << 16 | UInt32(bytes[at + 3]) << 24
  }
  private static func append(_ value: UInt32, to out: inout [UInt8]) {
    for shift in stride(from: UInt32(0), to: 32, by: 8) { out.append(UInt8(truncatingIfNeeded: value >> shift)) }
  }
}
