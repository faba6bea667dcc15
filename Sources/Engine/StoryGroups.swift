import NewsModel
import Stories

/// The stories of a finished stream of articles: what the grouper's last word on each article gives.
struct StoryGroups {
  /// The stories in the order of their first articles, each with its articles in order of arrival.
  private(set) var all: [(id: ID<Story>, articles: [AnnotatedArticle])] = []

  init(_ articles: [AnnotatedArticle], grouper: StoryGrouper) {
    var grouper = grouper
    var story: [ID<Article>: ID<Story>] = [:]
    for article in articles {
      for change in grouper.place(article) {
        switch change {
        case .placed(let article, let id), .moved(let article, let id): story[article] = id
        case .merged(let old, let new):
          for (article, id) in story where id == old { story[article] = new }
        }
      }
    }
    var number: [ID<Story>: Int] = [:]
    for article in articles {
      guard let id = story[article.article.id] else { continue }
      if let known = number[id] {
        all[known].articles.append(article)
      } else {
        number[id] = all.count
        all.append((id, [article]))
      }
    }
  }
}
