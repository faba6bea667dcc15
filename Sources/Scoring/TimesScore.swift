/// A time expression as a scorer sees it: positions in any one unit, and the type and value as TIMEX3 writes them.
public struct ScoredTime: Hashable, Sendable {
  /// Where it begins.
  public var start: Int
  /// Where it ends, exclusive.
  public var end: Int
  /// DATE, TIME, DURATION or SET.
  public var type: String
  /// The value; empty for none.
  public var value: String

  /// Makes an expression.
  public init(start: Int, end: Int, type: String, value: String) {
    self.start = start
    self.end = end
    self.type = type
    self.value = value
  }
}

/// Agreement of time expressions with a gold standard, as TempEval-2 and -3 count it: strict and overlapping spans, and of the
/// overlapping pairs those whose type or value is equal, over all gold and all system expressions.
public struct TimesScore: Hashable, Sendable {
  /// Gold expressions, and those of the system.
  public private(set) var gold = 0, found = 0
  /// Pairs with the same span, pairs that overlap, and of these pairs with the same type, with the same value.
  public private(set) var strict = 0, relaxed = 0, type = 0, value = 0

  /// Makes an empty count.
  public init() {}

  /// Adds one document. `normalize` may bring a gold expression to the conventions of the system; what it does must be told
  /// beside the figures. O(gold × found).
  public mutating func add(
    gold: [ScoredTime], found: [ScoredTime], normalize: (ScoredTime) -> ScoredTime = { $0 }
  ) {
    self.gold += gold.count
    self.found += found.count
    var used: Set<Int> = []
    for raw in gold {
      let wanted = normalize(raw)
      let overlaps = found.indices.filter { !used.contains($0) }.map { index in
        (index, min(wanted.end, found[index].end) - max(wanted.start, found[index].start))
      }
      guard let best = overlaps.max(by: { $0.1 < $1.1 || ($0.1 == $1.1 && $0.0 > $1.0) }), best.1 > 0 else { continue }
      used.insert(best.0)
      let answer = found[best.0]
      relaxed += 1
      if answer.start == wanted.start, answer.end == wanted.end { strict += 1 }
      if answer.type == wanted.type { type += 1 }
      if answer.value == wanted.value, !wanted.value.isEmpty { value += 1 }
    }
  }

  /// The harmonic mean of precision and recall for a count of right pairs; 0 where there is nothing.
  public func f1(_ right: Int) -> Double {
    gold + found == 0 ? 0 : 2 * Double(right) / Double(gold + found)
  }
}

/// One oddity of the Spanish TempEval-2 gold, brought to today's TIMEX3: quarters
/// `2000-T1` become `2000-Q1`. Nothing else is touched.
public func normalizedTempEval2(_ time: ScoredTime) -> ScoredTime {
  var time = time
  let parts = time.value.split(separator: "-", omittingEmptySubsequences: false)
  if parts.count == 2, parts[0].utf8.count == 4, parts[1].hasPrefix("T"), parts[1].utf8.count == 2 {
    time.value = "\(parts[0])-Q\(parts[1].dropFirst())"
  }
  return time
}
