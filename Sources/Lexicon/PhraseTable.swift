import TextBytes

/// Words and phrases looked up by the hashes of their folded words. Building is O(words), a lookup O(longest phrase).
public struct PhraseTable<Value: Sendable>: Sendable {
  private var values: [FoldHash: Value] = [:]
  /// For each first word, the most words that a phrase beginning with it has.
  private var lengths: [FoldHash: UInt8] = [:]

  /// Makes an empty table.
  public init() {}

  /// The number of phrases.
  public var count: Int { values.count }

  /// Adds a phrase, its words parted by single spaces; the first value given to a phrase stays.
  public mutating func insert(_ phrase: some StringProtocol, _ value: Value) {
    let words = phrase.split(separator: " ")
    guard let first = words.first, words.count <= 12 else { return }
    let key = FoldHash(phrase: phrase)
    guard values[key] == nil else { return }
    values[key] = value
    let head = FoldHash(String(first))
    lengths[head] = max(lengths[head] ?? 0, UInt8(words.count))
  }

  /// Makes room for `count` phrases.
  mutating func reserve(_ count: Int) {
    values.reserveCapacity(count)
    lengths.reserveCapacity(count)
  }

  /// Adds the phrase at `span` of `bytes` as written and, where the tokenizer would cut its words further ("EE.UU.", "Moody's"), also as
  /// cut; the first value given to a phrase stays. O(length of the span).
  mutating func insert(_ bytes: [UInt8], _ span: TextSpan, _ value: Value) {
    if !bytes[span.range].contains(0x20) {
      insert(key: FoldHash(bytes, span), head: nil, length: 1, value)
    } else {
      insert(words: PhraseWords.asWritten(bytes, span), value)
    }
    if let pieces = PhraseWords.asCut(bytes, span) { insert(words: pieces, value) }
  }

  private mutating func insert(words: [FoldHash], _ value: Value) {
    guard let head = words.first, words.count <= 12 else { return }
    let key = words.dropFirst().reduce(head) { $0.followed(by: $1) }
    insert(key: key, head: head, length: words.count, value)
  }

  private mutating func insert(key: FoldHash, head: FoldHash?, length: Int, _ value: Value) {
    guard values[key] == nil else { return }
    values[key] = value
    lengths[head ?? key, default: 0] = max(lengths[head ?? key] ?? 0, UInt8(length))
  }

  /// The value of one word, or nil.
  public subscript(word: FoldHash) -> Value? { values[word] }

  /// The value of a whole phrase, or nil.
  public subscript(phrase phrase: some StringProtocol) -> Value? { values[FoldHash(phrase: phrase)] }

  /// The longest phrase that begins at word `start` of `count` words whose hashes `fold` gives, and its length in words.
  public func longestMatch(
    at start: Int, count: Int, fold: (Int) -> FoldHash
  ) -> (value: Value, length: Int)? {
    var key = fold(start)
    guard let most = lengths[key] else { return nil }
    var best: (value: Value, length: Int)?
    var length = 1
    while true {
      if let value = values[key] { best = (value, length) }
      length += 1
      guard length <= Int(most), start + length <= count else { return best }
      key = key.followed(by: fold(start + length - 1))
    }
  }
}
