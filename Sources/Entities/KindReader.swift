import Lexicon
import NewsModel
import TextBytes

/// Reads which kind of organization a name is of: from its own words ("Norvik Airways"), from a description before it ("the drugmaker
/// Norvik") and from one behind it ("Norvik, a Swiss drugmaker,").
struct KindReader {
  let words: WordReader

  private var kinds: OrganizationKinds { words.lexicon.kinds }
  private var count: Int { words.tokens.count }

  /// The kinds of the noun for organizations at token `i`, and how many tokens it has.
  func noun(at i: Int, before end: Int) -> (kinds: [String], length: Int)? {
    guard words.isWord(i) else { return nil }
    return kinds.nouns[words.reading.language.code]?.longestMatch(at: i, count: end) { words.fold($0) }
      .map { ($0.value, $0.length) }
  }

  /// The kinds that the words of a name tell; none for names of one word.
  func named(_ range: Range<Int>) -> [String] {
    guard range.count > 1 else { return [] }
    let start = words.isLower(range.lowerBound) ? range.lowerBound + 1 : range.lowerBound
    if let head = nameWord(at: start, before: range.upperBound),
      head.length < range.upperBound - start || head.length > 1
    {
      if head.kinds.contains("bank"), isOfState(start + head.length, range.upperBound) { return ["central-bank"] }
      return head.kinds
    }
    let core = range.upperBound - (words.has(range.upperBound - 1, .orgSuffix) && range.count > 2 ? 1 : 0)
    for length in [2, 1] where core - length > range.lowerBound {
      if let tail = nameWord(at: core - length, before: core), tail.length == length { return tail.kinds }
    }
    guard let link = range.first(where: { words.isLower($0) && words.has($0, .of) }), link > start + 1 else {
      return []
    }
    return nameWord(at: link - 1, before: link).map(\.kinds) ?? []
  }

  private func nameWord(at i: Int, before end: Int) -> (kinds: [String], length: Int)? {
    guard words.isCapitalized(i) else { return nil }
    return kinds.nameWords.longestMatch(at: i, count: end) { words.fold($0) }.map { ($0.value, $0.length) }
  }

  /// "Bank | of Peru", "Banco | de España": what follows is a country and nothing else.
  private func isOfState(_ start: Int, _ end: Int) -> Bool {
    var i = start
    while i < end, words.isLower(i) { i += 1 }
    guard i > start, let known = words.known(at: i, before: end) else { return false }
    return known.kind == .country && known.length == end - i
  }

  /// The kinds that a description beside the name in `range` tells.
  func described(_ range: Range<Int>) -> [String] {
    var before = describedBefore(range.lowerBound)
    if before.isEmpty { before = describedOverComma(range) }
    return before.isEmpty ? describedBehind(range.upperBound) : before
  }

  /// "the budget airline Norvik"; in languages that put it before its complements also "el sindicato de controladores Norvik".
  private func describedBefore(_ first: Int) -> [String] {
    for length in 1...4 where first - length >= 0 && isNoOffice(first - length, length, of: first) {
      if let found = noun(at: first - length, before: first), found.length == length, isOfName(first - length) {
        return found.kinds
      }
    }
    guard words.cues.headFirst, words.isLower(first - 1) else { return [] }
    var k = first - 2
    while k >= max(0, first - 6), words.isLower(k + 1), words.isLower(k),
      words.classes(k + 1).isDisjoint(with: [.finite, .relative])
    {
      if let found = noun(at: k, before: first), isNoOffice(k, found.length, of: first), words.has(k - 1, .definite),
        isComplement(k + found.length, first)
      {
        return found.kinds
      }
      k -= 1
    }
    return []
  }

  /// "Its operator, Norvik Ports, said": a noun with its article, and the name between commas or brackets.
  private func describedOverComma(_ range: Range<Int>) -> [String] {
    let comma = range.lowerBound - 1
    guard words.isComma(comma), words.isComma(range.upperBound) || words.kind(range.upperBound) == .openBracket else {
      return []
    }
    for length in 1...3 where comma - length > 0 {
      guard let found = noun(at: comma - length, before: comma), found.length == length else { continue }
      let before = comma - length - 1
      return words.has(before, .definite) && words.isWord(before) ? found.kinds : []
    }
    return []
  }

  /// Whether the noun is no part of a longer word before it ("a bank of Norvik" is no kind of Norvik).
  private func isOfName(_ i: Int) -> Bool {
    guard words.isCapitalized(i), let number = words.reading.sentence(at: words.tokens[i].span.start) else {
      return true
    }
    return SurfaceEvidence.opens(i, words.reading.sentences[number], words)
  }

  /// Whether the noun at `i` is not what a person is called ("the operator", "secretaria" for "secretaría").
  private func isNoOffice(_ i: Int, _ length: Int, of name: Int) -> Bool {
    guard let role = words.role(at: i, before: words.tokens.count), role.length >= length else { return true }
    // "la farmacéutica" is a company or a pharmacist; who bears no person's name is the company.
    return words.givenName(name) == nil && !words.isSurname(name) && !words.isCapitalized(name + 1)
  }

  /// Whether what stands between a noun and a name describes the noun: adjectives, or "of" and nouns that end in no preposition.
  private func isComplement(_ start: Int, _ end: Int) -> Bool {
    guard start < end, words.classes(end - 1).isDisjoint(with: [.preposition, .determiner, .coordinator]),
      !words.has(end - 1, [.of, .and])
    else { return false }
    return words.has(start, .of) || words.classes(start).contains(.adjective)
      || words.demonym(at: start, before: end) != nil
  }

  /// "Norvik, a Swiss drugmaker based in …"; "Norvik, farmacéutica suiza, …".
  private func describedBehind(_ end: Int) -> [String] {
    guard words.isComma(end), words.isWord(end + 1) else { return [] }
    guard words.classes(end + 1).contains(.determiner) || words.cues.headFirst else { return [] }
    var k = end + 1
    while k < min(end + 8, count), words.isWord(k) || words.isPossessive(k) {
      if words.isLower(k), let found = noun(at: k, before: count) {
        return closes(k + found.length) && isNoOffice(k, found.length, of: end - 1) ? found.kinds : []
      }
      guard words.isPossessive(k) || words.classes(k).isDisjoint(with: [.preposition, .relative, .coordinator]),
        !words.classes(k).contains(.finite) || words.classes(k).contains(.adjective)
      else { return [] }
      if words.cues.headFirst, k > end + 1 { return [] }
      k += 1
    }
    return []
  }

  /// Whether a description ends at `i`, or goes on with more of itself, and is not that of somebody ("a company spokesman", "the bank's head").
  private func closes(_ i: Int) -> Bool {
    if i >= count || !words.isWord(i) { return !words.isPossessive(i) && words.kind(i) != .clitic }
    if words.has(i, .and) || words.classes(i).contains(.coordinator) { return false }
    if words.cues.headFirst, words.demonym(at: i, before: count) != nil { return true }
    if words.isCapitalized(i) { return false }
    if words.role(at: i, before: count) != nil { return false }
    return !words.classes(i).isDisjoint(with: [.preposition, .relative, .participle])
      || words.cues.headFirst && words.classes(i).contains(.adjective)
  }
}
