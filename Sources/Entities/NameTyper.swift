import Lexicon
import NewsModel
import TextBytes

/// Tells what each name is, from its own words, the words around it, and what the same name is elsewhere in the article.
struct NameTyper {
  let words: WordReader
  /// The keys of the names of the article's own publishers.
  var publishers: Set<FoldHash> = []

  /// Points for and against each type; one point decides between otherwise equal readings.
  struct Scores {
    var values: [EntityType: Double] = [:]
    mutating func add(_ type: EntityType, _ points: Double) { values[type, default: 0] += points }
    mutating func add(_ other: Scores) { for (type, points) in other.values { add(type, points) } }
    /// The best type and its points; ties go to the type that is declared first.
    var best: (type: EntityType, points: Double) {
      var best = (type: EntityType.other, points: values[.other] ?? 0.05)
      for type in TypeModel.classes where (values[type] ?? 0) > best.points { best = (type, values[type] ?? 0) }
      // The model knows persons, organizations and places; what else a name is, its head word tells.
      for type in [EntityType.vessel, .law, .event, .work] {
        let points = values[type] ?? 0
        if points >= 1, points > best.points || best.type == .other { best = (type, points) }
      }
      return best
    }
  }

  /// Types `chunks` in place.
  func type(_ chunks: inout [NameChunk]) {
    var byName: [FoldHash: Scores] = [:]
    var counts: [FoldHash: Double] = [:]
    var told: [FoldHash: Double] = [:]
    for chunk in chunks {
      let key = KnownHereIndex.key(chunk.tokens, words)
      byName[key, default: Scores()].add(learned(chunk, rules(chunk)))
      told[key] = max(told[key] ?? 0, bodyPoints(chunk))
      counts[key, default: 0] += 1
    }
    // What tells once that a name is a body's holds wherever the name stands.
    for (key, points) in told { byName[key]?.add(.organization, points * (counts[key] ?? 1)) }
    let persons = parts(of: .person, chunks, byName)
    let bodies = parts(of: .organization, chunks, byName).subtracting(persons)
    let longer = shortened(chunks, byName)
    let titled = Set(chunks.filter { $0.role != nil || $0.hasHonorific }.map { KnownHereIndex.key($0.tokens, words) })
    for n in chunks.indices {
      let key = KnownHereIndex.key(chunks[n].tokens, words)
      var scores = byName[key] ?? Scores()
      let first = chunks[n].tokens.lowerBound
      if chunks[n].tokens.count == 1, persons.contains(words.fold(first)) {
        scores.add(.person, (counts[key] ?? 1) * (chunks[n].known.map { $0.kind == .place ? 4 : 2 } ?? 6))
      } else if chunks[n].tokens.count == 1, bodies.contains(words.fold(first)), !titled.contains(key) {
        scores.add(.organization, (counts[key] ?? 1) * 6)
      }
      if chunks[n].tokens.count > 1, !titled.contains(key), longer.contains(key) {
        scores.add(.organization, (counts[key] ?? 1) * 6)
      }
      if publishers.contains(key), !titled.contains(key) { scores.add(.organization, (counts[key] ?? 1) * 6) }
      let best = scores.best
      chunks[n].type = best.type
      chunks[n].weight = best.points
    }
  }

  /// The points for an organization of what tells its kind: words of its name, a description beside it, what it has.
  private func bodyPoints(_ chunk: NameChunk) -> Double {
    guard !chunk.hasHonorific, chunk.known == nil, !chunk.isUnreliable, !words.isGivenName(chunk.tokens.lowerBound)
    else {
      return 0
    }
    let reader = KindReader(words: words)
    let isDescribed = !reader.described(chunk.tokens).isEmpty
    guard chunk.role == nil || isDescribed else { return 0 }
    return (isDescribed ? 6 : 0) + (reader.named(chunk.tokens).isEmpty ? 0 : 4)
      + (ownsWhatBodiesOwn(chunk.tokens) ? 3 : 0)
  }

  /// "Norvik's shareholders", "shares in Norvik", "acciones de Norvik": what organizations alone have.
  private func ownsWhatBodiesOwn(_ range: Range<Int>) -> Bool {
    let first = range.lowerBound
    if words.isLower(first - 1), words.classes(first - 1).contains(.preposition), words.has(first - 2, .owned) {
      return true
    }
    guard !words.cues.headFirst else { return false }
    var i = range.upperBound
    if words.isPossessive(i) { i += 1 }
    if i > range.upperBound, words.isLower(i), !words.has(i, .owned), words.classes(i).contains(.adjective) { i += 1 }
    return words.has(i, .owned)
  }

