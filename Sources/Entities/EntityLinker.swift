import Lexicon
import NewsModel
import TextBytes

/// Puts the names of one article together: one entity an individual.
struct EntityLinker {
  let words: WordReader

  /// Adds entities and name mentions for `chunks`, which are sorted by span.
  func link(_ chunks: [NameChunk], into draft: inout Draft) {
    var assigned: [Int?] = Array(repeating: nil, count: chunks.count)
    linkFullPersons(chunks, &assigned, &draft)
    linkShortPersons(chunks, &assigned, &draft)
    linkOthers(chunks, &assigned, &draft)
    for (n, chunk) in chunks.enumerated() {
      let type = assigned[n].map { draft.entities[$0].entity.type } ?? chunk.type
      var mention = Mention(span: chunk.span, kind: .name, type: type, entity: assigned[n])
      if let head = words.span((chunk.tokens.upperBound - 1)..<chunk.tokens.upperBound) { mention.head = head }
      draft.add(mention, chunk.tokens)
    }
  }

  // MARK: Persons

  /// Names of several words, the longest first, so that a shorter one finds the fuller.
  private func linkFullPersons(_ chunks: [NameChunk], _ assigned: inout [Int?], _ draft: inout Draft) {
    let order = chunks.indices.filter { chunks[$0].type == .person && chunks[$0].tokens.count > 1 }
      .sorted { (-chunks[$0].tokens.count, $0) < (-chunks[$1].tokens.count, $1) }
    for n in order {
      let parts = PersonNameParts(chunks[n].tokens, words)
      let found = bestPerson(for: parts, chunks[n], draft, least: 8)
      assigned[n] = found ?? addPerson(chunks[n], parts, &draft)
      note(chunks[n], parts, assigned[n], &draft)
    }
  }

  /// Single words: the person called so who was named last, or the one named later.
  private func linkShortPersons(_ chunks: [NameChunk], _ assigned: inout [Int?], _ draft: inout Draft) {
    var latest: [Int: Int] = [:]
    for n in chunks.indices where chunks[n].type == .person {
      if let entity = assigned[n] {
        latest[entity] = n
        continue
      }
      let parts = PersonNameParts(chunks[n].tokens, words)
      let found = bestPerson(for: parts, chunks[n], draft, least: 1, latest: latest)
      let entity = found ?? addPerson(chunks[n], parts, &draft)
      assigned[n] = entity
      latest[entity] = n
      note(chunks[n], parts, entity, &draft)
    }
  }

  private func bestPerson(
    for parts: PersonNameParts, _ chunk: NameChunk, _ draft: Draft, least: Int, latest: [Int: Int] = [:]
  ) -> Int? {
    var best: (index: Int, score: Int, last: Int)?
    for (index, candidate) in draft.entities.enumerated() where candidate.entity.type == .person {
      guard let full = candidate.parts else { continue }
      if let gender = chunk.gender, let other = candidate.gender, gender != other { continue }
      var score = full.match(parts)
      if score < 8, parts.match(full) >= 8 { score = 8 }
      guard score >= least else { continue }
      let last = latest[index] ?? -1
      if best == nil || (score, last) > (best?.score ?? 0, best?.last ?? -1) { best = (index, score, last) }
    }
    return best?.index
  }

  private func addPerson(_ chunk: NameChunk, _ parts: PersonNameParts, _ draft: inout Draft) -> Int {
    draft.entities.append(
      DraftEntity(entity: Entity(type: .person, name: name(of: chunk)), parts: parts, gender: gender(chunk)))
    return draft.entities.count - 1
  }

  private func gender(_ chunk: NameChunk) -> Gender? {
    if let gender = chunk.gender { return gender }
    guard chunk.tokens.count > 1, let given = words.givenName(chunk.tokens.lowerBound) else { return nil }
    return Gender(rawValue: given.gender.rawValue)
  }

  private func note(_ chunk: NameChunk, _ parts: PersonNameParts, _ entity: Int?, _ draft: inout Draft) {
    guard let entity else { return }
    draft.addName(name(of: chunk), to: entity)
    if draft.entities[entity].gender == nil { draft.entities[entity].gender = gender(chunk) }
    if draft.entities[entity].entity.country == nil { draft.entities[entity].entity.country = chunk.titleCountry }
    if let role = chunk.role { draft.addRole(role, country: chunk.titleCountry, to: entity) }
  }

  /// The words of the name; those of a line in capitals as they stand.
  private func name(of chunk: NameChunk) -> String { words.name(chunk.span) }

  // MARK: Organizations, places and the rest

  private func linkOthers(_ chunks: [NameChunk], _ assigned: inout [Int?], _ draft: inout Draft) {
    let expansions = acronyms(chunks)
    var byName: [FoldHash: Int] = [:]
    let order = chunks.indices.filter { chunks[$0].type != .person }
      .sorted { (-chunks[$0].tokens.count, $0) < (-chunks[$1].tokens.count, $1) }
    for n in order {
      let chunk = chunks[n]
      let key = FoldHash(phrase: "\(chunk.type.rawValue) \(canonicalName(chunk))")
      var found: Int?
      if let known = chunk.known { found = keyed(known, chunk, &draft) }
      found = found ?? byName[key] ?? expansions[n].flatMap { assigned[$0] }
      if found == nil, chunk.type == .organization {
        found = longerOrganization(chunk, chunks, assigned)
      }
      let entity: Int = found ?? add(chunk, &draft)
      draft.addName(words.name(chunk.span), to: entity)
      byName[key] = byName[key] ?? entity
      assigned[n] = entity
      if let expansion = expansions[n], let full = assigned[expansion], full != entity { assigned[n] = full }
    }
  }

