import Archive
import Contract
import Desk
import Hummingbird
import NewsModel

/// Lists of the API. Their bodies are what the command line prints; where a list goes on stands in the header `Link` (RFC 8288).
extension House {
  /// What `stemma list stories --format json` prints.
  func apiStories(_ asked: Asked) async throws -> Reply {
    let limit = try asked.number("limit", in: 1...200, or: 50)
    let least = try asked.number("articles", in: 1...1_000_000, or: 1)
    guard let order = StoryOrder(rawValue: asked.query["order"] ?? "newest") else {
      throw Problem(
        .badRequest, "parameter", "order: " + StoryOrder.allCases.map(\.rawValue).joined(separator: ", "))
    }
    let list = "stories \(order.rawValue) \(least)"
    let from = try Cursor.start(of: list, asked.query["cursor"])
    return try await page(asked) { reader in
      let cards = try reader.stories(order, atLeast: least, most: limit + 1, from: from)
      let body = try JSONText.pretty(cards.prefix(limit).map(WireStoryCard.init)) + "\n"
      return Self.list(body, asked, list, next: cards.count > limit ? from + limit : nil)
    }
  }

  /// What `stemma search --format json` prints: articles, or claims where the search asks for a property of claims.
  func apiSearch(_ asked: Asked) async throws -> Reply {
    let (text, limit) = (asked.query["q"] ?? "", try asked.number("limit", in: 1...100, or: 20))
    let query = try Query(text)
    let list = "search \(text)"
    let from = try Cursor.start(of: list, asked.query["cursor"])
    return try await page(asked) { reader in
      if query.properties.isEmpty {
        let hits = try reader.articles(query, most: limit, from: from)
        let body = try JSONText.pretty(WireHits(hits, query: text)) + "\n"
        return Self.list(body, asked, list, next: hits.count > from + hits.hits.count ? from + limit : nil)
      }
      return try Self.claims(query, text, asked, list, limit, from, reader)
    }
  }

  /// Claims that several outlets print or that versions conflict on, by the words of their passages.
  func apiClaims(_ asked: Asked) async throws -> Reply {
    let (text, limit) = (asked.query["q"] ?? "", try asked.number("limit", in: 1...100, or: 20))
    let query = try Query(text)
    let list = "claims \(text)"
    let from = try Cursor.start(of: list, asked.query["cursor"])
    return try await page(asked) { reader in try Self.claims(query, text, asked, list, limit, from, reader) }
  }

  private static func claims(
    _ query: Query, _ text: String, _ asked: Asked, _ list: String, _ limit: Int, _ from: Int, _ reader: ArchiveReader
  ) throws -> Reply {
    let hits = try reader.claims(query, most: limit, from: from)
    let body = try JSONText.pretty(WireClaimHits(hits, query: text)) + "\n"
    return self.list(body, asked, list, next: hits.count > from + hits.hits.count ? from + limit : nil)
  }

  private static func list(_ body: String, _ asked: Asked, _ list: String, next: Int?) -> Reply {
    var reply = Reply(.json, body)
    guard let next else { return reply }
    var fields = asked.query.list.filter { $0.name != "cursor" }
    fields.append(("cursor", Cursor(list: list, from: next).text))
    let path = "/" + asked.path.map(Percent.encoded).joined(separator: "/")
    reply.headers[.init("Link")!] = "<\(path)?\(AddressQuery.text(fields))>; rel=\"next\""
    return reply
  }
}
