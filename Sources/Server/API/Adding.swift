import Archive
import Contract
import Desk
import NewsModel

/// What a program is told about documents that it gave.
private struct WireAdded: Encodable {
  var documents: [WireReceipt]
  /// What could not be read, a line each.
  var failures: [String]
}

extension House {
  /// Takes the bytes of a document or a container, as files are taken; the body must not be a form, so that no other site's page can
  /// send it.
  func apiAdd(_ asked: Asked) async throws -> Reply {
    guard let clerk else { throw Problem(.forbidden, "reads") }
    guard asked.headers[.contentType]?.lowercased() == "application/octet-stream" else {
      throw Problem(.unsupportedMediaType, "media")
    }
    var hints = RawDocument.Hints()
    for (name, date) in [("published", \RawDocument.Hints.published), ("fetched", \.fetched)] {
      guard let text = asked.query[name] else { continue }
      hints[keyPath: date] = Timestamp(iso: text)
      if hints[keyPath: date] == nil { throw Problem(.badRequest, "parameter", "\(name): 2025-12-11") }
    }
    (hints.url, hints.outlet) = (asked.query["url"], asked.query["outlet"])
    var handed = Handed()
    let name = asked.query["name"] ?? "document-" + Digest.sha256(asked.body).prefix(4).hex
    handed.take(asked.body, name: name, hints: hints, limit: settings.uploadLimit)
    guard !handed.incoming.isEmpty else {
      throw Problem(.unprocessableContent, "unread", handed.failures.first)
    }
    let receipts = try await clerk.add(handed.incoming)
    let added = WireAdded(documents: receipts.map { WireReceipt($0) }, failures: handed.failures)
    var reply = Reply(.json, try JSONText.pretty(added) + "\n", status: .created)
    if let story = receipts.first?.story { reply.headers[.location] = "/api/v1/stories/\(story.raw)" }
    return reply
  }
}