  /// The points of the rules alone.
  func rules(_ chunk: NameChunk) -> Scores {
    var scores = ownScores(chunk)
    scores.add(context(chunk))
    return scores
  }

  /// The points of the rules, with those of the trained model where there is one.
  private func learned(_ chunk: NameChunk, _ rules: Scores) -> Scores {
    let model = TypeModel.shared
    guard !model.isEmpty else { return rules }
    var scores = rules
    let sums = model.scores(TypeFeatures(words: words).features(of: chunk, rules: rules))
    for (type, sum) in zip(TypeModel.classes, sums) { scores.add(type, Double(sum) / TypeModel.pointSize) }
    scores.add(.other, TypeModel.doubt)
    return scores
  }

  /// The words by which alone the longer names of a type may be called: any of a person's; of an organization the first or
  /// last, where it is no common head ("Norvik" of "Norvik Industries", "Ravens" of "Lodi Ravens").
  private func parts(of type: EntityType, _ chunks: [NameChunk], _ scores: [FoldHash: Scores]) -> Set<FoldHash> {
    var parts: Set<FoldHash> = []
    for chunk in chunks where chunk.tokens.count > 1 {
      guard scores[KnownHereIndex.key(chunk.tokens, words)]?.best.type == type else { continue }
      let ends = [chunk.tokens.lowerBound, chunk.tokens.upperBound - 1]
      for i in type == .person ? Array(chunk.tokens) : ends where words.isCapitalized(i) && !words.isInitial(i) {
        if type == .person || isTelling(i) { parts.insert(words.fold(i)) }
      }
    }
    return parts
  }

  /// The names of several words that an organization's name holds before the word for its kind ("Severn Vale" of "Severn Vale Engineering").
  private func shortened(_ chunks: [NameChunk], _ scores: [FoldHash: Scores]) -> Set<FoldHash> {
    var found: Set<FoldHash> = []
    for chunk in chunks where chunk.tokens.count > 2 {
      guard scores[KnownHereIndex.key(chunk.tokens, words)]?.best.type == .organization else { continue }
      let last = chunk.tokens.upperBound - 1
      if words.lexicon.kinds.nameWords[words.fold(last)] != nil || words.has(last, .orgSuffix) {
        found.insert(KnownHereIndex.key(chunk.tokens.dropLast(), words))
      }
    }
    return found
  }

  /// Whether a word of an organization's name can stand for it: no kind of organization, no place, no demonym.
  private func isTelling(_ i: Int) -> Bool {
    guard !words.has(i, [.anyHead, .orgSuffix, .locFirst, .never, .calendar, .notName]) else { return false }
    return words.known(at: i, before: i + 1) == nil && words.demonym(at: i, before: i + 1) == nil
      && words.classes(i).isDisjoint(with: .function)
  }

  // MARK: The name itself

  private func ownScores(_ chunk: NameChunk) -> Scores {
    var scores = Scores()
    if let known = chunk.known { scores.add(known.type, known.use.contains(.ambiguous) ? 1 : 4) }
    let range = chunk.tokens
    let first = range.lowerBound
    let last = range.upperBound - 1
    heads(range, &scores)
    guard chunk.known == nil || range.count == 1 else { return scores }
    if range.count == 1 { return single(first, &scores) }
    if words.givenName(first) != nil { scores.add(.person, words.isGivenName(first) ? 2.5 : 1) }
    if words.isInitial(first) { scores.add(.person, 1.5) }
    if range.dropFirst().contains(where: { words.isInitial($0) }) { scores.add(.person, 1) }
    if words.isSurname(last) { scores.add(.person, 1) }
    if range.count <= 3, range.allSatisfy({ words.isCapitalized($0) && !words.isAllCapitals($0) }) {
      scores.add(.person, 0.4)
    }
    if words.has(first, .locFirst) { scores.add(.location, 1) }
    if isPlaced(range) {
      scores.add(.person, words.isGivenName(first) && !words.has(first - 1, .definite) ? 0 : -2)
      scores.add(.organization, isPlural(last) ? 4 : 1)
    }
    if words.isAllCapitals(first) || words.isAllCapitals(last) { scores.add(.organization, 0.5) }
    return scores
  }

