import Contract

/// Who had what from whom, in PROV-JSON (W3C member submission of 2013): articles, passages and claims are entities, the ways in which texts
/// descend are activities, outlets and sources are agents.
struct Provenance {
  private let trace: WireTrace
  init(_ trace: WireTrace) { self.trace = trace }

  var value: JSONValue {
    var document = ProvDocument()
    for story in trace.stories { ProvStory(story).add(to: &document) }
    return document.value
  }
}

/// A document of PROV: records by kind. A record's id is a qualified name in the namespace `stemma`.
struct ProvDocument {
  private var records: [String: [String: JSONValue]] = [:]
  private var relations = 0

  mutating func add(_ kind: String, _ id: String, _ facts: [String: JSONValue]) {
    records[kind, default: [:]]["stemma:" + id] = JSONValue.object(facts).withoutAbsent
  }

  /// A relation, which needs no name of its own.
  mutating func relate(_ kind: String, _ roles: [String: String], type: String? = nil, more: [String: JSONValue] = [:])
  {
    relations += 1
    var facts = Dictionary(uniqueKeysWithValues: roles.map { ("prov:" + $0.key, JSONValue.text("stemma:" + $0.value)) })
    if let type { facts["prov:type"] = Self.name("prov:" + type) }
    facts.merge(more) { own, _ in own }
    records[kind, default: [:]]["_:r\(relations)"] = JSONValue.object(facts).withoutAbsent
  }

  /// A qualified name as a value.
  static func name(_ name: String) -> JSONValue { ["$": .text(name), "type": "prov:QUALIFIED_NAME"] }

  var value: JSONValue {
    var document = records.mapValues(JSONValue.object)
    document["prefix"] = ["stemma": .text(Name.base), "schema": "https://schema.org/"]
    return .object(document)
  }
}

/// The records of one story. Names begin with the story's id: what a story calls by one id another may know less of.
private struct ProvStory {
  private let index: StoryIndex
  private var story: WireStory { index.story }

  init(_ story: WireStory) { index = StoryIndex(story) }

  private func article(_ id: String) -> String? { index.number(id).map { "\(story.id).a\($0 + 1)" } }
  private func origin(_ id: String) -> String { "\(story.id).\(id)" }
  private func claim(_ id: String) -> String { "\(story.id).\(id)" }
  private func text(of origin: String) -> String { "\(story.id).\(origin).text" }

  func add(to document: inout ProvDocument) {
    document.add(
      "entity", story.id,
      ["prov:type": ProvDocument.name("prov:Collection"), "prov:label": .text(story.title)])
    addArticles(to: &document)
    addOrigins(to: &document)
    addDerivations(to: &document)
    for claim in story.claims { add(claim, to: &document) }
  }

  private func addArticles(to document: inout ProvDocument) {
    var outlets: [String: String] = [:]
    for (number, one) in story.articles.enumerated() {
      let id = "\(story.id).a\(number + 1)"
      document.add(
        "entity", id,
        [
          "prov:type": ProvDocument.name("schema:NewsArticle"), "prov:label": JSONValue(one.title),
          "prov:location": JSONValue(Name.web(one)), "stemma:article": .text(one.id),
          "stemma:sha256": .text(one.sha256), "stemma:language": JSONValue(one.language),
          "stemma:published": JSONValue(one.published?.value),
        ])
      document.relate("hadMember", ["collection": story.id, "entity": id])
      guard let name = one.outlet?.name else { continue }
      let outlet = outlets[name] ?? "\(story.id).outlet\(outlets.count + 1)"
      outlets[name] = outlet
      document.add("agent", outlet, ["prov:type": ProvDocument.name("prov:Organization"), "prov:label": .text(name)])
      document.relate("wasAttributedTo", ["entity": id, "agent": outlet])
    }
  }

