import NewsModel
import TextBytes

/// Chooses the words by which a claim is shown, of those that state it.
struct ClaimText {
  private let input: SourcingInput
  private let group: [Int]
  private let pairs: PairTable
  private let language: LanguageCode?

  init(_ input: SourcingInput, group: [Int], pairs: PairTable) {
    self.input = input
    self.group = group
    self.pairs = pairs
    language = Self.mainLanguage(input.articles)
  }

  /// The words, where they stand, and the proposition they are of.
  struct Choice {
    var text: String
    var at: Passage
    var proposition: Int
  }

  /// Of `body`, what reads best by itself, one that no other claim shows before others; nil where `body` is empty. O(group²).
  func choose(from body: [Int], besides shown: Set<Passage>) -> Choice? {
    func value(_ number: Int) -> Double {
      readability(number) - (shown.contains(input.propositions[number].passage) ? 0.5 : 0)
    }
    guard let best = body.max(by: { value($0) < value($1) }) else { return nil }
    let at = withDependents(input.propositions[best], body)
    let whole = ClauseWidener(input).widened(at, of: input.propositions[best])
    return Choice(text: words(whole, of: input.propositions[best]), at: whole, proposition: best)
  }

  /// The passage with those of the group that go on from it in its sentence.
  private func withDependents(_ chosen: Proposition, _ body: [Int]) -> Passage {
    var last = chosen
    var passage = chosen.passage
    for next in body.map({ input.propositions[$0] }).sorted(by: { $0.passage < $1.passage })
    where ClauseBond.goesOn(next, from: last) {
      passage.span = passage.span.union(next.passage.span)
      last = next
    }
    return passage
  }

  /// The words; where the passage leaves its subject out, with the words of its sentence that name it.
  private func words(_ passage: Passage, of proposition: Proposition) -> String {
    let text = input.articles[passage.article].article.text
    guard let subject = proposition.subject, subject.end <= passage.span.start else {
      return text[passage.span]
    }
    if passage.span.start - subject.end <= ClauseBond.reach { return text[subject.union(passage.span)] }
    return text[subject] + " … " + text[passage.span]
  }

  /// How well a passage reads by itself: near to the others, with names rather than pronouns, in the story's main language, neither a
  /// fragment nor a paragraph.
  private func readability(_ number: Int) -> Double {
    let proposition = input.propositions[number]
    let article = input.articles[proposition.passage.article]
    let opening =
      proposition.subject.map { subject in article.mentions.first { $0.span == subject } }
      ?? article.mentions.first { proposition.passage.span.contains($0.span) }
    var value = Double(centrality(number))
    if opening?.kind == .name { value += 0.3 }
    if let opening, opening.kind == .pronoun { value -= 0.3 }
    let length = proposition.passage.span.count
    value -= length > 240 ? 0.3 : length < 40 ? 0.3 : 0
    if article.article.language == language { value += 0.25 }
    let clause = ClauseWidener(input)
    if proposition.form != .statement, clause.startsInMidSentence(proposition) { value -= 0.25 }
    if !clause.hasFiniteVerb(proposition) { value -= 0.4 }
    if clause.opensWithVerb(proposition) { value -= proposition.subject == nil ? 0.4 : 0.2 }
    if !article.article.metadata.agency.isEmpty { value += 0.1 }
    return value - Double(number) * 1e-6
  }

  private func centrality(_ number: Int) -> Double {
    let others = group.filter { $0 != number }
    guard !others.isEmpty else { return 0 }
    let sum = others.reduce(0.0) { sum, other in sum + (pairs[number, other]?.score ?? 0) }
    return sum / Double(others.count)
  }

  /// The commonest language of the story, English before others on a tie.
  private static func mainLanguage(_ articles: [AnnotatedArticle]) -> LanguageCode? {
    var counts: [LanguageCode: Int] = [:]
    for article in articles { if let code = article.article.language { counts[code, default: 0] += 1 } }
    return counts.max { $0.value != $1.value ? $0.value < $1.value : $0.key > $1.key }?.key
  }
}
