import Archive
import Briefing
import Desk
import NewsModel

/// An Atom feed (RFC 4287).
private struct Feed {
  struct Entry {
    var id: String
    var title: String
    var updated: String
    var target: String
    var summary: String
  }
  var id: String
  var title: String
  var updated: String
  var host: String
  var own: String
  var page: String
  var entries: [Entry]
}

extension House {
  /// The articles of a story, the latest to come first.
  func storyFeed(_ asked: Asked) async throws -> Reply {
    let host = Self.host(asked)
    return try await page(asked) { [self] reader in
      let story = try story(asked["story"], reader)
      let report = StoryReport(story, words: asked.words.report)
      let base = "/stories/\(story.id.raw)"
      var entries: [Feed.Entry] = []
      for row in report.articles.reversed() {
        guard let card = try reader.card(story.articles[row.number - 1].article.id) else { continue }
        let versions = try reader.versions(ofArticle: card.number)
        entries.append(
          Feed.Entry(
            id: "urn:stemma:\(story.id.raw):article:\(card.number)",
            title: row.title.isEmpty ? row.outlet : "\(row.outlet): \(row.title)",
            updated: ClockText.time(versions.last?.added ?? 0), target: "\(base)/\(row.number)",
            summary: "\(row.descent.text) · \(report.counts.joined(separator: " · "))"))
      }
      return feed(
        Feed(
          id: "urn:stemma:\(story.id.raw)", title: report.title, updated: entries.map(\.updated).max() ?? Self.never,
          host: host, own: base + "/feed.atom", page: base, entries: entries), asked)
    }
  }

  /// The articles that a search finds.
  func searchFeed(_ asked: Asked) async throws -> Reply {
    let text = asked.query["q"] ?? ""
    let query = try Query(text)
    let host = Self.host(asked)
    return try await page(asked) { [self] reader in
      let entries = query.properties.isEmpty ? try articleEntries(query, reader) : try claimEntries(query, reader)
      let code = Percent.encoded(text)
      return feed(
        Feed(
          id: "urn:stemma:search:\(code)", title: clean(text), updated: entries.map(\.updated).max() ?? Self.never,
          host: host,
          own: "/search.atom?q=\(code)", page: "/search?q=\(code)", entries: entries), asked)
    }
  }

  private func articleEntries(_ query: Query, _ reader: ArchiveReader) throws -> [Feed.Entry] {
    try reader.articles(query, most: Self.entriesOfFeed).hits.map { hit in
      let versions = try reader.versions(ofArticle: hit.card.number)
      return Feed.Entry(
        id: "urn:stemma:article:\(hit.card.number)", title: clean(hit.card.title ?? hit.card.id.raw),
        updated: ClockText.time(versions.last?.added ?? 0), target: "/articles/\(hit.card.number)",
        summary: hit.passages.map { clean(hit.article.text[$0.span]) }.joined(separator: " … "))
    }
  }

  private func claimEntries(_ query: Query, _ reader: ArchiveReader) throws -> [Feed.Entry] {
    try reader.claims(query, most: Self.entriesOfFeed).hits.map { hit in
      let claim = hit.story.claims[hit.claim]
      let numbers = try claim.articles.compactMap { try reader.card(hit.story.articles[$0].article.id)?.number }
      let added = try numbers.flatMap { try reader.versions(ofArticle: $0) }.map(\.added).max()
      return Feed.Entry(
        id: "urn:stemma:\(hit.story.id.raw):\(claim.id.raw)", title: clean(claim.text),
        updated: ClockText.time(added ?? 0), target: "/stories/\(hit.story.id.raw)/claims/\(claim.id.raw)",
        summary: clean(hit.story.title))
    }
  }

  private func feed(_ feed: Feed, _ asked: Asked) -> Reply { site.text("feed", feed, .atom, asked.words) }

  private static let entriesOfFeed = 50
  private static let never = "1970-01-01T00:00:00Z"

  /// How the asker reached the server: links of a feed must be whole.
  private static func host(_ asked: Asked) -> String { "http://" + asked.authority }
}
