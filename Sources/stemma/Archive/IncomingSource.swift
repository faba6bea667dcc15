import Contract
import Desk
import Foundation
import Intake
import NewsModel

/// Documents from the inputs, one by one, as they are kept; what cannot be read is told on standard error and counted.
struct IncomingSource {
  private var stream: DocumentStream
  private(set) var failures = 0
  private var count = 0
  private var progress = Progress("documents read")

  init(_ stream: DocumentStream) { self.stream = stream }

  /// The next document, or nil at the end.
  mutating func next() -> Desk.Incoming? {
    while let item = stream.next() {
      switch item {
      case .success(.document(let document)): return told(.document(document))
      case .success(.articleJSON(let text, let place)):
        do {
          let wire = try JSONDecoder().decode(WireArticle.self, from: Data(text.utf8))
          return told(.article(try ArticleReader().article(wire), json: text))
        } catch { Console.note("\(place): is no article that `stemma read` wrote (\(error)); write it anew") }
      case .failure(let error): Console.note(error.description)
      }
      failures += 1
    }
    progress.finish()
    return nil
  }

  private mutating func told(_ incoming: Desk.Incoming) -> Desk.Incoming {
    count += 1
    progress.tell(count)
    return incoming
  }
}
