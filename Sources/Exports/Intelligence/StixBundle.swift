import Contract

/// Stories as a bundle of STIX 2.1 (OASIS, 2021): a `report` a story, a `note` a claim, a `file` a document, an `identity` a source or an
/// outlet, and a `relationship` where a text descends from another.
///
/// STIX wants every object dated: `created` and `modified` are the latest publication that the story's articles tell (else their latest
/// fetching, else 1970), never a clock's. Nothing is given a `confidence`: sourcing is counted, not rated.
struct StixBundle {
  private let trace: WireTrace
  init(_ trace: WireTrace) { self.trace = trace }

  var value: JSONValue {
    var objects = StixObjects()
    let maker = objects.add(
      "identity", named: "stemma", at: StixStory.epoch,
      [
        "name": "Stemma", "identity_class": "system",
        "description": "Counts who reports what on whose word; it rates nothing.",
      ])
    for story in trace.stories { StixStory(story, maker: maker).add(to: &objects) }
    let ids = trace.stories.map(\.id).joined(separator: " ")
    return ["type": "bundle", "id": .text("bundle--" + UUID5.make(ids)), "objects": .list(objects.list)]
  }
}

/// The objects of a bundle, each once, in order.
struct StixObjects {
  private(set) var list: [JSONValue] = []
  private var known: Set<String> = []

  /// Adds a domain or relationship object, and gives its id: a UUID of version 5 from `name`, so that the same story gives the same ids.
  mutating func add(_ type: String, named name: String, at time: String, _ facts: [String: JSONValue]) -> String {
    let id = "\(type)--\(UUID5.make("\(type) \(name)"))"
    guard known.insert(id).inserted else { return id }
    let common: [String: JSONValue] = [
      "type": .text(type), "spec_version": "2.1", "id": .text(id), "created": .text(time), "modified": .text(time),
    ]
    list.append(JSONValue.object(common.merging(facts) { own, _ in own }).withoutAbsent)
    return id
  }

  /// Adds a cyber-observable object. Its id is made as STIX asks (2.9): from its contributing properties, in canonical JSON.
  mutating func observe(_ type: String, _ contributing: [String: JSONValue]) -> String {
    let canonical = (try? JSONText.line(JSONValue.object(contributing))) ?? ""
    let id = "\(type)--\(UUID5.make(canonical, in: UUID5.stixNamespace))"
    guard known.insert(id).inserted else { return id }
    let common: [String: JSONValue] = ["type": .text(type), "spec_version": "2.1", "id": .text(id)]
    list.append(.object(common.merging(contributing) { own, _ in own }))
    return id
  }
}