  private func keyed(_ known: KnownName, _ chunk: NameChunk, _ draft: inout Draft) -> Int {
    if let stands = known.stands, !known.isCapital {
      let code = stands.split(separator: ":").last.map(String.init) ?? stands
      if stands.utf8.starts(with: "country:".utf8) {
        return draft.government(code, called: words.name(chunk.span), .seat)
      }
      return draft.entity(key: stands) {
        Entity(type: .organization, name: words.name(chunk.span), key: stands, country: known.country)
      }
    }
    if known.kind == .country, let code = known.country {
      let index = draft.country(code)
      return index
    }
    let key = placeKey(known, chunk)
    return draft.entity(key: key) {
      Entity(type: known.type, name: words.name(chunk.span), key: key, country: known.country)
    }
  }

  /// A capital's seat bears its country's key; as a place it is the city.
  private func placeKey(_ known: KnownName, _ chunk: NameChunk) -> String {
    guard known.isCapital else { return known.key }
    let i = chunk.tokens.lowerBound
    let match = words.lexicon.places.longestMatch(at: i, count: chunk.tokens.upperBound) { words.fold($0) }
    return match?.value.key ?? "capital:" + (known.country ?? known.key)
  }

  private func add(_ chunk: NameChunk, _ draft: inout Draft) -> Int {
    var country: String?
    if chunk.type == .organization,
      let first = words.demonym(at: chunk.tokens.lowerBound, before: chunk.tokens.upperBound)
    {
      country = first.value.country
    }
    if let first = words.known(at: chunk.tokens.lowerBound, before: chunk.tokens.upperBound), first.kind == .country {
      country = first.country
    }
    draft.entities.append(
      DraftEntity(entity: Entity(type: chunk.type, name: words.name(chunk.span), country: country)))
    return draft.entities.count - 1
  }

  /// The name without a leading article.
  private func canonicalName(_ chunk: NameChunk) -> String {
    var range = chunk.tokens
    if range.count > 1, words.classes(range.lowerBound).contains(.determiner) { range = range.dropFirst() }
    return words.string(range)
  }

  /// For each acronym that stands in brackets behind its expansion (or the other way round), the chunk of the fuller name.
  private func acronyms(_ chunks: [NameChunk]) -> [Int: Int] {
    var result: [Int: Int] = [:]
    var meaning: [FoldHash: Int] = [:]
    for n in chunks.indices.dropLast() {
      let (a, b) = (chunks[n], chunks[n + 1])
      guard b.tokens.lowerBound == a.tokens.upperBound + 1, words.kind(a.tokens.upperBound) == .openBracket,
        words.kind(b.tokens.upperBound) == .closeBracket
      else { continue }
      if isAcronym(b), a.tokens.count > 1 { meaning[words.fold(b.tokens.lowerBound)] = n }
      if isAcronym(a), b.tokens.count > 1 { meaning[words.fold(a.tokens.lowerBound)] = n + 1 }
    }
    for n in chunks.indices where isAcronym(chunks[n]) {
      if let full = meaning[words.fold(chunks[n].tokens.lowerBound)] { result[n] = full }
    }
    return result
  }

  private func isAcronym(_ chunk: NameChunk) -> Bool {
    chunk.tokens.count == 1 && words.isAllCapitals(chunk.tokens.lowerBound)
  }

  /// The one longer organization of which these words are the telling ones ("Norvik" for "Norvik Industries", "Severn Vale" for "Severn
  /// Vale Engineering"): several have to stand at an end of it, and what is left over to tell no more than a kind.
  private func longerOrganization(_ chunk: NameChunk, _ chunks: [NameChunk], _ assigned: [Int?]) -> Int? {
    let part = bare(chunk.tokens)
    let wanted = part.map { words.fold($0) }
    guard part.contains(where: { words.isCapitalized($0) && !words.has($0, .anyHead) }) else { return nil }
    var found: Set<Int> = []
    for (n, other) in chunks.enumerated() where other.type == .organization && other.tokens.count > chunk.tokens.count {
      guard let entity = assigned[n] else { continue }
      if part.count == 1 {
        if other.tokens.contains(where: { words.fold($0) == wanted[0] && words.isCapitalized($0) }) {
          found.insert(entity)
        }
      } else if isEnd(wanted, of: bare(other.tokens)) {
        found.insert(entity)
      }
    }
    return found.count == 1 ? found.first : nil
  }

  private func isEnd(_ wanted: [FoldHash], of range: Range<Int>) -> Bool {
    guard wanted.count < range.count else { return false }
    let head = range.prefix(wanted.count)
    let tail = range.suffix(wanted.count)
    if head.map({ words.fold($0) }) == wanted { return tellsKind(range.dropFirst(wanted.count)) }
    return tail.map { words.fold($0) } == wanted && tellsKind(range.dropLast(wanted.count))
  }

  private func tellsKind(_ rest: Range<Int>) -> Bool {
    let match = words.lexicon.kinds.nameWords.longestMatch(at: rest.lowerBound, count: rest.upperBound) {
      words.fold($0)
    }
    return match?.length == rest.count || rest.allSatisfy { words.has($0, [.orgSuffix, .orgHead]) }
  }

  /// The words of a name without an article before them.
  private func bare(_ range: Range<Int>) -> Range<Int> {
    range.count > 1 && words.classes(range.lowerBound).contains(.determiner) ? range.dropFirst() : range
  }
}
