import NewsModel

/// Reads JSON Feed, version 1 and 1.1 (jsonfeed.org).
struct JSONFeed {
  let origin: DocumentOrigin

  func read(_ feed: [String: Any], items: [Any]) -> [Result<IntakeItem, IntakeError>] {
    let name = feed["title"] as? String
    let language = feed["language"] as? String
    guard !items.isEmpty else {
      return [.failure(origin.error(nil, .malformed("is a feed without entries; nothing to read")))]
    }
    return items.enumerated().map { index, item in
      guard let fields = item as? [String: Any] else {
        return .failure(origin.error(index + 1, .malformed("is no object; skipped")))
      }
      return entry(fields, feedAuthors: feed["authors"] ?? feed["author"], language: language)
        .document(number: index + 1, outlet: name, origin: origin)
    }
  }

  private func entry(_ fields: [String: Any], feedAuthors: Any?, language: String?) -> FeedEntry {
    func string(_ key: String) -> String? { (fields[key] as? String).flatMap { $0.isEmpty ? nil : $0 } }
    var entry = FeedEntry()
    entry.title = string("title")
    entry.link = string("url") ?? string("external_url")
    entry.id = string("id")
    entry.content = string("content_html") ?? string("content_text").map(MarkupText.escaped)
    entry.summary = string("summary").map(MarkupText.escaped)
    entry.published = string("date_published").flatMap(FeedDate.read)
    entry.modified = string("date_modified").flatMap(FeedDate.read)
    entry.authors = JSONArticle.names(fields["authors"] ?? fields["author"])
    if entry.authors.isEmpty { entry.authors = JSONArticle.names(feedAuthors) }
    entry.categories = (fields["tags"] as? [Any])?.compactMap { $0 as? String } ?? []
    entry.language = string("language") ?? language
    return entry
  }
}
