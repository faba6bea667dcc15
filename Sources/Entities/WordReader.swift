import Lexicon
import NewsModel
import TextBytes

/// A name that the tables know, found at some word.
struct KnownName: Sendable, Hashable {
  enum Kind: Sendable, Hashable { case country, seat, place, publisher, organization }
  var kind: Kind
  var type: EntityType
  var key: String
  var country: String?
  var use: NameUse
  /// For a capital or seat, what it stands for ("country:RU").
  var stands: String?
  var length: Int
  var isCapital = false
}

/// The tokens of a reading with what the tables say of each. One object, since it is handed on for every word.
final class WordReader: Sendable {
  let reading: Reading
  let cues: Cues
  let lexicon: Lexicon
  let words: LanguageTables

  init(reading: Reading, cues: Cues, lexicon: Lexicon) {
    self.reading = reading
    self.cues = cues
    self.lexicon = lexicon
    words = lexicon.words(of: reading.language.code)
  }

  var tokens: [Token] { reading.tokens }
  func string(_ range: Range<Int>) -> String { span(range).map { reading.text[$0] } ?? "" }
  /// The words at `span` with single spaces between them.
  func name(_ span: TextSpan) -> String {
    reading.text[span].split { $0 == " " || $0 == "\u{A0}" || $0 == "\t" }.joined(separator: " ")
  }
  func span(_ range: Range<Int>) -> TextSpan? { reading.span(ofTokens: range) }
  func fold(_ i: Int) -> FoldHash { reading.tokens[i].fold }
  func flags(_ i: Int) -> CueFlags {
    reading.tokens.indices.contains(i) ? cues.flags[reading.tokens[i].fold] ?? [] : []
  }
  func has(_ i: Int, _ flag: CueFlags) -> Bool { !flags(i).isDisjoint(with: flag) }
  func classes(_ i: Int) -> WordClasses { reading.tokens.indices.contains(i) ? reading.tokens[i].classes : [] }
  func kind(_ i: Int) -> Token.Kind? { reading.tokens.indices.contains(i) ? reading.tokens[i].kind : nil }
  func isWord(_ i: Int) -> Bool { kind(i) == .word }
  func isCapitalized(_ i: Int) -> Bool {
    guard isWord(i) else { return false }
    let token = reading.tokens[i]
    if token.shape.contains(.capitalized) { return true }
    // "iPhone" and "al-Assad", not "pre-Columbian".
    guard token.shape.contains(.innerCapital) else { return false }
    let hyphen = reading.text.bytes[token.span.range].firstIndex(of: UInt8(ascii: "-"))
    return hyphen.map { $0 - token.span.start <= 2 } ?? true
  }
  func isAllCapitals(_ i: Int) -> Bool { isWord(i) && reading.tokens[i].shape.contains(.allCapitals) }
  func isLower(_ i: Int) -> Bool { isWord(i) && !isCapitalized(i) }
  func isComma(_ i: Int) -> Bool { byte(i) == UInt8(ascii: ",") }
  func byte(_ i: Int) -> UInt8? {
    guard reading.tokens.indices.contains(i), reading.tokens[i].span.count == 1 else { return nil }
    return reading.text.bytes[reading.tokens[i].span.start]
  }
  /// Whether token `i` is the English possessive "'s", or the apostrophe behind a name in s.
  func isPossessive(_ i: Int) -> Bool {
    guard let kind = kind(i) else { return false }
    let span = reading.tokens[i].span
    if kind == .clitic { return reading.text.bytes[span.end - 1] | 0x20 == UInt8(ascii: "s") }
    guard kind == .closeQuote, i > 0, !reading.tokens[i].shape.contains(.spaceBefore), isWord(i - 1) else {
      return false
    }
    let mark = reading.text.bytes[span.start]
    let single = mark == UInt8(ascii: "'") || (span.count == 3 && reading.text.bytes[span.end - 1] == 0x99)
    return single && reading.text.bytes[span.start - 1] | 0x20 == UInt8(ascii: "s") && isWord(i + 1)
  }

  /// The given name that token `i` may be.
  func givenName(_ i: Int) -> PersonName? { isCapitalized(i) ? lexicon.givenNames[fold(i)] : nil }
  /// Whether token `i` is a given name and no ordinary word.
  func isGivenName(_ i: Int) -> Bool { givenName(i).map { !$0.isCommonWord } ?? false }
  func isSurname(_ i: Int) -> Bool {
    isCapitalized(i) ? lexicon.surnames[fold(i)].map { !$0.isCommonWord } ?? false : false
  }
  func isInitial(_ i: Int) -> Bool {
    guard isCapitalized(i) else { return false }
    let token = reading.tokens[i]
    return token.span.count <= 2 && (token.shape.contains(.abbreviation) || token.span.count == 1)
  }

