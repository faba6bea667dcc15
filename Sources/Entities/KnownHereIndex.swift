import NewsModel
import TextBytes

/// The names that the article's ordinary sentences hold, to be found again where capitals tell nothing.
struct KnownHereIndex {
  private(set) var phrases: [FoldHash: Int] = [:]
  /// Single words of names of several words ("Ruiz" of "Ana Ruiz").
  private(set) var parts: Set<FoldHash> = []
  private(set) var longest = 1

  init(_ chunks: [NameChunk], _ words: WordReader) {
    for chunk in chunks where chunk.weight >= 0 {
      phrases[Self.key(chunk.tokens, words), default: 0] += 1
      longest = max(longest, chunk.tokens.count)
      guard chunk.tokens.count > 1, chunk.tokens.count <= 5, chunk.known == nil else { continue }
      for i in chunk.tokens where words.isCapitalized(i) && words.tokens[i].span.count > 3 && !words.has(i, .anyHead) {
        parts.insert(words.fold(i))
      }
    }
  }

  static func key(_ range: Range<Int>, _ words: WordReader) -> FoldHash {
    range.dropFirst().reduce(words.fold(range.lowerBound)) { $0.followed(by: words.fold($1)) }
  }

  /// Whether the article has the name elsewhere, as a whole or as part of a longer one.
  func confirms(_ chunk: NameChunk, _ words: WordReader) -> Bool {
    phrases[Self.key(chunk.tokens, words)] != nil
      || chunk.tokens.count == 1 && parts.contains(words.fold(chunk.tokens.lowerBound))
  }

  /// The length of the longest known name at `i`, 0 for none.
  func longestName(at i: Int, before end: Int, _ words: WordReader) -> Int {
    var key = words.fold(i)
    var best = phrases[key] != nil || parts.contains(key) ? 1 : 0
    var length = 1
    while length < longest, i + length < end {
      key = key.followed(by: words.fold(i + length))
      length += 1
      if phrases[key] != nil { best = length }
    }
    return best
  }
}

/// Finds names in headlines set in title case and in lines set in capitals: only those that the article or the tables know.
struct LooseLineScanner {
  let words: WordReader
  let index: KnownHereIndex
  let allCapitals: Bool

  /// The names of one line.
  func scan(_ sentence: Sentence, _ number: Int) -> [NameChunk] {
    var chunks: [NameChunk] = []
    let end = sentence.tokens.upperBound
    var i = sentence.tokens.lowerBound
    while i < end {
      guard words.isCapitalized(i), let (length, known) = name(at: i, before: end),
        let span = words.span(i..<(i + length))
      else {
        i += 1
        continue
      }
      var chunk = NameChunk(tokens: i..<(i + length), span: span, sentence: number, known: known)
      chunk.isUnreliable = true
      chunks.append(chunk)
      i += length
    }
    return chunks
  }

  private func name(at i: Int, before end: Int) -> (Int, KnownName?)? {
    let here = index.longestName(at: i, before: end, words)
    if let known = words.known(at: i, before: end), known.length >= here, isSafe(known, i) {
      return (known.length, known)
    }
    if here > 0, here > 1 || isSafeWord(i) { return (here, nil) }
    return personLength(at: i, before: end).map { ($0, nil) }
  }

  private func isSafe(_ known: KnownName, _ i: Int) -> Bool {
    if known.use.contains(.ambiguous) { return false }
    if allCapitals, known.use.contains(.capitals) { return false }
    return (i..<(i + known.length)).contains { isSafeWord($0) }
  }
  private func isSafeWord(_ i: Int) -> Bool {
    !words.has(i, [.calendar, .never, .notName]) && words.classes(i).isDisjoint(with: .function)
  }

  /// A given name that is no ordinary word, and a surname behind it.
  private func personLength(at i: Int, before end: Int) -> Int? {
    guard words.isGivenName(i), i + 1 < end, words.isCapitalized(i + 1) else { return nil }
    guard words.isSurname(i + 1) else { return nil }
    return i + 2 < end && words.isSurname(i + 2) && words.cues.headFirst ? 3 : 2
  }
}
