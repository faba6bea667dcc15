import TextBytes

/// The value of a time expression as TIMEX3 writes it: `2025-12-11`, `2025-W50`, `P17D`, `PAST_REF`.
public struct TimexValue: Hashable, Sendable, CustomStringConvertible {
  /// The value as written.
  public let text: String
  /// Wraps a value that follows the TIMEX3 guidelines.
  public init(_ text: String) { self.text = text }
  /// The value of a date.
  public init(_ date: CalendarDate) { text = date.description }
  /// Some time before, at, or after the present of the text.
  public static let past = TimexValue("PAST_REF"), present = TimexValue("PRESENT_REF"),
    future = TimexValue("FUTURE_REF")
  /// The value as written.
  public var description: String { text }

  /// The calendar date that the value names, dropping a time of day; nil for weeks, quarters, durations and vague references.
  public var date: CalendarDate? {
    CalendarDate(iso: text.prefix { $0 != "T" })
  }

  /// The days that the value covers: a week is seven days, a season three months; nil for durations, sets and vague references.
  public var days: ClosedRange<DayNumber>? {
    if let date { return date.days }
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    // A decade ("201") and a century ("20") are written as the first digits of their years.
    if parts.count == 1, let digits = Int(text), text.utf8.count == 2 || text.utf8.count == 3 {
      let unit = text.utf8.count == 2 ? 100 : 10
      guard let first = CalendarDate(year: max(1, digits * unit)),
        let last = CalendarDate(year: digits * unit + unit - 1)
      else { return nil }
      return first.days.lowerBound...last.days.upperBound
    }
    guard parts.count >= 2, let year = Int(parts[0]), parts[0].utf8.count == 4 else { return nil }
    if parts[1].hasPrefix("W"), parts[1].dropFirst() != "", let week = Int(parts[1].dropFirst()) {
      let monday = DayNumber.monday(ofWeek: week, year: year)
      return parts.count > 2 ? monday.advanced(by: 5)...monday.advanced(by: 6) : monday...monday.advanced(by: 6)
    }
    func months(_ first: Int, _ last: Int, _ lastYear: Int) -> ClosedRange<DayNumber>? {
      guard let a = CalendarDate(year: year, month: first), let b = CalendarDate(year: lastYear, month: last) else {
        return nil
      }
      return a.days.lowerBound...b.days.upperBound
    }
    switch parts[1] {
    case "Q1": return months(1, 3, year)
    case "Q2": return months(4, 6, year)
    case "Q3": return months(7, 9, year)
    case "Q4": return months(10, 12, year)
    case "H1": return months(1, 6, year)
    case "H2": return months(7, 12, year)
    case "SP": return months(3, 6, year)
    case "SU": return months(6, 9, year)
    case "FA": return months(9, 12, year)
    case "WI": return months(12, 3, year + 1)
    default: return nil
    }
  }
}

/// A time expression in a text (TIMEX3).
public struct TimeExpression: Hashable, Sendable {
  /// The four types of TIMEX3.
  public enum Kind: String, Sendable, Hashable { case date = "DATE", time = "TIME", duration = "DURATION", set = "SET" }
  /// What a relative expression was resolved against.
  public enum Basis: String, Sendable, Hashable {
    /// The words alone, or the document's own date.
    case document
    /// A date that the caller gave.
    case caller
    /// A date worked out within the document.
    case inferred
    /// The story's other articles.
    case story
  }
  /// Where it stands.
  public var span: TextSpan
  /// Its type.
  public var kind: Kind
  /// Its value, or nil where it cannot be resolved.
  public var value: TimexValue?
  /// What the value rests on.
  public var basis: Basis

  /// Makes an expression.
  public init(span: TextSpan, kind: Kind, value: TimexValue?, basis: Basis = .document) {
    self.span = span
    self.kind = kind
    self.value = value
    self.basis = basis
  }
}
