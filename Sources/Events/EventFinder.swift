import NewsModel
import TextBytes

/// Finds the PLOVER events of one article: who did what to whom, when, and whether it is told as a fact.
///
/// Words of a language's table trigger; participants are the entities that stand as its subject, object or behind its prepositions.
/// Statements alone are no events. O(tokens), but for sentences of hundreds of words.
public struct EventFinder: Annotator {
  /// What events are built on.
  public struct Input: Sendable {
    /// The text, cut into sentences and tokens.
    public var reading: Reading
    /// Whom and what the article speaks of.
    public var entities: [Entity]
    /// Where it speaks of them.
    public var mentions: [Mention]
    /// Its time expressions.
    public var times: [TimeExpression]
    /// Its quotations: what is told inside them is reported.
    public var quotations: [Quotation]
    /// Makes an input; all spans are of the reading's text.
    public init(
      reading: Reading, entities: [Entity] = [], mentions: [Mention] = [], times: [TimeExpression] = [],
      quotations: [Quotation] = []
    ) {
      self.reading = reading
      self.entities = entities
      self.mentions = mentions
      self.times = times
      self.quotations = quotations
    }
  }

  /// Makes a finder; the tables are loaded once in a process.
  public init() {}

  /// The events of `input`, in the order of their triggers; none for a language without a folder.
  public func annotate(_ input: Input) -> [EventMention] {
    guard let folder = EventFolder.all[input.reading.language] else { return [] }
    let reader = UnitReader(reading: input.reading, folder: folder, mentions: input.mentions, times: input.times)
    var drafts: [EventDraft] = []
    for (number, sentence) in input.reading.sentences.enumerated() {
      let units = reader.read(sentence.tokens)
      let frames = SentenceFrames(units, reading: input.reading, folder: folder, mentions: input.mentions)
      var finder = SentenceEvents(frames: frames, times: input.times, entities: input.entities, sentence: number)
      drafts += finder.find()
    }
    drafts = Anaphora(folder: folder).resolve(drafts)
    let status = StatusRules(quotations: input.quotations)
    return drafts.map { status.settle($0) }.sorted { $0.trigger < $1.trigger }
  }
}
