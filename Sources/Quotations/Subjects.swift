import NewsModel
import TextBytes

/// Who is the subject of a verb.
enum Subject {
  case party(Party)
  /// "and said", ", adding": the subject of the verb before.
  case shared
  case none
}

extension Page {
  /// Whether a word may stand between a subject and its verb: an auxiliary, an adverb, a weak pronoun.
  func isFiller(_ i: Int) -> Bool {
    guard tokens.indices.contains(i), quoteAt[i] < 0 else { return false }
    if has(i, [.adverb, .weak]) { return true }
    if isKind(i, .clitic) { return hasClass(i, [.auxiliary, .modal, .negation]) && !isNominal(i) }
    return hasClass(i, [.auxiliary, .modal, .adverb, .negation]) && !hasClass(i, [.preposition, .subordinator])
      || isManner(i)
  }

  /// Adverbs by their ending: "reportedly", "claramente".
  private func isManner(_ i: Int) -> Bool {
    guard isKind(i, .word), uses[i].isEmpty, !isCapitalized(i), mentionAt[i] < 0 else { return false }
    let word = reading.text.bytes[tokens[i].span.range]
    return word.count > 5 && (word.suffix(2) == [0x6C, 0x79] || word.suffix(5) == [0x6D, 0x65, 0x6E, 0x74, 0x65])
  }

  /// The first token of the verb group that ends with the cue at `cue`: "has also said".
  func verbGroupStart(_ cue: Int, floor: Int) -> Int {
    var i = cue
    while i > floor, isFiller(i - 1) { i -= 1 }
    return i
  }

  /// The subject of the verb at `cue`, looked for between `floor` and it.
  func subject(before cue: Int, floor: Int) -> Subject {
    let group = verbGroupStart(cue, floor: floor)
    let i = group - 1
    guard i >= floor else { return .none }
    if hasClass(i, .coordinator), !isComma(i) { return .shared }
    if let one = oneOfThem(endingAt: i, floor: floor) { return .party(Party(one)) }
    if has(i, .subject) { return .party(Party(i..<(i + 1))) }
    if isKind(i, .closeBracket) {
      guard let open = openBracket(of: i, floor: floor), let phrase = phrase(endingAt: open - 1, floor: floor) else {
        return .none
      }
      return .party(Party(phrase, end: group))
    }
    if isComma(i) || isKind(i, .dash) { return subjectAcross(mark: i, floor: floor) }
    if hasClass(i, .relative), isKind(i, .word),
      !has(i, .that) || isNominal(i - 1) || isComma(i - 1) && isNominal(i - 2)
    {
      return antecedent(of: i, floor: floor)
    }
    guard let phrase = phrase(endingAt: i, floor: floor) else {
      return relativeHead(before: i, floor: floor).map { .party(Party($0, end: group)) } ?? .none
    }
    let before = phrase.lowerBound - 1
    if self.phrase(.voice, at: before) != nil, canSpeak(Party(phrase)) {
      return .party(Party(phrase, start: before, end: group))
    }
    if folder.dropsSubjects, before >= floor, isPreposition(before), !has(before, .of) || before == floor,
      !phrase.contains(where: isCapitalized)
    {
      return before > floor ? subject(before: before, floor: floor) : .none
    }
    if isTime(phrase) { return subject(beforeTime: phrase, floor: floor) }
    if phrase.lowerBound - 1 > floor, isPreposition(phrase.lowerBound - 1),
      isAdverbial(phrase.lowerBound - 1, phrase) || phrase.count == 1 && isKind(i, .number)
    {
      return subject(before: phrase.lowerBound - 1, floor: floor)
    }
    return .party(widened(phrase, floor: floor))
  }

  /// "The ministry | last week | said", "a report released | last year | found".
  private func subject(beforeTime phrase: Range<Int>, floor: Int) -> Subject {
    var i = phrase.lowerBound
    while i > floor, has(i - 1, .time) { i -= 1 }
    guard i > floor else { return .none }
    if hasClass(i - 1, [.participle, .past, .verb]), hit(i - 1)?.cue.takes.isDisjoint(with: [.that, .bare]) ?? true,
      let named = self.phrase(endingAt: i - 2, floor: floor)
    {
      return .party(Party(named, end: phrase.upperBound))
    }
    return subject(before: i, floor: floor)
  }

  /// "El martes", "last night": a phrase that only tells when.
  private func isTime(_ phrase: Range<Int>) -> Bool {
    has(head(of: phrase), .time) && !isInName(phrase.upperBound - 1)
      && phrase.allSatisfy {
        has($0, .time) || isDeterminer($0) || isKind($0, .number) || has($0, .of)
          || !isCapitalized($0) && hasClass($0, .adjective)
      }
  }