  /// "Lodi Ravens", "Lodi Hustle": a place and a word that is no person's name, in languages that put the place first.
  private func isPlaced(_ range: Range<Int>) -> Bool {
    let last = range.upperBound - 1
    guard !words.cues.headFirst, let place = words.known(at: range.lowerBound, before: last) else { return false }
    return place.type == .location && place.length == range.count - 1 && !words.has(last, .anyHead)
      && !words.isSurname(last) && !words.isGivenName(last) && !words.isAllCapitals(last)
  }

  private func isPlural(_ i: Int) -> Bool {
    let span = words.tokens[i].span
    return span.count > 3 && words.reading.text.bytes[span.end - 1] == UInt8(ascii: "s")
  }

  private func single(_ i: Int, _ scores: inout Scores) -> Scores {
    if words.isSurname(i) { scores.add(.person, 0.8) }
    if words.isGivenName(i) { scores.add(.person, 0.8) }
    if words.isAllCapitals(i) { scores.add(.organization, 0.9) }
    if words.has(i, .orgHead) { scores.add(.organization, 2) }
    if words.tokens[i].shape.contains(.innerCapital) { scores.add(.organization, 0.3) }
    return scores
  }

  /// Words like "Ministry", "River" or "Cup", where a language puts them.
  private func heads(_ range: Range<Int>, _ scores: inout Scores) {
    guard range.count > 1 else { return }
    let link = range.first { words.isLower($0) && words.has($0, [.of, .particle]) }
    let last = range.upperBound - 1
    var places = words.cues.headFirst ? [range.lowerBound, last] : [(link ?? range.upperBound) - 1, last]
    if words.cues.headFirst, range.count > 2, link.map({ $0 > range.lowerBound + 1 }) ?? true {
      places.append(range.lowerBound + 1)
    }
    let table: [(CueFlags, EntityType, Double)] = [
      (.orgHead, .organization, 2.5), (.locHead, .location, 2.5), (.eventHead, .event, 2.5), (.lawHead, .law, 3),
      (.workHead, .other, 3), (.orgSuffix, .organization, 3.5),
    ]
    for (n, i) in places.enumerated() where n == 0 || i != places[0] {
      for (flag, type, points) in table where words.has(i, flag) { scores.add(type, n == 0 ? points : points * 0.6) }
    }
    if words.has(range.lowerBound, .locFirst), words.has(range.lowerBound, .locHead) { scores.add(.location, 1) }
    if words.has(range.lowerBound, .eventFirst) { scores.add(.event, 3) }
  }

  // MARK: Around it

  private func context(_ chunk: NameChunk) -> Scores {
    var scores = Scores()
    if chunk.isUnreliable { return scores }
    if chunk.hasHonorific { scores.add(.person, 4) }
    if let role = chunk.role, !role.isPlural { scores.add(.person, 2.5) }
    before(chunk, &scores)
    behind(chunk, &scores)
    return scores
  }

  private func before(_ chunk: NameChunk, _ scores: inout Scores) {
    let i = chunk.tokens.lowerBound
    guard i > 0 else { return }
    if words.kind(i - 1) == .openQuote, words.kind(chunk.tokens.upperBound) == .closeQuote, chunk.known == nil,
      chunk.tokens.count > 1
    {
      scores.add(.work, 2)
    }
    if words.isComma(i - 1), rolePrecedes(i - 1) { scores.add(.person, 1) }
    if words.has(i - 1, .vessel) || vesselPhraseEnds(at: i) {
      scores.add(.vessel, 4)
    } else if words.has(i - 1, .strictAt) {
      scores.add(.location, 1)
    } else if let noun = nominal(before: i) {
      scores.add(noun.isCountry ? .location : .organization, 2)
    } else if words.has(i - 1, .orgHead), words.isLower(i - 1) {
      scores.add(.organization, 1.2)
    } else if words.has(i - 1, .locHead), words.isLower(i - 1) {
      scores.add(.location, 1.2)
    } else if words.classes(i - 1).contains(.determiner), words.isLower(i - 1), words.has(i - 1, .definite) {
      // "the Lodi Hustle" is nobody; "the Ana Ruiz affair" may be.
      let isNobody = chunk.tokens.count > 1 && chunk.known == nil && (!words.isGivenName(i) || isPlaced(chunk.tokens))
      scores.add(.organization, isNobody && !words.cues.headFirst ? 1 : 0.5)
      scores.add(.person, isNobody ? -2.5 : -0.5)
    } else if words.has(i - 1, .of), i > 1, words.has(i - 2, [.placeNoun, .locHead]), words.isLower(i - 2) {
      scores.add(.location, 2)
    }
  }

