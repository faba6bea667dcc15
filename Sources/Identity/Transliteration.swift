import TextBytes

/// Spellings of one foreign name differ between languages by a few habits; under them lies a skeleton that agrees.
enum Transliteration {
  /// What one spelling writes and another writes otherwise, the longer first.
  private static let habits: [(from: String, to: String)] = [
    ("sch", "s"), ("shch", "s"), ("tch", "c"), ("dzh", "j"), ("kh", "h"), ("zh", "z"), ("sh", "s"), ("ch", "c"),
    ("ks", "x"),
    ("ph", "f"), ("th", "t"), ("ck", "k"), ("qu", "k"), ("ou", "u"), ("oe", "o"), ("y", "i"), ("j", "i"), ("w", "v"),
    ("q", "k"),
    ("'", ""), ("’", ""), ("`", ""),
  ]

  /// The skeleton of a folded word: "zelenskyy" and "zelenski" share one. O(n).
  static func skeleton(_ word: String) -> String {
    let bytes = Array(word.utf8)
    var result: [UInt8] = []
    var i = 0
    while i < bytes.count {
      if let habit = habits.first(where: { bytes[i...].starts(with: $0.from.utf8) }) {
        for byte in habit.to.utf8 where result.last != byte { result.append(byte) }
        i += habit.from.utf8.count
      } else {
        // Doubled consonants are one; a doubled vowel is a sound of its own, save the two that end in "-iy" and "-yy".
        if result.last != bytes[i] || "aeou".utf8.contains(bytes[i]) { result.append(bytes[i]) }
        i += 1
      }
    }
    return String(decoding: result, as: UTF8.self)
  }

  /// Whether at most one letter was added, dropped or changed. O(n).
  static func isWithinOneEdit(_ a: String, _ b: String) -> Bool {
    let (short, long) = a.utf8.count <= b.utf8.count ? (Array(a.utf8), Array(b.utf8)) : (Array(b.utf8), Array(a.utf8))
    guard long.count - short.count <= 1 else { return false }
    var i = 0
    while i < short.count, short[i] == long[i] { i += 1 }
    if short.count == long.count { return short[min(i + 1, short.count)...] == long[min(i + 1, long.count)...] }
    return short[i...] == long[(i + 1)...]
  }
}
