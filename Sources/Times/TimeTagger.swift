import Languages
import NewsModel
import TextBytes

/// Finds the time expressions of a text (TIMEX3) and resolves them against the document's date.
public struct TimeTagger: Annotator {
  /// What the tagger reads.
  public struct Input: Sendable {
    /// The text, cut into sentences and tokens.
    public var reading: Reading
    /// The document's date, or nil: then what is relative to it keeps the value nil.
    public var reference: Timestamp?
    /// What `reference` rests on.
    public var basis: TimeExpression.Basis

    /// Makes an input.
    public init(reading: Reading, reference: Timestamp?, basis: TimeExpression.Basis = .document) {
      self.reading = reading
      self.reference = reference
      self.basis = basis
    }
  }

  /// Makes a tagger; the tables are loaded once in a process.
  public init() {}

  /// The time expressions of `input`, in the order of the text, none overlapping another. O(n).
  public func annotate(_ input: Input) -> [TimeExpression] {
    guard let grammar = TimeGrammar.all[input.reading.language] else { return [] }
    var reader = TimeSentenceReader(reading: input.reading, grammar: grammar)
    var resolver = TimeResolver(reference: input.reference)
    var expressions: [TimeExpression] = []
    for sentence in input.reading.sentences {
      resolver.startSentence()
      for found in reader.read(sentence) {
        let tense =
          found.meaning.asksForTense ? TimeTense.around(found.tokens, in: sentence, of: input.reading, grammar) : .open
        let (kind, value) = resolver.resolve(found.meaning, tense)
        expressions.append(TimeExpression(span: found.span, kind: kind, value: value, basis: input.basis))
      }
    }
    return expressions
  }
}
