import NewsModel
import Encoder
public enum StoryChange: Sendable { case placed(article: ID<Article>, story: ID<Story>), merged(ID<Story>, into: ID<Story>), moved(article: ID<Article>, to: ID<Story>) }
public struct StoryGrouper: Sendable {
  public init(encoder: (any TextEncoding)?) {}
  public mutating func place(_ a: AnnotatedArticle) -> [StoryChange] { [.placed(article: a.article.id, story: ID("s1"))] }
}
