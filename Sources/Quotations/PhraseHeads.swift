import NewsModel
import TextBytes

extension Page {
  /// The head of a phrase: the last noun before the first preposition; of people, the noun that says what they are.
  func head(of phrase: Range<Int>) -> Int {
    let first = phrase.lowerBound
    if phrase.count > 3, has(first + 1, .of), isDeterminer(first + 2),
      hasClass(first, .numeral) || has(first, [.one, .some]) || folder.counts[tokens[first].fold] != nil
    {
      return head(of: (first + 2)..<phrase.upperBound)
    }
    var end = phrase.lowerBound
    while end < phrase.upperBound, !isPreposition(end) && !hasClass(end, .coordinator) || end == phrase.lowerBound {
      end += 1
    }
    let core = phrase.lowerBound..<end
    if let predicate = core.first(where: { has($0, .predicate) && $0 > phrase.lowerBound }) { return predicate - 1 }
    if folder.headFirst {
      let noun = core.first {
        isNominal($0) && (hasClass($0, [.noun, .properNoun]) || !uses[$0].isEmpty) && !hasClass($0, .numeral)
          && folder.counts[tokens[$0].fold] == nil && !has($0, .own)
      }
      if let noun { return core.contains(noun + 1) && isAdjective(noun, before: noun + 1) ? noun + 1 : noun }
    }
    return core.last { isNominal($0) && !isKind($0, .clitic) } ?? phrase.lowerBound
  }

  /// "un alto | mando", "la joven | activista": a word that says nothing of people, before one that does.
  private func isAdjective(_ i: Int, before noun: Int) -> Bool {
    uses[i].isEmpty && hasClass(i, .adjective) && mentionAt[i] < 0 && has(noun, [.person, .source]) && isNominal(noun)
  }
}
