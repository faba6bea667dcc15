import NewsModel
import TextBytes

extension UnitReader {
  /// The noun phrase that begins at `i`, or nil. Articles, numbers, adjectives and nouns go on it; it never cuts a mention.
  func nounPhrase(at i: Int, before end: Int, after last: Unit?) -> Unit? {
    var k = i
    var opened = false
    var possessor = false
    if reading.tokens[i].kind == .clitic, last?.kind == .nounPhrase {
      possessor = true
      k += 1
    }
    let start = k
    while k < end {
      let token = reading.tokens[k]
      if let mention = mentionOf(k) {
        if opened, breaksBefore(mention, at: k, since: start) { break }
        while k < end, mentionOf(k) == mention { k += 1 }
        opened = true
        continue
      }
      guard timeOf(k) == nil, goesOn(k, opened: opened, start: start) else { break }
      if token.classes.isDisjoint(with: [.determiner, .possessive]) || token.classes.contains(.pronoun) {
        opened = true
      }
      k += 1
    }
    guard k > start, let head = phraseHead(start..<k) else { return nil }
    var unit = Unit(kind: .nounPhrase, tokens: start..<k, head: head)
    unit.followsPossessor = possessor
    fillMentions(&unit)
    return unit
  }

  /// Whether a word at `k` can stand in a noun phrase that began at `start`.
  private func goesOn(_ k: Int, opened: Bool, start: Int) -> Bool {
    let token = reading.tokens[k]
    if token.kind == .number || token.kind == .symbol || token.kind == .url { return true }
    guard token.kind == .word else { return false }
    let classes = token.classes
    if k == start, !classes.isDisjoint(with: [.determiner, .possessive, .pronoun, .numeral]) {
      return classes.isDisjoint(with: [.preposition, .subordinator, .relative])
    }
    if !opened, !classes.isDisjoint(with: [.determiner, .possessive, .numeral]) {
      return !classes.contains(.preposition)
    }
    if classes.contains(.function) { return classes.contains(.numeral) }
    if opened, isLooseGerund(k) || isPredicate(k) { return false }
    if opened, isDemonymsNoun(k) { return true }
    if opened, classes.contains(.participle), k + 1 < reading.tokens.count, folder.has("agent", reading.tokens[k + 1]) {
      return false
    }
    if !classes.isDisjoint(with: [.noun, .properNoun, .adjective, .numeral]) { return true }
    // "the seized tanker": a participle between an article and its noun.
    if !classes.isDisjoint(with: [.participle, .gerund]), k > start, k + 1 < reading.tokens.count, !endsName(k - 1) {
      return !reading.tokens[k + 1].classes.isDisjoint(with: [.noun, .adjective]) && !folder.headIsFirst
    }
    return classes.isEmpty
  }

  /// "found Ruiz *guilty*", "left him *dead*": an adjective behind a name or pronoun, where adjectives stand before their noun.
  private func isPredicate(_ k: Int) -> Bool {
    let classes = reading.tokens[k].classes
    guard !folder.headIsFirst, classes.contains(.adjective), classes.isDisjoint(with: [.noun, .properNoun]) else {
      return false
    }
    return mentionOf(k - 1).map { mentions[$0].kind == .pronoun || mentions[$0].kind == .name } == true
  }

  /// "a truce *starting* at dawn": a form in -ing behind a noun, unless it names an event itself ("a car bombing in").
  private func isLooseGerund(_ k: Int) -> Bool {
    let token = reading.tokens[k]
    guard token.classes.contains(.gerund), k + 1 < reading.tokens.count, !folder.headIsFirst,
      folder.triggers[token.fold]?.contains(where: { $0.kind == .noun }) != true
    else { return false }
    return timeOf(k + 1) != nil || !reading.tokens[k + 1].classes.isDisjoint(with: [.preposition, .determiner])
  }

  /// Two names side by side are two phrases, unless one modifies or titles the other.
  private func breaksBefore(_ mention: Int, at k: Int, since start: Int) -> Bool {
    guard mentions[mention].kind != .demonym else { return false }
    guard let earlier = (start..<k).reversed().compactMap({ mentionOf($0) }).first else {
      // Behind a Spanish noun and before an English one a name goes on the phrase.
      return false
    }
    return mentions[earlier].kind != .demonym && mentions[earlier].type == mentions[mention].type
  }

  private func phraseHead(_ range: Range<Int>) -> Int? {
    let nouns = range.filter {
      mentionOf($0) != nil
        || (!reading.tokens[$0].classes.isDisjoint(with: [.noun, .properNoun, .pronoun]) && !isArticle($0, range))
        || reading.tokens[$0].kind == .number || isDemonymsNoun($0)
    }
    guard !nouns.isEmpty else {
      return range.last {
        !reading.tokens[$0].classes.isDisjoint(with: [.adjective, .determiner, .numeral, .participle])
      }
    }
    if folder.headIsFirst {
      let plain = nouns.filter {
        reading.tokens[$0].classes.isDisjoint(with: [.determiner, .numeral]) && !isDemonym($0)
          && !folder.has("quantity", reading.tokens[$0]) && folder.ordinals[reading.tokens[$0].fold] == nil
      }
      // "segunda reunión": what may be an adjective modifies the noun behind it.
      if plain.count > 1, plain[1] == plain[0] + 1, mentionOf(plain[0]) == nil,
        reading.tokens[plain[0]].classes.contains(.adjective),
        reading.tokens[plain[1]].classes.isDisjoint(with: [.adjective, .properNoun])
      {
        return plain[1]
      }
      return plain.first ?? nouns.first
    }
    guard let last = nouns.last, let mention = mentionOf(last) else { return nouns.last }
    // "the envoy to Peru", one mention: its head is not its last word.
    return reading.tokens(in: mentions[mention].head).last { range.contains($0) } ?? last
  }

  private func endsName(_ i: Int) -> Bool { mentionOf(i).map { mentions[$0].kind == .name } ?? false }
  private func isArticle(_ i: Int, _ range: Range<Int>) -> Bool {
    range.contains(i + 1) && reading.tokens[i].classes.contains(.determiner)
  }
  private func isDemonym(_ i: Int) -> Bool { mentionOf(i).map { mentions[$0].kind == .demonym } ?? false }

  /// The mention that names the phrase covers its last word (or, where the noun comes first, its head or an apposition behind it).
  private func fillMentions(_ unit: inout Unit) {
    var seen: [Int] = []
    for k in unit.tokens {
      if let mention = mentionOf(k), seen.last != mention { seen.append(mention) }
    }
    func names(_ m: Int) -> Bool {
      guard mentions[m].kind != .demonym else { return false }
      return mentionOf(unit.head) == m
        || (folder.headIsFirst && mentions[m].kind == .name && mentions[m].type == .person)
    }
    unit.mention = seen.last { names($0) }
    let inner = unit.tokens.flatMap { mentionsAt($0) }
    unit.modifier = inner.first { $0 != unit.mention && mentions[$0].entity != nil }
  }
}
