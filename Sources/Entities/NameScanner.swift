import Lexicon
import NewsModel
import TextBytes

/// Cuts the capitalised stretches of an article into names, leaving titles, demonyms and the first words of sentences outside.
struct NameScanner {
  let words: WordReader
  let evidence: SurfaceEvidence

  /// The title, honorific and country that wait for the name that follows them.
  private struct Pending {
    var role: Role?
    var hasHonorific = false
    var gender: Gender?
    var country: String?
    var end = -1
  }

  /// All names, in the order of the text.
  func scan() -> [NameChunk] {
    var chunks: [NameChunk] = []
    for (n, sentence) in words.reading.sentences.enumerated() where evidence.casing[n] == .plain {
      chunks += scan(sentence, n)
    }
    let index = KnownHereIndex(chunks, words)
    chunks.removeAll { $0.weight < 0 && !index.confirms($0, words) }
    for (n, sentence) in words.reading.sentences.enumerated() where evidence.casing[n] != .plain {
      chunks += LooseLineScanner(words: words, index: index, allCapitals: evidence.casing[n] == .allCapitals).scan(
        sentence, n)
    }
    return chunks.sorted { $0.span < $1.span }
  }

  /// The names of one sentence. Those that only the rest of the article can confirm have a negative weight.
  private func scan(_ sentence: Sentence, _ number: Int) -> [NameChunk] {
    var chunks: [NameChunk] = []
    var pending = Pending()
    let end = sentence.tokens.upperBound
    var i = sentence.tokens.lowerBound
    while i < end {
      if let known = usableKnown(at: i, before: end), known.length > (words.role(at: i, before: end)?.length ?? 0) {
        let run = run(from: i, before: end, atLeast: known.length)
        chunks += close(run, sentence, number, &pending)
        i = run.upperBound
      } else if let next = takeTitle(at: i, before: end, &pending) {
        i = next
      } else if startsName(i, sentence) {
        let run = run(from: i, before: end, atLeast: 1)
        chunks += close(run, sentence, number, &pending)
        i = run.upperBound
      } else {
        noteDemonym(at: i, before: end, &pending)
        i += 1
      }
    }
    return chunks
  }

  /// A name of the tables at `i` that may stand there.
  func usableKnown(at i: Int, before end: Int) -> KnownName? {
    guard let known = words.known(at: i, before: end) else { return nil }
    if known.length == 1, words.has(i, [.calendar, .never]) { return nil }
    if known.length == 1, known.use.contains(.ambiguous) { return nil }
    if known.length == 1, !known.use.contains(.capitals), !words.classes(i).isDisjoint(with: .function) { return nil }
    if known.length == 1, words.has(i, .notName), !words.isAllCapitals(i) { return nil }
    return known
  }

  /// Consumes a title or an honorific at `i`, and gives the index behind it.
  private func takeTitle(at i: Int, before end: Int, _ pending: inout Pending) -> Int? {
    if let gender = words.honorific(i), i + 1 < end, words.isCapitalized(i + 1) {
      if pending.end != i { pending = Pending() }
      pending.hasHonorific = true
      pending.gender = gender ?? pending.gender
      pending.end = i + 1
      return i + 1
    }
    guard let (role, length) = words.role(at: i, before: end), isTitle(i, length, before: end) else { return nil }
    let next = i + length
    if words.cues.headFirst, words.isCapitalized(i), i > 0, words.isLower(i - 1), !words.isCapitalized(next) {
      return nil
    }
    if isHead(i, before: next) { return nil }
    if pending.end != i { pending = Pending() }
    pending.role = role
    pending.gender = role.gender ?? pending.gender
    pending.end = next
    if role.isAbbreviation, !words.isCapitalized(next) { return nil }
    return next
  }

  /// Whether the office at `i` is the first word of a body's name in a language that has its adjectives behind ("Coordinadora Minera del Norte").
  private func isHead(_ i: Int, before next: Int) -> Bool {
    guard words.cues.headFirst, words.isCapitalized(i), i > 0, words.isLower(i - 1), words.isCapitalized(next),
      words.givenName(next) == nil, !words.isSurname(next), words.has(next + 1, .particle)
    else { return false }
    let tail = words.has(next + 2, .definite) ? next + 3 : next + 2
    return words.isCapitalized(tail)
  }

