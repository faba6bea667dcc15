import NewsModel
import TextBytes

/// The tokens of one sentence while their classes are being settled, and what the tables think likeliest of each.
struct SentenceWords {
  var tokens: [Token] = []
  /// The likeliest class by the tables; empty where they do not know the word.
  private(set) var likeliest: [WordClasses] = []
  /// The last byte of each token.
  private(set) var lastBytes: [UInt8] = []
  /// Whether the line is a headline: it drops auxiliaries and articles.
  var isHeadline = false
  /// Verbs of saying, by their dictionary form.
  let reporting: Set<FoldHash>

  init(reporting: Set<FoldHash>) { self.reporting = reporting }

  /// Takes the tokens of the next sentence in place of the last one's.
  mutating func take(_ tokens: ArraySlice<Token>, _ likeliest: ArraySlice<WordClasses>, of bytes: [UInt8]) {
    self.tokens.removeAll(keepingCapacity: true)
    self.likeliest.removeAll(keepingCapacity: true)
    lastBytes.removeAll(keepingCapacity: true)
    self.tokens.append(contentsOf: tokens)
    self.likeliest.append(contentsOf: likeliest)
    for token in tokens { lastBytes.append(bytes[token.span.end - 1]) }
  }

  var count: Int { tokens.count }

  /// The classes at `i`, or none outside the sentence.
  func classes(_ i: Int) -> WordClasses { tokens.indices.contains(i) ? tokens[i].classes : [] }
  func kind(_ i: Int) -> Token.Kind? { tokens.indices.contains(i) ? tokens[i].kind : nil }
  func has(_ i: Int, _ some: WordClasses) -> Bool { !classes(i).isDisjoint(with: some) }
  func fold(_ i: Int) -> FoldHash { tokens.indices.contains(i) ? tokens[i].fold : .empty }
  func prefers(_ i: Int, _ some: WordClasses) -> Bool {
    likeliest.indices.contains(i) && !likeliest[i].isDisjoint(with: some)
  }

  /// The token before `i`, not counting adverbs, negations, and a quotation mark that opens behind a word.
  func beforeAdverbs(_ i: Int) -> Int {
    var k = i - 1
    while k >= 0, k > i - 8 {
      if kind(k) == .openQuote, kind(k - 1) == .word || kind(k - 1) == .clitic {
        k -= 1
      } else if isAdverb(k) {
        k -= 1
      } else {
        break
      }
    }
    return k
  }

  /// The token behind `i`, not counting adverbs.
  func behindAdverbs(_ i: Int) -> Int {
    var k = i + 1
    while k < count, k < i + 8, isAdverb(k) { k += 1 }
    return k
  }

  private func isAdverb(_ k: Int) -> Bool {
    let classes = classes(k)
    return !classes.isDisjoint(with: [.adverb, .negation])
      && classes.isDisjoint(with: [
        .determiner, .pronoun, .preposition, .noun, .verb, .subordinator, .coordinator, .adjective,
      ])
  }

  /// Whether the noun at `i` is a plural: its dictionary form is another.
  func isPlural(_ i: Int) -> Bool { has(i, .noun) && tokens[i].lemma != tokens[i].fold }

  /// Whether the word at `i` is a form of a verb of saying.
  func isReporting(_ i: Int) -> Bool { reporting.contains(tokens[i].lemma) }

  /// Leaves of the classes at `i` only `some`, unless none would be left.
  mutating func keep(_ i: Int, _ some: WordClasses) {
    let left = tokens[i].classes.intersection(some)
    if !left.isEmpty { tokens[i].classes = left }
  }

  /// Takes `some` from the classes at `i`, unless none would be left.
  mutating func drop(_ i: Int, _ some: WordClasses) {
    let left = tokens[i].classes.subtracting(some)
    if !left.isEmpty { tokens[i].classes = left }
  }

  /// Whether a noun phrase can begin at `i`.
  func beginsPhrase(_ i: Int) -> Bool {
    if kind(i) == .number || kind(i) == .openQuote { return true }
    if has(i, [.determiner, .possessive, .pronoun, .properNoun, .numeral]) { return true }
    return has(i, [.noun, .adjective]) && prefers(i, [.noun, .adjective])
  }
}

extension WordClasses {
  /// Every class that only verb forms have.
  static let verbal: WordClasses = [
    .verb, .finite, .past, .present, .future, .conditional, .subjunctive, .infinitive, .gerund, .participle,
  ]
  static let nominal: WordClasses = [.noun, .adjective, .properNoun]
  /// A form that is a finite verb and nothing else.
  var isSurelyFinite: Bool {
    contains(.finite) && isDisjoint(with: [.noun, .adjective, .participle, .infinitive, .properNoun])
  }
}

/// Settles, from the neighbours, which of its classes a word has in its sentence. One value a language.
protocol ContextRules: Sendable {
  func settle(_ words: inout SentenceWords)
}

/// The rules of each language that has some.
let contextRules: [LanguageCode: any ContextRules] = [.english: EnglishContext(), .spanish: SpanishContext()]
