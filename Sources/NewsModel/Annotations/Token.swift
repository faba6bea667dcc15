import TextBytes

/// A word, number or mark.
public struct Token: Hashable, Sendable {
  /// What kind of token it is.
  public enum Kind: UInt8, Sendable, Hashable {
    /// Letters, with inner apostrophes, hyphens, points of an abbreviation ("U.S.", "Nov.", "l'état", "re-election").
    case word
    /// Digits, with inner separators ("1,000", "14:08", "3.5").
    case number
    /// "'s", "n't": split from the word before (English).
    case clitic
    case openQuote, closeQuote
    /// `.` `!` `?` `…`
    case terminal
    /// `,` `;` `:`
    case separator
    /// Dashes set as punctuation.
    case dash
    case openBracket, closeBracket
    case symbol
    case url
  }
  /// How the letters are cased, and what stands around.
  public struct Shape: OptionSet, Sendable, Hashable {
    public let rawValue: UInt8
    public init(rawValue: UInt8) { self.rawValue = rawValue }
    /// The first letter is a capital.
    public static let capitalized = Shape(rawValue: 1)
    /// Two letters or more, all capitals.
    public static let allCapitals = Shape(rawValue: 2)
    /// A capital behind a small letter ("McDonald", "iPhone").
    public static let innerCapital = Shape(rawValue: 4)
    public static let hasDigit = Shape(rawValue: 8)
    /// White space, or nothing, stands before it.
    public static let spaceBefore = Shape(rawValue: 16)
    /// It ends in a full stop that belongs to it ("Nov.", "N.").
    public static let abbreviation = Shape(rawValue: 32)
    /// A line break stands before it.
    public static let lineStart = Shape(rawValue: 64)
  }
  public var span: TextSpan
  public var kind: Kind
  public var shape: Shape
  /// The word classes that it may have here; several where the form is ambiguous and the context does not tell.
  public var classes: WordClasses
  /// The hash of its folded form.
  public var fold: FoldHash
  /// The hash of its folded dictionary form, where the tables know it; otherwise `fold`.
  public var lemma: FoldHash

  /// Makes a token.
  public init(
    span: TextSpan, kind: Kind, shape: Shape = [], classes: WordClasses = [], fold: FoldHash, lemma: FoldHash? = nil
  ) {
    self.span = span
    self.kind = kind
    self.shape = shape
    self.classes = classes
    self.fold = fold
    self.lemma = lemma ?? fold
  }
}

/// The word classes that annotators ask about. A token may carry several.
public struct WordClasses: OptionSet, Sendable, Hashable {
  public let rawValue: UInt32
  public init(rawValue: UInt32) { self.rawValue = rawValue }
  public static let noun = WordClasses(rawValue: 1 << 0)
  /// Capitalised where that tells something, and no function word.
  public static let properNoun = WordClasses(rawValue: 1 << 1)
  /// Any form of a full verb.
  public static let verb = WordClasses(rawValue: 1 << 2)
  /// be, have, do; ser, estar, haber.
  public static let auxiliary = WordClasses(rawValue: 1 << 3)
  /// will, would, may …; poder, deber.
  public static let modal = WordClasses(rawValue: 1 << 4)
  /// A verb form that can carry a clause.
  public static let finite = WordClasses(rawValue: 1 << 5)
  public static let past = WordClasses(rawValue: 1 << 6)
  public static let present = WordClasses(rawValue: 1 << 7)
  public static let future = WordClasses(rawValue: 1 << 8)
  /// The Spanish conditional; in English would, could, might.
  public static let conditional = WordClasses(rawValue: 1 << 9)
  public static let subjunctive = WordClasses(rawValue: 1 << 10)
  public static let infinitive = WordClasses(rawValue: 1 << 11)
  /// -ing; -ando, -iendo.
  public static let gerund = WordClasses(rawValue: 1 << 12)
  public static let participle = WordClasses(rawValue: 1 << 13)
  public static let adjective = WordClasses(rawValue: 1 << 14)
  public static let adverb = WordClasses(rawValue: 1 << 15)
  public static let determiner = WordClasses(rawValue: 1 << 16)
  public static let preposition = WordClasses(rawValue: 1 << 17)
  /// and, or, but.
  public static let coordinator = WordClasses(rawValue: 1 << 18)
  /// that, because, while, if, que, mientras.
  public static let subordinator = WordClasses(rawValue: 1 << 19)
  /// who, which, whose; quien, cual, cuyo.
  public static let relative = WordClasses(rawValue: 1 << 20)
  public static let pronoun = WordClasses(rawValue: 1 << 21)
  public static let possessive = WordClasses(rawValue: 1 << 22)
  public static let negation = WordClasses(rawValue: 1 << 23)
  /// A number in words or digits.
  public static let numeral = WordClasses(rawValue: 1 << 24)
  public static let interrogative = WordClasses(rawValue: 1 << 25)
  /// A subordinator that opens the complement of a verb or noun: that, whether; que, si.
  public static let complementizer = WordClasses(rawValue: 1 << 27)
  /// A word that only holds a sentence together: determiners, prepositions, conjunctions, pronouns, auxiliaries.
  public static let function = WordClasses(rawValue: 1 << 26)
}
