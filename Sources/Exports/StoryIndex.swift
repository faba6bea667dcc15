import Contract

/// A story with its parts by id, and the names that formats give them.
struct StoryIndex {
  let story: WireStory
  private let articleNumbers: [String: Int]
  private let originNumbers: [String: Int]
  private let entityNumbers: [String: Int]

  init(_ story: WireStory) {
    self.story = story
    articleNumbers = Self.numbers(story.articles.map(\.id))
    originNumbers = Self.numbers(story.origins.map(\.id))
    entityNumbers = Self.numbers(story.entities.map(\.id))
  }

  private static func numbers(_ ids: [String]) -> [String: Int] {
    Dictionary(zip(ids, ids.indices), uniquingKeysWith: { first, _ in first })
  }

  /// The place of an article among the story's, from 0.
  func number(_ article: String) -> Int? { articleNumbers[article] }
  func article(_ id: String) -> WireArticle? { articleNumbers[id].map { story.articles[$0] } }
  func origin(_ id: String) -> WireStory.Origin? { originNumbers[id].map { story.origins[$0] } }
  func entity(_ id: String) -> WireStory.Entity? { entityNumbers[id].map { story.entities[$0] } }

  /// An article's outlet; where none is known, its place in the story.
  func outlet(_ article: WireArticle) -> String {
    article.outlet?.name ?? "article \((articleNumbers[article.id] ?? 0) + 1)"
  }

  /// A claim's origins, the strongest first.
  func origins(_ claim: WireClaim) -> [WireStory.Origin] { claim.origins.ids.compactMap(origin) }

  /// "5 outlets, 1 to 3 origins": how a claim is sourced, in words.
  func sourcing(_ claim: WireClaim) -> String {
    let bounds = claim.origins
    let origins = bounds.lower == bounds.upper ? "\(bounds.upper)" : "\(bounds.lower) to \(bounds.upper)"
    return "\(claim.outlets) \(claim.outlets == 1 ? "outlet" : "outlets"), "
      + "\(origins) \(bounds.upper == 1 ? "origin" : "origins"): \(bounds.why)"
  }
}

extension WireArticle {
  /// The text that an anchor counts in; nil for the decoded input, which the contract does not carry.
  func part(_ place: String?) -> String? {
    switch place {
    case nil, "text": text
    case "title": title
    case "deck": deck
    default: nil
    }
  }
}

extension WireClaim.Support {
  /// Who said it, and through whom it came: the names of its chain.
  var speakers: [String] { chain.filter { $0.role == "speaker" }.map { $0.name ?? $0.exact } }
  var relays: [String] { chain.filter { $0.role == "relay" }.map { $0.name ?? $0.exact } }
}