  /// Whether the office at `i` is one here, and no part of an organization's name ("General Assembly") or a surname ("Stephen King").
  func isTitle(_ i: Int, _ length: Int, before end: Int) -> Bool {
    let next = i + length
    guard words.isCapitalized(i), next < end, words.isCapitalized(next) else { return true }
    return !words.has(next, [.orgHead, .orgSuffix]) || words.isGivenName(next)
  }

  private func noteDemonym(at i: Int, before end: Int, _ pending: inout Pending) {
    guard let demonym = words.demonym(at: i, before: end), demonym.value.country != nil else {
      if pending.end == i, words.has(i, .former) || !words.classes(i).isDisjoint(with: [.adjective]) {
        pending.end = i + 1
      }
      return
    }
    let role = pending.end == i ? pending.role : nil
    pending = Pending(role: role, gender: role?.gender, country: demonym.value.country, end: i + demonym.length)
  }

  /// Whether a name can begin at `i`.
  private func startsName(_ i: Int, _ sentence: Sentence) -> Bool {
    guard words.isCapitalized(i), !words.has(i, [.calendar, .never]) else { return false }
    guard words.tokens[i].span.count > 1, !isNumeral(i), !isCompound(i) else { return false }
    if words.has(i, .locFirst), words.isCapitalized(i + 1), !SurfaceEvidence.opens(i, sentence, words),
      !words.classes(i).contains(.determiner)
    {
      return true
    }
    if words.has(i, .notName), words.classes(i).isDisjoint(with: .function), words.isCapitalized(i + 1),
      !SurfaceEvidence.opens(i, sentence, words)
    {
      return true
    }
    let isFunction = !words.classes(i).isDisjoint(with: .function) || words.has(i, .notName)
    if !isFunction { return true }
    // A function word in capitals opens a name only inside a longer one ("La Paz" stands in the tables).
    return words.isAllCapitals(i) && words.tokens[i].span.count > 2 && !SurfaceEvidence.opens(i, sentence, words)
  }

  /// "Lima-based", "Mum-of-two": a description before a name, told by what stands behind its last hyphen.
  private func isCompound(_ i: Int) -> Bool {
    let bytes = words.reading.text.bytes
    let span = words.tokens[i].span
    guard let hyphen = bytes[span.range].lastIndex(of: UInt8(ascii: "-")), hyphen + 1 < span.end else { return false }
    return words.cues.flags[FoldHash(bytes, TextSpan(hyphen + 1, span.end))]?.contains(.compound) == true
  }

  /// Whether the word is a Roman numeral, or holds digits: it may go on with a name, but begins none.
  private func isNumeral(_ i: Int) -> Bool {
    if words.tokens[i].shape.contains(.hasDigit) { return true }
    guard words.isAllCapitals(i) else { return false }
    return words.reading.text.bytes[words.tokens[i].span.range].allSatisfy {
      [0x49, 0x56, 0x58, 0x4C, 0x43].contains($0)
    }
  }

  /// Cuts a run into its names and hands the waiting title to the one behind it.
  private func close(_ run: Range<Int>, _ sentence: Sentence, _ number: Int, _ pending: inout Pending) -> [NameChunk] {
    var start = run.lowerBound
    var chunks: [NameChunk] = []
    let opening = SurfaceEvidence.opens(start, sentence, words)
    if let demonym = words.demonym(at: start, before: run.upperBound),
      words.known(at: start, before: run.upperBound)?.length ?? 0 < demonym.length
    {
      let rest = (start + demonym.length)..<run.upperBound
      if rest.isEmpty || standsAlone(rest) {
        noteDemonym(at: start, before: run.upperBound, &pending)
        start = rest.lowerBound
      }
    } else if opening, dropsFirst(run) {
      start += 1
    } else if let known = usableKnown(at: start, before: run.upperBound),
      known.kind == .country || known.isCapital || known.kind == .publisher, known.length < run.count,
      standsAlone((start + known.length)..<run.upperBound)
    {
      let middle = start + known.length
      chunks += make(start..<middle, sentence, number, &pending, opening: opening)
      start = middle
    }
    guard start < run.upperBound else { return chunks }
    chunks += make(start..<run.upperBound, sentence, number, &pending, opening: opening && start == run.lowerBound)
    return chunks
  }