  /// The office at token `i`, and how many tokens name it.
  func role(at i: Int, before end: Int) -> (role: Role, length: Int)? {
    guard isWord(i) else { return nil }
    let mine = cues.roles.longestMatch(at: i, count: end) { fold($0) }
    guard let office = words.offices.longestMatch(at: i, count: end, fold: { fold($0) }),
      office.length >= mine?.length ?? 0
    else { return mine.map { (leading($0.value), $0.length) } }
    let value = office.value
    let role = Role(
      key: value.key, gender: Gender(rawValue: value.gender.rawValue), isOccupation: value.class == .occupation,
      isPlural: value.isPlural,
      isAbbreviation: value.isAbbreviation,
      leadsState: value.class == .headOfState || value.class == .headOfGovernment)
    return (role, office.length)
  }
  private func leading(_ value: Role) -> Role {
    var role = value
    role.leadsState = ["president", "head-of-state", "prime-minister"].contains(value.key)
    return role
  }

  /// The honorific at token `i`: its gender, if it tells one.
  func honorific(_ i: Int) -> Gender?? {
    guard isWord(i) else { return nil }
    if let own = cues.honorifics[fold(i)] { return own }
    guard let known = words.honorifics[fold(i)] else { return nil }
    return .some(Gender(rawValue: known.gender.rawValue))
  }

  /// The demonym at token `i`. In languages that write demonyms small a capital is no bar, in others a small letter is.
  func demonym(at i: Int, before end: Int) -> (value: Demonym, length: Int)? {
    guard isWord(i), let match = words.demonyms.longestMatch(at: i, count: end, fold: { fold($0) }) else { return nil }
    if !cues.headFirst, !isCapitalized(i) { return nil }
    return match
  }

  /// The longest name of the tables that begins at token `i`, every word of substance capitalised as the table asks.
  func known(at i: Int, before end: Int) -> KnownName? {
    guard isWord(i), isCapitalized(i) else { return nil }
    var best: KnownName?
    func offer(_ name: KnownName) {
      guard name.length > best?.length ?? 0, isCased(i..<(i + name.length), name.use) else { return }
      best = name
    }
    let fold = { (k: Int) in self.fold(k) }
    if let m = lexicon.countries.longestMatch(at: i, count: end, fold: fold) {
      offer(
        .init(
          kind: .country, type: .location, key: m.value.key, country: m.value.code, use: m.value.use, length: m.length))
    }
    if let m = lexicon.seats.longestMatch(at: i, count: end, fold: fold) {
      let type: EntityType = m.value.kind == .capital ? .location : .organization
      offer(
        .init(
          kind: .seat, type: type, key: m.value.key, country: m.value.country, use: m.value.use, stands: m.value.stands,
          length: m.length, isCapital: m.value.kind == .capital))
    }
    if let m = lexicon.agencies.longestMatch(at: i, count: end, fold: fold) { offer(known(m.value, m.length)) }
    if let m = lexicon.outlets.longestMatch(at: i, count: end, fold: fold) { offer(known(m.value, m.length)) }
    if let m = lexicon.organizations.longestMatch(at: i, count: end, fold: fold) {
      offer(
        .init(
          kind: .organization, type: .organization, key: m.value.key, country: m.value.country, use: m.value.use,
          length: m.length))
    }
    if let m = lexicon.places.longestMatch(at: i, count: end, fold: fold) {
      offer(
        .init(
          kind: .place, type: .location, key: m.value.key, country: m.value.country, use: m.value.use, length: m.length)
      )
    }
    return best
  }
  private func known(_ publisher: Publisher, _ length: Int) -> KnownName {
    KnownName(
      kind: .publisher, type: .organization, key: publisher.key, country: publisher.country, use: publisher.use,
      length: length)
  }
  private func isCased(_ range: Range<Int>, _ use: NameUse) -> Bool {
    if use.contains(.capitals), range.count == 1, !isAllCapitals(range.lowerBound) { return false }
    return range.allSatisfy {
      !isWord($0) || isCapitalized($0) || !classes($0).isDisjoint(with: .function) || has($0, .particle)
    }
      && isCapitalized(range.upperBound - 1) || range.count > 1 && !isWord(range.upperBound - 1)
  }
}
