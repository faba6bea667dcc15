import Foundation
import NewsModel
import TextBytes

/// Reads articles from JSON: one object, an array of them, or a line an object. Keys as in spec/OUTPUT.md, "Input kinds".
struct JSONDocuments {
  let options: DocumentStream.Options

  func read(_ text: SourceText, place: String) -> [Result<IntakeItem, IntakeError>] {
    if let whole = try? JSONSerialization.jsonObject(with: Data(text.bytes)) {
      let objects = (whole as? [Any]) ?? [whole]
      return objects.enumerated().map { number, object in
        item(object, place: objects.count > 1 ? "\(place)#\(number + 1)" : place)
      }
    }
    return textLines(in: text.bytes.span).enumerated().map { number, line in
      let place = "\(place)#\(number + 1)"
      guard let object = try? JSONSerialization.jsonObject(with: Data(text.bytes[line.span.range])) else {
        return .failure(IntakeError(place: place, reason: .malformed("line \(line.number) is not JSON; give an object a line")))
      }
      return item(object, place: place)
    }
  }

  private func item(_ object: Any, place: String) -> Result<IntakeItem, IntakeError> {
    guard let fields = object as? [String: Any] else {
      return .failure(IntakeError(place: place, reason: .malformed("is JSON but no object; give an object an article")))
    }
    if fields["sha256"] is String, fields["paragraphs"] is [Any], fields["removed"] is [Any] {
      guard let data = try? JSONSerialization.data(withJSONObject: object) else {
        return .failure(IntakeError(place: place, reason: .malformed("cannot be read back as an article")))
      }
      return .success(.articleJSON(String(decoding: data, as: UTF8.self), place: place))
    }
    let forms: [(String, RawDocument.Form)] = [("text", .text), ("raw", .flattened), ("html", .html)]
    for (key, form) in forms {
      guard let body = fields[key] as? String else { continue }
      return .success(.document(document(body, form, fields, place)))
    }
    return .failure(
      IntakeError(place: place, reason: .malformed("has no article under `text`, `raw` or `html`; give one of them")))
  }

  private func document(_ body: String, _ form: RawDocument.Form, _ fields: [String: Any], _ place: String) -> RawDocument {
    func string(_ keys: String...) -> String? { keys.lazy.compactMap { fields[$0] as? String }.first { !$0.isEmpty } }
    func time(_ keys: String...) -> Timestamp? { keys.lazy.compactMap { fields[$0] as? String }.compactMap { Timestamp(iso: $0) }.first }
    var hints = RawDocument.Hints()
    hints.url = string("url")
    hints.title = string("title", "headline")
    hints.outlet = string("outlet", "publisher") ?? (fields["publisher"] as? [String: Any])?["name"] as? String
    hints.byline = names(fields["byline"] ?? fields["author"])
    hints.published = time("published", "datePublished") ?? options.published
    hints.publishedByCaller = time("published", "datePublished") == nil && options.published != nil
    hints.fetched = time("fetched") ?? options.fetched
    hints.language = string("language", "inLanguage").map { LanguageCode($0) }
    let id = string("id") ?? string("url") ?? place
    return RawDocument(
      id: id, source: place, sha256: sha256(Array(body.utf8)), encoding: "utf-8", input: SourceText(body), form: form, hints: hints)
  }

  private func names(_ value: Any?) -> [String] {
    switch value {
    case let name as String: [name]
    case let list as [Any]: list.flatMap { names($0) }
    case let object as [String: Any]: names(object["name"])
    default: []
    }
  }
}
