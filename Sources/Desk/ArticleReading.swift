import Languages
import NewsModel

/// Cuts the text of an article that was kept without its tokens.
struct ArticleReading: Sendable {
  private let reader = LanguageReader()

  func read(_ article: Article) -> Reading { reader.read(article) }
}
