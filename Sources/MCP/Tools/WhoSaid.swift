import Archive
import Contract
import NewsModel

/// `who_said`: what somebody is reported to have said.
struct WhoSaid: Tool {
  let name = "who_said"
  let title = "What somebody is reported to have said"
  let purpose = """
    Lists what a person or body is reported to have said in the archive, with the exact words, whether they are a quotation, and through whom \
    they came. Give a name or an entity's id; where a name fits several it lists them and picks none.
    """
  let parameters: [Parameter] = [
    .text("speaker", isRequired: true, "A name, or the id of an entity (e and eight digits)."),
    .text("about", "Words of which one or more must stand in what was said."),
    .text("story", "The id of a story, to look in it alone."), .limit(1...20, or: 5), .from,
  ]
  let lists: [String: JSONValue] = [
    "speaker": ["type": ["object", "null"], "description": "Who it is taken to be."],
    "statements": Answer.listSchema("What was said, the article that reports it first first."),
    "candidates": ["type": "array", "description": "Whom the name may mean, where it fits several."],
  ]
  /// Stories that are opened.
  private static let most = 20

  func answer(_ arguments: Arguments, _ shelf: Shelf) throws -> Answer {
    let (name, about) = (arguments.text("speaker") ?? "", arguments.text("about"))
    let found = try named(name, shelf)
    guard let speaker = found.first, found.count == 1 else {
      return try unclear(name, found, shelf)
    }
    let ids = try arguments.text("story").map { [try shelf.story($0).id] }
    let all = try ids ?? shelf.reader.stories(of: speaker.id).map(\.raw)
    let stories = try all.prefix(Self.most).compactMap { try shelf.wire(ID($0)) }
    let words = about.map(ClaimSearch.words) ?? []
    let statements = stories.flatMap { self.statements(of: speaker.id.raw, words, $0) }
    let (limit, from) = (arguments.number("limit", or: 5), arguments.number("from", or: 0))
    let shown = statements.dropFirst(from).prefix(limit)
    let topic = about.map { " with a word of \"\($0)\"" } ?? ""
    var answer = Answer(
      says: "\(counted(statements.count, "reported statement")) of \(speaker.label)\(topic), in "
        + counted(stories.count, "story", "stories"))
    if statements.isEmpty { answer.missing.append("a statement of \(speaker.label)\(topic)") }
    if all.count > stories.count {
      answer.missing.append("\(all.count - stories.count) more stories that speak of \(speaker.label)")
    }
    if from + shown.count < statements.count { answer.more = "ask again with from: \(from + shown.count)" }
    answer.lists = [
      "speaker": Self.card(speaker), "statements": .list(Array(shown)), "candidates": [],
    ]
    return answer
  }

  private func named(_ name: String, _ shelf: Shelf) throws -> [EntityCard] {
    if name.hasPrefix("e"), let card = try shelf.reader.entity(ID(name)) { return [card] }
    let cards = try shelf.reader.entities(named: name, most: 10)
    // The name as it stands is nobody else's.
    let words = FoldedWords(name).words
    let exact = cards.filter { FoldedWords($0.label).words == words }
    return exact.count == 1 ? exact : cards
  }

  private func unclear(_ name: String, _ found: [EntityCard], _ shelf: Shelf) throws -> Answer {
    var answer = Answer(says: "the name \"\(name)\" fits \(found.isEmpty ? "nobody" : "\(found.count) entities")")
    answer.missing = [
      found.isEmpty
        ? "anybody called \(name) (among \(try shelf.extent))"
        : "which of the candidates is meant: ask again with an id"
    ]
    answer.lists = ["speaker": .null, "statements": [], "candidates": .list(found.map(Self.card))]
    return answer
  }

  private static func card(_ card: EntityCard) -> JSONValue {
    [
      "id": .text(card.id.raw), "name": .text(card.label), "type": .text(card.type),
      "articles": .integer(card.articles),
    ]
  }

  private func statements(of entity: String, _ words: [String], _ story: WireStory) -> [JSONValue] {
    let articles = story.articles.sorted { ($0.published?.value ?? "9", $0.id) < ($1.published?.value ?? "9", $1.id) }
    return articles.flatMap { article in
      (article.quotations ?? []).filter { quotation in
        quotation.chain.contains { $0.role == "speaker" && $0.entity == entity }
          && (words.isEmpty || ClaimSearch.share(words, in: quotation.content.exact) > 0)
      }.map { statement($0, article, story) }
    }
  }

  private func statement(_ quotation: WireQuotation, _ article: WireArticle, _ story: WireStory) -> JSONValue {
    [
      "story": .text(story.id), "outlet": .text(story.outlet(article.id)),
      "published": JSONValue(article.published?.value), "directness": .text(quotation.directness),
      "act": .text(quotation.act), "quotedWords": JSONValue(quotation.quoted.map(\.exact)),
      "through": .list(
        quotation.chain.filter { $0.role == "relay" }.map { link in
          [
            "name": .text(link.name ?? link.exact), "implied": .flag(link.implied),
            "at": .anchor(WireAnchor(start: link.start, end: link.end, exact: link.exact, in: link.in), in: article.id),
          ]
        }),
      "at": .anchor(quotation.content, in: article.id),
    ]
  }
}
