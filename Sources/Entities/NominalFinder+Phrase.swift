import Lexicon
import NewsModel
import TextBytes

// Reading a nominal phrase: its head, its modifiers, and what follows it.
extension NominalFinder {
  func phrase(at i: Int, _ sentence: Sentence, _ draft: Draft) -> Phrase? {
    guard words.isWord(i), let (kind, length) = head(at: i, sentence.tokens.upperBound), !isCovered(i, draft) else {
      return nil
    }
    let head = i..<(i + length)
    var start = i
    var country: String?
    var owner: Int?
    var body: Int?
    var isDefinite = false
    var isOther = false
    var k = i - 1
    while k >= sentence.tokens.lowerBound, i - k <= 7 {
      if words.isPossessive(k), let named = mention(endingAt: k, draft) {
        start = draft.ranges[named].lowerBound
        (country, owner) = state(draft.mentions[named], draft, country)
        body = organization(draft.mentions[named], draft)
        isOther = body != nil
        isDefinite = true
        break
      }
      if words.isPossessive(k), let described = nominal(endingAt: k, draft) {
        body = organization(draft.mentions[described], draft)
        isOther = true
        isDefinite = true
        start = draft.ranges[described].lowerBound
        break
      }
      if words.isPossessive(k), k > 0, words.cues.nominals[words.fold(k - 1)]?.isCountry == true {
        country = country ?? countryOfSentence(before: sentence, draft)
        isDefinite = true
        k -= 1
        start = k
        continue
      }
      if words.classes(k).contains(.determiner), words.isWord(k) {
        isDefinite = words.has(k, .definite)
        isOther = isOther || words.has(k, .owner)
        start = isDefinite ? k : start
        // "del" and "al" hold a preposition, which is no part of the phrase.
        if words.classes(k).contains(.preposition) { start = k + 1 }
        break
      }
      if let named = mention(endingAt: k + 1, draft), !words.cues.headFirst {
        let before = country
        (country, owner) = state(draft.mentions[named], draft, country)
        body = body ?? organization(draft.mentions[named], draft)
        if country == before, owner == nil, draft.mentions[named].kind != .demonym { break }
        start = draft.ranges[named].lowerBound
        k = start - 1
        continue
      }
      guard isModifier(k) else { break }
      isOther = isOther || words.has(k, .other)
      start = k
      k -= 1
    }
    var phrase = Phrase(
      range: start..<head.upperBound, head: head, kind: kind, country: country, owner: owner, isDefinite: isDefinite,
      isNegated: start > 0 && words.has(start - 1, .asRole))
    if !isDefinite, country == nil { phrase.range = head }
    if let noun = KindReader(words: words).noun(at: i, before: sentence.tokens.upperBound), noun.length >= length {
      phrase.kinds = noun.kinds
      phrase.head = i..<(i + noun.length)
      if phrase.range.upperBound < phrase.head.upperBound {
        phrase.range = phrase.range.lowerBound..<phrase.head.upperBound
      }
    }
    phrase.body = body
    phrase.isOther = isOther
    extend(&phrase, sentence, draft)
    phrase.isOther = phrase.isOther || !phrase.kinds.isEmpty && isNarrowed(phrase, sentence, draft)
    return phrase
  }

  /// Whether words behind a noun for a kind pick another of it than the one spoken of: an adjective that is no demonym, a complement, a
  /// clause without a comma; or whether the noun only describes the next.
  private func isNarrowed(_ phrase: Phrase, _ sentence: Sentence, _ draft: Draft) -> Bool {
    let end = sentence.tokens.upperBound
    let i = phrase.head.upperBound
    guard i < end, words.isWord(i) else { return false }
    if !words.cues.headFirst {
      return precedesNoun(i, sentence) || words.has(i, .of) && words.isWord(i + 1) || isRestricted(i)
    }
    if let demonym = words.demonym(at: i, before: end) { return demonym.value.country != phrase.country }
    if words.has(i, .of), !words.classes(i).contains(.verb) { return true }
    if words.classes(i).contains(.adjective), words.classes(i).isDisjoint(with: [.finite, .function, .adverb]) {
      return true
    }
    return isRestricted(i)
  }

