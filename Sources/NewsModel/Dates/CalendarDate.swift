/// A date of the proleptic Gregorian calendar, as precise as the words were: "last year" has no month.
public struct CalendarDate: Hashable, Sendable, Comparable, CustomStringConvertible {
  /// The year, 1 to 9999.
  public let year: Int
  /// The month, 1 to 12, or nil if the words give none.
  public let month: Int?
  /// The day of the month, or nil if the words give none.
  public let day: Int?

  /// Makes a date, or nil where the calendar has none such (30 February; a day without a month).
  public init?(year: Int, month: Int? = nil, day: Int? = nil) {
    guard (1...9999).contains(year) else { return nil }
    if let month { guard (1...12).contains(month) else { return nil } }
    if let day {
      guard let month, day >= 1, day <= CalendarDate.days(in: month, of: year) else { return nil }
    }
    self.year = year
    self.month = month
    self.day = day
  }

  /// Reads `2025`, `2025-12` or `2025-12-11`; nil for anything else.
  public init?(iso text: some StringProtocol) {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    // Digits only: `Int` would read a sign too.
    guard parts.allSatisfy({ $0.utf8.allSatisfy { (0x30...0x39).contains($0) } }) else { return nil }
    guard (1...3).contains(parts.count), parts[0].utf8.count == 4, let year = Int(parts[0]) else { return nil }
    guard parts.dropFirst().allSatisfy({ $0.utf8.count == 2 }) else { return nil }
    self.init(
      year: year, month: parts.count > 1 ? Int(parts[1]) : nil, day: parts.count > 2 ? Int(parts[2]) : nil)
  }

  /// The number of days in a month.
  public static func days(in month: Int, of year: Int) -> Int {
    switch month {
    case 4, 6, 9, 11: return 30
    case 2: return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
    default: return 31
    }
  }

  /// `2025`, `2025-12` or `2025-12-11`.
  public var description: String {
    func pad(_ n: Int, _ width: Int) -> String {
      let digits = String(n)
      return String(repeating: "0", count: max(0, width - digits.count)) + digits
    }
    return pad(year, 4) + (month.map { "-" + pad($0, 2) } ?? "") + (day.map { "-" + pad($0, 2) } ?? "")
  }

  /// The first and the last day that the date may mean.
  public var days: ClosedRange<DayNumber> {
    let first = DayNumber(year: year, month: month ?? 1, day: day ?? 1)
    let lastMonth = month ?? 12
    let last = DayNumber(
      year: year, month: lastMonth, day: day ?? CalendarDate.days(in: lastMonth, of: year))
    return first...last
  }

  /// The single day, or nil where only the month or the year is known.
  public var dayNumber: DayNumber? { day == nil ? nil : days.lowerBound }

  /// By first day, then the more precise first.
  public static func < (a: CalendarDate, b: CalendarDate) -> Bool {
    let (x, y) = (a.days, b.days)
    return x.lowerBound != y.lowerBound ? x.lowerBound < y.lowerBound : x.upperBound < y.upperBound
  }
}

/// A day, counted from 1970-01-01 as day 0.
public struct DayNumber: Hashable, Sendable, Comparable, Strideable {
  /// Days since 1970-01-01.
  public let value: Int
  /// Wraps a count of days.
  public init(_ value: Int) { self.value = value }

  /// The day of a complete date. Howard Hinnant, "chrono-compatible low-level date algorithms", days_from_civil.
  public init(year: Int, month: Int, day: Int) {
    let y = month <= 2 ? year - 1 : year
    let era = (y >= 0 ? y : y - 399) / 400
    let yearOfEra = y - era * 400
    let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
    value = era * 146097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719468
  }

  /// The date of the day. The same source, civil_from_days.
  public var date: CalendarDate {
    let z = value + 719468
    let era = (z >= 0 ? z : z - 146096) / 146097
    let doe = z - era * 146097
    let yoe = (doe - doe / 1460 + doe / 36524 - doe / 146096) / 365
    let doy = doe - (365 * yoe + yoe / 4 - yoe / 100)
    let mp = (5 * doy + 2) / 153
    let month = mp + (mp < 10 ? 3 : -9)
    let year = yoe + era * 400 + (month <= 2 ? 1 : 0)
    return CalendarDate(year: year, month: month, day: doy - (153 * mp + 2) / 5 + 1)
      ?? CalendarDate(year: 1)!
  }

