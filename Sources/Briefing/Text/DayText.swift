import NewsModel

/// Writes dates as a report does, leaving out the year that the whole story has.
struct DayText {
  /// The year that goes without saying.
  let year: Int?
  private let words: ReportWords
  private let short: [String]

  init(year: Int?, words: ReportWords = .english) {
    self.year = year
    self.words = words
    short = words.list("months.short")
  }

  private func short(_ month: Int) -> String { short.indices.contains(month - 1) ? short[month - 1] : String(month) }

  /// "10 Mar", "Mar 2031", "2031".
  func text(_ date: CalendarDate) -> String {
    guard let month = date.month else { return String(date.year) }
    guard let day = date.day else { return words("month.year", short(month), String(date.year)) }
    return date.year == year
      ? words("day", String(day), short(month)) : words("day.year", String(day), short(month), String(date.year))
  }

  /// A TIMEX3 value in words; a value that names no days is given as it is.
  func text(_ value: TimexValue) -> String {
    if let date = value.date { return text(date) }
    guard let days = value.days else { return value.text.hasSuffix("_REF") ? words(value.text) : value.text }
    let (first, last) = (days.lowerBound, days.upperBound)
    if last.value - first.value == 6 { return words("week.of", text(first.date)) }
    return text(first.date) + "–" + text(last.date)
  }

  /// "9–11 March 2031", "28 February – 2 March 2031"; nil for no dates.
  static func range(_ dates: [CalendarDate], _ words: ReportWords = .english) -> String? {
    guard let first = dates.map(\.days.lowerBound).min()?.date, let last = dates.map(\.days.upperBound).max()?.date,
      let a = first.day.map(String.init), let b = last.day.map(String.init), let m = first.month, let n = last.month
    else { return nil }
    let months = words.list("months")
    guard months.count == 12 else { return nil }
    let (month, lastMonth) = (months[m - 1], months[n - 1])
    let (year, lastYear) = (String(first.year), String(last.year))
    if first == last { return words("day.long", a, month, year) }
    if dates.contains(where: { $0.day == nil }) { return words("month.year", month, year) }
    if year != lastYear { return words("days.years", a, month, year, b, lastMonth, lastYear) }
    if m != n { return words("days.months", a, month, b, lastMonth, lastYear) }
    return words("days.month", a, b, lastMonth, lastYear)
  }
}
