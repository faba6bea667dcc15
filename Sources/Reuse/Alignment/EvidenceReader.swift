import Foundation
import NewsModel
import TextBytes

/// Gathers the evidence on pairs of propositions of one story.
struct EvidenceReader {
  private let propositions: [Proposition]
  private let articles: [AnnotatedArticle]
  private let entities: [StoryEntity]
  private let vectors: PropositionVectors?
  private let likeness: WordLikeness?
  private let words: TermWeights<FoldHash>
  private let stems: TermWeights<FoldHash>
  /// Who takes part in each proposition, and the states that they are or act for.
  private let parties: [[Party]]
  private let partyWeights: TermWeights<Party>
  /// The days, and the lengths of time, that each proposition tells.
  private let days: [[ClosedRange<DayNumber>]]
  private let lengthsOfTime: [[String]]
  /// How many passages each article has.
  private let passages: [Int]

  init(
    _ propositions: [Proposition], articles: [AnnotatedArticle], entities: [StoryEntity],
    encode: (@Sendable ([String]) -> [[Float]])?
  ) {
    self.propositions = propositions
    self.articles = articles
    self.entities = entities
    let words = TermWeights(propositions.map(\.words))
    self.words = words
    vectors = encode.map { PropositionVectors(propositions, in: articles, encode: $0) }
    likeness = encode.map { WordLikeness(propositions, in: articles, weights: words, encode: $0) }
    stems = TermWeights(propositions.map(\.stems))
    parties = propositions.map { Self.parties(of: $0, in: entities) }
    partyWeights = TermWeights(parties)
    days = propositions.map { $0.times.compactMap(\.days) }
    lengthsOfTime = propositions.map { $0.times.map(\.text).filter { $0.hasPrefix("P") && !$0.hasSuffix("REF") } }
    var passages = [Int](repeating: 0, count: articles.count)
    for proposition in propositions where proposition.counts { passages[proposition.passage.article] += 1 }
    self.passages = passages
  }

  /// Somebody who takes part, or a state: "the U.S. military" and "American forces" share one.
  private enum Party: Hashable, Comparable {
    case entity(Int)
    case state(String)
  }

  private static func parties(of proposition: Proposition, in entities: [StoryEntity]) -> [Party] {
    var result: Set<Party> = []
    for number in proposition.entities {
      result.insert(.entity(number))
      guard entities.indices.contains(number), entities[number].type != .person, let country = entities[number].country
      else { continue }
      result.insert(.state(country))
    }
    return result.sorted()
  }

  /// Two propositions of one sentence are two things said.
  func mayMatch(_ first: Int, _ second: Int) -> Bool {
    let (a, b) = (propositions[first], propositions[second])
    return a.passage.article != b.passage.article || a.sentence != b.sentence
  }

  /// The evidence on a pair, and the words in common where both are in one language; nil where nothing at all speaks for it.
  func evidence(_ first: Int, _ second: Int) -> (evidence: PairEvidence, overlap: Double?)? {
    let (a, b) = (propositions[first], propositions[second])
    let isAcross = language(a) != language(b)
    let lexical = isAcross ? stems.cosine(a.stems, b.stems) : words.cosine(a.words, b.words)
    let meaning = vectors?.meaning(first, second) ?? 0
    let context = vectors?.context(first, second) ?? 0
    guard lexical > 0.05 || max(meaning, context) > 0.25 || (!a.events.isEmpty && !b.events.isEmpty) else { return nil }
    var evidence = PairEvidence()
    evidence[isAcross ? .meaningAcross : .meaning] = meaning
    evidence[.near] = max(0, meaning - 0.6)
    evidence[.context] = context
    evidence[isAcross ? .stems : .words] = lexical
    evidence[.contained] = isAcross ? stems.containment(a.stems, b.stems) : words.containment(a.words, b.words)
    if let shares = likeness?.covered(first, second) {
      evidence[.covered] = min(shares.ofFirst, shares.ofSecond)
      evidence[.coveredMost] = max(shares.ofFirst, shares.ofSecond)
    }
    evidence[.crowd] = crowd(a.passage.article, b.passage.article)
    evidence[.across] = isAcross ? 1 : 0
    weighParties(parties[first], parties[second], &evidence)
    if !lengthsOfTime[first].isEmpty, lengthsOfTime[first].contains(where: lengthsOfTime[second].contains) {
      evidence[.number] = 1
    }
    weighNumbers(a, b, &evidence)
    weighDays(days[first], days[second], &evidence)
    weighSpeakers(a, b, &evidence)
    weighEvents(a, b, &evidence)
    weighForms(a, b, &evidence)
    return (evidence, isAcross ? nil : lexical)
  }

