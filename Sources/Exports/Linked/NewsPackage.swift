import Contract

/// A story in ninjs 3.0 (IPTC, "News in JSON"): an item an article, then a composite item that holds them together.
///
/// Times that ninjs wants to the second are written only where the source has them with an offset; what is known less precisely stands in
/// `descriptions`, by the role `published`.
struct NewsPackage {
  private let index: StoryIndex
  private var story: WireStory { index.story }

  init(_ story: WireStory) { index = StoryIndex(story) }

  /// The articles in the story's order, then the package.
  var items: [JSONValue] { (story.articles.map(item) + [package]).map(\.withoutAbsent) }

  private static let standard: JSONValue = [
    "name": "ninjs", "version": "3.0", "schema": "http://www.iptc.org/std/ninjs/ninjs-schema_3.0.json",
  ]

  private var package: JSONValue {
    var package: [String: JSONValue] = [
      "uri": .text(Name.story(story.id)), "type": "composite", "representationType": "full",
      "profile": "stemma-story", "title": .text(story.title),
      "language": JSONValue(story.languages.count == 1 ? story.languages[0] : nil), "standard": Self.standard,
      "descriptions": [["role": "sourcing", "contentType": "text/plain", "value": .text(summary)]],
      "infoSources": .list(story.origins.map(source)),
      "events": .list(story.events.map(event)),
      "associations": .list(story.articles.map(reference)),
    ]
    package.merge(subjects(Set(story.entities.map(\.id)))) { own, _ in own }
    return .object(package)
  }

  /// An article as a package names it.
  private func reference(_ article: WireArticle) -> JSONValue {
    [
      "name": .text([index.outlet(article), article.title].compactMap { $0 }.joined(separator: ": ")),
      "uri": .text(Name.article(article.id)), "type": "text", "representationType": "partial",
      "language": JSONValue(article.language), "title": JSONValue(article.title),
    ]
  }

  private var summary: String {
    let outlets = Set(story.articles.map(index.outlet)).count
    let origins = Set(story.claims.flatMap(\.origins.ids)).count
    return
      "\(story.articles.count) articles of \(outlets) outlets, \(story.claims.count) claims from \(origins) origins, in this "
      + "collection. It tells sourcing, not truth."
  }

  private func source(_ origin: WireStory.Origin) -> JSONValue {
    [
      "name": .text(origin.name), "role": .text(Name.base + "origin-kind:" + origin.kind),
      "uri": .text(Name.origin(origin.id)), "literal": .text(origin.id),
    ]
  }

  private func event(_ event: WireStory.Event) -> JSONValue {
    [
      "id": .text(event.id), "name": JSONValue(event.mentions.first?.exact), "rel": "reports",
      "literal": .text([event.type, event.mode].compactMap { $0 }.joined(separator: "/")),
    ]
  }

  /// Who and what is spoken of, by ninjs's kinds of subject.
  private func subjects(_ ids: Set<String>) -> [String: JSONValue] {
    var lists: [String: [JSONValue]] = [:]
    for entity in story.entities where ids.contains(entity.id) {
      let kind =
        switch entity.type {
        case "person": "people"
        case "organization": "organisations"
        case "location": "places"
        case "vessel", "vehicle", "work", "law": "objects"
        default: "subjects"
        }
      lists[kind, default: []].append([
        "name": .text(entity.name), "rel": "mentions", "uri": .text(Name.entity(entity.id)),
        "literal": .text(entity.id),
      ])
    }
    return lists.mapValues(JSONValue.list)
  }

  private func item(_ article: WireArticle) -> JSONValue {
    var item: [String: JSONValue] = [
      "uri": .text(Name.article(article.id)), "type": "text", "representationType": "full", "profile": "text-only",
      "standard": Self.standard,
      "language": JSONValue(article.language), "title": JSONValue(article.title),
      "by": JSONValue(article.byline.isEmpty ? nil : article.byline.joined(separator: ", ")),
      "located": JSONValue(article.dateline?.place), "edNote": JSONValue(note(article)),
      "contentCreated": JSONValue(Moment.exact(article.published?.value)),
      "altIds": .list(altIDs(article)), "headlines": .list(headlines(article)),
      "descriptions": .list(descriptions(article)),
      "bodies": [
        [
          "role": "main", "contentType": "text/plain", "value": .text(article.text),
          "charCount": .integer(article.text.unicodeScalars.count),
        ]
      ],
      "infoSources": .list(sources(article)),
    ]
    item.merge(subjects(Set((article.entities ?? []).map(\.id)))) { own, _ in own }
    return .object(item)
  }

  private func altIDs(_ article: WireArticle) -> [JSONValue] {
    [("sha256", article.sha256), ("url", article.url), ("canonical", article.canonicalUrl)].compactMap { role, value in
      value.map { ["role": .text(role), "value": .text($0)] }
    }
  }

  private func headlines(_ article: WireArticle) -> [JSONValue] {
    [("main", article.title), ("deck", article.deck)].compactMap { role, value in
      value.map { ["role": .text(role), "contentType": "text/plain", "value": .text($0)] }
    }
  }

  private func descriptions(_ article: WireArticle) -> [JSONValue] {
    [("published", article.published?.value), ("modified", article.modified), ("fetched", article.fetched)].compactMap {
      role, value in value.map { ["role": .text(role), "value": .text($0)] }
    }
  }

  private func sources(_ article: WireArticle) -> [JSONValue] {
    let outlet = article.outlet.map { ($0.name, "publisher") }
    return ([outlet].compactMap { $0 } + article.agency.map { ($0, "agency") }).map { name, role in
      ["name": .text(name), "role": .text(Name.base + "role:" + role)]
    }
  }

  /// What a receiving desk must know and readers are not shown: whose text it is, and that a machine helped.
  private func note(_ article: WireArticle) -> String? {
    let derived = story.derivations.filter { $0.article == article.id }.map { derivation in
      let whose = index.origin(derivation.origin)?.name ?? derivation.origin
      return "\(derivation.kind) from \(whose): \(derivation.why)"
    }
    let notes = derived + [article.aiDisclosure.map { "AI: " + $0.exact }].compactMap { $0 }
    return notes.isEmpty ? nil : notes.joined(separator: "\n")
  }
}
