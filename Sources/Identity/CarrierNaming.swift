import Lexicon
import NewsModel
import TextBytes

/// Makes known to the story which of its entities carry news: an agency that one article credits is an agency in all of them, even if no
/// table knows it, and so are the outlets of the articles.
public struct CarrierNaming: Sendable {
  /// Makes a namer.
  public init() {}

  /// `entities` with the key "agency:NAME" or "outlet:NAME" where an article credits that agency, or comes from that outlet. O(entities + articles).
  public func name(_ entities: [StoryEntity], in articles: [AnnotatedArticle]) -> [StoryEntity] {
    var keys: [String: String] = [:]
    for article in articles {
      if let outlet = article.article.metadata.outlet?.name { keys[plain(outlet)] = "outlet:" + outlet }
    }
    for article in articles {
      for agency in article.article.metadata.agency { keys[plain(agency)] = "agency:" + agency }
    }
    return entities.map { entity in
      guard entity.key == nil || entity.key?.hasPrefix("place:") == true, let key = keys[plain(entity.name)] else {
        return entity
      }
      var named = entity
      named.key = key
      named.type = .organization
      return named
    }
  }

  /// A name folded, without an article before it.
  private func plain(_ name: String) -> String {
    let words = folded(name).split(separator: " ")
    let articles = Lexicon.shared.nameWords.articles
    return words.drop { articles.contains(FoldHash(String($0))) && words.count > 1 }.joined(separator: " ")
  }
}
