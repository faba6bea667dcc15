import Foundation
import NewsModel
import TextBytes

/// What the tables of one language say of word forms, as one flat hash table: two languages load in tens of milliseconds.
///
/// Forms are told apart by case-folded letters *with* their diacritics ("esta" is not "está"); a form that is not there is looked
/// up without them, since capitals and careless copy drop them.
struct WordTable: Sendable {
  /// What is known of a word form.
  struct Entry: Sendable, Equatable {
    /// Every class that the form may have.
    var classes: WordClasses
    /// The likeliest of them; a form whose past and participle are alike may prefer one.
    var likeliest: WordClasses
    var lemma: FoldHash
  }

  /// What is held of a form.
  private struct Row {
    var key: UInt64
    var entry: Entry
  }

  /// In each slot the upper bits of a key, and below them the number of its row behind one; 0 where it is empty.
  private var slots: [UInt32]
  private var rows: [Row] = []
  private var mask: Int
  private static let numbers: UInt32 = 0xF_FFFF

  /// An empty table with room for `capacity` forms.
  init(capacity: Int) {
    slots = [0]
    mask = 0
    rows.reserveCapacity(capacity)
  }

  /// The entry of the word at `span`, or nil. O(length of the word).
  func entry(_ bytes: [UInt8], _ span: TextSpan, fold: FoldHash) -> Entry? {
    let exact = Self.key(bytes, span)
    return self[exact] ?? (exact == fold ? nil : self[fold])
  }

  /// The entry under a key.
  subscript(key: FoldHash) -> Entry? {
    let slot = slot(key.value)
    return slots[slot] == 0 ? nil : rows[Int(slots[slot] & Self.numbers) - 1].entry
  }

  /// The slot of a key, or the empty one where it belongs.
  private func slot(_ key: UInt64) -> Int {
    let kept = UInt32(truncatingIfNeeded: key >> 32) & ~Self.numbers
    var slot = Int(truncatingIfNeeded: key) & mask
    while slots[slot] != 0 {
      if slots[slot] & ~Self.numbers == kept, rows[Int(slots[slot] & Self.numbers) - 1].key == key { break }
      slot = (slot + 1) & mask
    }
    return slot
  }

  /// Adds a form, which is found once ``index()`` was called; the first entry of a key stays.
  mutating func append(_ key: FoldHash, _ entry: Entry) {
    if rows.count < Int(Self.numbers) { rows.append(Row(key: key.value, entry: entry)) }
  }

  /// Makes what was added findable. O(n).
  ///
  /// Rows are put into the slots in about the order of the slots: strewn over them, each would wait for memory.
  mutating func index() {
    var bits = 4
    while 1 << bits < rows.count * 2 { bits += 1 }
    mask = 1 << bits - 1
    slots = Array(repeating: 0, count: mask + 1)
    let shift = max(0, bits - 8)
    var starts = [Int](repeating: 0, count: 257)
    for row in rows { starts[(Int(truncatingIfNeeded: row.key) & mask) >> shift + 1] += 1 }
    for i in 1..<starts.count { starts[i] += starts[i - 1] }
    var ordered = [(key: UInt64, number: Int)](repeating: (0, 0), count: rows.count)
    for (number, row) in rows.enumerated() {
      let block = (Int(truncatingIfNeeded: row.key) & mask) >> shift
      ordered[starts[block]] = (row.key, number + 1)
      starts[block] += 1
    }
    for (key, number) in ordered {
      let slot = slot(key)
      if slots[slot] == 0 { slots[slot] = UInt32(truncatingIfNeeded: key >> 32) & ~Self.numbers | UInt32(number) }
    }
  }

  /// The hash of a form in small letters with its diacritics. For ASCII words it equals their ``FoldHash``. O(n).
  static func key(_ bytes: [UInt8], _ span: TextSpan) -> FoldHash {
    var hash = FoldHash.empty.value
    let view = bytes.span
    var i = span.start
    while i < span.end {
      var scalar = UInt32(view[i])
      var length = 1
      if scalar >= 0x80 {
        guard let decoded = decodeScalar(at: i, in: view) else { break }
        (scalar, length) = decoded
        if scalar == 0x301, let composed = acute(hash, since: i - 1, in: view) {
          hash = composed
          i += length
          continue
        }
        scalar = lowercased(scalar)
      } else if scalar >= 0x41, scalar <= 0x5A {
        scalar += 0x20
      }
      hash = mixed(hash, scalar)
      i += length
    }
    return FoldHash(value: hash)
  }

  private static let prime: UInt64 = 0x100_0000_01B3
  /// The inverse of the prime modulo 2^64, to take back the last letter.
  private static let inverse: UInt64 = {
    var x: UInt64 = prime
    for _ in 0..<6 { x = x &* (2 &- prime &* x) }
    return x
  }()

  private static func mixed(_ hash: UInt64, _ scalar: UInt32) -> UInt64 { (hash ^ UInt64(scalar)) &* prime }

  /// `hash` with its last letter, a plain vowel, replaced by the one with an acute: a decomposed "é" counts as a composed one.
  private static func acute(_ hash: UInt64, since i: Int, in view: borrowing Span<UInt8>) -> UInt64? {
    guard i >= 0 else { return nil }
    let letter = UInt32(view[i] | 0x20)
    let composed: UInt32
    switch letter {
    case 0x61: composed = 0xE1
    case 0x65: composed = 0xE9
    case 0x69: composed = 0xED
    case 0x6F: composed = 0xF3
    case 0x75: composed = 0xFA
    default: return nil
    }
    return mixed((hash &* inverse) ^ UInt64(letter), composed)
  }

  private static func lowercased(_ scalar: UInt32) -> UInt32 {
    switch scalar {
    case 0xC0...0xD6, 0xD8...0xDE: return scalar + 0x20
    case 0x391...0x3A9, 0x410...0x42F: return scalar + 0x20
    case 0x400...0x40F: return scalar + 0x50
    case 0x2019, 0x2018, 0x02BC: return 0x27
    case 0x2010, 0x2011: return 0x2D
    case 0x100...0x17F where scalarClass(scalar) == .upper: return scalar == 0x178 ? 0xFF : scalar + 1
    default: return scalar
    }
  }
}
