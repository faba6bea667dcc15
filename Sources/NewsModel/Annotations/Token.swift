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
    /// One bit for each property below.
    public let rawValue: UInt8
    /// Makes a shape of bits; those that no property below has mean nothing.
    public init(rawValue: UInt8) { self.rawValue = rawValue }
    /// The first letter is a capital.
    public static let capitalized = Shape(rawValue: 1)
    /// Two letters or more, all capitals.
    public static let allCapitals = Shape(rawValue: 2)
    /// A capital behind a small letter ("McDonald", "iPhone").
    public static let innerCapital = Shape(rawValue: 4)
    /// A digit is among its characters ("14:08", "G7", "21st").
    public static let hasDigit = Shape(rawValue: 8)
    /// White space, or nothing, stands before it.
    public static let spaceBefore = Shape(rawValue: 16)
    /// It ends in a full stop that belongs to it ("Nov.", "N.").
    public static let abbreviation = Shape(rawValue: 32)
    /// A line break stands before it.
    public static let lineStart = Shape(rawValue: 64)
  }
  /// The token's bytes in the text of its reading, without white space.
  public var span: TextSpan
  /// Whether it is a word, a number, or which mark.
  public var kind: Kind
  /// How it is cased and what stands around it.
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
  /// One bit for each class below.
  public let rawValue: UInt32
  /// Makes a set of bits; those that no class below has mean nothing.
  public init(rawValue: UInt32) { self.rawValue = rawValue }
  /// A common noun.
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
  /// A verb form of the past: "went"; "fue", "iba". In English it may be the same form as the participle.
  public static let past = WordClasses(rawValue: 1 << 6)
  /// A verb form of the present: "goes", "go"; "va".
  public static let present = WordClasses(rawValue: 1 << 7)
  /// A verb form of the future (Spanish: "irá"); in English the word that makes one, "will".
  public static let future = WordClasses(rawValue: 1 << 8)
  /// The Spanish conditional; in English would, could, might.
  public static let conditional = WordClasses(rawValue: 1 << 9)
  /// The Spanish subjunctive ("vaya", "fuera").
  public static let subjunctive = WordClasses(rawValue: 1 << 10)
  /// The form that a dictionary lists ("go", "ir"); in English it is also a form of the present.
  public static let infinitive = WordClasses(rawValue: 1 << 11)
  /// -ing; -ando, -iendo.
  public static let gerund = WordClasses(rawValue: 1 << 12)
  /// The past participle ("seized", "taken"; "tomado"), in the passive, in a perfect, or set beside a noun.
  public static let participle = WordClasses(rawValue: 1 << 13)
  /// A word that describes a noun.
  public static let adjective = WordClasses(rawValue: 1 << 14)
  /// A word that describes a verb, an adjective or a sentence.
  public static let adverb = WordClasses(rawValue: 1 << 15)
  /// Articles, demonstratives and quantifiers before a noun: "the", "another"; "el", "algunas"; also "al", which is a
  /// preposition too.
  public static let determiner = WordClasses(rawValue: 1 << 16)
  /// "of", "before"; "de", "sin". Several are subordinators too ("after").
  public static let preposition = WordClasses(rawValue: 1 << 17)
  /// and, or, but.
  public static let coordinator = WordClasses(rawValue: 1 << 18)
  /// that, because, while, if, que, mientras.
  public static let subordinator = WordClasses(rawValue: 1 << 19)
  /// who, which, whose; quien, cual, cuyo.
  public static let relative = WordClasses(rawValue: 1 << 20)
  /// A word that stands for a noun: "he", "everyone"; "ella", "nadie".
  public static let pronoun = WordClasses(rawValue: 1 << 21)
  /// "my", "their"; "mi", "su". English "her" and "his" are pronouns too.
  public static let possessive = WordClasses(rawValue: 1 << 22)
  /// A word that denies: "not", "never", "nobody"; "no", "nunca", "sin".
  public static let negation = WordClasses(rawValue: 1 << 23)
  /// A number in words or digits.
  public static let numeral = WordClasses(rawValue: 1 << 24)
  /// A word that asks: "how", "which", "why"; "cómo", "dónde". In English several are relatives too.
  public static let interrogative = WordClasses(rawValue: 1 << 25)
  /// A subordinator that opens the complement of a verb or noun: that, whether; que, si.
  public static let complementizer = WordClasses(rawValue: 1 << 27)
  /// A word that only holds a sentence together: determiners, prepositions, conjunctions, pronouns, auxiliaries.
  public static let function = WordClasses(rawValue: 1 << 26)
}
