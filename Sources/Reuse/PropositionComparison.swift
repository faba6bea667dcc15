import NewsModel
import TextBytes

/// Scores pairs of propositions of one story.
struct PropositionComparison {
  private let propositions: [Proposition]
  private let articles: [AnnotatedArticle]
  private let entities: [StoryEntity]
  private let vectors: [[Float]]?
  private let words: TermWeights<FoldHash>
  private let stems: TermWeights<FoldHash>
  private let parties: TermWeights<Int>

  init(
    _ propositions: [Proposition], articles: [AnnotatedArticle], entities: [StoryEntity], vectors: [[Float]]?
  ) {
    self.propositions = propositions
    self.articles = articles
    self.entities = entities
    self.vectors = vectors
    words = TermWeights(propositions.map(\.words))
    stems = TermWeights(propositions.map(\.stems))
    parties = TermWeights(propositions.map(\.entities))
  }

  /// Two propositions of one sentence are two things said.
  func mayMatch(_ first: Int, _ second: Int) -> Bool {
    let (a, b) = (propositions[first], propositions[second])
    return a.passage.article != b.passage.article || a.sentence != b.sentence
  }

  /// The score of a pair, and the words in common where both are in one language.
  func compare(_ first: Int, _ second: Int) -> (score: Double, overlap: Double?) {
    let (a, b) = (propositions[first], propositions[second])
    let sameLanguage = language(a) == language(b)
    let lexical = sameLanguage ? words.cosine(a.words, b.words) : stems.cosine(a.stems, b.stems)
    var score = base(first, second, lexical, sameLanguage)
    score +=
      speakerAgreement(a, b) + timeAgreement(a, b) + numberAgreement(a, b)
      - ((a.form == .statement) != (b.form == .statement) ? 0.03 : 0)
    score = eventAgreement(a, b, score)
    return (min(max(score, 0), 1), sameLanguage ? lexical : nil)
  }

  private func language(_ p: Proposition) -> LanguageCode? { articles[p.passage.article].article.language }

  private func base(_ first: Int, _ second: Int, _ lexical: Double, _ sameLanguage: Bool) -> Double {
    let (a, b) = (propositions[first], propositions[second])
    // Who takes part tells nothing where one passage names nobody.
    let shared = a.entities.isEmpty || b.entities.isEmpty ? 0.5 : parties.cosine(a.entities, b.entities)
    guard let vectors else {
      return sameLanguage ? 0.8 * lexical + 0.2 * shared : 0.6 * lexical + 0.4 * shared
    }
    let meaning = Double(zip(vectors[first], vectors[second]).reduce(into: Float(0)) { $0 += $1.0 * $1.1 })
    // Words in common count more than meaning where there are some; a paraphrase, like a translation, may have none.
    let paraphrase = 0.8 * meaning + 0.3 * (sameLanguage ? 0 : lexical) + 0.12 * shared - 0.03
    return sameLanguage ? max(0.6 * meaning + 0.3 * lexical + 0.1 * shared, paraphrase - 0.02) : paraphrase
  }

  /// A number or a length of time in common speaks for a pair; numbers of which none is shared speak a little against it (they may still be
  /// two versions of one figure).
  private func numberAgreement(_ a: Proposition, _ b: Proposition) -> Double {
    let (x, y) = (a.numbers + amounts(a), b.numbers + amounts(b))
    guard !x.isEmpty, !y.isEmpty else { return 0 }
    return x.contains(where: y.contains) ? 0.1 : -0.02
  }

  private func amounts(_ p: Proposition) -> [String] {
    p.times.map(\.text).filter { $0.hasPrefix("P") && !$0.hasSuffix("REF") }
  }

  /// The same speaker speaks for a pair; two speakers of whom neither passes the other on speak against it.
  private func speakerAgreement(_ a: Proposition, _ b: Proposition) -> Double {
    guard let x = a.speaker, let y = b.speaker else { return 0 }
    if x == y { return 0.05 }
    return a.voices.contains(y) || b.voices.contains(x) || speakForOneState(x, y) ? 0 : -0.08
  }

  private func speakForOneState(_ x: Int, _ y: Int) -> Bool {
    guard entities.indices.contains(x), entities.indices.contains(y), let country = entities[x].country else {
      return false
    }
    return country == entities[y].country
  }

  /// Two days that cannot be one speak against a pair.
  private func timeAgreement(_ a: Proposition, _ b: Proposition) -> Double {
    let (x, y) = (a.times.compactMap(\.days), b.times.compactMap(\.days))
    guard !x.isEmpty, !y.isEmpty else { return 0 }
    if x.contains(where: { $0.count == 1 && y.contains($0) }) { return 0.06 }
    let meet = x.contains { day in y.contains { $0.overlaps(day) } }
    return meet ? 0.04 : -0.12
  }

  /// Propositions that tell the same event, between the same parties and on days that may be one, are the same whatever their words;
  /// events of one kind between the same parties on different days are two.
  private func eventAgreement(_ a: Proposition, _ b: Proposition, _ score: Double) -> Double {
    guard let x = event(a), let y = event(b) else {
      return a.form == .event || b.form == .event ? score * 0.85 : score
    }
    let match = EventMatch(x, y)
    if match.isSame { return max(score, 0.8) }
    if match.isOther { return min(score, 0.4) }
    if match.isAlike { return score + 0.08 }
    return a.form == .event && b.form == .event ? score * 0.9 : score
  }

  private func event(_ p: Proposition) -> EventMention? {
    p.events.first.map { articles[p.passage.article].events[$0] }
  }
}
