import Lexicon
import NewsModel
import TextBytes

/// Finds "the Peruvian minister", "his government", "la empresa" and resolves those that leave one reading; appositions give persons their offices.
struct NominalFinder {
  let words: WordReader

  /// What a nominal phrase says.
  struct Phrase {
    enum Head { case role(Role), government, institution(String), noun(NominalNoun), kind }
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
    /// The kinds of organization that the head may be said of ("bank"), in keys of the tables.
    var kinds: [String] = []
    /// The organization to which the phrase ties whom it describes ("the bank's president", "president of Norvik").
    var body: Int?
    /// Whether words beside the head keep it from what was named before: "another bank", "the bank that failed".
    var isOther = false
  }

  /// Adds nominal mentions to `draft`. Sentence by sentence, in order, so that nearer antecedents win.
  func find(into draft: inout Draft) {
    var holders: [Affiliations.Holder] = []
    for sentence in words.reading.sentences {
      var i = sentence.tokens.lowerBound
      while i < sentence.tokens.upperBound {
        guard let phrase = phrase(at: i, sentence, draft) else {
          i += 1
          continue
        }
        settle(phrase, sentence, &draft, &holders)
        i = max(i + 1, phrase.head.upperBound)
      }
    }
    Affiliations(words: words).tie(holders, &draft)
  }

  // MARK: What it means