  private func antecedent(of relative: Int, floor: Int) -> Subject {
    var end = isComma(relative - 1) ? relative - 2 : relative - 1
    while end > floor, has(end, .time) { end -= 1 }
    guard end >= floor, let phrase = phrase(endingAt: end, floor: floor) else { return .none }
    // "a seventh of the bank, which says": nobody else can.
    if !canSpeak(Party(phrase)), let core = coreStart(endingAt: end, floor: floor), canSpeak(Party(core..<end + 1)) {
      return .party(Party(core..<end + 1))
    }
    return .party(Party(phrase))
  }

  /// A phrase that belongs to one before it: "two officials | briefed on the matter", "officials who asked not to be | named".
  private func widened(_ phrase: Range<Int>, floor: Int) -> Party {
    let start = phrase.lowerBound
    guard start - 2 >= floor, hasClass(start - 1, [.verb, .participle, .preposition, .infinitive]) else {
      return Party(phrase)
    }
    return relativeHead(before: start - 1, floor: floor).map { Party($0, end: phrase.upperBound) } ?? Party(phrase)
  }

  /// The phrase that a relative clause which ends at `end` belongs to: "two engineers | who worked at the mine".
  private func relativeHead(before end: Int, floor: Int) -> Range<Int>? {
    var i = end
    while i > floor, i > end - 14, !isKind(i, .separator), !inQuote(i), !isKind(i, .terminal) {
      if hasClass(i, .relative), isKind(i, .word), !has(i, .that) || isNominal(i - 1) {
        return phrase(endingAt: i - 1, floor: floor)
      }
      i -= 1
    }
    return nil
  }

  /// "Ana Ruiz, the mayor of Lodi, said": the phrase before what stands between the marks.
  private func subjectAcross(mark: Int, floor: Int) -> Subject {
    guard let open = openingMark(of: mark, floor: floor), open > floor, !isClause((open + 1)..<mark) else {
      return strayComma(mark, floor: floor)
    }
    if isKind(open - 1, .number), isComma(open - 2), let named = phrase(endingAt: open - 3, floor: floor) {
      return .party(Party(named, end: mark))
    }
    if let one = oneOfThem(endingAt: open - 1, floor: floor) { return .party(Party(one, end: mark)) }
    guard let near = phraseBeforeBracket(endingAt: open - 1, floor: floor) else { return .none }
    if let head = participleHead(before: near, floor: floor) { return .party(Party(head, end: mark)) }
    if let head = relativeOwner(before: near, floor: floor) { return .party(Party(head, end: mark)) }
    if isAdverbialStart(near.lowerBound - 1, near) {
      return subjectBetween(open, mark, floor: floor).map { .party($0) } ?? .none
    }
    var best = near
    if let named = named(beforeApposition: near, floor: floor) {
      return .party(Party(named, apposition: (named.upperBound + 1)..<mark, end: mark))
    }
    if near.lowerBound - 1 > floor, isComma(near.lowerBound - 1), isAppositive(near),
      let outer = phrase(endingAt: near.lowerBound - 2, floor: floor), isCapitalized(outer.upperBound - 1),
      !isAdverbialStart(outer.lowerBound - 1, outer)
    {
      best = outer
    }
    let beside = (best.upperBound + 1)..<max(best.upperBound + 1, mark)
    // "…, of which Ana Ruiz is a member,": names in it are of others.
    let isApposition = !beside.isEmpty && !(isPreposition(beside.lowerBound) && hasClass(beside.lowerBound + 1, .relative))
    return .party(Party(best, apposition: isApposition ? beside : nil, end: mark))
  }

  /// "…, William, | and Matthew were members of the club |, said": a clause of its own, which no relative opens, describes nobody.
  private func isClause(_ range: Range<Int>) -> Bool {
    guard !range.isEmpty, hasClass(range.lowerBound, .coordinator),
      !range.prefix(4).contains(where: { hasClass($0, [.relative, .subordinator]) })
    else { return false }
    return range.contains { hasClass($0, .finite) && !hasClass($0, [.noun, .participle]) || hasClass($0, .auxiliary) }
  }

  /// "St Anne's Hospital in Lodi, | said": a body with which the sentence begins, and a comma too many.
  private func strayComma(_ mark: Int, floor: Int) -> Subject {
    guard isComma(mark), let phrase = phrase(endingAt: mark - 1, floor: floor), phrase.lowerBound == floor,
      isCapitalized(head(of: phrase)), canSpeak(Party(phrase))
    else { return .none }
    return .party(Party(phrase, end: mark + 1))
  }

  /// "a witness | who owns a bar nearby": the one whom the relative clause before `near` is about.
  private func relativeOwner(before near: Range<Int>, floor: Int) -> Range<Int>? {
    guard near.lowerBound - 2 > floor, hasClass(near.lowerBound - 1, [.finite, .verb]),
      hasClass(near.lowerBound - 2, .relative), isKind(near.lowerBound - 2, .word)
    else { return nil }
    return phrase(endingAt: near.lowerBound - 3, floor: floor)
  }