  /// A relative clause without a comma before it.
  private func isRestricted(_ i: Int) -> Bool { words.classes(i).contains(.relative) }

  /// The organization that a mention is of, where it is no government.
  private func organization(_ mention: Mention, _ draft: Draft) -> Int? {
    guard let entity = mention.entity, draft.entities[entity].entity.type == .organization,
      draft.entities[entity].entity.key?.utf8.starts(with: "government:".utf8) != true
    else { return nil }
    return entity
  }

  /// The kinds of institution of which a state has one.
  private static let organs: Set<Organization.Kind> = [
    .government, .military, .intelligence, .police, .court, .legislature,
  ]

  /// The one country that the sentence before speaks of, or this one's beginning.
  func countryOfSentence(before sentence: Sentence, _ draft: Draft) -> String? {
    guard let number = words.reading.sentence(at: sentence.span.start), number > 0 else { return nil }
    let tokens = words.reading.sentences[number - 1].tokens
    var found: String?
    for (n, range) in draft.ranges.enumerated()
    where tokens.contains(range.lowerBound) && draft.mentions[n].kind != .demonym {
      guard let entity = draft.mentions[n].entity, draft.entities[entity].entity.type != .person,
        let code = draft.entities[entity].entity.country
      else { continue }
      if let found, found != code { return nil }
      found = code
    }
    return found
  }

  func head(at i: Int, _ end: Int) -> (Phrase.Head, Int)? {
    if words.has(i, .government), words.isLower(i) || words.cues.headFirst { return (.government, 1) }
    if let (role, length) = words.role(at: i, before: end), !words.has(i, .notRole) || length > 1, !role.isPlural,
      !role.isAbbreviation
    {
      return (.role(role), length)
    }
    if words.isLower(i),
      let match = words.words.institutionHeads.longestMatch(at: i, count: end, fold: { words.fold($0) }),
      !match.value.isPlural, Self.organs.contains(match.value.kind), !words.has(i + match.length - 1, .of)
    {
      return (.institution(match.value.key), match.length)
    }
    if let noun = words.cues.nominals[words.fold(i)], words.isLower(i) { return (.noun(noun), 1) }
    if words.isLower(i), let noun = KindReader(words: words).noun(at: i, before: end) { return (.kind, noun.length) }
    return nil
  }

  /// Whether the word only describes the noun behind it ("company car").
  private func precedesNoun(_ i: Int, _ sentence: Sentence) -> Bool {
    guard i < sentence.tokens.upperBound, words.isLower(i) else { return false }
    if words.role(at: i, before: sentence.tokens.upperBound) != nil { return true }
    return !words.classes(i).isDisjoint(with: [.noun, .adjective])
      && words.classes(i).isDisjoint(with: [.verb, .function, .finite, .adverb])
  }

  /// Whether the word may be an adjective to the noun before it ("el plano político"), in languages that put adjectives there.
  private func followsNoun(_ i: Int, _ sentence: Sentence) -> Bool {
    let k = i - 1
    guard k >= sentence.tokens.lowerBound, words.isLower(k), words.role(at: k, before: i) == nil else { return false }
    if words.cues.nominals[words.fold(k)] != nil { return true }
    return words.classes(k).isDisjoint(with: [.function, .verb, .adjective, .finite]) && !words.has(k, .former)
  }

  private func isCovered(_ i: Int, _ draft: Draft) -> Bool { nameIndex(at: i, draft) != nil }

