import NewsModel
import TextBytes

/// Finds versions that count one thing differently.
struct NumberDrift {
  /// What passages must agree where each has but one number of the thing.
  private static let sure = 0.85

  private let finder: DiscrepancyFinder

  init(_ finder: DiscrepancyFinder) { self.finder = finder }

  private typealias Count = (quantity: Quantity, at: Passage)

  /// Different numbers of the same thing, in passages that surely say the same; numbers that the words allow to be one are none.
  func find() -> Discrepancy? {
    for pair in finder.pairs where pair.score >= DiscrepancyFinder.sure {
      guard let (x, y) = differing(pair), isSure(pair, of: x.quantity.kind) else { continue }
      var shown = [x, y]
      for other in finder.surePairs where other.a.number == pair.a.number || other.a.number == pair.b.number {
        guard let count = only(x.quantity, other.b),
          !shown.contains(where: { $0.quantity.agrees(with: count.quantity) }),
          isComparable(count.quantity, x.quantity)
        else { continue }
        shown.append(count)
      }
      shown.sort { $0.at < $1.at }
      let isRounding = shown.count == 2 && isRounded(x.quantity, y.quantity)
      return Discrepancy(
        claim: finder.claim.id, kind: .number, verdict: isRounding ? .granularity : .conflict,
        why: isRounding ? "one number, rounded differently" : "the versions count the same thing differently",
        values: shown.map { .init(value: finder.text($0.at), at: $0.at) })
    }
    return nil
  }

  /// A count of one thing in two short passages is of the same; a sum or a share needs more, and so does a long passage.
  private func isSure(_ pair: VersionPair, of kind: Quantity.Kind) -> Bool {
    guard finder.isShort(pair) else { return pair.score >= Self.sure }
    return kind == .count || pair.isOneLanguage || pair.score >= Self.sure
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
    let reading = finder.input.articles[proposition.passage.article].reading
    let next = reading.tokens(in: quantity.span).upperBound
    let isUnit =
      next < reading.tokens.count
      && (reading.tokens[next].lemma == quantity.unit
        || quantity.kind == .share && reading.tokens[next].kind == .symbol)
    let span = isUnit ? quantity.span.union(reading.tokens[next].span) : quantity.span
    return Passage(article: proposition.passage.article, span: span)
  }
}