  private func settle(
    _ phrase: Phrase, _ sentence: Sentence, _ draft: inout Draft, _ holders: inout [Affiliations.Holder]
  ) {
    if case .role(let role) = phrase.kind, let person = apposed(phrase, sentence, draft) {
      let isTitle =
        draft.ranges[person.mention].lowerBound == phrase.range.upperBound
        || draft.ranges[person.mention].lowerBound == phrase.head.upperBound
      if let entity = draft.mentions[person.mention].entity {
        draft.addRole(role, country: phrase.country, to: entity)
        if let body = phrase.body { draft.affiliate(entity, with: body) }
        holders.append(.init(person: entity, role: role, head: phrase.head, range: phrase.range))
        if !isTitle, phrase.isDefinite { add(phrase, .person, entity, false, &draft) }
        return
      }
    }
    guard phrase.isDefinite || phrase.country != nil else { return }
    if case .role(let role) = phrase.kind {
      holders.append(.init(person: nil, role: role, head: phrase.head, range: phrase.range))
    }
    if case .role = phrase.kind {} else if settleKind(phrase, sentence, &draft) { return }
    switch phrase.kind {
    case .kind: if !namesItself(phrase.range.upperBound, draft) { add(phrase, .organization, nil, false, &draft) }
    case .government: settleGovernment(phrase, &draft)
    case .role(let role):
      guard phrase.isDefinite else { return }
      let entity =
        phrase.isNegated
        ? nil
        : PersonSearch(words: words, draft: draft).person(
          role: role, country: phrase.country, body: phrase.body, at: phrase.range)
      if entity == nil, settleKind(phrase, sentence, &draft) { return }
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

  /// The organization named beside the noun: "The operator, Norvik Ports, said", "The union, known as SELOR, said".
  private func apposedBody(_ phrase: Phrase, _ draft: Draft) -> Int? {
    let comma = phrase.range.upperBound
    guard words.isComma(comma) else { return nil }
    for start in [comma + 1, comma + 3] where start == comma + 1 || words.has(start - 1, .asRole) {
      guard let named = mention(startingAt: start, draft), draft.mentions[named].type == .organization else { continue }
      let end = draft.ranges[named].upperBound
      guard words.isComma(end) || words.kind(end) == .openBracket || words.kind(end) == .terminal else { continue }
      return draft.mentions[named].entity
    }
    return nil
  }

  /// The organization of a kind that a noun means. Returns whether one was found.
  private func settleKind(_ phrase: Phrase, _ sentence: Sentence, _ draft: inout Draft) -> Bool {
    guard phrase.isDefinite, !phrase.kinds.isEmpty, !phrase.isOther, !phrase.isNegated, !phrase.isOfAnother,
      phrase.owner == nil, !namesItself(phrase.range.upperBound, draft)
    else { return false }
    if case .institution = phrase.kind, phrase.country != nil { return false }
    if isThisPaper(phrase) {
      add(phrase, .organization, nil, false, &draft)
      return true
    }
    let search = KindSearch(
      words: words, draft: draft, kinds: phrase.kinds, country: phrase.country, range: phrase.range)
    guard let entity = apposedBody(phrase, draft) ?? search.find() else { return false }
    if draft.entities[entity].entity.kinds.isEmpty, phrase.kinds.count == 1, phrase.kinds != ["company"] {
      draft.addKinds(phrase.kinds, to: entity)
    }
    add(phrase, .organization, entity, false, &draft)
    return true
  }

  /// Whether the words are a paper's or agency's for itself ("this newspaper"), which its text need not name.
  private func isThisPaper(_ phrase: Phrase) -> Bool {
    words.has(phrase.range.lowerBound, .pointing)
      && phrase.kinds.contains { words.lexicon.kinds.isCalled($0, by: "newspaper") || $0 == "news-agency" }
  }

  /// An institution of a state, or the one that was named with the same word.
  private func settleInstitution(_ key: String, _ phrase: Phrase, _ draft: inout Draft) {
    guard phrase.isDefinite || isOneOfState(key, phrase), !namesItself(phrase.range.upperBound, draft) else { return }
    var entity: Int?
    if let country = phrase.country, phrase.owner == nil {
      let name = words.string(phrase.range)
      entity = draft.entity(key: "\(key):\(country)") {
        Entity(
          type: .organization, name: name, key: "\(key):\(country)", country: country, kinds: kinds(of: phrase))
      }
    } else if phrase.country == nil, phrase.isDefinite {
      entity = PersonSearch(words: words, draft: draft).named(by: phrase.head.lowerBound, at: phrase.range)
      if entity == nil, phrase.owner == nil { entity = institution(key, phrase, &draft) }
    }
    add(phrase, .organization, entity, entity != nil && phrase.country != nil, &draft)
  }

  /// "Spanish police", "a Spanish transport ministry official": the one institution, without an article.
  private func isOneOfState(_ key: String, _ phrase: Phrase) -> Bool {
    phrase.country != nil && (key == "police" || phrase.head.count > 1 && !Self.manyfold.contains(key))
  }

  /// An institution whose country is not told: the only one of its kind in the article, or a new one where the words leave no doubt which.
  private func institution(_ key: String, _ phrase: Phrase, _ draft: inout Draft) -> Int? {
    let known = draft.entities.indices.filter { n in
      draft.entities[n].entity.key?.utf8.starts(with: (key + ":").utf8) == true
    }
    if known.count == 1 { return known[0] }
    guard known.isEmpty, phrase.head.count > 1, !phrase.isOfAnother, !Self.manyfold.contains(key) else { return nil }
    return draft.entity(key: key + ":") {
      Entity(type: .organization, name: words.string(phrase.head), kinds: kinds(of: phrase))
    }
  }

  /// Institutions of which one state has many.
  private static let manyfold: Set<String> = [
    "government", "administration", "cabinet", "council", "committee", "court", "high-court", "commission", "police",
    "army",
  ]

  /// The kinds that the words of a phrase tell, such as "ministry" of "the transport ministry".
  private func kinds(of phrase: Phrase) -> [String] {
    let reader = KindReader(words: words)
    for i in words.cues.headFirst ? Array(phrase.head) : phrase.head.reversed() {
      if let found = reader.noun(at: i, before: phrase.head.upperBound) {
        return found.kinds.filter { !words.lexicon.kinds.isCalled($0, by: "company") }.sorted()
      }
    }
    return []
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
    var entity: Int?
    if noun.isGeneral, phrase.kinds.isEmpty {
      entity = search.named(by: phrase.head.lowerBound, at: phrase.range)
    } else if !noun.isGeneral, !phrase.isOther {
      entity = search.recent(.organization, at: phrase.range) {
        $0.kinds.isEmpty && $0.key?.utf8.starts(with: "government:".utf8) != true
      }
    }
    add(phrase, .organization, entity, false, &draft)
  }
}
