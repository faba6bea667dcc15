import NewsModel
import TextBytes

/// When, by the verbs around it, an expression lies: what decides which Monday "on Monday" is.
enum TimeTense {
  case past, open, future

  /// The tense at the tokens `found` of `sentence`: the nearest verb that tells one, before it rather than behind. O(sentence).
  static func around(_ found: ClosedRange<Int>, in sentence: Sentence, of reading: Reading, _ grammar: TimeGrammar)
    -> TimeTense
  {
    var distance = 0
    for k in stride(from: found.lowerBound - 1, through: sentence.tokens.lowerBound, by: -1) {
      let token = reading.tokens[k]
      distance += 1
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
    if classes.contains(.past), classes.contains(.finite), !classes.contains(.noun) { return .past }
    return nil
  }
}
