import TextBytes

/// One thing that an article states: a clause, the content of a statement, or an event named inside a larger clause. Claims are
/// groups of propositions of several articles.
public struct Proposition: Hashable, Sendable {
  /// What in the sentence it is made from.
  public enum Form: UInt8, Sendable, Hashable {
    /// A clause that the article states itself.
    case clause
    /// What somebody is reported to have said, with the words that name the speaker where they stand beside it.
    case statement
    /// An event that a phrase inside another clause names ("in a phone call on Tuesday").
    case event
    /// A part of one of the others that can be told by itself: an amount, a relative clause, a participle with what goes with it.
    case detail
  }
  /// The words that state it, in its article's text.
  public var passage: Passage
  /// What in the sentence it is made from.
  public var form: Form
  /// The number of its sentence in the article's reading.
  public var sentence: Int
  /// The quotations whose content holds it, as numbers in the article, innermost first.
  public var quotations: [Int]
  /// The events that it tells, as numbers in the article; the main one first.
  public var events: [Int]
  /// The story entities that take part, sorted; a subject taken over from the clause before is among them.
  public var entities: [Int]
  /// The entity that says it, where it is a statement.
  public var speaker: Int?
  /// Every entity through whose hands it went, the speaker among them, sorted.
  public var voices: [Int]
  /// Times in it, resolved ones only.
  public var times: [TimexValue]
  /// The hashes of its content words' dictionary forms, sorted, each once.
  public var words: [FoldHash]
  /// The hashes of the first five letters of its content words: what related languages share.
  public var stems: [FoldHash]
  /// How many and how much it tells of; lengths of time stand in `times`.
  public var quantities: [Quantity]
  /// The words, earlier in its sentence, that name its subject, where the passage has none itself ("and left on Monday"); else nil.
  public var subject: TextSpan?
  /// Its words with pronouns and descriptions replaced by names and with its subject in front: what is compared by meaning.
  public var wording: String
  /// Whether it is told as not being so ("did not", "never"; "no", "nunca").
  public var isNegated: Bool
  /// Whether it is told as possible, not as a fact (could, might; podría, estaría).
  public var isPossible: Bool
  /// Whether it stands in the body proper; false in titles, decks and subheads.
  public var counts: Bool

  /// Makes a proposition.
  public init(
    passage: Passage, form: Form, sentence: Int, quotations: [Int] = [], events: [Int] = [], entities: [Int] = [],
    speaker: Int? = nil, voices: [Int] = [], times: [TimexValue] = [], words: [FoldHash] = [], stems: [FoldHash] = [],
    quantities: [Quantity] = [], subject: TextSpan? = nil, wording: String,
    isNegated: Bool = false, isPossible: Bool = false, counts: Bool = true
  ) {
    self.passage = passage
    self.form = form
    self.sentence = sentence
    self.quotations = quotations
    self.events = events
    self.entities = entities
    self.speaker = speaker
    self.voices = voices
    self.times = times
    self.words = words
    self.stems = stems
    self.quantities = quantities
    self.subject = subject
    self.wording = wording
    self.isNegated = isNegated
    self.isPossible = isPossible
    self.counts = counts
  }
}

/// Two propositions of different articles, or of one, that may say the same.
public struct AlignedPair: Hashable, Sendable {
  /// Indices into the story's propositions, the smaller first.
  public var first: Int
  /// The larger index of the two.
  public var second: Int
  /// 0 to 1; from about 0.6 on a reader would say that they state the same.
  public var score: Double
  /// The share of words in common, 0 to 1, where both are in one language; nil over languages.
  public var overlap: Double?
  /// Makes a pair.
  public init(first: Int, second: Int, score: Double, overlap: Double?) {
    self.first = first
    self.second = second
    self.score = score
    self.overlap = overlap
  }
}
