import Contract

/// The objects of one story.
struct StixStory {
  /// The time of what the texts date nowhere.
  static let epoch = "1970-01-01T00:00:00.000Z"
  private let index: StoryIndex
  private let maker: String
  private let time: String
  private var story: WireStory { index.story }

  init(_ story: WireStory, maker: String) {
    index = StoryIndex(story)
    self.maker = maker
    func latest(_ values: [String?]) -> String? { values.compactMap(Moment.utc).max() }
    time = latest(story.articles.map { $0.published?.value }) ?? latest(story.articles.map(\.fetched)) ?? Self.epoch
  }

  func add(to objects: inout StixObjects) {
    var all: [String] = []
    let files = story.articles.map { addDocument($0, to: &objects, &all) }
    let origins = Dictionary(
      story.origins.map { ($0.id, addOrigin($0, to: &objects)) }, uniquingKeysWith: { first, _ in first })
    var used: Set<String> = []
    for derivation in story.derivations {
      all += add(derivation, files, origins, &used, to: &objects)
    }
    for claim in story.claims {
      used.formUnion(claim.origins.ids)
      all.append(add(claim, files, origins, to: &objects))
    }
    all += story.origins.filter { used.contains($0.id) }.compactMap { origins[$0.id] }
    let first = story.articles.compactMap { Moment.utc($0.published?.value) }.min()
    var seen: Set<String> = []
    _ = objects.add(
      "report", named: story.id, at: time,
      [
        "created_by_ref": .text(maker), "name": .text(story.title), "published": .text(first ?? time),
        "description": .text(description), "object_refs": JSONValue(all.filter { seen.insert($0).inserted }),
        "external_references": .list(story.articles.map(reference)),
      ])
  }

  private var description: String {
    let outlets = Set(story.articles.map(index.outlet)).count
    let origins = Set(story.claims.flatMap(\.origins.ids)).count
    let undated = story.articles.allSatisfy { $0.published == nil } ? " No article tells when it was published." : ""
    return
      "\(story.articles.count) articles of \(outlets) outlets; \(story.claims.count) claims from \(origins) origins. "
      + "It tells sourcing, not truth; every count means: in this collection." + undated
  }

  private func reference(_ article: WireArticle) -> JSONValue {
    [
      "source_name": .text(index.outlet(article)), "description": JSONValue(article.title),
      "url": JSONValue(Name.web(article)), "external_id": .text(article.id), "hashes": hashes(article),
    ]
  }

  private func hashes(_ article: WireArticle) -> JSONValue { ["SHA-256": .text(article.sha256)] }

  /// The raw document, its outlet, and that this one published it; the document's id.
  private func addDocument(_ article: WireArticle, to objects: inout StixObjects, _ all: inout [String]) -> String {
    let file = objects.observe("file", ["hashes": hashes(article), "name": .text(Self.fileName(article))])
    all.append(file)
    if let url = Name.web(article) { all.append(objects.observe("url", ["value": .text(url)])) }
    guard let name = article.outlet?.name else { return file }
    let outlet = objects.add(
      "identity", named: "outlet \(name)", at: Self.epoch,
      [
        "created_by_ref": .text(maker), "name": .text(name), "identity_class": "organization",
        "sectors": ["communications"],
      ])
    all.append(outlet)
    all.append(relate(file, "related-to", outlet, "published by", to: &objects))
    return file
  }

  /// The last part of its path or address.
  private static func fileName(_ article: WireArticle) -> String {
    article.id.split(separator: "/").last.map(String.init) ?? article.id
  }

  private func addOrigin(_ origin: WireStory.Origin, to objects: inout StixObjects) -> String {
    let isMedium = ["agency", "outlet", "state-media"].contains(origin.kind)
    let kind =
      switch origin.kind {
      case "person": "individual"
      case "agency", "outlet", "state-media", "organization": "organization"
      default: "unspecified"
      }
    let what = [
      origin.kind, origin.medium, origin.via.map { "via \($0)" }, origin.party ? "a party to the matter" : nil,
    ]
    return objects.add(
      "identity", named: "origin \(origin.id)", at: Self.epoch,
      [
        "created_by_ref": .text(maker), "name": .text(origin.name), "identity_class": .text(kind),
        "sectors": isMedium ? ["communications"] : .null,
        "description": .text(what.compactMap { $0 }.joined(separator: ", ")),
      ])
  }

  private func add(
    _ derivation: WireStory.Derivation, _ files: [String], _ origins: [String: String], _ used: inout Set<String>,
    to objects: inout StixObjects
  ) -> [String] {
    guard let taker = index.number(derivation.article).map({ files[$0] }) else { return [] }
    var made: [String] = []
    let what = "\(derivation.kind): \(derivation.why)"
    if let from = derivation.from.flatMap(index.number).map({ files[$0] }), from != taker {
      made.append(relate(taker, "derived-from", from, what, to: &objects))
    }
    if let origin = origins[derivation.origin] {
      used.insert(derivation.origin)
      made.append(relate(taker, "related-to", origin, "text of; " + what, to: &objects))
    }
    return made
  }

  private func relate(
    _ source: String, _ type: String, _ target: String, _ description: String, to objects: inout StixObjects
  ) -> String {
    objects.add(
      "relationship", named: "\(story.id) \(source) \(type) \(target)", at: time,
      [
        "created_by_ref": .text(maker), "relationship_type": .text(type), "source_ref": .text(source),
        "target_ref": .text(target), "description": .text(description),
      ])
  }

  private func add(
    _ claim: WireClaim, _ files: [String], _ origins: [String: String], to objects: inout StixObjects
  ) -> String {
    var seen: Set<String> = []
    let documents = claim.support.compactMap { index.number($0.article) }.map { files[$0] }
    let refs = (documents + claim.origins.ids.compactMap { origins[$0] }).filter { seen.insert($0).inserted }
    let passages = claim.support.map { support in
      let place = support.in.map { " (\($0))" } ?? ""
      return "[\(support.article)\(place) \(support.start)-\(support.end)] \(support.exact)"
    }
    let content = [index.sourcing(claim), "Status: \(claim.status). Basis: \(claim.basis)."] + passages
    return objects.add(
      "note", named: "\(story.id) \(claim.id)", at: time,
      [
        "created_by_ref": .text(maker), "abstract": .text(claim.text),
        "content": .text(content.joined(separator: "\n")),
        "object_refs": JSONValue(refs),
        "labels": .list([.text("basis-\(claim.basis)"), .text("status-\(claim.status)")]),
        "external_references": [["source_name": "stemma", "external_id": .text(claim.id)]],
      ])
  }
}
