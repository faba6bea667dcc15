import TextBytes

/// Words and phrases looked up by the hashes of their folded words. Building is O(words), a lookup O(longest phrase).
public struct PhraseTable<Value: Sendable>: Sendable {
  /// The keys of words and phrases, and of what they say, a slot each; a power of two of slots, at most three quarters full.
  @usableFromInline var keys: [UInt64] = []
  /// For each slot the number of its value behind one, 0 for a word that only begins phrases; the most words that a phrase beginning with it
  /// has stand in the upper byte. All bits are 0 in an empty slot.
  @usableFromInline var marks: [UInt32] = []
  @usableFromInline var values: [Value] = []
  private var used = 0

  /// Makes an empty table.
  public init() {}

  /// The number of phrases.
  public var count: Int { values.count }

  /// The slot of a key, or the empty one where it belongs; nil in an empty table.
  @inlinable
  func slot(_ key: FoldHash) -> Int? {
    guard !keys.isEmpty else { return nil }
    let mask = keys.count - 1
    let mixed = key.value &* 0x9E37_79B9_7F4A_7C15
    var i = Int(truncatingIfNeeded: mixed >> 32) & mask
    while marks[i] != 0, keys[i] != key.value { i = (i + 1) & mask }
    return i
  }

  /// Sets what a key says: its value, the most words that a phrase beginning with it has, or both.
  private mutating func set(_ key: FoldHash, value: UInt32? = nil, most: UInt8 = 0) {
    if (used + 1) * 4 > keys.count * 3 { grow(to: max(16, keys.count * 2)) }
    guard let i = slot(key) else { return }
    if marks[i] == 0 { used += 1 }
    keys[i] = key.value
    let length = max(UInt32(most), marks[i] >> 24)
    // A mark is never 0: the length is at least 1.
    marks[i] = max(length, 1) << 24 | (value ?? marks[i] & 0xFF_FFFF)
  }

  private mutating func grow(to count: Int) {
    let (oldKeys, oldMarks) = (keys, marks)
    keys = [UInt64](repeating: 0, count: count)
    marks = [UInt32](repeating: 0, count: count)
    for (key, mark) in zip(oldKeys, oldMarks) where mark != 0 {
      guard let i = slot(FoldHash(value: key)) else { continue }
      keys[i] = key
      marks[i] = mark
    }
  }

  /// The value of a key, or nil. O(1).
  @inlinable
  func value(_ key: FoldHash) -> Value? {
    guard let i = slot(key), marks[i] & 0xFF_FFFF != 0 else { return nil }
    return values[Int(marks[i] & 0xFF_FFFF) - 1]
  }

  /// Adds a phrase, its words parted by single spaces; the first value given to a phrase stays.
  public mutating func insert(_ phrase: some StringProtocol, _ value: Value) {
    let bytes = Array(phrase.utf8)
    insert(phrase: bytes, TextSpan(0, bytes.count), value)
  }

  /// Adds the phrase at `span` of `bytes`, its words parted by single spaces; the first value given to a phrase stays. The value that
  /// the phrase has, or nil where it has more than twelve words or none.
  @discardableResult
  public mutating func insert(phrase bytes: [UInt8], _ span: TextSpan, _ value: Value) -> Value? {
    let view = bytes.span
    var count = 0
    var (head, key) = (FoldHash.empty, FoldHash.empty)
    var start = span.start
    for i in span.start...span.end where i == span.end || view[i] == 0x20 {
      if i > start {
        let word = FoldHash(bytes, TextSpan(start, i))
        if count == 0 { head = word }
        key = count == 0 ? word : key.followed(by: word)
        count += 1
      }
      start = i + 1
    }
    guard (1...12).contains(count) else { return nil }
    return insert(key: key, head: count == 1 ? nil : head, length: count, value)
  }

  /// Makes room for `count` phrases.
  public mutating func reserve(_ count: Int) {
    values.reserveCapacity(count)
    var slots = max(16, keys.count)
    while slots * 3 < count * 4 + 4 { slots *= 2 }
    if slots > keys.count { grow(to: slots) }
  }

  /// Adds the phrase at `span` of `bytes` as written and, where the tokenizer would cut its words further ("EE.UU.", "Moody's"), also as
  /// cut; the first value given to a phrase stays. O(length of the span).
  mutating func insert(_ bytes: [UInt8], _ span: TextSpan, _ value: Value) {
    if !Self.hasBlank(bytes.span, span) {
      insert(key: FoldHash(bytes, span), head: nil, length: 1, value)
    } else {
      insert(words: PhraseWords.asWritten(bytes, span), value)
    }
    if let pieces = PhraseWords.asCut(bytes, span) { insert(words: pieces, value) }
  }

  private static func hasBlank(_ bytes: Span<UInt8>, _ span: TextSpan) -> Bool {
    for i in span.range where bytes[i] == 0x20 { return true }
    return false
  }

  private mutating func insert(words: [FoldHash], _ value: Value) {
    guard let head = words.first, words.count <= 12 else { return }
    let key = words.dropFirst().reduce(head) { $0.followed(by: $1) }
    insert(key: key, head: head, length: words.count, value)
  }

  @discardableResult
  private mutating func insert(key: FoldHash, head: FoldHash?, length: Int, _ value: Value) -> Value? {
    if let old = self.value(key) { return old }
    guard values.count < 0xFF_FFFE else { return nil }
    values.append(value)
    set(key, value: UInt32(values.count), most: head == nil ? UInt8(length) : 0)
    if let head { set(head, most: UInt8(length)) }
    return value
  }

  /// The value of one word, or nil.
  @inlinable
  public subscript(word: FoldHash) -> Value? { value(word) }

  /// The value of a whole phrase, or nil.
  @inlinable
  public subscript(phrase phrase: some StringProtocol) -> Value? { value(FoldHash(phrase: phrase)) }

  /// The longest phrase that begins at word `start` of `count` words whose hashes `fold` gives, and its length in words.
  @inlinable
  public func longestMatch(
    at start: Int, count: Int, fold: (Int) -> FoldHash
  ) -> (value: Value, length: Int)? {
    var key = fold(start)
    guard let first = slot(key), marks[first] != 0 else { return nil }
    let most = Int(marks[first] >> 24)
    var number = marks[first] & 0xFF_FFFF
    var best: (number: UInt32, length: Int)?
    var length = 1
    while true {
      if number != 0 { best = (number, length) }
      length += 1
      guard length <= most, start + length <= count else { break }
      key = key.followed(by: fold(start + length - 1))
      number = slot(key).map { marks[$0] & 0xFF_FFFF } ?? 0
    }
    return best.map { (values[Int($0.number) - 1], $0.length) }
  }
}
