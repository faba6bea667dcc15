import Lexicon
import NewsModel
import TextBytes

/// Tells, for each naming of a country, a capital or a seat of government, whether the government is meant.
struct ActingStates {
  let words: WordReader

  /// Marks the mentions in `draft` that act, and gives them the government for an entity.
  func mark(_ draft: inout Draft) {
    for n in draft.mentions.indices where draft.mentions[n].kind == .name {
      let range = draft.ranges[n]
      guard let known = words.known(at: range.lowerBound, before: range.upperBound), known.length == range.count else {
        continue
      }
      if known.kind == .country || known.isCapital, let shared = sharesActing(n, draft) {
        if shared {
          point(n, to: known.country, &draft, name: known.isCapital ? words.reading.text[draft.mentions[n].span] : nil)
        }
        continue
      }
      switch known.kind {
      case .country: if acts(range, isCountry: true) { point(n, to: known.country, &draft, name: nil) }
      case .seat where known.isCapital:
        if acts(range, isCountry: false) {
          point(n, to: known.country, &draft, name: words.reading.text[draft.mentions[n].span])
        }
      case .seat: markSeat(n, known, &draft)
      default: break
      }
    }
  }

  /// Whether the state named before it in one list acts ("between Peru and Chile"); nil where there is no list.
  private func sharesActing(_ n: Int, _ draft: Draft) -> Bool? {
    guard n > 0, draft.ranges[n].lowerBound == draft.ranges[n - 1].upperBound + 1,
      words.has(draft.ranges[n].lowerBound - 1, .and)
    else { return nil }
    let before = draft.ranges[n - 1]
    guard let known = words.known(at: before.lowerBound, before: before.upperBound),
      known.kind == .country || known.isCapital
    else { return nil }
    if !draft.mentions[n - 1].acting, isSubject(draft.ranges[n], isCountry: true), acts(before, isCountry: true) {
      return true
    }
    return draft.mentions[n - 1].acting
  }

  private func point(_ n: Int, to code: String?, _ draft: inout Draft, name: String?) {
    guard let code else { return }
    draft.mentions[n].acting = true
    draft.mentions[n].type = .organization
    let usual = words.lexicon.countryName(code, language: words.reading.language.code)
    draft.mentions[n].entity = draft.government(code, called: usual ?? name)
    if let name, let entity = draft.mentions[n].entity { draft.addName(name, to: entity) }
  }

  /// A building acts wherever nothing is said to be in it or near it.
  private func markSeat(_ n: Int, _ known: KnownName, _ draft: inout Draft) {
    let first = draft.ranges[n].lowerBound
    guard let before = wordBefore(first), words.has(before, .strictAt), words.isLower(before) else {
      draft.mentions[n].acting = true
      draft.mentions[n].type = .organization
      return
    }
    let name = words.reading.text[draft.mentions[n].span]
    draft.mentions[n].type = .location
    draft.mentions[n].entity = draft.entity(key: known.key) {
      Entity(type: .location, name: name, key: known.key, country: known.country)
    }
  }

  /// The word before `i`, an article left out.
  private func wordBefore(_ i: Int) -> Int? {
    var k = i - 1
    if k >= 0, words.classes(k).contains(.determiner), words.isWord(k) { k -= 1 }
    return k >= 0 && words.isWord(k) ? k : nil
  }

  private func acts(_ range: Range<Int>, isCountry: Bool) -> Bool {
    if words.isPossessive(range.upperBound) { return owns(range.upperBound + 1) }
    if let before = wordBefore(range.lowerBound) {
      if words.has(before, .of), before > 0,
        words.has(before - 1, .placeNoun) || words.role(at: before - 1, before: before) != nil
      {
        return false
      }
      if words.has(before, .actingAgent) { return true }
      if words.has(before, .actingObject) { return !isCountry }
      if !words.has(before, .asRole), words.has(before, .at) || words.classes(before).contains(.preposition) {
        return false
      }
      if words.has(before, .placeNoun) || words.has(before, .locHead) { return false }
    }
    return isSubject(range, isCountry: isCountry)
  }

  /// Whether what a state owns is an act or an organ of it: no place, no person in office.
  private func owns(_ start: Int) -> Bool {
    let end = words.reading.tokens.count
    var i = start
    while i < min(start + 4, end), words.isWord(i) {
      if words.has(i, [.placeNoun, .locHead]) || words.role(at: i, before: end) != nil || words.honorific(i) != nil {
        return false
      }
      if words.isCapitalized(i) { return false }
      if words.has(i, .of) || words.classes(i).contains(.preposition) { break }
      i += 1
    }
    return i > start
  }

  /// Whether a verb of doing or saying follows, over "and Y", a relative clause or an adverb.
  private func isSubject(_ range: Range<Int>, isCountry: Bool) -> Bool {
    guard let sentence = words.reading.sentence(at: words.tokens[range.lowerBound].span.start) else { return false }
    let end = words.reading.sentences[sentence].tokens.upperBound
    if range.lowerBound > 0, words.isLower(range.lowerBound - 1), words.classes(range.lowerBound - 1).contains(.verb) {
      return false
    }
    var i = range.upperBound
    // Over the rest of a list of names ("Peru and Chile agreed"); a name right behind is no list ("US President …").
    while i < end, words.has(i, .and) || words.isComma(i), words.isCapitalized(i + 1) {
      i += 2
      while words.isCapitalized(i) { i += 1 }
    }
    while i < end, words.classes(i).contains(.adverb), words.classes(i).isDisjoint(with: [.finite, .auxiliary]) {
      i += 1
    }
    guard i < end, words.isWord(i) else { return false }
    let classes = words.classes(i)
    if classes.contains(.auxiliary) || classes.contains(.modal) { return doesAfterAuxiliary(i, before: end) }
    return classes.contains(.finite) && classes.contains(.verb)
  }

  /// "has called", "will send", "is sending", "ha desplegado"; not "is a country", "was in".
  private func doesAfterAuxiliary(_ i: Int, before end: Int) -> Bool {
    for k in (i + 1)..<max(i + 1, min(i + 4, end)) {
      let classes = words.classes(k)
      if classes.contains(.verb), !classes.isDisjoint(with: [.participle, .infinitive, .gerund, .past]) { return true }
      if classes.isDisjoint(with: [.adverb, .negation, .auxiliary, .pronoun]) {
        return words.classes(i).contains(.modal)
      }
    }
    return false
  }
}
