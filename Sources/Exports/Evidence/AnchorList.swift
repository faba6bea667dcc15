import Contract

/// Every anchor that a story's findings rest on, a line each, with what it is for and the hash of the document.
struct AnchorList {
  private let story: WireStory
  private let hashes: [String: String]

  init(_ story: WireStory) {
    self.story = story
    hashes = Dictionary(story.articles.map { ($0.id, $0.sha256) }, uniquingKeysWith: { first, _ in first })
  }

  var lines: [String] {
    get throws {
      try records.map { try JSONText.line($0.withoutAbsent) }
    }
  }

  private var records: [JSONValue] {
    var records: [JSONValue] = []
    for claim in story.claims { add(claim, to: &records) }
    for (number, derivation) in story.derivations.enumerated() { add(number + 1, derivation, to: &records) }
    for discrepancy in story.discrepancies {
      for value in discrepancy.values {
        records.append(record("discrepancy \(discrepancy.kind)", discrepancy.claim, value.at))
      }
    }
    for event in story.events { records += event.mentions.map { record("event", event.id, $0) } }
    for entry in story.timeline {
      let id: String = entry.event ?? entry.claims.first ?? ""
      records += entry.at.map { record("timeline", id, $0) }
    }
    return records
  }

  private func add(_ claim: WireClaim, to records: inout [JSONValue]) {
    for support in claim.support {
      let passage = WireAnchor(
        start: support.start, end: support.end, exact: support.exact, in: support.in, article: support.article)
      records.append(record("claim", claim.id, passage))
      for link in support.chain {
        let words = WireAnchor(
          start: link.start, end: link.end, exact: link.exact, in: link.in, article: link.article ?? support.article)
        records.append(record(link.role, claim.id, words))
      }
    }
    for response in claim.responses { records.append(record(response.kind, claim.id, response.at)) }
  }

  private func add(_ number: Int, _ derivation: WireStory.Derivation, to records: inout [JSONValue]) {
    let id = "derivation \(number)"
    for pair in derivation.pairs { records += [record("taken", id, pair.to), record("taken from", id, pair.from)] }
    records += derivation.credits.map { record("credit", id, $0) }
  }

  private func record(_ use: String, _ id: String, _ anchor: WireAnchor) -> JSONValue {
    [
      "story": .text(story.id), "for": .text(use), "id": .text(id), "article": JSONValue(anchor.article),
      "sha256": JSONValue(anchor.article.flatMap { hashes[$0] }), "in": .text(anchor.in ?? "text"),
      "start": .integer(anchor.start), "end": .integer(anchor.end), "exact": .text(anchor.exact),
    ]
  }
}