  /// A document is an entity, everybody else an agent.
  private func addOrigins(to document: inout ProvDocument) {
    for one in story.origins {
      let facts: [String: JSONValue] = [
        "prov:label": .text(one.name), "stemma:kind": .text(one.kind), "stemma:medium": .text(one.medium),
        "stemma:via": JSONValue(one.via), "stemma:party": .flag(one.party),
      ]
      switch one.kind {
      case "document": document.add("entity", origin(one.id), facts)
      case "person":
        document.add(
          "agent", origin(one.id), facts.merging(["prov:type": ProvDocument.name("prov:Person")]) { a, _ in a })
      case "agency", "outlet", "organization", "state-media":
        document.add(
          "agent", origin(one.id), facts.merging(["prov:type": ProvDocument.name("prov:Organization")]) { a, _ in a })
      default: document.add("agent", origin(one.id), facts)
      }
    }
  }

  private func addDerivations(to document: inout ProvDocument) {
    for (number, derivation) in story.derivations.enumerated() {
      guard let taker = article(derivation.article) else { continue }
      let text = text(of: derivation.origin)
      let name = index.origin(derivation.origin)?.name ?? derivation.origin
      document.add("entity", text, ["prov:label": .text("the text of \(name)")])
      document.relate("wasAttributedTo", ["entity": text, "agent": origin(derivation.origin)])
      let activity = "\(story.id).d\(number + 1)"
      document.add(
        "activity", activity,
        [
          "prov:type": .text(derivation.kind), "stemma:coverage": JSONValue(derivation.coverage),
          "stemma:why": .text(derivation.why),
        ])
      document.relate("wasGeneratedBy", ["entity": taker, "activity": activity])
      document.relate("used", ["activity": activity, "entity": text])
      document.relate(
        "wasDerivedFrom", ["generatedEntity": taker, "usedEntity": text, "activity": activity],
        type: derivation.kind == "quoted" ? "Quotation" : derivation.kind == "update" ? "Revision" : nil)
      if let from = derivation.from.flatMap(article) {
        document.relate("used", ["activity": activity, "entity": from])
        document.relate("wasDerivedFrom", ["generatedEntity": taker, "usedEntity": from, "activity": activity])
      }
    }
  }

  private func add(_ one: WireClaim, to document: inout ProvDocument) {
    document.add(
      "entity", claim(one.id),
      [
        "prov:type": ProvDocument.name("schema:Claim"), "prov:value": .text(one.text),
        "stemma:status": .text(one.status),
        "stemma:basis": .text(one.basis), "stemma:outlets": .integer(one.outlets),
        "stemma:originsLower": .integer(one.origins.lower), "stemma:originsUpper": .integer(one.origins.upper),
        "stemma:why": .text(one.origins.why),
      ])
    for (number, support) in one.support.enumerated() {
      guard let home = article(support.article) else { continue }
      let passage = "\(claim(one.id)).p\(number + 1)"
      document.add(
        "entity", passage,
        [
          "prov:type": ProvDocument.name("schema:Quotation"), "prov:value": .text(support.exact),
          "stemma:in": .text(support.in ?? "text"), "stemma:start": .integer(support.start),
          "stemma:end": .integer(support.end),
          "stemma:through": JSONValue(support.relays.isEmpty ? nil : support.relays.joined(separator: "; ")),
        ])
      document.relate("wasDerivedFrom", ["generatedEntity": passage, "usedEntity": home], type: "Quotation")
      document.relate("wasDerivedFrom", ["generatedEntity": claim(one.id), "usedEntity": passage])
      guard let source = support.origin.flatMap(index.origin) else { continue }
      if source.kind == "document" {
        document.relate(
          "wasDerivedFrom", ["generatedEntity": passage, "usedEntity": origin(source.id)], type: "PrimarySource",
          more: ["stemma:why": .text(support.why)])
      } else {
        document.relate(
          "wasAttributedTo", ["entity": passage, "agent": origin(source.id)], more: ["stemma:why": .text(support.why)])
      }
    }
  }
}
