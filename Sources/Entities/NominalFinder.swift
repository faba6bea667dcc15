import Lexicon
import NewsModel
import TextBytes

/// Finds "the Peruvian minister", "his government", "la empresa" and resolves those that leave one reading; appositions give persons their offices.
struct NominalFinder {
  let words: WordReader

  /// What a nominal phrase says.
  struct Phrase {
    enum Head { case role(Role), government, institution(String), noun(NominalNoun) }
    var range: Range<Int>
    var head: Range<Int>
    var kind: Head
    var country: String?
    /// The person or organization that owns it ("Ruiz's government").
    var owner: Int?
    var isDefinite: Bool
    var isNegated: Bool
    /// Whether it is of something that is no state ("the president of the bank").
    var isOfAnother = false
  }

  /// Adds nominal mentions to `draft`. Sentence by sentence, in order, so that nearer antecedents win.
  func find(into draft: inout Draft) {
    for sentence in words.reading.sentences {
      var i = sentence.tokens.lowerBound
      while i < sentence.tokens.upperBound {
        guard let phrase = phrase(at: i, sentence, draft) else {
          i += 1
          continue
        }
        settle(phrase, sentence, &draft)
        i = max(i + 1, phrase.head.upperBound)
      }
    }
  }

  // MARK: What it means

  private func settle(_ phrase: Phrase, _ sentence: Sentence, _ draft: inout Draft) {
    if case .role(let role) = phrase.kind, let person = apposed(phrase, sentence, draft) {
      let isTitle =
        draft.ranges[person.mention].lowerBound == phrase.range.upperBound
        || draft.ranges[person.mention].lowerBound == phrase.head.upperBound
      if let entity = draft.mentions[person.mention].entity {
        draft.addRole(role, country: phrase.country, to: entity)
        if !isTitle, phrase.isDefinite { add(phrase, .person, entity, false, &draft) }
        return
      }
    }
    guard phrase.isDefinite || phrase.country != nil else { return }
    switch phrase.kind {
    case .government: settleGovernment(phrase, &draft)
    case .role(let role):
      guard phrase.isDefinite else { return }
      let entity =
        phrase.isNegated
        ? nil : PersonSearch(words: words, draft: draft).person(role: role, country: phrase.country, at: phrase.range)
      add(phrase, .person, entity, false, &draft)
    case .institution(let key): settleInstitution(key, phrase, &draft)
    case .noun(let noun): settleNoun(noun, phrase, sentence, &draft)
    }
  }

  private func add(_ phrase: Phrase, _ type: EntityType, _ entity: Int?, _ acting: Bool, _ draft: inout Draft) {
    guard let span = words.span(phrase.range) else { return }
    var mention = Mention(span: span, kind: .nominal, type: type, entity: entity, acting: acting)
    if let head = words.span(phrase.head) { mention.head = head }
    draft.add(mention, phrase.range)
  }

  /// The person named directly behind the phrase, or next to it over a comma.
  private func apposed(_ phrase: Phrase, _ sentence: Sentence, _ draft: Draft) -> (mention: Int, Bool)? {
    let end = phrase.range.upperBound
    for next in [end, phrase.head.upperBound] where next < sentence.tokens.upperBound {
      if let named = mention(startingAt: next, draft), draft.mentions[named].type == .person { return (named, true) }
    }
    if words.isComma(end), end + 2 < sentence.tokens.upperBound {
      var next = end + 1
      if words.honorific(next) != nil { next += 1 }
      if let named = mention(startingAt: next, draft), draft.mentions[named].type == .person,
        next < sentence.tokens.upperBound,
        closesApposition(draft.ranges[named].upperBound, sentence)
      {
        return (named, false)
      }
    }
    let before = phrase.range.lowerBound
    if before > sentence.tokens.lowerBound, words.isComma(before - 1) || words.kind(before - 1) == .openBracket,
      let named = mention(endingAt: before - 1, draft), draft.mentions[named].type == .person
    {
      return (named, false)
    }
    return nil
  }

