import Archive
import Contract

/// `compare_outlets`: who has what in one story.
struct CompareOutlets: Tool {
  let name = "compare_outlets"
  let title = "Compare outlets on a story"
  let purpose = """
    Compares how outlets tell one story of the archive: whose text each carries or rewrites, how much each shares with the others, what only \
    one has, and where they differ. Give the id of a story; name outlets to compare these alone.
    """
  let parameters: [Parameter] = [
    .text("story", isRequired: true, "The id of a story, as find_stories gives it."),
    .texts("outlets", "Names of outlets, or words of them; all of the story by default."), .limit(1...10, or: 2),
  ]
  let lists: [String: JSONValue] = [
    "outlets": Answer.listSchema("Outlets, with whose text they carry and claims that only they have."),
    "shared": .object([
      "type": "integer", "description": "How many claims two or more of these outlets state.",
    ]),
    "differences": ["type": "array", "description": "Where these outlets differ, each value with its anchor."],
  ]

  func answer(_ arguments: Arguments, _ shelf: Shelf) throws -> Answer {
    let story = try shelf.story(arguments.text("story") ?? "")
    let limit = arguments.number("limit", or: 2)
    let groups = try chosen(arguments.texts("outlets"), story)
    let names = groups.map(\.name)
    var answer = Answer(
      says: "\(counted(names.count, "outlet tells", "outlets tell")) story \(story.id), \(story.title)")
    guard groups.count > 1 else {
      answer.says = "\(names.first ?? "nobody") alone tells story \(story.id)"
      answer.missing = ["a second outlet to compare with"]
      answer.lists = ["outlets": [], "shared": 0, "differences": []]
      return answer
    }
    let byOutlet = Dictionary(
      groups.flatMap { group in group.articles.map { ($0, group.name) } }, uniquingKeysWith: { first, _ in first })
    let telling = story.claims.map { claim in
      Set(claim.support.filter(\.counts).compactMap { byOutlet[$0.article] })
    }
    let outlets = groups.map { outlet($0, story, telling, limit) }
    let differences = story.discrepancies.filter { discrepancy in
      Set(discrepancy.values.compactMap { $0.at.article.flatMap { byOutlet[$0] } }).count > 1
    }
    answer.lists = [
      "outlets": .list(outlets), "shared": .integer(telling.count { $0.count > 1 }),
      "differences": .list(differences.prefix(limit * 2).map(TraceClaim.difference)),
    ]
    if differences.count > limit * 2 {
      answer.more = "\(differences.count) differences; ask again with a higher limit, or trace_claim for one claim"
    }
    return answer
  }

  private struct Group {
    var name: String
    var articles: [String]
  }

  private func chosen(_ names: [String], _ story: WireStory) throws -> [Group] {
    var groups: [Group] = []
    for article in story.articles {
      let name = story.outlet(article.id)
      if let place = groups.firstIndex(where: { $0.name == name }) {
        groups[place].articles.append(article.id)
      } else {
        groups.append(Group(name: name, articles: [article.id]))
      }
    }
    guard !names.isEmpty else { return groups }
    var picked: [Group] = []
    for name in names {
      let words = Set(FoldedWords(name).words)
      let meant = groups.filter { !words.isEmpty && words.isSubset(of: FoldedWords($0.name).words) }
      guard meant.count == 1 else {
        let known = groups.map(\.name).joined(separator: ", ")
        throw Refusal(
          "in this archive \(meant.isEmpty ? "no outlet" : "more than one outlet") of story \(story.id) is called \(name.prefix(100)); "
            + "it has \(known)")
      }
      if !picked.contains(where: { $0.name == meant[0].name }) { picked.append(meant[0]) }
    }
    return picked
  }

  private func outlet(_ group: Group, _ story: WireStory, _ telling: [Set<String>], _ limit: Int) -> JSONValue {
    let own = story.claims.indices.filter { telling[$0] == [group.name] }
    let derived = story.derivations.filter { group.articles.contains($0.article) }
    let onlyHere = own.prefix(limit).compactMap { number -> JSONValue? in
      let claim = story.claims[number]
      guard let support = claim.support.first(where: { group.articles.contains($0.article) && $0.counts }) else {
        return nil
      }
      return ["claim": .text(claim.id), "basis": .text(claim.basis), "at": .anchor(support)]
    }
    return [
      "outlet": .text(group.name), "documents": JSONValue(group.articles),
      "published": JSONValue(group.articles.compactMap(story.published)),
      "claims": .integer(telling.count { $0.contains(group.name) }), "onlyHereCount": .integer(own.count),
      "onlyHere": .list(onlyHere), "textOf": .list(derived.map { text($0, story) }), "at": anchor(group, story),
    ]
  }

  private func text(_ derivation: WireStory.Derivation, _ story: WireStory) -> JSONValue {
    [
      "kind": .text(derivation.kind), "whose": JSONValue(story.origins.first { $0.id == derivation.origin }?.name),
      "nearest": JSONValue(derivation.from), "coverage": JSONValue(derivation.coverage), "why": .text(derivation.why),
      "credits": .list(derivation.credits.prefix(1).map { .anchor($0, in: derivation.article) }),
    ]
  }

  /// The headline, or where there is none the first words of the text.
  private func anchor(_ group: Group, _ story: WireStory) -> JSONValue {
    guard let article = story.articles.first(where: { $0.id == group.articles[0] }) else { return .null }
    if let title = article.title {
      return .anchor(
        WireAnchor(start: 0, end: title.unicodeScalars.count, exact: title, in: "title", article: article.id))
    }
    var opening = String.UnicodeScalarView()
    opening.append(contentsOf: article.text.unicodeScalars.prefix { $0 != "\n" })
    return .anchor(WireAnchor(start: 0, end: opening.count, exact: String(opening), article: article.id))
  }
}