  /// Whether an office stands within the few words before the comma at `i` ("the ambassador to Quito, …").
  private func rolePrecedes(_ i: Int) -> Bool {
    var k = i - 1
    while k >= max(0, i - 6), words.isWord(k) || words.isPossessive(k) {
      if let found = words.role(at: k, before: i) { return !found.role.isPlural }
      k -= 1
    }
    return false
  }

  private func vesselPhraseEnds(at i: Int) -> Bool {
    for length in 2...3 where i - length >= 0 {
      if let match = words.cues.phrases.longestMatch(at: i - length, count: i, fold: { words.fold($0) }),
        match.length == length, match.value.contains(.vessel)
      {
        return true
      }
    }
    return words.words.vessels[words.fold(i - 1)].map { !$0.isPlural } ?? false
  }

  /// The noun for an organization directly before `i`, over an adjective in languages that put it behind ("la agencia estatal …").
  private func nominal(before i: Int) -> NominalNoun? {
    if let noun = words.cues.nominals[words.fold(i - 1)], words.isLower(i - 1) { return noun }
    guard words.cues.headFirst, i > 1, words.isLower(i - 1), words.isLower(i - 2) else { return nil }
    guard words.classes(i - 1).isDisjoint(with: [.function, .verb]) else { return nil }
    return words.cues.nominals[words.fold(i - 2)]
  }

  private func behind(_ chunk: NameChunk, _ scores: inout Scores) {
    let i = chunk.tokens.upperBound
    if words.isComma(i) {
      if words.kind(i + 1) == .number, words.isComma(i + 2), words.tokens[i + 1].span.count <= 2 {
        scores.add(.person, 3)
      }
      if roleFollows(i + 1) { scores.add(.person, 1.5) }
      if words.has(i + 1, .orgSuffix) { scores.add(.organization, 3) }
    }
    if words.kind(i) == .openBracket, words.isAllCapitals(i + 1), words.kind(i + 2) == .closeBracket,
      chunk.tokens.count > 1
    {
      scores.add(.organization, 1.5)
    }
    if isTicker(i + 1), words.kind(i) == .openBracket, chunk.tokens.count == 1 { scores.add(.organization, 2) }
    if ownsOffice(i) { scores.add(.organization, 2) }
    if words.classes(i).contains(.finite), !words.classes(i).contains(.auxiliary) { scores.add(.person, 0.3) }
    if words.classes(i).contains(.relative), words.has(i, .notName), !words.cues.headFirst { scores.add(.person, 0.3) }
  }

  /// "Norvik (NRVK)".
  private func isTicker(_ i: Int) -> Bool {
    words.isAllCapitals(i) && (2...5).contains(words.tokens[i].span.count) && words.kind(i + 1) == .closeBracket
  }

  /// "Norvik chief executive Ana Ruiz", "Lodi Hustle head coach Ana Ruiz": an office with its holder behind it.
  private func ownsOffice(_ start: Int) -> Bool {
    guard !words.cues.headFirst else { return false }
    var i = start
    while i < start + 3, words.isLower(i) {
      if let role = words.role(at: i, before: words.tokens.count), !role.role.isPlural {
        return words.isCapitalized(i + role.length)
      }
      guard words.classes(i).isDisjoint(with: [.function, .finite, .preposition]) else { return false }
      i += 1
    }
    return false
  }

  /// Whether an office stands at `i`, over an article and what modifies the office.
  private func roleFollows(_ start: Int) -> Bool {
    var i = start
    while i < min(start + 5, words.tokens.count) {
      if let role = words.role(at: i, before: words.tokens.count) { return !role.role.isPlural }
      let open =
        words.classes(i).contains(.determiner) || words.has(i, .former)
        || words.demonym(at: i, before: words.tokens.count) != nil
      guard
        open || (words.isWord(i) && !words.cues.headFirst && words.classes(i).isDisjoint(with: [.function, .finite]))
      else { return false }
      i += 1
    }
    return false
  }
}
