import Archive
import Briefing
import Desk
import NewsModel

/// The page on which pages are added.
private struct AddContent {
  struct Kept {
    var name: String
    var target: String
    var state: String
  }
  var code: String
  var problems: [String]
  var hasProblems: Bool
  var kept: [Kept]
  var hasKept: Bool
  var limit: String
  var text: String
  var address: String
  var outlet: String
  var published: String
}

extension House {
  func addPage(_ asked: Asked) -> Reply { addPage(asked, problems: []) }

  private func addPage(
    _ asked: Asked, problems: [String], kept: [AddContent.Kept] = [], fields: [String: String] = [:]
  ) -> Reply {
    let visitor = asked.visitor ?? visitors.newcomer()
    let content = AddContent(
      code: visitors.formCode(visitor), problems: problems, hasProblems: !problems.isEmpty, kept: kept,
      hasKept: !kept.isEmpty, limit: String(settings.uploadLimit / 1_048_576), text: fields["text"] ?? "",
      address: fields["url"] ?? "", outlet: fields["outlet"] ?? "", published: fields["published"] ?? "")
    var reply = site.page("add", content, title: asked.words("add"), for: asked)
    if asked.visitor == nil { reply.headers.append(.init(name: .setCookie, value: Visitors.header(visitor))) }
    // The code is the visitor's own.
    reply.headers[.cacheControl] = "no-store"
    reply.tag = nil
    if !problems.isEmpty, kept.isEmpty { reply.status = .unprocessableContent }
    return reply
  }

  /// Takes files and pasted text, and leads to the story that they are part of.
  func add(_ asked: Asked) async throws -> Reply {
    guard let clerk else { throw Problem(.forbidden, "reads") }
    guard let parts = Self.parts(asked) else { throw Problem(.badRequest, "form") }
    var fields: [String: String] = [:]
    for part in parts where part.file == nil { fields[part.name] = String(decoding: part.bytes, as: UTF8.self) }
    guard visitors.owns(asked.visitor, code: fields["code"]) else { throw Problem(.forbidden, "form") }
    var handed = Handed()
    var problems = take(parts, fields, asked.words, &handed)
    problems += handed.failures.map(clean)
    guard !handed.incoming.isEmpty else {
      if problems.isEmpty { problems = [asked.words("nothing.given")] }
      return addPage(asked, problems: problems, fields: fields)
    }
    let receipts = try await clerk.add(handed.incoming)
    let stories = try await stories(of: receipts)
    if problems.isEmpty, let story = Self.mostCommon(stories.compactMap { $0 }) {
      return Reply(seeOther: "/stories/\(story.raw)")
    }
    let kept = zip(receipts, stories).map { receipt, story in
      AddContent.Kept(
        name: clean(receipt.article.raw), target: story.map { "/stories/\($0.raw)" } ?? "/",
        state: asked.words("state.\(receipt.state.rawValue)"))
    }
    return addPage(asked, problems: problems, kept: kept)
  }

  /// Reads what the form gives; the result says what cannot be understood.
  private func take(_ parts: [FormPart], _ fields: [String: String], _ words: SiteWords, _ handed: inout Handed)
    -> [String]
  {
    var hints = RawDocument.Hints()
    hints.outlet = fields["outlet"].map(\.trimmingWhiteSpace).flatMap { $0.isEmpty ? nil : String($0.prefix(200)) }
    var problems: [String] = []
    if let date = fields["published"]?.trimmingWhiteSpace, !date.isEmpty {
      hints.published = Timestamp(iso: date)
      if hints.published == nil { problems.append("\(clean(date)): \(words("no.date"))") }
    }
    for part in parts where part.file != nil && !part.bytes.isEmpty {
      handed.take(Array(part.bytes), name: part.file ?? "", hints: hints, limit: settings.uploadLimit)
    }
    let text = (fields["text"] ?? "").trimmingWhiteSpace
    guard !text.isEmpty else { return problems }
    let address = (fields["url"] ?? "").trimmingWhiteSpace
    if !address.isEmpty {
      if address.hasPrefix("https://") || address.hasPrefix("http://") {
        hints.url = address
      } else {
        problems.append("\(clean(address)): \(words("no.address"))")
      }
    }
    let bytes = Array(text.utf8)
    handed.take(bytes, name: "pasted-" + Digest.sha256(bytes).prefix(4).hex, hints: hints, limit: settings.uploadLimit)
    return problems
  }

  /// The stories that articles are in by now: tracing may have joined some.
  private func stories(of receipts: [Receipt]) async throws -> [ID<Story>?] {
    try await readers.read { reader in try receipts.map { try reader.card($0.article)?.story ?? $0.story } }
  }

  /// The story of most articles; of those that tie, the first.
  private static func mostCommon(_ stories: [ID<Story>]) -> ID<Story>? {
    var best: (story: ID<Story>, count: Int)?
    for story in stories {
      let count = stories.count { $0 == story }
      if count > best?.count ?? 0 { best = (story, count) }
    }
    return best?.story
  }

  /// The parts of a form, with files or without.
  private static func parts(_ asked: Asked) -> [FormPart]? {
    let type = asked.headers[.contentType] ?? ""
    if let boundary = Multipart.boundary(type) { return Multipart.parts(asked.body, boundary: boundary) }
    guard type.lowercased().hasPrefix("application/x-www-form-urlencoded") else { return nil }
    return FormFields(String(decoding: asked.body, as: UTF8.self)).list.map {
      FormPart(name: $0.name, file: nil, bytes: Array($0.value.utf8)[...])
    }
  }
}
