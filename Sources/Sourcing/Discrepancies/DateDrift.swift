import NewsModel
import TextBytes

/// Finds versions that date one event by other days, or with other precision.
struct DateDrift {
  /// What passages must agree for days to differ that cannot be one, since what is aligned wrongly has another day.
  private static let sure = 0.85

  private let finder: DiscrepancyFinder

  init(_ finder: DiscrepancyFinder) { self.finder = finder }

  /// Resolved dates of the claim's own event (or of a claim with one date a version) that differ by the day; an hour or a part of one day
  /// is no other day.
  func find() -> Discrepancy? {
    for pair in finder.surePairs {
      guard let x = date(pair.a), let y = date(pair.b), x.value != y.value, let a = x.value.days, let b = y.value.days
      else { continue }
      let apart = !a.overlaps(b)
      guard
        apart
          ? a.count == b.count && pair.score >= Self.sure && isOneEvent(pair, x.at, y.at)
          : isCoarser(x.value, y.value)
      else { continue }
      let ordered = [x, y].sorted { $0.at < $1.at }
      let named = [x, y].sorted { ($0.value.days?.count ?? 0) < ($1.value.days?.count ?? 0) }.map(\.value.text)
      return Discrepancy(
        claim: finder.claim.id, kind: .date, verdict: apart ? .conflict : .granularity,
        why: apart ? "the days cannot be one" : "\(named[0]) lies in \(named[1]): told with different precision",
        values: ordered.map { .init(value: $0.value.text, at: $0.at) })
    }
    return nil
  }

  /// Words of one event: in one language most are the same, and each day belongs to a verb that both have.
  private func isOneEvent(_ pair: VersionPair, _ a: Passage, _ b: Passage) -> Bool {
    guard tellsDay(a), tellsDay(b), finder.text(a) != finder.text(b), pair.areOfOneSubject else { return false }
    guard pair.isOneLanguage else { return true }
    return pair.likeness >= 0.6 && isOfShared(pair.a, a, pair.b) && isOfShared(pair.b, b, pair.a)
  }

  /// Whether a time has a word of its own for the day; of a bare hour the day is only supposed.
  private func tellsDay(_ passage: Passage) -> Bool {
    var run = 0
    for byte in finder.text(passage).utf8 {
      run = byte >= 0x80 || (byte | 0x20 >= 0x61 && byte | 0x20 <= 0x7a) ? run + 1 : 0
      if run > 3 { return true }
    }
    return false
  }

  /// Whether the verb before a time stands in the other version too.
  private func isOfShared(_ version: Version, _ time: Passage, _ other: Version) -> Bool {
    let verb = version.tokens.last {
      $0.span.end <= time.span.start && !$0.classes.isDisjoint(with: [.verb, .finite, .participle, .infinitive])
        && $0.classes.isDisjoint(with: [.auxiliary, .noun])
    }
    guard let verb else { return true }
    return other.tokens.contains { $0.lemma == verb.lemma }
  }

  /// Whether one is a day or more in a span of days that is worth telling apart: up to a month.
  private func isCoarser(_ a: TimexValue, _ b: TimexValue) -> Bool {
    guard let x = a.days, let y = b.days, x.count != y.count else { return false }
    let (fine, coarse) = x.count < y.count ? (a, b) : (b, a)
    return max(x.count, y.count) <= 31 && !fine.text.hasPrefix(coarse.text + "-WE")
  }

  /// The one date that a passage tells in its own words, with these.
  private func date(_ version: Version) -> (value: TimexValue, at: Passage)? {
    let proposition = version.proposition
    let told = version.article.times.filter { time in
      proposition.passage.span.contains(time.span) && (time.kind == .date || time.kind == .time)
    }
    let own = proposition.events.first.flatMap { version.article.events[$0].date }
    guard let time = told.first(where: { own == nil || $0.value == own }), let value = time.value, value.days != nil,
      !value.text.hasSuffix("T00:00"),
      Set(told.compactMap(\.value)).count == 1
    else { return nil }
    return (value, Passage(article: proposition.passage.article, span: time.span))
  }
}
