import NewsModel
import TextBytes

/// Finds where the versions of one claim differ. A false alarm costs more than a miss: each rule compares like with like.
struct DiscrepancyFinder {
  /// What two short passages must agree for a difference between them to be one of versions.
  private static let sure = 0.6
  /// The same where either is long, and may tell something else beside the claim.
  private static let sureOfLong = 0.9
  /// From how many words of content on a passage is long.
  private static let long = 15

  /// The same where each has but one number of the thing.
  private static let sureOfNumbers = 0.85
  /// The same for days that cannot be one, since what is aligned wrongly has another day.
  private static let sureOfDays = 0.85

  let input: SourcingInput
  let group: [Int]
  let claim: Claim
  let origins: TracedGroup
  /// Passages of different articles' bodies, the most alike first.
  let pairs: [VersionPair]

  init(_ input: SourcingInput, group: [Int], claim: Claim, origins: TracedGroup, scores: PairScores) {
    self.input = input
    self.group = group
    self.claim = claim
    self.origins = origins
    let versions = group.filter { input.propositions[$0].counts }.map { Version(input, $0) }
    var pairs: [VersionPair] = []
    for (i, a) in versions.enumerated() {
      for b in versions[(i + 1)...] where b.proposition.passage.article != a.proposition.passage.article {
        pairs.append(VersionPair(a: a, b: b, score: scores.score(a.number, b.number)))
      }
    }
    self.pairs = pairs.sorted {
      $0.score != $1.score ? $0.score > $1.score : ($0.a.number, $0.b.number) < ($1.a.number, $1.b.number)
    }
  }

  /// The discrepancies of the claim, at most one a kind. O(support²).
  func find() -> [Discrepancy] {
    guard !pairs.isEmpty else { return [] }
    return [dates(), numbers(), QuotationDrift(self).find(), QuotationDrift(self).promotion()].compactMap { $0 }
      + FactDrift(self).find() + PartyDrift(self).find() + [TranslationDrift(self).find()].compactMap { $0 }
  }

  func text(_ passage: Passage) -> String { input.articles[passage.article].article.text[passage.span] }

  /// Whether an article says it on its own word.
  func isUnattributed(_ number: Int) -> Bool {
    origins.supports.contains { $0.proposition == number && $0.support.chain.isEmpty }
  }

  /// Pairs that so surely say the same that what differs in them is a difference.
  private var surePairs: [VersionPair] {
    pairs.filter { $0.score >= (isShort($0) ? Self.sure : Self.sureOfLong) }
  }

  private func isShort(_ pair: VersionPair) -> Bool {
    max(pair.a.proposition.words.count, pair.b.proposition.words.count) < Self.long
  }

  // MARK: Dates

  /// Resolved dates of the claim's own event (or of a claim with one date a version) that differ by the day; an hour or a part of one day
  /// is no other day.
  private func dates() -> Discrepancy? {
    for pair in surePairs {
      guard let x = date(pair.a), let y = date(pair.b), x.value != y.value, let a = x.value.days, let b = y.value.days
      else { continue }
      let apart = !a.overlaps(b)
      guard
        apart
          ? a.count == b.count && pair.score >= Self.sureOfDays && isOneEvent(pair, x.at, y.at)
          : isCoarser(x.value, y.value)
      else { continue }
      let ordered = [x, y].sorted { $0.at < $1.at }
      let named = [x, y].sorted { ($0.value.days?.count ?? 0) < ($1.value.days?.count ?? 0) }.map(\.value.text)
      return Discrepancy(
        claim: claim.id, kind: .date, verdict: apart ? .conflict : .granularity,
        why: apart ? "the days cannot be one" : "\(named[0]) lies in \(named[1]): told with different precision",
        values: ordered.map { .init(value: $0.value.text, at: $0.at) })
    }
    return nil
  }

  /// Words of one event: in one language most are the same, and each day belongs to a verb that both have.
  private func isOneEvent(_ pair: VersionPair, _ a: Passage, _ b: Passage) -> Bool {
    guard tellsDay(a), tellsDay(b), text(a) != text(b), pair.areOfOneSubject else { return false }
    guard pair.isOneLanguage else { return true }
    return pair.likeness >= 0.6 && isOfShared(pair.a, a, pair.b) && isOfShared(pair.b, b, pair.a)
  }