  /// The name that holds token `i`. Mentions are in the order of the text up to the demonyms; a scan from the near end is short.
  private func nameIndex(at i: Int, _ draft: Draft) -> Int? {
    draft.ranges.indices.first { draft.mentions[$0].kind == .name && draft.ranges[$0].contains(i) }
  }
  func mention(endingAt i: Int, _ draft: Draft) -> Int? {
    draft.ranges.indices.first {
      draft.ranges[$0].upperBound == i && draft.mentions[$0].kind != .nominal && draft.mentions[$0].kind != .pronoun
    }
  }
  /// The description of an organization that ends before `i` ("the bank" of "the bank's chairman").
  private func nominal(endingAt i: Int, _ draft: Draft) -> Int? {
    draft.ranges.indices.last {
      draft.ranges[$0].upperBound == i && draft.mentions[$0].kind == .nominal
        && draft.mentions[$0].type == .organization && draft.mentions[$0].entity != nil
    }
  }
  func mention(startingAt i: Int, _ draft: Draft) -> Int? {
    draft.ranges.indices.first { draft.ranges[$0].lowerBound == i && draft.mentions[$0].kind == .name }
  }

  private func state(_ mention: Mention, _ draft: Draft, _ country: String?) -> (String?, Int?) {
    guard let entity = mention.entity else { return (country, nil) }
    let known = draft.entities[entity].entity
    if known.type == .person { return (country ?? known.country, entity) }
    return (country ?? stateCode(known), nil)
  }

  /// The code of a country or its government; a club or company of the country is no state.
  private func stateCode(_ entity: Entity) -> String? {
    guard let key = entity.key else { return nil }
    return key.utf8.starts(with: "country:".utf8) || key.utf8.starts(with: "government:".utf8) ? entity.country : nil
  }

  private func isModifier(_ i: Int) -> Bool {
    guard words.isWord(i), words.classes(i).isDisjoint(with: [.function, .finite, .preposition, .auxiliary]) else {
      return false
    }
    return words.isLower(i) || words.has(i, .former) || words.role(at: i, before: i + 1) != nil
  }

  /// Takes what follows the head into the phrase: "of Peru", "to Quito", "peruano", "de Ruiz".
  private func extend(_ phrase: inout Phrase, _ sentence: Sentence, _ draft: Draft) {
    let end = sentence.tokens.upperBound
    var i = phrase.range.upperBound
    var steps = 0
    while i < end, steps < 4 {
      steps += 1
      if words.cues.headFirst, let demonym = words.demonym(at: i, before: end), demonym.value.country != nil {
        phrase.country = phrase.country ?? demonym.value.country
        i += demonym.length
        phrase.range = phrase.range.lowerBound..<i
      } else if words.cues.headFirst, words.isLower(i), words.classes(i).contains(.adjective),
        words.classes(i).isDisjoint(with: [.function, .finite])
      {
        i += 1
      } else if words.has(i, .of) || words.has(i, .at), let next = complement(i, before: end, draft) {
        let known = draft.mentions[next].entity.map { draft.entities[$0].entity }
        if words.has(i, .of), let known {
          if known.type == .person { phrase.owner = draft.mentions[next].entity }
          let code = known.type == .person ? known.country : stateCode(known)
          phrase.country = phrase.country ?? code
          phrase.isOfAnother = code == nil && known.type != .person
          phrase.body = phrase.body ?? organization(draft.mentions[next], draft)
        }
        i = draft.ranges[next].upperBound
        phrase.range = phrase.range.lowerBound..<i
        return
      } else {
        return
      }
    }
  }

  /// The name behind a preposition at `i`, over a title or article.
  private func complement(_ i: Int, before end: Int, _ draft: Draft) -> Int? {
    for k in (i + 1)..<max(i + 1, min(i + 4, end)) {
      if let found = mention(startingAt: k, draft) { return found }
      let title =
        words.role(at: k, before: end) != nil || words.honorific(k) != nil || words.classes(k).contains(.determiner)
      guard title else { return nil }
    }
    return nil
  }
}
