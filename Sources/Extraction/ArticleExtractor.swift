import Languages
import NewsModel
import TextBytes

/// Turns a document as it came in into a clean article: body, metadata, and all that was cut, with the reason.
///
/// ```swift
/// let article = ArticleExtractor().extract(document)
/// print(article.paragraphs.map { article.text[$0.span] })
/// ```
public struct ArticleExtractor: Sendable {
  /// Makes an extractor; its tables are loaded once in a process.
  public init() {}

  /// Reads `document` by its form. Any bytes give an article, with an empty body at worst. O(n).
  public func extract(_ document: RawDocument) -> Article {
    switch document.form {
    case .text: CleanText(document).article()
    case .flattened: FlattenedPage(document).article()
    case .html: (try? HTMLPage(document).article()) ?? FlattenedPage(document).article()
    }
  }
}