  /// The more passages there are to choose from, the less likely are any two of them the same.
  private func crowd(_ a: Int, _ b: Int) -> Double {
    log(max(Double(passages[a] + passages[b]) / 2, 24) / 40)
  }

  private func language(_ p: Proposition) -> LanguageCode? { articles[p.passage.article].article.language }

  private func weighParties(_ a: [Party], _ b: [Party], _ evidence: inout PairEvidence) {
    guard !a.isEmpty, !b.isEmpty else {
      evidence[.unpeopled] = a.isEmpty && b.isEmpty ? 0 : 1
      return
    }
    let shared = partyWeights.cosine(a, b)
    evidence[.parties] = shared
    evidence[.strangers] = shared == 0 ? 1 : 0
  }

  /// Numbers that count the same thing are compared; where the languages differ, or no thing is named, any two of one kind.
  private func weighNumbers(_ a: Proposition, _ b: Proposition, _ evidence: inout PairEvidence) {
    let (x, y) = (a.quantities, b.quantities)
    guard !x.isEmpty, !y.isEmpty else {
      evidence[.unnumbered] = x.isEmpty == y.isEmpty ? 0 : 1
      return
    }
    if x.contains(where: { one in y.contains { one.value == $0.value && one.kind == $0.kind } }) {
      evidence[.number] = 1
    } else if x.contains(where: { one in y.contains { one.agrees(with: $0) && mayCountOne(one, $0, a, b) } }) {
      evidence[.number] = 0.7
    } else {
      evidence[.otherNumber] = x.contains { one in y.contains { mayCountOne(one, $0, a, b) } } ? 1 : 0.5
    }
  }

  private func mayCountOne(_ x: Quantity, _ y: Quantity, _ a: Proposition, _ b: Proposition) -> Bool {
    guard x.kind == y.kind else { return false }
    guard let first = x.unit, let second = y.unit, x.kind == .count, language(a) == language(b) else { return true }
    return first == second
  }

  private func weighDays(_ x: [ClosedRange<DayNumber>], _ y: [ClosedRange<DayNumber>], _ evidence: inout PairEvidence) {
    guard !x.isEmpty, !y.isEmpty else {
      evidence[.undated] = x.isEmpty == y.isEmpty ? 0 : 1
      return
    }
    if x.contains(where: { $0.count == 1 && y.contains($0) }) {
      evidence[.day] = 1
    } else {
      let meet = x.contains { day in y.contains { $0.overlaps(day) } }
      evidence[meet ? .days : .otherDay] = 1
    }
  }

  private func weighSpeakers(_ a: Proposition, _ b: Proposition, _ evidence: inout PairEvidence) {
    evidence[.halfSaid] = (a.form == .statement) == (b.form == .statement) ? 0 : 1
    guard let x = a.speaker, let y = b.speaker else { return }
    if x == y {
      evidence[.speaker] = 1
    } else if !a.voices.contains(y), !b.voices.contains(x), !speakForOneState(x, y) {
      evidence[.otherSpeaker] = 1
    }
  }

  private func speakForOneState(_ x: Int, _ y: Int) -> Bool {
    guard entities.indices.contains(x), entities.indices.contains(y), let country = entities[x].country else {
      return false
    }
    return country == entities[y].country
  }

  private func weighEvents(_ a: Proposition, _ b: Proposition, _ evidence: inout PairEvidence) {
    guard let x = event(a), let y = event(b) else { return }
    let match = EventMatch(x, y)
    if match.isSame {
      evidence[.event] = 1
    } else if match.isOther {
      evidence[.otherEvent] = 1
    } else if match.isAlike {
      evidence[.eventAlike] = 1
    }
  }

  private func event(_ p: Proposition) -> EventMention? {
    p.events.first.map { articles[p.passage.article].events[$0] }
  }

  private func weighForms(_ a: Proposition, _ b: Proposition, _ evidence: inout PairEvidence) {
    evidence[.denial] = a.isNegated == b.isNegated ? 0 : 1
    evidence[.possibility] = a.isPossible == b.isPossible ? 0 : 1
    let (short, long) = (min(a.words.count, b.words.count), max(a.words.count, b.words.count))
    evidence[.length] = 1 - Double(short + 1) / Double(long + 1)
    evidence[.brevity] = 1 / Double(short + 1)
    let parts = [a, b].filter { $0.form == .detail || $0.form == .event }.count
    evidence[.detail] = parts == 1 ? 1 : 0
    evidence[.details] = parts == 2 ? 1 : 0
  }
}
