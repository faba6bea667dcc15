import Hummingbird
import MCP

/// Every place of the server.
enum Routes {
  static let pages: [Route] = [
    .get("/") { try await $1.storiesPage($0) },
    .get("/stories/{story}") { try await $1.storyPage($0) },
    .get("/stories/{story}/correct") { try await $1.correctPage($0) },
    .post("/stories/{story}/correct") { try await $1.correct($0) },
    .get("/stories/{story}/{article}") { try await $1.articlePage($0) },
    .get("/stories/{story}/claims/{claim}") { try await $1.claimPage($0) },
    .get("/articles/{article}") { try await $1.articleAddress($0) },
    .get("/entities/{entity}") { try await $1.entityPage($0) },
    .get("/search") { try await $1.searchPage($0) },
    .get("/add") { asked, house in
      guard asked.role >= .editor else { throw Problem(.forbidden, "reads") }
      return house.addPage(asked)
    },
    .post("/add", limit: nil) { try await $1.add($0) },
    .get("/sign-in") { $1.signInPage($0, isWrong: false) },
    Route(method: .post, path: "/sign-in", role: .reader, bodyLimit: 4_096) { try $1.signIn($0) },
    .get("/style.css") { _, house in house.site.style },
  ]

  /// What openapi.json describes.
  static let api: [Route] = [
    .get("/api/v1/stories") { try await $1.apiStories($0) },
    .get("/api/v1/stories/{story}") { try await $1.apiStory($0) },
    .get("/api/v1/stories/{story}/claims/{claim}") { try await $1.apiClaim($0) },
    .get("/api/v1/stories/{story}/files/{format}") { try await $1.apiFile($0) },
    .get("/api/v1/articles/{article}") { try await $1.apiArticle($0) },
    .get("/api/v1/entities/{entity}") { try await $1.apiEntity($0) },
    .get("/api/v1/search") { try await $1.apiSearch($0) },
    .get("/api/v1/claims") { try await $1.apiClaims($0) },
    .get("/api/v1/events") { try await $1.apiEvents($0) },
    .post("/api/v1/documents", limit: nil) { try await $1.apiAdd($0) },
    .get("/api/openapi.json") { _, house in house.site.description },
    .get("/stories/{story}/feed.atom") { try await $1.storyFeed($0) },
    .get("/search.atom") { try await $1.searchFeed($0) },
  ]

  /// What assistants ask; described by the protocol itself.
  static let assistants = Route(
    method: .post, path: "/mcp", role: .reader, bodyLimit: MCPServer.longestMessage
  ) { try await $1.mcp($0) }

  static var all: [Route] { api + [assistants] + pages }
}
