import NewsModel
import TextBytes

/// Somebody or something named in the text, as a range of tokens.
struct Party: Sendable, Hashable {
  /// The whole phrase, appositions left out.
  var tokens: Range<Int>
  /// A name that stands beside it between commas: "the minister, Ana Ruiz,".
  var apposition: Range<Int>?
  /// Where the phrase with all that belongs to it (appositions, relative clauses) begins.
  var start: Int
  /// Where it ends.
  var end: Int

  init(_ tokens: Range<Int>, apposition: Range<Int>? = nil, start: Int? = nil, end: Int? = nil) {
    self.tokens = tokens
    self.apposition = apposition
    self.start = start ?? tokens.lowerBound
    self.end = end ?? tokens.upperBound
  }
}

// Noun phrases without a parser: runs of nouns, names and adjectives behind a determiner, joined by prepositions.
extension Page {
  /// Whether the token may stand inside a noun phrase.
  func isNominal(_ i: Int) -> Bool {
    guard tokens.indices.contains(i), quoteAt[i] < 0 else { return false }
    let token = tokens[i]
    switch token.kind {
    case .number: return true
    case .word: break
    case .clitic: return isPossessiveMark(i)
    case .symbol: return isInName(i)
    default: return false
    }
    if has(i, [.venue, .document, .message, .body, .media]), i > 0,
      isDeterminer(i - 1) || hasClass(i - 1, [.noun, .adjective, .preposition])
    {
      return true
    }
    if has(i, .own), isKind(i - 1, .clitic) || hasClass(i - 1, [.possessive, .determiner]) { return true }
    if isCounted(i) { return true }
    if token.shape.contains(.allCapitals) && token.span.count <= 4 || isInName(i) { return true }
    if !token.classes.isDisjoint(with: [.noun, .properNoun, .adjective, .numeral]) {
      return token.classes.isDisjoint(with: [.auxiliary, .modal, .preposition, .subordinator])
    }
    return false
  }

  /// "two | engineers", "one | nurse": behind a number a plural or an occupation is a noun, whatever else the form may be.
  private func isCounted(_ i: Int) -> Bool {
    guard i > 0, !hasClass(i, [.auxiliary, .modal, .preposition, .pronoun, .determiner]) else { return false }
    let before = tokens[i - 1]
    if has(i - 1, .one), isOccupation(i) { return true }
    guard isPlural(i) else { return false }
    return folder.counts[before.fold].map { $0 > 1 } ?? (before.kind == .number || hasClass(i - 1, .numeral))
  }

  private func isPossessiveMark(_ i: Int) -> Bool {
    i > 0 && isKind(i, .clitic) && !hasClass(i, .negation) && isKind(i + 1, .word) && tokens[i].span.count <= 4
      && (!hasClass(i + 1, [.adverb, .determiner, .preposition, .gerund]) || has(i + 1, .own))
      && (!hasClass(i + 1, .participle) || hasClass(i + 2, .noun) && !hasClass(i + 2, [.determiner, .preposition]))
  }

  func isDeterminer(_ i: Int) -> Bool {
    guard tokens.indices.contains(i), quoteAt[i] < 0, isKind(i, .word), !has(i, .that) || !opensClause(i),
      !hasClass(i, .preposition), !has(i, .own)
    else { return false }
    return hasClass(i, [.determiner, .possessive])
  }

  func isPreposition(_ i: Int) -> Bool {
    tokens.indices.contains(i) && quoteAt[i] < 0 && hasClass(i, .preposition) && isKind(i, .word)
  }

  /// The first token of the run of nominal tokens that ends at `end`, with its determiner; nil where none ends there.
  func coreStart(endingAt end: Int, floor: Int) -> Int? {
    guard end >= floor, isNominal(end) else { return nil }
    var start = end
    while start > floor {
      let before = start - 1
      if isDeterminer(before) || has(before, .one) {
        start = before
        while start > floor, isDeterminer(start - 1) && !hasClass(start - 1, .relative) || hasClass(start - 1, .numeral)
        {
          start -= 1
        }
        return start
      }
      if hasClass(before, [.participle, .past]), !hasClass(before, .auxiliary), hit(before) == nil,
        before == floor || isComma(before - 1) || inQuote(before - 1) || isDeterminer(before - 1)
      {
        start = before
        continue
      }
      guard isNominal(before), !breaks(between: before, and: start) else { break }
      start = before
    }
    return start
  }

  /// Whether two nominal neighbours belong to two phrases: "on Thursday | officials", "in a statement | Ruiz".
  private func breaks(between left: Int, and right: Int) -> Bool {
    if isKind(right, .number) || isKind(left, .clitic) || isKind(right, .clitic) { return false }
    if isKind(left, .number) { return left > 0 && has(left - 1, .time) && !(left > 1 && isDeterminer(left - 2)) }
    if has(left, .time), !(left > 0 && isDeterminer(left - 1)) || isCapitalized(right) { return true }
    if isInName(left), folder.counts[tokens[right].fold] != nil, !isCapitalized(right) { return true }
    if has(left, .media), !isCapitalized(left), isPersonName(right) { return true }
    if isCapitalized(right), !isCapitalized(left), has(left, [.venue, .document, .message]), !has(left, .media) {
      return true
    }
    // "relataron a la agencia EFE | personas de su entorno"
    if folder.headFirst, isInName(left), mentionAt[right] < 0, !isCapitalized(right), isPlural(right),
      has(right, [.source, .person, .group])
    {
      return true
    }
    let (a, b) = (mentionAt[left], mentionAt[right])
    if a >= 0, b >= 0, a != b, mentions[Int(a)].kind == .name, mentions[Int(b)].kind == .name {
      return mentions[Int(a)].type == .person || mentions[Int(b)].type == .person && isMedia(Party(left..<right))
    }
    return false
  }

