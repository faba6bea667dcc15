import NewsModel
import TextBytes

/// When, by the verbs around it, an expression lies: what decides which Monday "on Monday" is.
enum TimeTense {
  case past, open, future

  /// The tense at the tokens `found` of `sentence`: the nearest verb that tells one, before it rather than behind. O(sentence).
  static func around(_ found: ClosedRange<Int>, in sentence: Sentence, of reading: Reading, _ grammar: TimeGrammar)
    -> TimeTense
  {
    if isAhead(found.lowerBound - 1, in: sentence, of: reading, grammar) { return .future }
    for k in stride(from: found.lowerBound - 1, through: sentence.tokens.lowerBound, by: -1) {
      let token = reading.tokens[k]
      if token.kind == .separator, reading.text.bytes[token.span.start] == 0x3B { break }
      if let tense = tense(k, reading, grammar) {
        // A future auxiliary before a past form ("will have met") or an infinitive governs it.
        return tense
      }
    }
    var k = found.upperBound + 1
    while k < sentence.tokens.upperBound {
      if let tense = tense(k, reading, grammar) { return tense }
      k += 1
    }
    return .open
  }

  /// Whether "until", "by" or the like stands right before, perhaps with an article or a preposition between.
  private static func isAhead(_ last: Int, in sentence: Sentence, of reading: Reading, _ grammar: TimeGrammar) -> Bool {
    for k in stride(from: last, through: max(sentence.tokens.lowerBound, last - 3), by: -1) {
      let token = reading.tokens[k]
      if let range = grammar.words[token.fold] {
        for entry in range where grammar.entries[Int(entry)].category == grammar.aheadCue {
          if continues(grammar.entries[Int(entry)].rest, from: k + 1, reading, grammar) { return true }
        }
      }
      if token.kind != .word || k < last - 1 && !token.classes.contains(.preposition) { return false }
    }
    return false
  }

  /// Whether the tokens from `start` on are the further words of a phrase.
  private static func continues(_ rest: Range<Int32>, from start: Int, _ reading: Reading, _ grammar: TimeGrammar)
    -> Bool
  {
    var k = start
    for word in rest {
      guard k < reading.tokens.count, reading.tokens[k].fold == grammar.rests[Int(word)] else { return false }
      k += 1
    }
    return true
  }

  private static func tense(_ k: Int, _ reading: Reading, _ grammar: TimeGrammar) -> TimeTense? {
    let token = reading.tokens[k]
    guard token.kind == .word || token.kind == .clitic else { return nil }
    if let range = grammar.words[token.fold] {
      for entry in range where grammar.entries[Int(entry)].rest.isEmpty {
        let category = grammar.entries[Int(entry)].category
        if category == grammar.futureCue { return .future }
        if category == grammar.pastCue { return .past }
      }
    }
    let classes = token.classes
    if classes.contains(.future) { return .future }
    guard classes.contains(.past), classes.contains(.finite), !classes.contains(.infinitive) else { return nil }
    return isGoverned(k, reading) ? .future : .past
  }

  /// Whether a future auxiliary stands a few words before the participle at `k` ("will be signed").
  private static func isGoverned(_ k: Int, _ reading: Reading) -> Bool {
    for i in stride(from: k - 1, through: max(0, k - 4), by: -1) {
      let token = reading.tokens[i]
      if token.kind == .terminal || token.kind == .separator { return false }
      if token.classes.contains(.future) { return true }
      if token.classes.contains(.modal), token.classes.contains(.finite) { return true }
    }
    return false
  }
}
