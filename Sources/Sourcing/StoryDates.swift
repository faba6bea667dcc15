import NewsModel
import TextBytes

/// Settles by the story what an article alone leaves open: against which day its "Thursday" and "last month" are to be read.
public struct StoryDates: Sendable {
  /// Makes a settler.
  public init() {}

  /// The day against which the relative times of each undated article can be read: the latest day on which most of its dated sisters
  /// appeared; nil where the article has a date, or no sister has. O(articles).
  public func references(for articles: [AnnotatedArticle]) -> [Timestamp?] {
    let dated = articles.compactMap { $0.article.metadata.published?.value.date.dayNumber }
    var counts: [DayNumber: Int] = [:]
    for day in dated { counts[day, default: 0] += 1 }
    let common = counts.max { $0.value != $1.value ? $0.value < $1.value : $0.key < $1.key }?.key
    return articles.map { article in
      article.article.metadata.published != nil ? nil : common.map { Timestamp($0.date) }
    }
  }
}
