import NewsModel
import TextBytes

/// How the words of one article are cased: which of its sentences can be trusted, and which words it writes small.
struct SurfaceEvidence {
  /// How a sentence uses capitals.
  enum Casing { case plain, titleCase, allCapitals }
  private(set) var casing: [Casing] = []
  /// How often a word stands capitalised where no rule but its being a name asks for it.
  private(set) var capitalized: [FoldHash: Int] = [:]
  private(set) var small: [FoldHash: Int] = [:]

  init(_ words: WordReader) {
    for sentence in words.reading.sentences { casing.append(Self.casing(of: sentence, words)) }
    for (n, sentence) in words.reading.sentences.enumerated() {
      for i in sentence.tokens where words.isWord(i) {
        if !words.isCapitalized(i) {
          small[words.fold(i), default: 0] += 1
        } else if casing[n] == .plain, !Self.opens(i, sentence, words) {
          capitalized[words.fold(i), default: 0] += 1
        }
      }
    }
  }

  /// Whether a capital at token `i` follows from its place: at the start of a sentence, or of what a colon, bracket or quotation opens.
  static func opens(_ i: Int, _ sentence: Sentence, _ words: WordReader) -> Bool {
    var k = i - 1
    while k >= sentence.tokens.lowerBound {
      switch words.kind(k) {
      case .openQuote, .terminal, .symbol: return true
      case .separator: return words.byte(k) == UInt8(ascii: ":")
      case .openBracket, .dash, .number, .closeQuote: k -= 1
      default: return false
      }
      if words.kind(k + 1) == .closeQuote || words.kind(k + 1) == .number { return k < sentence.tokens.lowerBound }
    }
    return true
  }

  private static func casing(of sentence: Sentence, _ words: WordReader) -> Casing {
    var capitals = 0
    var allCapitals = 0
    var content = 0
    var ordinary = 0
    for i in sentence.tokens where words.isWord(i) {
      if words.isAllCapitals(i) { allCapitals += 1 }
      guard words.classes(i).isDisjoint(with: .function), words.tokens[i].span.count > 2 else { continue }
      content += 1
      guard words.isCapitalized(i) else { continue }
      capitals += 1
      if i > sentence.tokens.lowerBound, isOrdinary(i, words) { ordinary += 1 }
    }
    if content >= 3, allCapitals * 10 >= content * 8 { return .allCapitals }
    let isProse = sentence.part == .body && words.kind(sentence.tokens.upperBound - 1) == .terminal
    let least = isProse ? 100 : sentence.part == .body ? 95 : 80
    guard content >= 4, capitals * 100 >= content * least, ordinary * 4 >= capitals else { return .plain }
    return isProse && capitals < 6 ? .plain : .titleCase
  }

  /// Whether the tables know a capitalised word as an ordinary one, and as no name.
  private static func isOrdinary(_ i: Int, _ words: WordReader) -> Bool {
    let classes = words.classes(i)
    guard classes != .properNoun, !classes.isEmpty || words.has(i, .notName) else { return words.has(i, .notName) }
    return !words.isGivenName(i) && !words.isSurname(i) && words.known(at: i, before: i + 1) == nil
      && words.demonym(at: i, before: i + 1) == nil
  }
}
