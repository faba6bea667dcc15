import Contract

/// `trace_claim`: who has it from whom.
struct TraceClaim: Tool {
  let name = "trace_claim"
  let title = "Trace a claim to its origins"
  let purpose = """
    Traces one claim of the archive: which outlets state it, on whose word, through whom, from how many independent origins (a lower and an \
    upper bound, with the reason), who had it first, and where versions differ. It counts reporting, not truth. Give a claim's id, or its \
    words in the language of the articles; where no claim has these words it says so and names the nearest.
    """
  let parameters: [Parameter] = [
    .text("claim", isRequired: true, "The id of a claim (c and eight digits), or what is claimed, in words."),
    .text("story", "The id of a story, to look in it alone."), .limit(1...20, or: 6), .from,
  ]
  let lists: [String: JSONValue] = [
    "claim": ["type": ["object", "null"], "description": "The claim, with its bounds, reason and origins."],
    "support": Answer.listSchema("Passages that state it, with who said it and through whom it came."),
    "responses": Answer.listSchema("Denials and refused answers."),
    "differences": ["type": "array", "description": "Where versions differ, each value with its anchor."],
    "nearest": Answer.listSchema("Claims that come near, where none is meant for certain."),
  ]

  func answer(_ arguments: Arguments, _ shelf: Shelf) throws -> Answer {
    let asked = arguments.text("claim") ?? ""
    let story = try arguments.text("story").map(shelf.story)
    let window = (arguments.number("limit", or: 6), arguments.number("from", or: 0))
    if let (story, claim) = try claim(id: asked, story, shelf) { return told(claim, story, window) }
    let found = try ClaimSearch(shelf: shelf).claims(asked, in: story)
    guard let best = found.first, best.isMeant else {
      var answer = Answer(says: "no claim has the words of \"\(asked)\"")
      answer.missing = [
        "a passage with most of these words (among \(try shelf.extent)); words are compared within one language"
      ]
      answer.lists = Self.empty(nearest: found.prefix(3).map(Self.near))
      return answer
    }
    var answer = told(best.claim, best.story, window)
    answer.says =
      "it is taken for the claim \"\(best.claim.text)\" (compare them: words are matched, a \"not\" is not). "
      + answer.says
    if !best.lacking.isEmpty {
      answer.missing.append(
        "these words of what was asked, in any passage of the claim: \(best.lacking.joined(separator: ", "))")
    }
    let others = found.dropFirst().filter(\.isMeant).prefix(3)
    answer.lists["nearest"] = .list(others.map(Self.near))
    return answer
  }

  /// The claim of this id; nil for what is no id.
  private func claim(id: String, _ story: WireStory?, _ shelf: Shelf) throws -> (WireStory, WireClaim)? {
    let digits = id.utf8.dropFirst()
    let isID = digits.count == 8 && digits.allSatisfy { (0x30...0x39).contains($0) || (0x61...0x66).contains($0) }
    guard id.utf8.first == UInt8(ascii: "c"), isID else { return nil }
    var home = story
    if home == nil, let id = try shelf.reader.story(ofClaim: id) { home = try shelf.wire(id) }
    guard let home, let claim = home.claims.first(where: { $0.id == id }) else {
      throw Refusal(
        story == nil
          ? "in this archive no claim that outlets share or conflict on has the id \(id); one that a single outlet has needs its story too"
          : "in this archive no claim of that story has the id \(id)")
    }
    return (home, claim)
  }

  private static func empty(nearest: [JSONValue]) -> [String: JSONValue] {
    ["claim": .null, "support": [], "responses": [], "differences": [], "nearest": .list(nearest)]
  }

  private static func near(_ found: ClaimSearch.Found) -> JSONValue {
    [
      "claim": .text(found.claim.id), "story": .text(found.story.id), "text": .text(found.claim.text),
      "outlets": .integer(found.claim.outlets), "at": .anchor(found.claim.support[0]),
    ]
  }

  private func told(_ claim: WireClaim, _ story: WireStory, _ window: (limit: Int, from: Int)) -> Answer {
    let bounds = claim.origins
    let origins = bounds.lower == bounds.upper ? "\(bounds.upper)" : "\(bounds.lower) to \(bounds.upper)"
    var answer = Answer(
      says:
        "\(counted(claim.outlets, "outlet states", "outlets state")) it, from \(origins) independent "
        + "\(bounds.upper == 1 ? "origin" : "origins"): \(bounds.why). It says nothing about truth."
    )
    if claim.outlets == 0 { answer.missing.append("a body that states it: only headlines, decks or subheads do") }
    if claim.first == nil { answer.missing.append("a dated article that states it: who was first cannot be told") }
    let shown = claim.support.dropFirst(window.from).prefix(window.limit)
    if window.from + shown.count < claim.support.count {
      answer.more = "\(claim.support.count) passages; ask again with from: \(window.from + shown.count)"
    }
    answer.lists = [
      "claim": summary(claim, story), "support": .list(shown.map { passage($0, story) }),
      "responses": .list(claim.responses.map { ["kind": .text($0.kind), "at": .anchor($0.at)] }),
      "differences": .list(story.discrepancies.filter { $0.claim == claim.id }.map(Self.difference)), "nearest": [],
    ]
    return answer
  }

  private func summary(_ claim: WireClaim, _ story: WireStory) -> JSONValue {
    let names = claim.origins.ids.compactMap { id in story.origins.first { $0.id == id } }
    return [
      "id": .text(claim.id), "story": .text(story.id), "text": .text(claim.text), "date": JSONValue(claim.date),
      "status": .text(claim.status), "basis": .text(claim.basis), "outlets": .integer(claim.outlets),
      "originsLower": .integer(claim.origins.lower), "originsUpper": .integer(claim.origins.upper),
      "why": .text(claim.origins.why),
      "origins": .list(
        names.map {
          ["name": .text($0.name), "kind": .text($0.kind), "via": JSONValue($0.via), "party": .flag($0.party)]
        }),
      "first": .list((claim.first ?? []).map { ["document": .text($0.article), "published": .text($0.published)] }),
    ]
  }

  private func passage(_ support: WireClaim.Support, _ story: WireStory) -> JSONValue {
    [
      "outlet": .text(story.outlet(support.article)), "published": JSONValue(story.published(support.article)),
      "relation": JSONValue(support.relation), "counts": .flag(support.counts),
      "chain": .list(
        support.chain.map { link in
          [
            "role": .text(link.role), "name": .text(link.name ?? link.exact), "anonymous": .flag(link.anonymous),
            "implied": .flag(link.implied),
            "at": .anchor(
              WireAnchor(start: link.start, end: link.end, exact: link.exact, in: link.in, article: link.article),
              in: support.article),
          ]
        }),
      "why": .text(support.why), "at": .anchor(support),
    ]
  }

  static func difference(_ discrepancy: WireDiscrepancy) -> JSONValue {
    [
      "claim": .text(discrepancy.claim), "kind": .text(discrepancy.kind), "verdict": .text(discrepancy.verdict),
      "why": .text(discrepancy.why),
      "values": .list(discrepancy.values.map { ["value": .text($0.value), "at": .anchor($0.at)] }),
    ]
  }
}
