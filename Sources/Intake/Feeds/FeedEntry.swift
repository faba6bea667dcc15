import NewsModel
import TextBytes

/// One entry of a feed of any kind.
struct FeedEntry: Sendable {
  var title: String?
  var link: String?
  /// HTML.
  var body: String?
  var published: Timestamp?
  var modified: Timestamp?
  var authors: [String] = []
  /// The feed that the entry was taken from (`<source>`).
  var source: String?
  var language: String?
  var section: String?

  /// The entry as a document, or an error for one without a body. `outlet` is the feed's name.
  func document(number: Int, outlet: String?, origin: DocumentOrigin) -> Result<IntakeItem, IntakeError> {
    guard let body, body.utf8.contains(where: { $0 > 0x20 }) else {
      return .failure(
        origin.error(number, .malformed("has no body, only \(title == nil ? "an address" : "a title"); skipped")))
    }
    var hints = RawDocument.Hints()
    hints.url = link
    hints.title = title
    hints.outlet = source ?? outlet
    hints.byline = authors
    hints.published = published
    hints.modified = modified
    hints.language = language.map { LanguageCode($0) }
    hints.section = section
    return .success(
      .document(
        origin.document(SourceText(body), .html, number: number, sha256: sha256(Array(body.utf8)), hints: hints)))
  }
}
