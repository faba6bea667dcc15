import NewsModel
import TextBytes

/// Tells a story in a few of its own sentences.
///
/// Sentences are taken one after another: always the one whose claims weigh most and are not told yet, where a claim weighs by the
/// articles that state it, by its independent origins and by dispute, and a sentence loses by length and where it leans on the one
/// before it: greedily, after weighted coverage.
/// A claim is told in the reader's language wherever an article in it states the claim.
public struct BriefWriter: Sendable {
  /// The lines wanted, at most.
  public let lines: Int
  /// The reader's language, or nil for the commonest of the story.
  public let language: LanguageCode?

  /// Makes a writer; fewer than one line is taken as one.
  public init(lines: Int = 5, language: LanguageCode? = nil) {
    self.lines = max(1, lines)
    self.language = language
  }

  /// The brief of a story; empty only for a story without claims. O(lines · sentences with claims + size of the story).
  public func brief(of story: Story) -> Brief {
    let wanted = language ?? commonest(story)
    let weights = story.claims.map { weight($0, in: story) }
    var candidates = BriefCandidates(story, language: wanted).all
    var told: Set<Int> = []
    var chosen: [(candidate: BriefCandidate, claims: [Int])] = []
    while chosen.count < lines {
      candidates.removeAll { told.isSuperset(of: $0.claims) }
      let best = candidates.map { candidate in
        (
          candidate,
          gain: candidate.claims.filter { !told.contains($0) }.reduce(0) { $0 + weights[$1] } * candidate.fitness
        )
      }.max { $0.gain < $1.gain }
      guard let best, best.gain > 0 else { break }
      let fresh = best.0.claims.filter { !told.contains($0) }.sorted { (-weights[$0], $0) < (-weights[$1], $1) }
      told.formUnion(best.0.claims)
      chosen.append((best.0, fresh))
    }
    return Brief(language: wanted, lines: ordered(chosen).map { line($0.candidate, $0.claims, story) })
  }

  /// The first line leads; the others stand in the order in which articles tell such things.
  private func ordered(_ chosen: [(candidate: BriefCandidate, claims: [Int])]) -> [(
    candidate: BriefCandidate, claims: [Int]
  )] {
    guard let lead = chosen.first else { return [] }
    return [lead]
      + chosen.dropFirst().enumerated().sorted {
        ($0.element.candidate.place, $0.offset) < ($1.element.candidate.place, $1.offset)
      }.map(\.element)
  }

  private func line(_ candidate: BriefCandidate, _ claims: [Int], _ story: Story) -> Brief.Line {
    Brief.Line(
      passage: candidate.passage, isCut: candidate.isCut,
      language: story.articles[candidate.passage.article].article.language, claims: claims.map { story.claims[$0].id })
  }

  private func weight(_ claim: Claim, in story: Story) -> Double {
    let isDisputed = story.discrepancies.contains { $0.claim == claim.id && $0.verdict == .conflict }
    let spread = Double(claim.articles.count)
    return spread * spread.squareRoot() + Double(claim.origins.lower - 1) + (isDisputed ? 2 : 0)
  }

  private func commonest(_ story: Story) -> LanguageCode? {
    let codes = story.articles.compactMap(\.article.language)
    return Set(codes).sorted().max { a, b in codes.count { $0 == a } < codes.count { $0 == b } }
  }
}
