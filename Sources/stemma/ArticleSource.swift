import Contract
import Engine
import Foundation
import Intake
import NewsModel

/// Articles from the inputs, one by one; what cannot be read is told on standard error and counted.
struct ArticleSource {
  private var stream: DocumentStream
  private let engine: Engine
  /// Whether ``documents`` is filled; it costs the memory of all inputs.
  var keepsDocuments = false
  /// The documents as they were received, by the ids of their articles.
  private(set) var documents: [String: RawDocument] = [:]
  private(set) var failures = 0
  private(set) var count = 0
  private var progress = Progress("articles read")

  /// How far the stream has come.
  var position: StreamPosition { stream.position }

  init(_ stream: DocumentStream, engine: Engine) {
    self.stream = stream
    self.engine = engine
  }

  /// The next article, or nil at the end.
  mutating func next() -> Article? {
    while let item = stream.next() {
      if let article = article(item) {
        count += 1
        progress.tell(count)
        return article
      }
      failures += 1
    }
    progress.finish()
    return nil
  }

  private mutating func article(_ item: Result<IntakeItem, IntakeError>) -> Article? {
    switch item {
    case .success(.document(let document)):
      let article = engine.read(document)
      if keepsDocuments { documents[article.id.raw] = document }
      return article
    case .success(.articleJSON(let text, let place)):
      do {
        let wire = try JSONDecoder().decode(WireArticle.self, from: Data(text.utf8))
        return try ArticleReader().article(wire)
      } catch {
        Console.note("\(place): is no article that `stemma read` wrote (\(error)); write it anew")
        return nil
      }
    case .failure(let error):
      Console.note(error.description)
      return nil
    }
  }

  /// All articles that are left.
  mutating func all() -> [Article] {
    var articles: [Article] = []
    while let article = next() { articles.append(article) }
    return articles
  }
}
