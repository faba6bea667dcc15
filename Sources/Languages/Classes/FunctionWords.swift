import NewsModel
import TextBytes

/// Marks the words that hold sentences together, without reading the sentences.
struct FunctionWords {
  let bytes: [UInt8]
  let table: WordTable

  /// Gives the function words of a block their classes. O(n).
  func mark(_ tokens: inout [Token], _ block: Range<Int>) {
    var (others, capital) = (0, 0)
    var candidates: [Int] = []
    for i in block where tokens[i].kind == .word || tokens[i].kind == .clitic {
      guard let entry = table.entry(bytes, tokens[i].span, fold: tokens[i].fold) else {
        others += 1
        if tokens[i].shape.contains(.allCapitals) { capital += 1 }
        continue
      }
      if tokens[i].shape.contains(.allCapitals) { candidates.append(i) }
      if isModalName(tokens, i, block, entry) { continue }
      tokens[i].classes = entry.classes
      tokens[i].lemma = entry.lemma
    }
    // "US", "WHO" among words that are not all capitals.
    guard others < 2 || capital * 10 < others * 7 else { return }
    for i in candidates { tokens[i].classes = .properNoun }
  }

  /// "May", "Will" in the middle of a sentence that sets no capitals.
  private func isModalName(_ tokens: [Token], _ i: Int, _ block: Range<Int>, _ entry: WordTable.Entry) -> Bool {
    guard entry.classes.contains(.modal), i > block.lowerBound, tokens[i - 1].kind == .word else { return false }
    return tokens[i].shape.contains(.capitalized) && !tokens[i].shape.contains(.allCapitals)
      && !tokens[i - 1].shape.contains(.capitalized)
  }
}
