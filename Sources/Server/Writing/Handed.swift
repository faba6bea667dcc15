import Contract
import Desk
import Foundation
import Intake
import NewsModel

/// What somebody handed in: documents that can be kept, and what could not be read, a line each.
struct Handed: Sendable {
  var incoming: [Desk.Incoming] = []
  var failures: [String] = []
  /// The bytes of the documents so far: a packed file may hold more than it weighs.
  private var held = 0
  /// Documents, and complaints, that are taken at once.
  private static let most = 500

  /// Reads a file of any kind that the command line reads.
  mutating func take(_ bytes: [UInt8], name: String, hints: RawDocument.Hints = RawDocument.Hints(), limit: Int) {
    var options = DocumentStream.Options()
    options.byteLimit = limit
    options.fetched = hints.fetched
    options.published = hints.published
    var stream = DocumentStream(bytes: bytes, name: Self.plain(name), options: options)
    while let item = stream.next() {
      guard incoming.count < Self.most, failures.count < Self.most, held <= 4 * limit else {
        failures.append("\(Self.plain(name)): only \(Self.most) documents are taken at once; give the rest later")
        return
      }
      switch item {
      case .success(.document(var document)):
        if document.hints.url == nil { document.hints.url = hints.url }
        if document.hints.outlet == nil { document.hints.outlet = hints.outlet }
        held += document.input.count
        incoming.append(.document(document))
      case .success(.articleJSON(let text, let place)):
        if let wire = try? JSONDecoder().decode(WireArticle.self, from: Data(text.utf8)),
          let article = try? ArticleReader().article(wire)
        {
          held += article.input.count + text.utf8.count
          incoming.append(.article(article, json: text))
        } else {
          failures.append("\(place): is no article that `stemma read` wrote")
        }
      case .failure(let error): failures.append(error.description)
      }
    }
  }

  /// The last part of a name, without control characters: it is shown and is part of ids, and never names a file here.
  static func plain(_ name: String) -> String {
    let last = name.unicodeScalars.split { $0 == "/" || $0 == "\\" }.last.map { String(String.UnicodeScalarView($0)) }
    let kept = (last ?? "page").unicodeScalars.filter {
      ![.control, .format, .surrogate].contains($0.properties.generalCategory)
    }
    let text = String(String.UnicodeScalarView(kept.prefix(120)))
    return text.isEmpty ? "page" : text
  }
}
