import NewsModel
import TextBytes

/// Parts the tokens of one block of text (a paragraph, a headline) into sentences. A block never runs on into the next.
struct SentenceSplitter {
  let tokens: [Token]
  let folder: LanguageFolder

  /// The token ranges of the sentences in `range`. O(n).
  func split(_ range: Range<Int>) -> [Range<Int>] {
    var sentences: [Range<Int>] = []
    var start = range.lowerBound
    var i = range.lowerBound
    while i < range.upperBound {
      defer { i += 1 }
      guard endsSentence(i, in: range) else { continue }
      // Closing quotation marks and brackets belong to the sentence that they close.
      while i + 1 < range.upperBound, closes(tokens[i + 1]) { i += 1 }
      sentences.append(start..<(i + 1))
      start = i + 1
    }
    if start < range.upperBound { sentences.append(start..<range.upperBound) }
    return sentences
  }

  private func closes(_ token: Token) -> Bool {
    (token.kind == .closeQuote || token.kind == .closeBracket || token.kind == .terminal)
      && !token.shape.contains(.spaceBefore)
  }

  private func endsSentence(_ i: Int, in range: Range<Int>) -> Bool {
    let token = tokens[i]
    guard token.kind == .terminal || token.shape.contains(.abbreviation) else { return false }
    var next = i + 1
    while next < range.upperBound, closes(tokens[next]) { next += 1 }
    guard next < range.upperBound else { return true }
    var follower = tokens[next]
    guard follower.shape.contains(.spaceBefore) || follower.shape.contains(.lineStart) || follower.kind == .openQuote
    else { return false }
    if follower.kind == .openQuote || follower.kind == .openBracket || follower.kind == .dash,
      next + 1 < range.upperBound
    {
      follower = tokens[next + 1]
    }
    let startsLikeSentence =
      follower.shape.contains(.capitalized) || follower.kind == .number || isOpeningMark(follower)
    guard startsLikeSentence else { return false }
    guard token.kind == .terminal else { return abbreviationEnds(i, before: follower) }
    return true
  }

  private func isOpeningMark(_ token: Token) -> Bool { token.kind == .symbol || token.kind == .openQuote }

  /// Whether a sentence ends at an abbreviation: never at initials and titles ("N. Maduro", "Sr. Gil"), nor at a month before a
  /// number; at others only before a word that starts sentences.
  private func abbreviationEnds(_ i: Int, before follower: Token) -> Bool {
    let token = tokens[i]
    let isInitial = token.shape.contains(.capitalized) && token.span.count <= 3
    if isInitial { return false }
    switch folder.abbreviations[token.fold] {
    case .title: return false
    case .beforeNumber where follower.kind == .number: return false
    default: return follower.kind == .word && folder.sentenceStarters.contains(follower.fold)
    }
  }
}
