import NewsModel
import TextBytes

/// Looks back from a place in the text for who may be meant there.
struct PersonSearch {
  let words: WordReader
  let draft: Draft

  private func sentence(of range: Range<Int>) -> Int {
    words.reading.sentence(at: words.tokens[range.lowerBound].span.start) ?? 0
  }

  /// The mentions before `range`, the nearest first.
  private func before(_ range: Range<Int>) -> [Int] {
    draft.ranges.indices.filter { draft.ranges[$0].upperBound <= range.lowerBound && draft.mentions[$0].entity != nil }
      .sorted { draft.ranges[$0].lowerBound > draft.ranges[$1].lowerBound }
  }

  /// The person whom an office and a country mean: of that country and, where offices are known, in an office that agrees.
  func person(role: Role, country: String?, body: Int? = nil, at range: Range<Int>) -> Int? {
    func fits(_ index: Int) -> Bool {
      let candidate = draft.entities[index]
      guard candidate.entity.type == .person else { return false }
      if let a = role.gender, let b = candidate.gender, a != b { return false }
      if let country { guard candidate.entity.country == country else { return false } }
      if let body, let other = candidate.entity.affiliation, other != body { return false }
      if candidate.entity.roles.contains(folded(role.key)) { return true }
      return role.leadsState && candidate.leadsState || role.key == "head-of-state" && candidate.leadsState
    }
    let here = sentence(of: range)
    let reach = country == nil ? 6 : Int.max
    for n in before(range) where here - sentence(of: draft.ranges[n]) <= reach {
      if let entity = draft.mentions[n].entity, fits(entity) { return entity }
    }
    guard country != nil else { return nil }
    let all = draft.entities.indices.filter { fits($0) }
    return all.count == 1 ? all.first : nil
  }

  /// The organization named last whose name holds the word at token `i`.
  func named(by i: Int, at range: Range<Int>) -> Int? {
    let here = sentence(of: range)
    return before(range).first { n in
      guard here - sentence(of: draft.ranges[n]) <= 8, draft.mentions[n].type == .organization,
        draft.mentions[n].kind == .name
      else { return false }
      return draft.ranges[n].contains { words.fold($0) == words.fold(i) }
    }.flatMap { draft.mentions[$0].entity }
  }

  /// The only person named in the sentence before and, up to `range`, in its own; of a sex that agrees.
  func onlyPerson(_ gender: Gender?, at range: Range<Int>) -> Int? {
    let here = sentence(of: range)
    var found: Int?
    for n in before(range) where here - sentence(of: draft.ranges[n]) <= 1 {
      guard let entity = draft.mentions[n].entity, draft.entities[entity].entity.type == .person else { continue }
      if let found, found != entity { return nil }
      found = entity
    }
    guard let found else { return nil }
    if let gender, let other = draft.entities[found].gender, gender != other { return nil }
    return found
  }

  /// Whether a well-known organization is only where something happened ("took to Norvik"): it is not taken up.
  private func isVenue(_ start: Int, _ entity: Entity) -> Bool {
    entity.key?.utf8.starts(with: "org:".utf8) == true && words.classes(start - 1).contains(.preposition)
  }

  /// The one entity of `type` that was named in this sentence or the two before it.
  func recent(_ type: EntityType, at range: Range<Int>, where fits: (Entity) -> Bool) -> Int? {
    let here = sentence(of: range)
    var found: Int?
    for n in before(range) where here - sentence(of: draft.ranges[n]) <= 2 {
      guard let entity = draft.mentions[n].entity, draft.entities[entity].entity.type == type,
        draft.mentions[n].kind == .name,
        fits(draft.entities[entity].entity), !isVenue(draft.ranges[n].lowerBound, draft.entities[entity].entity)
      else { continue }
      if let found, found != entity { return nil }
      found = entity
    }
    return found
  }
}
