import Archive
import Contract
import Desk
import NewsModel

/// Single things of the API: what `stemma show --format json` prints.
extension House {
  func apiStory(_ asked: Asked) async throws -> Reply {
    try await page(asked) { [self] reader in
      Reply(.json, try JSONText.pretty(StoryWriter.trace(Trace(stories: [try story(asked["story"], reader)]))) + "\n")
    }
  }

  /// An article by its id.
  func apiArticle(_ asked: Asked) async throws -> Reply {
    try await page(asked) { [self] reader in
      guard let card = try reader.card(ID<Article>(asked["article"])), let id = card.story else {
        throw Problem.notFound(asked["article"])
      }
      let wire = StoryWriter(try story(id.raw, reader)).write().articles.first { $0.id == card.id.raw }
      guard let wire else { throw Problem.notFound(asked["article"]) }
      let versions = try reader.versions(ofArticle: card.number)
      return Reply(.json, try JSONText.pretty(WireStoredArticle(wire, story: id, versions: versions)) + "\n")
    }
  }

  func apiEntity(_ asked: Asked) async throws -> Reply {
    try await page(asked) { [self] reader in
      let (card, ids, opened) = try entity(asked["entity"], reader)
      return Reply(.json, try JSONText.pretty(WireStoredEntity(card, ids, opened)) + "\n")
    }
  }

  /// A claim of a story.
  func apiClaim(_ asked: Asked) async throws -> Reply {
    try await page(asked) { [self] reader in
      let story = try story(asked["story"], reader)
      guard let number = story.claims.firstIndex(where: { $0.id.raw == asked["claim"] }) else {
        throw Problem.notFound(asked["claim"])
      }
      return Reply(.json, try JSONText.pretty(WireStoredClaim(story, claim: number)) + "\n")
    }
  }
}
