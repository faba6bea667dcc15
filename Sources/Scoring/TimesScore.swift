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

  /// Gold expressions that tell no value, and those of the system that are paired with them: left out of ``valueF1``.
  public private(set) var untold = 0, untoldFound = 0

  /// Adds one document. With `conventions`, what a gold expression means may be written in more than one way; docs/EVALUATION.md
  /// lists them. O(gold × found).
  public mutating func add(gold: [ScoredTime], found: [ScoredTime], conventions: TimesConventions? = nil) {
    self.gold += gold.count
    self.found += found.count
    for (wanted, match) in zip(gold, Self.pairs(gold: gold, found: found)) {
      let isUntold = conventions.map { !$0.tellsValue(wanted) } ?? false
      if isUntold { untold += 1 }
      guard let match else { continue }
      let answer = found[match]
      let readings = conventions?.readings(wanted) ?? [wanted]
      relaxed += 1
      if answer.start == wanted.start, answer.end == wanted.end { strict += 1 }
      if readings.contains(where: { $0.type == answer.type }) { type += 1 }
      if isUntold {
        untoldFound += 1
      } else if readings.contains(where: { $0.value == answer.value && !$0.value.isEmpty }) {
        value += 1
      }
    }
  }

  /// For each gold expression the place in `found` of the one that shares the most with it and is not taken yet, nil where
  /// none overlaps. O(gold × found).
  public static func pairs(gold: [ScoredTime], found: [ScoredTime]) -> [Int?] {
    var used: Set<Int> = []
    return gold.map { wanted in
      let overlaps = found.indices.filter { !used.contains($0) }.map { index in
        (index, min(wanted.end, found[index].end) - max(wanted.start, found[index].start))
      }
      guard let best = overlaps.max(by: { $0.1 < $1.1 || ($0.1 == $1.1 && $0.0 > $1.0) }), best.1 > 0 else {
        return nil
      }
      used.insert(best.0)
      return best.0
    }
  }

  /// The harmonic mean of precision and recall for a count of right pairs; 0 where there is nothing.
  public func f1(_ right: Int) -> Double {
    gold + found == 0 ? 0 : 2 * Double(right) / Double(gold + found)
  }

  /// The same for the values, over the expressions whose gold tells one.
  public var valueF1: Double {
    let counted = gold - untold + found - untoldFound
    return counted == 0 ? 0 : 2 * Double(value) / Double(counted)
  }
}