  private func closesApposition(_ i: Int, _ sentence: Sentence) -> Bool {
    i >= sentence.tokens.upperBound || !words.isWord(i) || words.isPossessive(i)
      || !words.classes(i).isDisjoint(with: [.finite, .preposition, .auxiliary])
  }

  private func settleGovernment(_ phrase: Phrase, _ draft: inout Draft) {
    var country = phrase.country
    if country == nil, let owner = phrase.owner { country = draft.entities[owner].entity.country }
    guard phrase.isDefinite || country != nil else { return }
    var entity: Int?
    if let country {
      let owned = phrase.owner != nil
      entity = draft.government(
        country, called: namesState(phrase) ? bareName(phrase) : nil, owned ? .ownersGovernment : .government)
    } else if let owner = phrase.owner {
      // Whose government it is, is told; of which state, is not.
      entity = draft.entity(key: "government of \(owner)") { Entity(type: .organization, name: bareName(phrase)) }
    } else if !phrase.isOfAnother {
      let known = Set(draft.mentions.compactMap { $0.acting ? $0.entity : nil })
      entity = known.count == 1 ? known.first : nil
    }
    add(phrase, .organization, entity, true, &draft)
  }

  /// An institution of a state, or the one that was named with the same word.
  private func settleInstitution(_ key: String, _ phrase: Phrase, _ draft: inout Draft) {
    guard phrase.isDefinite, !namesItself(phrase.range.upperBound, draft) else { return }
    var entity: Int?
    if let country = phrase.country, phrase.owner == nil {
      let name = words.string(phrase.range)
      entity = draft.entity(key: "\(key):\(country)") {
        Entity(type: .organization, name: name, key: "\(key):\(country)", country: country)
      }
    } else if phrase.country == nil, phrase.isDefinite {
      entity = PersonSearch(words: words, draft: draft).named(by: phrase.head.lowerBound, at: phrase.range)
    }
    add(phrase, .organization, entity, entity != nil && phrase.country != nil, &draft)
  }

  /// Whether the name follows at once, or behind one adjective ("la agencia estatal Norvik").
  private func namesItself(_ i: Int, _ draft: Draft) -> Bool {
    if mention(startingAt: i, draft) != nil { return true }
    return words.isLower(i) && words.classes(i).isDisjoint(with: [.function, .finite])
      && mention(startingAt: i + 1, draft) != nil
  }

  /// Whether the phrase itself names who governs ("the Peruvian government", "Ruiz's government"), and not only points to it.
  private func namesState(_ phrase: Phrase) -> Bool {
    if phrase.range.contains(where: { words.cues.nominals[words.fold($0)]?.isCountry == true }) { return false }
    return phrase.range.contains {
      words.isCapitalized($0) && $0 > phrase.range.lowerBound
        || words.demonym(at: $0, before: phrase.range.upperBound) != nil
    }
      || words.isCapitalized(phrase.range.lowerBound) && phrase.owner != nil
  }

  /// The words of a phrase without its article.
  private func bareName(_ phrase: Phrase) -> String {
    var range = phrase.range
    if range.count > 1, words.classes(range.lowerBound).contains(.determiner), words.isWord(range.lowerBound) {
      range = range.dropFirst()
    }
    return words.string(range)
  }

  private func settleNoun(_ noun: NominalNoun, _ phrase: Phrase, _ sentence: Sentence, _ draft: inout Draft) {
    guard phrase.isDefinite, !namesItself(phrase.range.upperBound, draft) else { return }
    let search = PersonSearch(words: words, draft: draft)
    if noun.isCountry {
      let country = countryOfSentence(before: sentence, draft).map { draft.country($0) }
      return add(phrase, .location, country, false, &draft)
    }
    let entity =
      noun.isGeneral
      ? search.named(by: phrase.head.lowerBound, at: phrase.range)
      : search.recent(.organization, at: phrase.range) { $0.key?.utf8.starts(with: "government:".utf8) != true }
    add(phrase, .organization, entity, false, &draft)
  }
}
