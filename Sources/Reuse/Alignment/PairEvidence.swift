/// What speaks for and against two propositions saying the same, each as a number that a ``PairModel`` weighs: between 0 and 1, but for the
/// likenesses that ``StoryScale`` puts in units of the story's own spread.
public struct PairEvidence: Sendable {
  /// A kind of evidence.
  public enum Kind: Int, CaseIterable, Sendable {
    /// The cosine of their vectors; 0 without an encoder. `meaningAcross` is the same where the languages differ.
    case meaning, meaningAcross
    /// How much the cosine exceeds .6, where meanings are near.
    case near
    /// The cosine of the vectors of what surrounds them: their sentences.
    case context
    /// The weighted cosine of their words, in one language; of their first letters, over languages.
    case words, stems
    /// The weight of the shared words over that of the lighter.
    case contained
    /// How much of the one the other has a word of like meaning for: the lesser and the greater share.
    case covered, coveredMost
    /// How many passages the two articles have to choose from, on a logarithmic scale, 0 for 40 each.
    case crowd
    /// They are in two languages.
    case across
    /// The weighted cosine of who takes part; whether both name somebody and share nobody; whether only one names anybody.
    case parties, strangers, unpeopled
    /// A number or a length of time in common; comparable numbers of which none may be the same; numbers in only one.
    case number, otherNumber, unnumbered
    /// One day in common; days that may be one; days that cannot; days in only one.
    case day, days, otherDay, undated
    /// One speaker; two of whom neither passes the other on; a statement against what is no statement.
    case speaker, otherSpeaker, halfSaid
    /// Two of one event; events of one kind that may be one; events that cannot be one.
    case event, eventAlike, otherEvent
    /// Only one denies, only one is told as possible.
    case denial, possibility
    /// How unequal their lengths are; how short the shorter is.
    case length, brevity
    /// One, or both, are but a part of a clause.
    case detail, details
  }

  /// One number a kind, in the order of ``Kind``.
  public var values: [Double]

  init() { values = [Double](repeating: 0, count: Kind.allCases.count) }

  /// The strength of one kind.
  public subscript(kind: Kind) -> Double {
    get { values[kind.rawValue] }
    set { values[kind.rawValue] = newValue }
  }
}