  /// Whether what follows a demonym or country in one run is a name of its own: a person, or a name that the tables know.
  private func standsAlone(_ rest: Range<Int>) -> Bool {
    guard let first = rest.first else { return false }
    if rest.contains(where: { words.has($0, [.orgHead, .orgSuffix, .locHead, .eventHead]) }) { return false }
    if let known = usableKnown(at: first, before: rest.upperBound), known.length == rest.count { return true }
    return words.isGivenName(first) && rest.count >= 2
  }

  /// Whether the first word of a run only opens a sentence ("Yesterday Ruiz"): written small elsewhere, or no noun by the tables.
  private func dropsFirst(_ run: Range<Int>) -> Bool {
    let i = run.lowerBound
    guard run.count >= 2, !words.isAllCapitals(i), !words.isInitial(i),
      usableKnown(at: i, before: run.upperBound) == nil
    else { return false }
    if words.isGivenName(i) || evidence.capitalized[words.fold(i)] != nil { return false }
    if words.has(i, .anyHead), !words.isLower(i + 1) || words.has(i + 1, .of) { return false }
    return evidence.small[words.fold(i)] != nil || isOrdinary(i)
  }

  /// Whether the tables know the word as anything but a name.
  private func isOrdinary(_ i: Int) -> Bool {
    let ordinary: WordClasses = [
      .verb, .adverb, .function, .gerund, .participle, .infinitive, .determiner, .preposition,
    ]
    return !words.classes(i).isDisjoint(with: ordinary)
  }

  private func make(
    _ range: Range<Int>, _ sentence: Sentence, _ number: Int, _ pending: inout Pending, opening: Bool
  ) -> [NameChunk] {
    guard let span = words.span(range) else { return [] }
    var chunk = NameChunk(tokens: range, span: span, sentence: number)
    if let known = words.known(at: range.lowerBound, before: range.upperBound), known.length == range.count {
      chunk.known = known
    }
    if pending.end == range.lowerBound {
      chunk.role = pending.role
      chunk.hasHonorific = pending.hasHonorific
      chunk.gender = pending.gender
      if pending.role != nil { chunk.titleCountry = pending.country }
      pending = Pending()
    }
    if chunk.gender == nil { chunk.gender = kinGender(before: range.lowerBound) }
    if chunk.known == nil, chunk.titleCountry == nil { chunk.titleCountry = owner(before: range.lowerBound) }
    if let country = chunk.known, country.kind == .country || country.isCapital {
      pending = Pending(country: country.country, end: range.upperBound)
    }
    if opening, range.count == 1, chunk.role == nil, !chunk.hasHonorific, !confirmsOpening(range.lowerBound, chunk) {
      chunk.weight = -1
    }
    return [chunk]
  }

  /// The sex that a word for kin before the name tells, over a comma too ("her husband, Juan Soto").
  private func kinGender(before start: Int) -> Gender? {
    let i = words.isComma(start - 1) ? start - 2 : start - 1
    guard words.isLower(i) else { return nil }
    return words.cues.kin[words.fold(i)]
  }

  /// The country whose possessive stands before the name ("Peru's Ruiz", "Peru's Ms Ruiz").
  private func owner(before start: Int) -> String? {
    var i = start - 1
    if i > 1, words.honorific(i) != nil { i -= 1 }
    guard i > 0, words.isPossessive(i) else { return nil }
    for length in 1...3 where i - length >= 0 {
      if let known = words.known(at: i - length, before: i), known.length == length, known.kind == .country {
        return known.country
      }
    }
    return nil
  }

  /// Whether one capitalised word at the start of a sentence is a name for certain.
  private func confirmsOpening(_ i: Int, _ chunk: NameChunk) -> Bool {
    if let known = chunk.known, !known.use.contains(.ambiguous) { return true }
    if !KindReader(words: words).described(chunk.tokens).isEmpty { return true }
    if words.isAllCapitals(i) { return evidence.small[words.fold(i)] == nil }
    if let count = evidence.capitalized[words.fold(i)], count >= (evidence.small[words.fold(i)] ?? 0) { return true }
    if evidence.small[words.fold(i)] != nil || isOrdinary(i) { return false }
    if words.isGivenName(i) || words.isSurname(i) || words.isPossessive(i + 1) { return true }
    return !words.classes(i + 1).isDisjoint(with: [.finite, .auxiliary]) && words.tokens[i].classes == .properNoun
  }
}
