import NewsModel
import TextBytes

/// Finds where the versions of one claim differ. A false alarm costs more than a miss: each rule compares like with like.
struct DiscrepancyFinder {
  let input: SourcingInput
  let group: [Int]
  let claim: Claim
  let origins: TracedGroup

  init(_ input: SourcingInput, group: [Int], claim: Claim, origins: TracedGroup) {
    self.input = input
    self.group = group
    self.claim = claim
    self.origins = origins
  }

  /// The discrepancies of the claim, at most one a kind. O(support²).
  func find() -> [Discrepancy] {
    [dates(), numbers(), QuotationDrift(self).find(), QuotationDrift(self).promotion()].compactMap { $0 }
  }

  func text(_ passage: Passage) -> String { input.articles[passage.article].article.text[passage.span] }

  // MARK: Dates

  /// Resolved dates of the claim's own event (or of a claim with one date a version) that differ.
  private func dates() -> Discrepancy? {
    var versions: [(value: TimexValue, at: Passage, by: Int)] = []
    for number in group where input.propositions[number].counts {
      let proposition = input.propositions[number]
      guard let date = ownDate(proposition) else { continue }
      versions.append((date, datePassage(proposition, date), number))
    }
    let comparable = versions.filter { one in versions.contains { $0.value != one.value && isSure(one.by, $0.by) } }
    let distinct = firstOfEach(comparable, by: \.value)
    guard distinct.count >= 2 else { return nil }
    let days = distinct.compactMap(\.value.days)
    guard days.count == distinct.count else { return nil }
    let apart = days.indices.contains { i in days.indices.contains { !days[i].overlaps(days[$0]) } }
    let ordered = distinct.sorted { $0.at < $1.at }
    let why =
      apart
      ? "the days cannot be one"
      : "\(ordered.map(\.value.text).joined(separator: " and ")) can be one day, told with different precision"
    return Discrepancy(
      claim: claim.id, kind: .date, verdict: apart ? .conflict : .granularity, why: why,
      values: ordered.map { .init(value: $0.value.text, at: $0.at) })
  }

  /// Whether two passages so surely say the same that what differs in them is a difference: a date may belong to something else that a long
  /// clause tells beside the claim.
  private func isSure(_ a: Int, _ b: Int) -> Bool {
    let isLong = [a, b].contains { input.propositions[$0].words.count > 14 }
    let score = input.pairs.first { $0.first == min(a, b) && $0.second == max(a, b) }?.score ?? 0
    return score >= (isLong ? 0.9 : 0.6)
  }

  private func ownDate(_ proposition: Proposition) -> TimexValue? {
    let dated = proposition.times.filter { $0.days != nil }
    if let event = proposition.events.first {
      return input.articles[proposition.passage.article].events[event].date.flatMap { $0.days == nil ? nil : $0 }
    }
    return dated.count == 1 ? dated[0] : nil
  }

  private func datePassage(_ proposition: Proposition, _ value: TimexValue) -> Passage {
    let article = input.articles[proposition.passage.article]
    let sentence = article.reading.sentences[proposition.sentence].span
    let span = article.times.first { sentence.contains($0.span) && $0.value == value }?.span
    return Passage(article: proposition.passage.article, span: span ?? proposition.passage.span)
  }

  // MARK: Numbers

  /// Different numbers of the same thing: the same word follows, in passages that are otherwise alike.
  private func numbers() -> Discrepancy? {
    var versions: [(unit: FoldHash, value: String, at: Passage)] = []
    for number in group where input.propositions[number].counts {
      versions += countedThings(input.propositions[number])
    }
    let units = Set(versions.map(\.unit)).sorted()
    for unit in units {
      let distinct = firstOfEach(versions.filter { $0.unit == unit }, by: \.value)
      guard distinct.count >= 2, Set(distinct.map(\.at.article)).count >= 2 else { continue }
      return Discrepancy(
        claim: claim.id, kind: .number, verdict: .conflict, why: "the versions count the same thing differently",
        values: distinct.map { .init(value: $0.value, at: $0.at) })
    }
    return nil
  }

  /// Numbers with the noun that they count.
  private func countedThings(_ proposition: Proposition) -> [(unit: FoldHash, value: String, at: Passage)] {
    let article = input.articles[proposition.passage.article]
    let range = article.reading.tokens(in: proposition.passage.span)
    return range.compactMap { i in
      let token = article.reading.tokens[i]
      guard token.kind == .number, !article.times.contains(where: { $0.span.overlaps(token.span) }),
        i + 1 < range.upperBound
      else { return nil }
      let next = article.reading.tokens[i + 1]
      guard next.kind == .word, isContentWord(next) else { return nil }
      let value = article.reading.string(token).filter { $0 != "," }
      return (next.lemma, value, Passage(article: proposition.passage.article, span: token.span.union(next.span)))
    }
  }

  private func isContentWord(_ token: Token) -> Bool {
    token.classes.contains(.noun) && !token.classes.contains(.function)
  }

  private func firstOfEach<Version, Value: Hashable>(_ versions: [Version], by value: (Version) -> Value) -> [Version] {
    var seen: Set<Value> = []
    return versions.filter { seen.insert(value($0)).inserted }
  }
}
