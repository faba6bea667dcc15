import NewsModel

/// Steps on the calendar, each as coarse as its unit.
enum TimeCalendar {
  /// `date` moved by `steps` of `unit`: a day gives a day, a week `2025-W50`, a month `2025-11`, and so on; nil where `date`
  /// is too coarse, or for units below a day.
  static func step(_ date: CalendarDate, _ unit: TimeUnit, _ steps: Int) -> TimexValue? {
    switch unit {
    case .second, .minute, .hour: return nil
    case .day: return date.dayNumber.map { TimexValue($0.advanced(by: steps).date) }
    case .week: return date.dayNumber.map { week($0.advanced(by: 7 * steps)) }
    case .month:
      guard let month = date.month else { return nil }
      let months = date.year * 12 + month - 1 + steps
      return CalendarDate(year: months / 12, month: months % 12 + 1).map { TimexValue($0) }
    case .quarter:
      guard let month = date.month else { return nil }
      let quarters = date.year * 4 + (month - 1) / 3 + steps
      return TimexValue("\(year(quarters / 4))-Q\(quarters % 4 + 1)")
    case .year: return CalendarDate(year: date.year + steps).map { TimexValue($0) }
    case .decade: return TimexValue(decade: date.year / 10 + steps)
    case .century: return TimexValue(century: date.year / 100 + steps)
    }
  }

  static func week(_ day: DayNumber) -> TimexValue {
    let (year, week) = day.isoWeek
    return TimexValue("\(self.year(year))-W\(two(week))")
  }

  static func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
  static func year(_ year: Int) -> String { CalendarDate(year: year)?.description ?? "XXXX" }

  /// Easter Sunday of the Gregorian calendar (Meeus, Astronomical Algorithms, ch. 8).
  static func easter(_ year: Int) -> DayNumber {
    let a = year % 19, b = year / 100, c = year % 100
    let d = b / 4, e = b % 4, f = (b + 8) / 25
    let h = (19 * a + b - d - (b - f + 1) / 3 + 15) % 30
    let k = (32 + 2 * e + 2 * (c / 4) - h - c % 4) % 7
    let m = (a + 11 * h + 22 * k) / 451
    let n = h + k - 7 * m + 114
    return DayNumber(year: year, month: n / 31, day: n % 31 + 1)
  }

  /// The day of a holiday, coded as ``TimeField/holiday`` says.
  static func holiday(_ code: Int, _ year: Int) -> DayNumber? {
    if code < 1300 { return CalendarDate(year: year, month: code / 100, day: code % 100)?.dayNumber }
    if code < 10000 { return easter(year).advanced(by: code - 9000) }
    let month = code % 10000 / 100, weekday = code % 100 / 10, number = code % 10
    guard (1...12).contains(month) else { return nil }
    if number == 9 {
      let last = DayNumber(year: year, month: month, day: CalendarDate.days(in: month, of: year))
      return last.advanced(by: -((last.weekday - weekday + 7) % 7))
    }
    let first = DayNumber(year: year, month: month, day: 1)
    return first.advanced(by: (weekday - first.weekday + 7) % 7 + 7 * (number - 1))
  }
}

extension TimexValue {
  init?(decade: Int) {
    guard (100...999).contains(decade) else { return nil }
    self.init("\(decade)")
  }
  init?(century: Int) {
    guard (0...99).contains(century) else { return nil }
    self.init(TimeCalendar.two(century))
  }
}
