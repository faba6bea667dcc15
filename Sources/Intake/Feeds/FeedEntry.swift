import NewsModel
import TextBytes

/// One entry of a feed of any kind. What is absent is nil or empty.
public struct FeedEntry: Sendable {
  /// The title as a person reads it.
  public internal(set) var title: String?
  /// The address of the page.
  public internal(set) var link: String?
  /// What the feed knows the entry by: `guid`, `id` or `rdf:about`.
  public internal(set) var id: String?
  /// The whole text, HTML.
  public internal(set) var content: String?
  /// The description or summary, HTML.
  public internal(set) var summary: String?
  /// When it was published.
  public internal(set) var published: Timestamp?
  /// When it was last changed.
  public internal(set) var modified: Timestamp?
  /// The authors, a name each.
  public internal(set) var authors: [String] = []
  /// The categories, in order.
  public internal(set) var categories: [String] = []
  /// The addresses of its sounds, pictures and films.
  public internal(set) var enclosures: [String] = []
  /// The feed that the entry was taken from (`<source>`).
  public internal(set) var source: String?
  /// The language, as the feed writes it.
  public internal(set) var language: String?

  /// The entry as a document, or an error for one without a body. `outlet` is the feed's name.
  func document(number: Int, outlet: String?, origin: DocumentOrigin) -> Result<IntakeItem, IntakeError> {
    guard let body = content ?? summary, body.utf8.contains(where: { $0 > 0x20 }) else {
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
    hints.section = categories.first
    return .success(
      .document(
        origin.document(SourceText(body), .html, number: number, sha256: sha256(Array(body.utf8)), hints: hints)))
  }
}
