import Foundation
import NewsModel
import TextBytes

/// Makes documents of one JSON object. Keys as in spec/OUTPUT.md, "Input kinds"; beside them schema.org's articles (JSON-LD) and
/// JSON Feed.
struct JSONArticle {
  let origin: DocumentOrigin
  let number: Int?

  /// The documents of `object`, whose own text is `text`.
  func read(_ object: Any, text: SourceText) -> [Result<IntakeItem, IntakeError>] {
    guard let fields = object as? [String: Any] else {
      return [failure("is JSON but no object; give an object an article")]
    }
    if fields["sha256"] is String, fields["paragraphs"] is [Any], fields["removed"] is [Any] {
      return [.success(.articleJSON(text.string, place: origin.numbered(origin.source, number)))]
    }
    if let version = fields["version"] as? String, version.contains("jsonfeed.org"),
      let items = fields["items"] as? [Any]
    {
      return JSONFeed(origin: origin).read(fields, items: items)
    }
    if NinJS.isNinJS(fields) { return [NinJS(origin: origin, number: number).read(fields)] }
    let articles = JSONLD.articles(in: fields)
    if articles.count > 1 || (fields["@graph"] != nil && !articles.isEmpty) {
      return articles.enumerated().map { article($1, part: articles.count > 1 ? $0 + 1 : nil) }
    }
    return [article(articles.first ?? fields)]
  }

  private func article(_ fields: [String: Any], part: Int? = nil) -> Result<IntakeItem, IntakeError> {
    let forms: [(String, RawDocument.Form)] = [
      ("text", .text), ("raw", .flattened), ("html", .html), ("articleBody", .text),
    ]
    for (key, form) in forms {
      guard let body = fields[key] as? String else { continue }
      guard body.utf8.contains(where: { $0 > 0x20 }) else { return failure("has nothing under `\(key)`; skipped") }
      let id = (fields["id"] as? String).flatMap { $0.isEmpty ? nil : $0 }
      let document = origin.document(
        SourceText(body), form, id: id, number: number ?? part, sha256: sha256(Array(body.utf8)), hints: hints(fields))
      return .success(.document(document))
    }
    if JSONLD.isArticle(fields) {
      return failure("is a schema.org article without `articleBody`; give the page that it describes")
    }
    return failure("has no article under `text`, `raw`, `html` or `articleBody`; give one of them")
  }

  private func hints(_ fields: [String: Any]) -> RawDocument.Hints {
    func string(_ keys: String...) -> String? {
      keys.lazy.compactMap { fields[$0] as? String }.first { !$0.isEmpty }
    }
    func time(_ keys: String...) -> Timestamp? {
      keys.lazy.compactMap { fields[$0] as? String }.compactMap(FeedDate.read).first
    }
    var hints = RawDocument.Hints()
    hints.url = string("url", "mainEntityOfPage") ?? (fields["mainEntityOfPage"] as? [String: Any])?["@id"] as? String
    hints.title = string("title", "headline")
    hints.outlet = string("outlet") ?? Self.names(fields["publisher"]).first
    hints.byline = Self.names(fields["byline"] ?? fields["author"])
    hints.published = time("published", "datePublished", "dateCreated")
    hints.modified = time("modified", "dateModified")
    hints.fetched = time("fetched")
    hints.language = string("language", "inLanguage").map { LanguageCode($0) }
    hints.section = string("section", "articleSection") ?? Self.names(fields["articleSection"]).first
    return hints
  }

  /// Names out of a string, an object with a `name`, or a list of such.
  static func names(_ value: Any?) -> [String] {
    switch value {
    case let name as String: name.isEmpty ? [] : [name]
    case let list as [Any]: list.flatMap { $0 is [Any] ? [] : names($0) }
    case let object as [String: Any]: (object["name"] as? String).map { $0.isEmpty ? [] : [$0] } ?? []
    default: []
    }
  }

  private func failure(_ what: String) -> Result<IntakeItem, IntakeError> {
    .failure(origin.error(number, .malformed(what)))
  }
}
