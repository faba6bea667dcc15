import NewsModel
import TextBytes

/// Marks the words that hold sentences together, without reading the sentences.
struct FunctionWords {
  let bytes: [UInt8]
  let table: WordTable

  /// Gives the function words of a block their classes. O(n).
  func mark(_ tokens: inout [Token], _ block: Range<Int>) {
    for i in block where tokens[i].kind == .word || tokens[i].kind == .clitic {
      guard let entry = table.entry(bytes, tokens[i].span, fold: tokens[i].fold), !isName(tokens, i, block, entry)
      else {
        continue
      }
      tokens[i].classes = entry.classes
      tokens[i].lemma = entry.lemma
    }
  }

  /// "US", "WHO" beside words that are not all capitals; "May", "Will" in the middle of a sentence.
  private func isName(_ tokens: [Token], _ i: Int, _ block: Range<Int>, _ entry: WordTable.Entry) -> Bool {
    guard tokens[i].shape.contains(.capitalized), tokens[i].kind == .word else { return false }
    let before = i > block.lowerBound && tokens[i - 1].kind == .word ? tokens[i - 1] : nil
    let after = i + 1 < block.upperBound && tokens[i + 1].kind == .word ? tokens[i + 1] : nil
    if tokens[i].shape.contains(.allCapitals) {
      let neighbours = [before, after].compactMap { $0 }
      return !neighbours.isEmpty && neighbours.allSatisfy { !$0.shape.contains(.allCapitals) }
    }
    return entry.classes.contains(.modal) && before.map { !$0.shape.contains(.capitalized) } == true
  }
}
