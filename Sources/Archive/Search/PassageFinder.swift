import NewsModel
import TextBytes

/// Finds where in an article the words of a search stand.
struct PassageFinder {
  private let terms: [Query.Term]
  /// Passages shown of an article.
  private static let most = 3
  /// Bytes of a passage; a longer paragraph is cut around the words.
  private static let length = 240

  init(_ terms: [Query.Term]) { self.terms = terms }

  /// The passages with the most of the words, in order of the text. Without words: the first paragraph. O(length).
  func passages(in article: Article) -> [FoundPassage] {
    let parts =
      [article.title, article.deck].compactMap { $0 }.map { (span: $0, line: Int?.none) }
      + article.paragraphs.filter { !$0.isHeading || !terms.isEmpty }.map { (span: $0.span, line: Int?($0.line)) }
    guard !terms.isEmpty else {
      return parts.first { $0.line != nil }.map { [passage($0.span, [], $0.line, article.text)] } ?? []
    }
    let found = parts.compactMap { part -> (kinds: Int, passage: FoundPassage)? in
      let matches = terms.map { self.matches(of: $0, in: part.span, article.text) }
      guard matches.contains(where: { !$0.isEmpty }) else { return nil }
      return (
        matches.count { !$0.isEmpty }, passage(part.span, matches.flatMap { $0 }.sorted(), part.line, article.text)
      )
    }
    let best = found.indices.sorted { (found[$0].kinds, -$0) > (found[$1].kinds, -$1) }
    return best.prefix(Self.most).sorted().map { found[$0].passage }
  }

  private func matches(of term: Query.Term, in span: TextSpan, _ text: SourceText) -> [TextSpan] {
    let folded = FoldedWords(text.bytes, span)
    let count = term.words.count
    guard count > 0, folded.words.count >= count else { return [] }
    return (0...(folded.words.count - count)).compactMap { start in
      let fits = (0..<count).allSatisfy { i in
        let word = folded.words[start + i]
        return i == count - 1 && term.isPrefix ? word.hasPrefix(term.words[i]) : word == term.words[i]
      }
      return fits ? folded.spans[start].union(folded.spans[start + count - 1]) : nil
    }
  }

  /// The paragraph, or of a long one the words around the first match.
  private func passage(_ span: TextSpan, _ matches: [TextSpan], _ line: Int?, _ text: SourceText) -> FoundPassage {
    guard span.count > Self.length else { return FoundPassage(span: span, matches: matches, line: line) }
    let words = FoldedWords(text.bytes, span).spans
    let middle = matches.first ?? TextSpan(span.start, span.start)
    let first = words.first { $0.end >= middle.start - Self.length / 2 } ?? middle
    let start = matches.isEmpty || middle.start - span.start < Self.length / 2 ? span.start : first.start
    let last = words.last { $0.end <= start + Self.length } ?? middle
    let cut = text.trimmed(TextSpan(start, max(last.end, middle.end)))
    return FoundPassage(
      span: cut, matches: matches.filter { cut.contains($0) }, line: line, isCutBefore: cut.start > span.start,
      isCutAfter: cut.end < span.end)
  }
}
