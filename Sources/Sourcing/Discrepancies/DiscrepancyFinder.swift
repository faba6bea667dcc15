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

  /// Different numbers of the same thing, in passages that surely say the same; numbers that the words allow to be one are none.
  private func numbers() -> Discrepancy? {
    var versions: [(quantity: Quantity, at: Passage, by: Int)] = []
    for number in group where input.propositions[number].counts {
      let proposition = input.propositions[number]
      for quantity in proposition.quantities where quantity.unit != nil {
        versions.append((quantity, passage(of: quantity, in: proposition), number))
      }
    }
    let differing = versions.filter { one in
      versions.contains { other in
        one.quantity.unit == other.quantity.unit && one.at.article != other.at.article
          && !one.quantity.agrees(with: other.quantity) && isSure(one.by, other.by)
      }
    }
    guard let unit = differing.first?.quantity.unit else { return nil }
    let distinct = firstOfEach(differing.filter { $0.quantity.unit == unit }, by: \.quantity.value)
    guard distinct.count >= 2 else { return nil }
    return Discrepancy(
      claim: claim.id, kind: .number, verdict: .conflict, why: "the versions count the same thing differently",
      values: distinct.map { .init(value: text($0.at), at: $0.at) })
  }

  /// The number with the word behind it, where that is what it counts.
  private func passage(of quantity: Quantity, in proposition: Proposition) -> Passage {
    let reading = input.articles[proposition.passage.article].reading
    let next = reading.tokens(in: quantity.span).upperBound
    let isUnit = next < reading.tokens.count && reading.tokens[next].lemma == quantity.unit
    let span = isUnit ? quantity.span.union(reading.tokens[next].span) : quantity.span
    return Passage(article: proposition.passage.article, span: span)
  }

  private func firstOfEach<Version, Value: Hashable>(_ versions: [Version], by value: (Version) -> Value) -> [Version] {
    var seen: Set<Value> = []
    return versions.filter { seen.insert(value($0)).inserted }
  }
}
