import Lexicon
import NewsModel
import TextBytes

/// Finds the persons, organizations and places that one text speaks of, and tells which mentions mean the same one.
///
/// Names come from capitals, tables and what the rest of the article says; titles, demonyms and appositions tell office and country; nominal
/// mentions and pronouns are resolved where one reading is left, and stay unresolved elsewhere. O(n) for text whose names are few.
public struct EntityFinder: Sendable {
  /// Makes a finder; the tables are loaded once in a process.
  public init() {}

  /// The entities and mentions of `reading`. Text in a language without tables gives only names that every language shares.
  /// `publishers` are the names of the article's own outlet and agencies, where known: whoever bears one of them is an organization.
  public func find(in reading: Reading, publishers: [String] = []) -> EntityFindings {
    let words = WordReader(reading: reading, cues: Cues.of(reading.language), lexicon: .shared)
    let surfaces = SurfaceEvidence(words)
    var chunks = NameScanner(words: words, evidence: surfaces).scan()
    NameTyper(words: words, publishers: Set(publishers.map { NameKnowledge.key(of: $0) })).type(&chunks)
    var draft = Draft(words: words)
    EntityLinker(words: words).link(chunks, into: &draft)
    KindFinder(words: words).find(into: &draft)
    ActingStates(words: words).mark(&draft)
    DemonymFinder(words: words).find(into: &draft)
    NominalFinder(words: words).find(into: &draft)
    PronounResolver(words: words).resolve(into: &draft)
    return draft.findings()
  }
}