  private func isPersonName(_ i: Int) -> Bool { isInName(i) && mentions[Int(mentionAt[i])].type == .person }

  /// The noun phrase that ends at `end`: "two officials in Kyiv". Adverbials before the verb ("on Thursday") are left out.
  func phrase(endingAt end: Int, floor: Int) -> Range<Int>? {
    guard var start = coreStart(endingAt: end, floor: floor) else { return nil }
    var upper = end + 1
    while start - 2 >= floor {
      if let next = throughStart(before: start, floor: floor) {
        start = next
        continue
      }
      break
    }
    while start - 2 >= floor, isPreposition(start - 1), !hasClass(start - 1, .subordinator) || has(start - 1, .of) {
      let link = start - 1
      // "in October | after inspectors concluded": a clause begins.
      if hasClass(link, .subordinator), !has(link, .of), has(link - 1, .time) { break }
      if has(link, .of) || !isAdverbial(link, start..<upper) {
        let before =
          has(link - 1, .predicate) && !isNominal(link - 1) || isMisreadAdjective(link - 1) ? link - 2 : link - 1
        guard let next = coreStart(endingAt: before, floor: floor) else { break }
        if has(link, .of), has(link - 1, .time), !isDeterminer(next) { break }
        start = next
      } else {
        guard let next = coreStart(endingAt: link - 1, floor: floor) else { break }
        start = next
        upper = link
      }
    }
    return coordinated(start, floor: floor)..<upper
  }

  /// "el informe | interno | del banco": an adjective that is a verb in the first person elsewhere.
  private func isMisreadAdjective(_ i: Int) -> Bool {
    folder.headFirst && !isNominal(i) && isKind(i, .word) && hit(i) == nil && isNominal(i - 1) && isDeterminer(i - 2)
      && reading.text.bytes[tokens[i].span.end - 1] == UInt8(ascii: "o")
  }

  /// "sources consulted by | Reuters": what stands before, where a hand is named behind it.
  private func throughStart(before start: Int, floor: Int) -> Int? {
    for length in 2...3 where start - length > floor {
      guard phrase(.through, at: start - length) == length else { continue }
      return coreStart(endingAt: start - length - 1, floor: floor)
    }
    return nil
  }

  /// "Ruiz and Soto said": both, where the first begins the clause.
  private func coordinated(_ start: Int, floor: Int) -> Int {
    guard start - 2 >= floor, hasClass(start - 1, .coordinator),
      let other = coreStart(endingAt: start - 2, floor: floor),
      !has(start - 2, .time)
    else { return start }
    var first = other
    while first - 2 >= floor, has(first - 1, .of), let next = coreStart(endingAt: first - 2, floor: floor) {
      first = next
    }
    let opens =
      first == floor || hasClass(first - 1, [.subordinator, .coordinator])
      || isComma(first - 1)
    return opens ? first : start
  }

  /// Whether a preposition with what follows tells when or where something was said: "in a statement", "on Monday".
  func isAdverbial(_ preposition: Int, _ core: Range<Int>) -> Bool {
    isPreposition(preposition)
      && (core.contains { has($0, [.time, .venue]) && !isInName($0) } || core.count == 1 && isYear(core.lowerBound))
  }

  /// "2022".
  private func isYear(_ i: Int) -> Bool {
    guard isKind(i, .number), tokens[i].span.count == 4 else { return false }
    let first = reading.text.bytes[tokens[i].span.start]
    return first == UInt8(ascii: "1") || first == UInt8(ascii: "2")
  }

  /// The noun phrase that begins at `start`. Of prepositions only those of possession extend it, unless `wide`.
  func phrase(startingAt start: Int, limit: Int, wide: Bool = false) -> Range<Int>? {
    guard var end = coreEnd(startingAt: start, limit: limit) else { return nil }
    while end + 1 < limit, !inQuote(end) {
      if wide, let length = phrase(.through, at: end) ?? phrase(.through, at: end - 1).map({ $0 - 1 }), length > 0,
        let next = coreEnd(startingAt: end + length, limit: limit)
      {
        end = next
        continue
      }
      guard isPreposition(end) else { break }
      guard let next = coreEnd(startingAt: end + 1, limit: limit) else { break }
      let isWide = wide && !isAdverbial(end, (end + 1)..<next) && (!has(end, .addressee) || has(end - 1, .predicate))
      guard has(end, .of) || isWide else { break }
      end = next
    }
    return start..<end
  }

  private func coreEnd(startingAt start: Int, limit: Int) -> Int? {
    var i = start
    while i < limit, isDeterminer(i) || i == start && (hasClass(i, .numeral) || has(i, .one)) { i += 1 }
    while i > start, i + 1 < limit, !isNominal(i), isNominal(i + 1), hasClass(i, [.participle, .past]), hit(i) == nil,
      !hasClass(i, .auxiliary)
    { i += 1 }
    guard i < limit, isNominal(i) || hasClass(i - 1, .numeral) && i > start else { return nil }
    while i < limit, isNominal(i) || opensTitle(i) && i > start {
      if opensTitle(i), i > start {
        i += 1
        continue
      }
      if i > start, isNominal(i - 1), breaks(between: i - 1, and: i) { break }
      if i > start, has(i, .time), !isInName(i), !isDeterminer(i - 1) { break }
      i += 1
    }
    return i
  }

  /// "el diario | La | Noria": the article with which the name of a paper begins.
  private func opensTitle(_ i: Int) -> Bool {
    isCapitalized(i) && isCapitalized(i + 1) && has(i - 1, .media) && !isCapitalized(i - 1)
      && isKind(i, .word) && (!isInName(i) || hasClass(i, .determiner)) && quoteAt[i] < 0
  }
}
