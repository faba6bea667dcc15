import Archive
import Contract
import NewsModel

/// `find_stories`: the way in.
struct FindStories: Tool {
  let name = "find_stories"
  let title = "Find stories"
  let purpose = """
    Finds stories in the archive by words that stand in their articles, newest stories without a query. Give words, "phrases", entity:NAME, \
    outlet:NAME, lang:es, date:2025-12 or date:2025-12-01..2025-12-31. All words must stand in one article. The ids it gives are what the \
    other tools ask for.
    """
  let parameters: [Parameter] = [
    .text("query", "Words that must all stand in one article; the words of one language."), .limit(1...20, or: 5),
    .from,
  ]
  let lists: [String: JSONValue] = ["stories": Answer.listSchema("Stories, each with a passage that was found.")]

  /// Articles that are looked through for stories: beyond them nobody asks on.
  private static let most = 200

  func answer(_ arguments: Arguments, _ shelf: Shelf) throws -> Answer {
    let (limit, from) = (arguments.number("limit", or: 5), arguments.number("from", or: 0))
    guard let text = arguments.text("query") else { return try newest(limit, from, shelf) }
    let query = try Query(text)
    guard query.properties.isEmpty else {
      throw Refusal("find_stories finds articles' stories; is: asks for claims. Leave it out, and ask trace_claim.")
    }
    let hits = try shelf.reader.articles(query, most: Self.most)
    var places: [String: Int] = [:]
    var found: [(story: ID<Story>, hits: [ArticleHit])] = []
    for hit in hits.hits {
      guard let story = hit.card.story else { continue }
      if let place = places[story.raw] {
        found[place].hits.append(hit)
      } else {
        places[story.raw] = found.count
        found.append((story, [hit]))
      }
    }
    let shown = found.dropFirst(from).prefix(limit)
    let stories = try shown.map { try card($0.story, $0.hits.count, Self.passage($0.hits[0]), shelf) }
    var answer = Answer(
      says: "\(counted(found.count, "story has", "stories have")) an article with all of: \(text)")
    answer.lists["stories"] = .list(stories)
    answer.missing = try shelf.waiting
    if found.isEmpty { answer.missing.insert("an article with all of: \(text) (among \(try shelf.extent))", at: 0) }
    if hits.count > Self.most { answer.missing.append("articles beyond the first \(Self.most): narrow the query") }
    if from + shown.count < found.count { answer.more = "ask again with from: \(from + shown.count)" }
    return answer
  }

  private func newest(_ limit: Int, _ from: Int, _ shelf: Shelf) throws -> Answer {
    let cards = try shelf.reader.stories(.newest, most: limit, from: from)
    let stories = try cards.compactMap { card -> JSONValue? in
      guard let anchor = try shelf.wire(card.id)?.titleAnchor else { return nil }
      return try self.card(card.id, card.articles, anchor, shelf)
    }
    let count = try shelf.reader.storyCount()
    var answer = Answer(says: "\(try shelf.extent), the newest first")
    answer.lists["stories"] = .list(stories)
    answer.missing = try shelf.waiting
    if from + cards.count < count { answer.more = "ask again with from: \(from + cards.count)" }
    return answer
  }

  private func card(_ id: ID<Story>, _ matching: Int, _ at: JSONValue, _ shelf: Shelf) throws -> JSONValue {
    guard let card = try shelf.reader.card(id) else { return .null }
    return [
      "story": .text(id.raw), "title": JSONValue(card.title), "languages": JSONValue(card.languages),
      "articles": .integer(card.articles), "matching": .integer(matching), "outlets": .integer(card.outlets),
      "claims": .integer(card.claims), "origins": .integer(card.origins),
      "claimsOfOneOrigin": .integer(card.singleOrigin), "conflicts": .integer(card.conflicts),
      "first": JSONValue(card.firstDay?.date.description), "last": JSONValue(card.lastDay?.date.description), "at": at,
    ]
  }

  private static func passage(_ hit: ArticleHit) -> JSONValue {
    let writer = ArticleWriter(hit.article)
    let span = hit.passages.first?.span ?? hit.article.title ?? hit.article.paragraphs.first?.span ?? hit.article.body
    return .anchor(writer.anchor(span), in: hit.card.id.raw)
  }
}