  /// Monday is 1, Sunday is 7 (ISO 8601).
  public var weekday: Int { ((value + 3) % 7 + 7) % 7 + 1 }

  /// The ISO 8601 week and the year that it counts to.
  public var isoWeek: (year: Int, week: Int) {
    let thursday = DayNumber(value - weekday + 4)
    let year = thursday.date.year
    let first = DayNumber(year: year, month: 1, day: 1)
    return (year, (thursday.value - first.value) / 7 + 1)
  }

  /// The Monday of an ISO 8601 week.
  public static func monday(ofWeek week: Int, year: Int) -> DayNumber {
    let fourth = DayNumber(year: year, month: 1, day: 4)
    return DayNumber(fourth.value - fourth.weekday + 1 + (week - 1) * 7)
  }

  /// The earlier day first.
  public static func < (a: DayNumber, b: DayNumber) -> Bool { a.value < b.value }
  /// The number of days from this one to `other`; negative where `other` is earlier.
  public func distance(to other: DayNumber) -> Int { other.value - value }
  /// The day `n` days later, or earlier if negative.
  public func advanced(by n: Int) -> DayNumber { DayNumber(value + n) }
}

/// A point in time as precise as its source: a date, perhaps with a time of day, perhaps with an offset from UTC.
public struct Timestamp: Hashable, Sendable, CustomStringConvertible {
  /// The date.
  public var date: CalendarDate
  /// Minutes since midnight, where a time of day is told.
  public var minuteOfDay: Int?
  /// Seconds behind the minute, where told.
  public var second: Int?
  /// Minutes east of UTC; 0 is printed as `Z`; nil where the source tells none.
  public var offset: Int?

  /// Makes a time; a time of day needs a complete date.
  public init(_ date: CalendarDate, minuteOfDay: Int? = nil, second: Int? = nil, offset: Int? = nil) {
    self.date = date
    self.minuteOfDay = date.day == nil ? nil : minuteOfDay
    self.second = self.minuteOfDay == nil ? nil : second
    self.offset = self.minuteOfDay == nil ? nil : offset
  }

  /// `2025-12-11`, `2025-12-11T14:08`, `2025-12-11T14:08:31+01:00`, `…Z`.
  public var description: String {
    guard let minuteOfDay else { return date.description }
    func two(_ n: Int) -> String { n < 10 ? "0\(n)" : "\(n)" }
    var text = "\(date)T\(two(minuteOfDay / 60)):\(two(minuteOfDay % 60))"
    if let second { text += ":" + two(second) }
    if let offset {
      text += offset == 0 ? "Z" : (offset < 0 ? "-" : "+") + two(abs(offset) / 60) + ":" + two(abs(offset) % 60)
    }
    return text
  }

  /// Reads what ``description`` writes, and ISO 8601 with a blank for the `T` or fractions of a second; nil for anything else.
  public init?(iso text: String) {
    let halves = text.split(whereSeparator: { $0 == "T" || $0 == " " })
    guard let first = halves.first, halves.count <= 2, let date = CalendarDate(iso: first) else { return nil }
    guard halves.count == 2 else {
      self.init(date)
      return
    }
    var clock = halves[1]
    var offset: Int?
    if clock.hasSuffix("Z") || clock.hasSuffix("z") {
      offset = 0
      clock = clock.dropLast()
    } else if let sign = clock.lastIndex(where: { $0 == "+" || $0 == "-" }) {
      let zone = clock[clock.index(after: sign)...].filter { $0 != ":" }
      guard zone.count == 4 || zone.count == 2, let digits = Int(zone) else { return nil }
      let minutes = zone.count == 2 ? digits * 60 : digits / 100 * 60 + digits % 100
      offset = clock[sign] == "-" ? -minutes : minutes
      clock = clock[..<sign]
    }
    let parts = clock.split(separator: ":")
    guard parts.allSatisfy({ $0.utf8.first.map { (0x30...0x39).contains($0) } ?? false }) else { return nil }
    guard parts.count >= 2, let hour = Int(parts[0]), let minute = Int(parts[1]), (0..<24).contains(hour),
      (0..<60).contains(minute)
    else { return nil }
    let second = parts.count > 2 ? Int(parts[2].prefix { $0 != "." && $0 != "," }) : nil
    self.init(date, minuteOfDay: hour * 60 + minute, second: second, offset: offset)
  }
}