  /// Whether a time has a word of its own for the day; of a bare hour the day is only supposed.
  private func tellsDay(_ passage: Passage) -> Bool {
    var run = 0
    for byte in text(passage).utf8 {
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

  // MARK: Numbers

  private typealias Count = (quantity: Quantity, at: Passage)

  /// Different numbers of the same thing, in passages that surely say the same; numbers that the words allow to be one are none.
  private func numbers() -> Discrepancy? {
    for pair in pairs where pair.score >= Self.sure {
      guard let (x, y) = differing(pair), isSure(pair, of: x.quantity.kind) else { continue }
      var shown = [x, y]
      for other in surePairs where other.a.number == pair.a.number || other.a.number == pair.b.number {
        guard let count = only(x.quantity, other.b),
          !shown.contains(where: { $0.quantity.agrees(with: count.quantity) }),
          isComparable(count.quantity, x.quantity)
        else { continue }
        shown.append(count)
      }
      shown.sort { $0.at < $1.at }
      let isRounding = shown.count == 2 && isRounded(x.quantity, y.quantity)
      return Discrepancy(
        claim: claim.id, kind: .number, verdict: isRounding ? .granularity : .conflict,
        why: isRounding ? "one number, rounded differently" : "the versions count the same thing differently",
        values: shown.map { .init(value: text($0.at), at: $0.at) })
    }
    return nil
  }

  /// A count of one thing in two short passages is of the same; a sum or a share needs more, and so does a long passage.
  private func isSure(_ pair: VersionPair, of kind: Quantity.Kind) -> Bool {
    guard isShort(pair) else { return pair.score >= Self.sureOfNumbers }
    return kind == .count || pair.isOneLanguage || pair.score >= Self.sureOfNumbers
  }

  private func differing(_ pair: VersionPair) -> (Count, Count)? {
    guard !areOfTwoHours(pair), pair.areOfOneSubject, !pair.isOneLanguage || pair.likeness >= 0.5,
      isForecast(pair.a) == isForecast(pair.b)
    else { return nil }
    for quantity in pair.a.proposition.quantities where quantity.unit != nil || quantity.kind == .share {
      guard let x = only(quantity, pair.a), let y = only(quantity, pair.b), !x.quantity.agrees(with: y.quantity),
        isComparable(x.quantity, y.quantity), tellsMore(pair.a, x), tellsMore(pair.b, y)
      else { continue }
      return (x, y)
    }
    return nil
  }

  /// What is expected and what came are two numbers.
  private func isForecast(_ version: Version) -> Bool { version.has(.unsure) || version.has(.possible) }

  /// What is counted at two hours may have changed between.
  private func areOfTwoHours(_ pair: VersionPair) -> Bool {
    let (x, y) = (Set(pair.a.proposition.times), Set(pair.b.proposition.times))
    let hasHours = [x, y].allSatisfy { $0.contains { $0.text.utf8.contains(UInt8(ascii: "T")) } }
    return hasHours && x.isDisjoint(with: y)
  }

  /// The number of a passage that counts what `like` counts, where it has but one.
  private func only(_ like: Quantity, _ version: Version) -> Count? {
    let all = version.proposition.quantities.filter {
      isOneThing($0, like)
    }
    return all.count == 1 && !isOfName(all[0], version) ? (all[0], passage(of: all[0], in: version.proposition)) : nil
  }

  /// Whether a number is part of a name ("Pick 3 Midday").
  private func isOfName(_ quantity: Quantity, _ version: Version) -> Bool {
    let next = version.tokens.first { $0.span.start >= quantity.span.end }
    return next.map { $0.lemma == quantity.unit && $0.shape.contains(.capitalized) } ?? false
  }

  private func isOneThing(_ a: Quantity, _ b: Quantity) -> Bool {
    guard a.kind == b.kind else { return false }
    return a.kind == .share && a.unit == b.unit || CountedThings.areOne(a.unit, b.unit)
  }

  /// A bare sum of money, or a bare share, can be of anything.
  private func tellsMore(_ version: Version, _ count: Count) -> Bool {
    guard count.quantity.kind != .count else { return true }
    let others = version.tokens.filter { !count.at.span.overlaps($0.span) && !$0.classes.contains(.function) }
    return others.count >= 2
  }

  /// Numbers that are worlds apart are of different things, or misread.
  private func isComparable(_ a: Quantity, _ b: Quantity) -> Bool {
    let (low, high) = (min(a.value, b.value), max(a.value, b.value))
    return low > 0 && high / low <= 3
  }

  /// Whether the rounder of two numbers is the other, rounded.
  private func isRounded(_ a: Quantity, _ b: Quantity) -> Bool {
    let (x, y) = (a.value, b.value)
    guard abs(x - y) <= 0.06 * max(x, y) else { return false }
    return [(x, y), (y, x)].contains { round, exact in
      let step = Self.step(of: round)
      return step > 1 && (exact / step).rounded() * step == round
    }
  }

  /// The power of ten that a whole number ends in.
  private static func step(of value: Double) -> Double {
    var step = 1.0
    while step < 1e15, value.truncatingRemainder(dividingBy: step * 10) == 0, value != 0 { step *= 10 }
    return step
  }

  /// The number with the word behind it, where that is what it counts.
  private func passage(of quantity: Quantity, in proposition: Proposition) -> Passage {
    let reading = input.articles[proposition.passage.article].reading
    let next = reading.tokens(in: quantity.span).upperBound
    let isUnit =
      next < reading.tokens.count
      && (reading.tokens[next].lemma == quantity.unit
        || quantity.kind == .share && reading.tokens[next].kind == .symbol)
    let span = isUnit ? quantity.span.union(reading.tokens[next].span) : quantity.span
    return Passage(article: proposition.passage.article, span: span)
  }
}

/// How alike propositions are, looked up by their numbers.
struct PairScores {
  private let scores: [[Int]: Double]
  init(_ pairs: [AlignedPair]) {
    scores = Dictionary(pairs.map { ([$0.first, $0.second], $0.score) }) { a, _ in a }
  }
  func score(_ a: Int, _ b: Int) -> Double { scores[[min(a, b), max(a, b)]] ?? 0 }
}
