import NewsModel
import TextBytes

/// A person's name as words that can be compared, whatever their case and accents.
struct PersonNameParts: Hashable, Sendable {
  var folds: [FoldHash]
  /// First bytes of the folded words; what is left of a word given as an initial.
  var firstBytes: [UInt8]
  var initials: [Bool]
  /// How many words at the start are given names.
  var givenCount: Int
  /// "jr", "iii": what tells father and son apart; it is no word of the name.
  var generation: FoldHash?

  /// Written alike in every language of the news.
  private static let generations: [FoldHash: FoldHash] = {
    var table = ["jr", "sr", "ii", "iii", "iv"].reduce(into: [FoldHash: FoldHash]()) { table, word in
      table[FoldHash(word)] = FoldHash(word)
      table[FoldHash(word + ".")] = FoldHash(word)
    }
    table[FoldHash("junior")] = FoldHash("jr")
    return table
  }()

  /// Reads the capitalised words and particles of `range`.
  init(_ range: Range<Int>, _ words: WordReader) {
    folds = []
    firstBytes = []
    initials = []
    givenCount = 0
    var givens = true
    for i in range where words.isWord(i) {
      let text = folded(words.string(i..<(i + 1)))
      folds.append(words.fold(i))
      firstBytes.append(text.utf8.first ?? 0)
      initials.append(words.isInitial(i))
      givens = givens && (words.givenName(i) != nil || words.isInitial(i)) && i < range.upperBound - 1
      if givens { givenCount += 1 }
    }
    if folds.count > 2, let last = folds.last, let generation = Self.generations[last] {
      self.generation = generation
      folds.removeLast()
      firstBytes.removeLast()
      initials.removeLast()
    }
    givenCount = min(givenCount, folds.count - 1)
    if givenCount <= 0 { givenCount = folds.count > 1 ? 1 : 0 }
  }

  var count: Int { folds.count }

  /// How well `short` names the person of this fuller name: 0 not at all; a surname counts more than a given name.
  func match(_ short: PersonNameParts) -> Int {
    if short.count > 1, short.generation != generation { return 0 }
    if short.folds == folds { return 10 }
    guard short.count <= count else { return 0 }
    if short.count == 1 {
      guard let word = short.folds.first, let at = folds.lastIndex(of: word) else { return 0 }
      if at < givenCount { return at == 0 ? 3 : 1 }
      // The last word, and with two surnames the first of them, is what a person is called by.
      return at == count - 1 || at == givenCount ? 6 : 4
    }
    return isOrderedPart(short) ? 8 : 0
  }

  /// Whether the words of `short` stand in this name in the same order, an initial for a word that begins with it.
  private func isOrderedPart(_ short: PersonNameParts) -> Bool {
    var k = 0
    var fullWords = 0
    for n in short.folds.indices {
      while k < count, !same(n, of: short, k) { k += 1 }
      guard k < count else { return false }
      if !short.initials[n] && !initials[k] { fullWords += k >= givenCount ? 2 : 1 }
      k += 1
    }
    return fullWords >= 2
  }

  private func same(_ n: Int, of short: PersonNameParts, _ k: Int) -> Bool {
    if short.folds[n] == folds[k] { return true }
    return (short.initials[n] || initials[k]) && short.firstBytes[n] == firstBytes[k]
  }
}
