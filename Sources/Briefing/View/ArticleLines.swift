import NewsModel
import TextBytes

/// Tells on which line of its file a passage of one article stands.
///
/// A line that holds several paragraphs (HTML without line breaks) tells nothing: in such an article paragraphs are counted.
package struct ArticleLines: Sendable {
  let number: Int
  private let article: Article
  private let lineStarts: [Int]
  /// Whether places are numbers of paragraphs and not of lines.
  let countsParagraphs: Bool

  package init(_ article: Article, number: Int) {
    self.number = number
    self.article = article
    lineStarts = makeLineStarts(article.input)
    let lines = Set(article.paragraphs.map(\.line))
    countsParagraphs = lines.contains { $0 < 1 } || lines.count * 2 < article.paragraphs.count
  }

  /// The marker of a passage of the article's text. O(log paragraphs).
  package func marker(_ span: TextSpan) -> Marker {
    switch article.place(of: span) {
    case .title: field(.title, "title")
    case .deck: field(.deck, "deck")
    case .text: paragraph(at: span.start).map(marker(paragraph:)) ?? Marker(article: number, place: "title")
    }
  }

  /// The marker of a paragraph, by its index.
  package func marker(paragraph index: Int) -> Marker {
    Marker(article: number, place: String(countsParagraphs ? index + 1 : article.paragraphs[index].line))
  }

  /// The marker of a place in the input.
  package func marker(source span: TextSpan) -> Marker {
    Marker(article: number, place: countsParagraphs ? "notice" : String(line(at: span.start)))
  }

  private func field(_ field: Metadata.Field, _ name: String) -> Marker {
    guard !countsParagraphs, let at = article.metadata.at[field]?.first, at.end <= article.input.count, !at.isEmpty
    else {
      return Marker(article: number, place: name)
    }
    return Marker(article: number, place: String(line(at: at.start)))
  }

  /// The index of the paragraph that holds `offset`, or the next behind it. O(log paragraphs).
  func paragraph(at offset: Int) -> Int? {
    let paragraphs = article.paragraphs
    guard !paragraphs.isEmpty else { return nil }
    var (low, high) = (0, paragraphs.count)
    while low < high {
      let middle = (low + high) / 2
      if paragraphs[middle].span.end <= offset { low = middle + 1 } else { high = middle }
    }
    return min(low, paragraphs.count - 1)
  }

  /// The line of the input that holds `offset`, from 1. O(log lines).
  package func line(at offset: Int) -> Int {
    var (low, high) = (0, lineStarts.count)
    while low < high {
      let middle = (low + high) / 2
      if lineStarts[middle] <= offset { low = middle + 1 } else { high = middle }
    }
    return max(1, low)
  }
  /// The words of line `number` of the input, as they stand; nil where there is no such line.
  func inputLine(_ number: Int) -> TextSpan? {
    guard lineStarts.indices.contains(number - 1) else { return nil }
    let end = number < lineStarts.count ? lineStarts[number] : article.input.count
    return article.input.trimmed(TextSpan(lineStarts[number - 1], end))
  }
}

private func makeLineStarts(_ text: SourceText) -> [Int] {
  var starts = [0]
  let bytes = text.bytes
  for i in bytes.indices {
    let isBreak =
      bytes[i] == UInt8(ascii: "\n")
      || (bytes[i] == UInt8(ascii: "\r") && (i + 1 == bytes.count || bytes[i + 1] != UInt8(ascii: "\n")))
    if isBreak { starts.append(i + 1) }
  }
  return starts
}
