import NewsModel
import TextBytes

/// Agencies that no table knows but the page itself shows to be one: a name that stands as a credit and that the story says it was told to,
/// or whose reporter it speaks of.
struct SpokenAgencies {
  private let page: Page

  init(_ page: Page) { self.page = page }

  /// The name that `range` consists of, as the story writes it, where the story shows it to be an agency. O(tokens of the page).
  func name(_ range: Range<Int>) -> String? {
    let words = range.filter {
      page.tokens[$0].kind != .openBracket && page.tokens[$0].kind != .closeBracket && page.tokens[$0].kind != .terminal
    }
    guard (1...3).contains(words.count),
      words.allSatisfy({ page.tokens[$0].kind == .word && page.tokens[$0].shape.contains(.capitalized) })
    else { return nil }
    let folds = words.map { page.tokens[$0].fold }
    for line in page.lines where line.isProse {
      for i in line.tokens where matches(folds, at: i, before: line.tokens.upperBound) && !range.contains(i) {
        let end = i + folds.count
        if isTold(i, line) || isEmployer(end, line) { return page.text[page.span(of: i..<end)] }
      }
    }
    return nil
  }

  private func matches(_ folds: [FoldHash], at i: Int, before end: Int) -> Bool {
    i + folds.count <= end && folds.indices.allSatisfy { page.tokens[i + $0].fold == folds[$0] }
      && page.tokens[i].shape.contains(.capitalized)
  }

  private func isTold(_ i: Int, _ line: PageLine) -> Bool {
    i > line.tokens.lowerBound && CueWords.shared.contains(page.tokens[i - 1].fold, .told)
      || i > line.tokens.lowerBound && page.tokens[i - 1].kind == .openBracket
  }

  private func isEmployer(_ i: Int, _ line: PageLine) -> Bool {
    i < line.tokens.upperBound && CueWords.shared.contains(page.tokens[i].fold, .reporter)
  }
}
