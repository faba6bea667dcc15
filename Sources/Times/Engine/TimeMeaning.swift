/// One thing that a time expression may say: a field of ``TimeMeaning``. Rules name them as the cases are named.
enum TimeField: Int, CaseIterable, Sendable {
  case year, month, day
  /// 1 is Monday.
  case weekday
  /// -1 last, 0 this, 1 next; more is counted on ("the week after next" is 2).
  case turn
  /// Index into ``TimeMeaning/partCodes``.
  case part
  /// Minutes since midnight.
  case clock
  /// Hours since midnight, before a meridiem or a part of the day is known.
  case hour
  /// Minutes to add for the half of the day: 0 or 720.
  case meridiem
  /// 0 where the words say UTC.
  case zone
  /// Index into ``TimeMeaning/seasonCodes``.
  case season
  case quarter, half
  /// The year without its last digit, and the decade within its century.
  case decade, shortDecade
  /// The year without its last two digits.
  case century
  /// The date of a holiday: month × 100 + day; 9000 + days behind Easter Sunday; 20000 + month × 100 + weekday × 10 + number.
  case holiday
  /// Index into ``TimeMeaning/units``.
  case unit
  /// Twice the number of units; -1 where the words say only "some".
  case amount
  /// 1 where half a unit is added ("two and a half").
  case plus
  /// -1 before the anchor, 1 behind it.
  case sense
  /// 0 the document's date, 1 the expression before, 2 the event that the words name.
  case anchor
  /// -1 PAST_REF, 0 PRESENT_REF, 1 FUTURE_REF.
  case vague
  /// 1 where it repeats.
  case `repeat`
  case fiscal, weekend
  /// A smaller unit added to a duration ("two years and three months").
  case unit2, amount2
  /// 1 where another expression gives what these words leave out: the month of a day, the quarter of "the same period of 2019".
  case inherit
}

/// What an expression says before it is resolved against a date: a few fields, each perhaps unset.
struct TimeMeaning: Hashable, Sendable {
  private var cells = SIMD32<Int16>(repeating: .min)

  subscript(field: TimeField) -> Int? {
    get { cells[field.rawValue] == .min ? nil : Int(cells[field.rawValue]) }
    set { cells[field.rawValue] = newValue.map { Int16(clamping: $0) } ?? .min }
  }

  /// Whether the value depends on the tense around: a date whose year, or week, is not told.
  var asksForTense: Bool {
    self[.vague] == nil && self[.repeat] == nil && self[.sense] == nil && self[.amount] == nil && self[.year] == nil
  }

  /// Takes over the fields that `other` sets.
  mutating func merge(_ other: TimeMeaning) {
    cells.replace(with: other.cells, where: other.cells .!= SIMD32<Int16>(repeating: .min))
  }

  /// All fields, by their number.
  static let fields = TimeField.allCases
  static let partCodes = ["MO", "MI", "AF", "EV", "NI", "DT"]
  static let seasonCodes = ["SP", "SU", "FA", "WI"]
  static let units: [TimeUnit] = [
    .second, .minute, .hour, .day, .week, .month, .quarter, .year, .decade, .century,
  ]
  /// Twice the number of units; -1 for some; nil where none is told.
  var halves: Int? { self[.amount].map { $0 < 0 ? $0 : $0 + (self[.plus] ?? 0) } }
  var timeUnit: TimeUnit? { self[.unit].flatMap { Self.units.indices.contains($0) ? Self.units[$0] : nil } }

  /// Reads a field's value as tables write it: a number, a unit, a part of the day, a season.
  static func number(_ text: String) -> Int? {
    if let number = Int(text) { return number }
    if let unit = TimeUnit(rawValue: text) { return units.firstIndex(of: unit) }
    return partCodes.firstIndex(of: text) ?? seasonCodes.firstIndex(of: text)
  }
}
