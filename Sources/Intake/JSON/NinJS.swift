import NewsModel
import TextBytes

/// Reads news items in ninjs (IPTC News in JSON), versions 1, 2 and 3.
struct NinJS {
  let origin: DocumentOrigin
  let number: Int?

  /// Whether the object is a ninjs item: it has a `uri`, and a key that no other kind of JSON has beside it.
  static func isNinJS(_ fields: [String: Any]) -> Bool {
    let telling = [
      "versioncreated", "versionCreated", "body_text", "body_xhtml", "bodies", "headlines", "pubstatus", "pubStatus",
      "renditions", "representationtype", "representationType", "eventDetails", "altids", "altIds",
    ]
    if (fields["$standard"] as? [String: Any])?["name"] as? String == "ninjs" { return true }
    return fields["uri"] is String && telling.contains { fields[$0] != nil }
  }

  /// The item as a document, or an error for one without text.
  func read(_ fields: [String: Any]) -> Result<IntakeItem, IntakeError> {
    guard let (body, form, encoding) = body(fields) else {
      let kind = (fields["type"] as? String).map { " of type \"\(MarkupText.words($0).prefix(40))\"" } ?? ""
      return .failure(origin.error(number, .malformed("is a ninjs item\(kind) without text; skipped")))
    }
    return .success(
      .document(
        origin.document(
          SourceText(body), form, id: nil, number: number, sha256: sha256(Array(body.utf8)), encoding: encoding,
          hints: hints(fields))))
  }

  private func body(_ fields: [String: Any]) -> (String, RawDocument.Form, String)? {
    if let html = bodies(fields) ?? text(fields["body_xhtml"]) { return (html, .html, "utf-8") }
    let prefixed = fields.keys.sorted().first { $0.hasPrefix("body_") && text(fields[$0]) != nil }
    if let plain = text(fields["body_text"]) { return (plain, .text, "utf-8") }
    if let key = prefixed, let other = text(fields[key]) {
      return (other, key.contains("html") ? .html : .text, "utf-8")
    }
    // Short items have their text as description; one of a picture is its caption.
    guard fields["type"] as? String ?? "text" == "text" else { return nil }
    return (text(fields["description_text"]) ?? values(fields["descriptions"]).first).map { ($0, .text, "utf-8") }
  }

  /// The body of versions 2 and 3 as HTML: markup is preferred to plain text.
  private func bodies(_ fields: [String: Any]) -> String? {
    let list = (fields["bodies"] as? [Any] ?? []).compactMap { $0 as? [String: Any] }
    var plain: String?
    for body in list {
      guard let value = text(body["value"]) else { continue }
      let type = (text(body["contentType"]) ?? text(body["contenttype"]) ?? text(body["role"]) ?? "").lowercased()
      if type.contains("html") { return value }
      if type.contains("nitf") {
        if let story = XMLTreeParser.parse(Array(value.utf8)).root, let html = NITF(story).entry.content { return html }
      } else if plain == nil {
        plain = NewsMLReader.paragraphs(value)
      }
    }
    return plain
  }

  private func hints(_ fields: [String: Any]) -> RawDocument.Hints {
    func time(_ keys: String...) -> Timestamp? {
      keys.lazy.compactMap { text(fields[$0]) }.compactMap(FeedDate.read).first
    }
    var hints = RawDocument.Hints()
    hints.url = text(fields["uri"])
    hints.title = text(fields["headline"]) ?? values(fields["headlines"]).first ?? text(fields["title"])
    hints.byline = (text(fields["byline"]) ?? text(fields["by"])).map { [NewsNames.withoutBy($0)] } ?? []
    hints.outlet =
      JSONArticle.names(fields["infosource"] ?? fields["infosources"] ?? fields["infoSources"]).first
      ?? text(fields["copyrightholder"]) ?? text(fields["copyrightHolder"])
    let first = time("firstcreated", "firstCreated", "contentcreated", "contentCreated")
    let version = time("versioncreated", "versionCreated")
    hints.published = first ?? version
    hints.modified = first != nil && version != first ? version : nil
    hints.language = text(fields["language"]).map { LanguageCode($0) }
    hints.section =
      JSONArticle.names(fields["genre"] ?? fields["genres"] ?? fields["subject"] ?? fields["subjects"]).first
    return hints
  }

  /// The values of a list of `{"role": …, "value": …}`, the main one first.
  private func values(_ value: Any?) -> [String] {
    let list = (value as? [Any] ?? []).compactMap { $0 as? [String: Any] }
    let main = list.filter { $0["role"] as? String == "main" } + list.filter { $0["role"] as? String != "main" }
    return main.compactMap { text($0["value"]) }
  }

  private func text(_ value: Any?) -> String? {
    (value as? String).flatMap { $0.utf8.contains { $0 > 0x20 } ? $0 : nil }
  }
}