  /// "a paper | shown to lenders": the writing or the people whom a participle describes.
  private func participleHead(before near: Range<Int>, floor: Int) -> Range<Int>? {
    let participle = near.lowerBound - 2
    guard participle > floor, isPreposition(participle + 1), hasClass(participle, [.participle, .past]),
      !isFiller(participle - 1), let head = phrase(endingAt: participle - 1, floor: floor),
      has(self.head(of: head), [.document, .source])
    else { return nil }
    return head
  }

  /// "Uno de ellos", "one of them".
  func oneOfThem(endingAt end: Int, floor: Int) -> Range<Int>? {
    guard end - 2 >= floor, isKind(end, .word), hasClass(end, .pronoun), has(end - 1, .of),
      has(end - 2, .one) || hasClass(end - 2, [.numeral, .pronoun])
    else { return nil }
    return (end - 2)..<(end + 1)
  }

  /// The person whom the phrase describes with a word or two before it that are no nouns: "Ana Ruiz, managing | director for Norvik".
  private func named(beforeApposition near: Range<Int>, floor: Int) -> Range<Int>? {
    var i = near.lowerBound - 1
    while i > floor, i >= near.lowerBound - 3, isKind(i, .word), !isPreposition(i), !hasClass(i, .relative) { i -= 1 }
    guard i > floor, isComma(i), i < near.lowerBound - 1,
      let name = phrase(endingAt: i - 1, floor: floor), isPerson(name.upperBound - 1),
      name.lowerBound == floor || !isPreposition(name.lowerBound - 1)
    else { return nil }
    return name
  }

  private func isPerson(_ i: Int) -> Bool {
    guard i >= 0, mentionAt[i] >= 0 else { return false }
    let mention = mentions[Int(mentionAt[i])]
    return mention.type == .person && mention.kind == .name
  }

  /// A subject that a stray comma parts from its verb, behind an adverbial: "En Lodi, el alcalde Soto, declaró".
  private func subjectBetween(_ open: Int, _ mark: Int, floor: Int) -> Party? {
    guard let phrase = phrase(startingAt: open + 1, limit: mark), phrase.upperBound == mark, isPerson(mark - 1),
      isPreposition(floor)
    else { return nil }
    return Party(phrase, end: mark)
  }

  private func phraseBeforeBracket(endingAt end: Int, floor: Int) -> Range<Int>? {
    if isKind(end, .closeBracket), let open = openBracket(of: end, floor: floor) {
      return phrase(endingAt: open - 1, floor: floor)
    }
    return phrase(endingAt: end, floor: floor)
  }

  private func isAdverbialStart(_ before: Int, _ core: Range<Int>) -> Bool {
    before >= 0 && isPreposition(before) || core.contains { has($0, [.time, .venue]) && !isInName($0) }
  }

  private func isAppositive(_ phrase: Range<Int>) -> Bool {
    isDeterminer(phrase.lowerBound) || !isCapitalized(phrase.lowerBound)
  }

  /// The mark that opens the parenthesis that `close` closes: the comma, dash or bracket before it.
  func openingMark(of close: Int, floor: Int) -> Int? {
    var i = close - 1
    while i >= floor {
      if inQuote(i) { return nil }
      if isKind(i, .closeBracket), let open = openBracket(of: i, floor: floor) {
        i = open - 1
        continue
      }
      if isComma(close) ? isComma(i) : isKind(close, .dash) ? isKind(i, .dash) : isKind(i, .openBracket) { return i }
      if isKind(i, .terminal) || isColon(i) || isByte(i, UInt8(ascii: ";")) { return nil }
      i -= 1
    }
    return nil
  }

  /// The bracket that the one at `close` closes.
  func openBracket(of close: Int, floor: Int) -> Int? {
    var i = close - 1
    while i >= max(floor, close - 12) {
      if isKind(i, .openBracket) { return i }
      i -= 1
    }
    return nil
  }

  /// The subject of a sentence, looked for from its beginning: what stands behind the first adverbials.
  func leadingSubject(from start: Int, limit: Int) -> Party? {
    var i = start
    for _ in 0..<4 {
      while i < limit, hasClass(i, .coordinator) || isComma(i) || inQuote(i) { i += 1 }
      guard i < limit else { return nil }
      if isTimePhrase(i), !isComma(i + 1) {
        i += has(i, .time) ? 1 : 2
        continue
      }
      if has(i, [.adverb, .additive]) && !isInName(i) {
        i += 1
        continue
      }
      if hasClass(i, .adverb), !isPreposition(i), !hasClass(i, .subordinator), !isComma(i + 1), !has(i, .time) {
        i += 1
      }
      if has(i, .subject) { return Party(i..<(i + 1)) }
      let isAdverbial = isPreposition(i) || hasClass(i, [.subordinator, .adverb, .gerund]) || has(i, .time)
      if !isAdverbial, let phrase = phrase(startingAt: i, limit: limit) { return Party(phrase) }
      guard let comma = (i..<limit).first(where: { isComma($0) }) else { return nil }
      i = comma + 1
    }
    return nil
  }
}
