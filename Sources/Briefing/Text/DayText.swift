import NewsModel

/// Writes dates as a report does, leaving out the year that the whole story has.
struct DayText {
  /// The year that goes without saying.
  let year: Int?

  private static let months = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
  ]
  private static func short(_ month: Int) -> String { String(months[month - 1].prefix(3)) }

  /// "10 Mar", "Mar 2031", "2031".
  func text(_ date: CalendarDate) -> String {
    guard let month = date.month else { return String(date.year) }
    guard let day = date.day else { return "\(Self.short(month)) \(date.year)" }
    return "\(day) \(Self.short(month))" + (date.year == year ? "" : " \(date.year)")
  }

  /// A TIMEX3 value in words; a value that names no days is given as it is.
  func text(_ value: TimexValue) -> String {
    if let date = value.date { return text(date) }
    guard let days = value.days else { return Self.vague[value.text] ?? value.text }
    let (first, last) = (days.lowerBound, days.upperBound)
    if last.value - first.value == 6 { return "week of " + text(first.date) }
    return text(first.date) + "–" + text(last.date)
  }
  private static let vague = ["PAST_REF": "earlier", "PRESENT_REF": "now", "FUTURE_REF": "later"]

  /// "9–11 March 2031", "28 February – 2 March 2031"; nil for no dates.
  static func range(_ dates: [CalendarDate]) -> String? {
    guard let first = dates.map(\.days.lowerBound).min()?.date, let last = dates.map(\.days.upperBound).max()?.date,
      let a = first.day, let b = last.day, let m = first.month, let n = last.month
    else { return nil }
    if dates.contains(where: { $0.day == nil }) || first == last {
      return first == last ? "\(a) \(months[m - 1]) \(first.year)" : "\(months[m - 1]) \(first.year)"
    }
    if first.year != last.year { return "\(a) \(months[m - 1]) \(first.year) – \(b) \(months[n - 1]) \(last.year)" }
    if m != n { return "\(a) \(months[m - 1]) – \(b) \(months[n - 1]) \(last.year)" }
    return "\(a)–\(b) \(months[n - 1]) \(last.year)"
  }
}
