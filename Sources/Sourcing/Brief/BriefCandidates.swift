import NewsModel
import TextBytes

/// A sentence that may stand in a brief.
struct BriefCandidate {
  var passage: Passage
  var isCut: Bool
  /// The claims that it tells, by number.
  var claims: [Int]
  /// How well it stands by itself, 0 to 1.
  var fitness: Double
  /// Where in its article it stands, 0 to 1.
  var place: Double
}

/// The sentences of a story's bodies that state claims.
struct BriefCandidates {
  private let story: Story
  private let language: LanguageCode?
  /// The claims that some article in the wanted language states.
  private let atHome: Set<Int>
  /// How many words a line may have before it is cut, where it can be.
  private static let long = 36

  init(_ story: Story, language: LanguageCode?) {
    self.story = story
    self.language = language
    atHome = Set(
      story.claims.indices.filter { claim in
        story.claims[claim].support.contains {
          $0.counts && story.articles[$0.passage.article].article.language == language
        }
      })
  }

  /// The candidates, by article and place. O(supports · sentences of their articles).
  var all: [BriefCandidate] {
    var claims: [Passage: Set<Int>] = [:]
    for (number, claim) in story.claims.enumerated() {
      for support in claim.support where support.counts && isReadable(support, number) {
        let reading = story.articles[support.passage.article].reading
        guard let sentence = reading.sentence(at: support.passage.span.start),
          reading.sentences[sentence].part == .body
        else { continue }
        let at = Passage(article: support.passage.article, span: reading.sentences[sentence].span)
        claims[at, default: []].insert(number)
      }
    }
    return claims.keys.sorted().compactMap { candidate($0, claims[$0] ?? []) }
  }

  /// A passage in another language tells only what no article in the reader's language states.
  private func isReadable(_ support: Claim.Support, _ claim: Int) -> Bool {
    story.articles[support.passage.article].article.language == language || !atHome.contains(claim)
  }

  private func candidate(_ sentence: Passage, _ claims: Set<Int>) -> BriefCandidate? {
    let reading = story.articles[sentence.article].reading
    let tokens = reading.tokens(in: sentence.span)
    let words = tokens.count { reading.tokens[$0].kind == .word || reading.tokens[$0].kind == .number }
    guard words >= 5, let number = reading.sentence(at: sentence.span.start) else { return nil }
    let cut = words > Self.long ? shortened(sentence, claims) : nil
    let length = cut.map { reading.tokens(in: $0.span).count } ?? words
    let place = Double(number) / Double(max(1, reading.sentences.count))
    // News tells what matters first.
    let fitness = independence(tokens, reading) * min(1, Double(Self.long) / Double(max(length, 1))) * (1 - place / 3)
    return BriefCandidate(
      passage: cut ?? sentence, isCut: cut != nil, claims: claims.sorted(), fitness: fitness,
      place: place)
  }

  /// The beginning of a long sentence up to where its last claim ends, if that is much shorter.
  private func shortened(_ sentence: Passage, _ claims: Set<Int>) -> Passage? {
    let ends = claims.flatMap { story.claims[$0].support }
      .filter { $0.passage.article == sentence.article && sentence.span.contains($0.passage.span) }
      .map(\.passage.span.end)
    guard let end = ends.max(), (end - sentence.span.start) * 4 < sentence.span.count * 3 else { return nil }
    return Passage(article: sentence.article, span: TextSpan(sentence.span.start, end))
  }

  /// Whether a reader understands the words without those before them: no pronoun, conjunction or question leads them.
  private func independence(_ tokens: Range<Int>, _ reading: Reading) -> Double {
    guard let first = tokens.first(where: { reading.tokens[$0].kind == .word || reading.tokens[$0].kind == .number })
    else { return 0 }
    var score = 1.0
    let opening = reading.tokens[first].classes
    if !opening.isDisjoint(with: [.coordinator, .subordinator, .relative, .interrogative]) { score *= 0.6 }
    if opening.contains(.pronoun), opening.isDisjoint(with: .determiner) { score *= 0.4 }
    let first8 = tokens.prefix(8)
    if first8.contains(where: { reading.tokens[$0].classes == .pronoun }) { score *= 0.6 }
    if reading.tokens[tokens.lowerBound].kind == .openQuote { score *= 0.6 }
    if let last = tokens.last, reading.text.bytes[reading.tokens[last].span.start] == UInt8(ascii: "?") { score *= 0.3 }
    return score
  }
}
