import NewsModel

/// Dates of the contract in formats that want a moment to the second.
enum Moment {
  /// RFC 3339, where the value is that precise: it has an hour and an offset.
  static func exact(_ value: String?) -> String? {
    guard let value, let stamp = Timestamp(iso: value), stamp.minuteOfDay != nil, stamp.offset != nil else {
      return nil
    }
    return utc(value)
  }

  /// The earliest moment that a value allows, in UTC to the millisecond; a value without an offset is taken for UTC. For formats that take
  /// nothing less than a moment.
  static func utc(_ value: String?) -> String? {
    guard let value, let stamp = Timestamp(iso: value) else { return nil }
    let seconds = (stamp.minuteOfDay ?? 0) * 60 + (stamp.second ?? 0) - (stamp.offset ?? 0) * 60
    let days = (Double(seconds) / 86_400).rounded(.down)
    let day = DayNumber(stamp.date.days.lowerBound.value + Int(days)).date
    let rest = seconds - Int(days) * 86_400
    func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
    return "\(day)T\(two(rest / 3600)):\(two(rest / 60 % 60)):\(two(rest % 60)).000Z"
  }

  /// An ISO 8601 date or time of the kinds that schema.org and XML Schema know; nil for TIMEX3's weeks, seasons and references.
  static func iso(_ value: String?) -> String? {
    guard let value, Timestamp(iso: value) != nil else { return nil }
    return value
  }
}
