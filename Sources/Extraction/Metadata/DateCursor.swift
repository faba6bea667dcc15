import NewsModel
import TextBytes

/// Reads one date in words or with slashes, with the weekday before and the time of day beside it, in whichever order.
struct DateCursor {
  let page: Page
  let dates: PageDates
  var position: Int
  let end: Int
  private var weekday: Int?
  private var month: Int?
  private var day: Int?
  private var year: Int?
  private var minute: Int?
  private var offset: Int?
  private var last: Int

  init(page: Page, dates: PageDates, position: Int, end: Int) {
    self.page = page
    self.dates = dates
    self.position = position
    self.end = end
    last = position
  }

  /// The date that begins right here, or nil: it must name a month, or be written with slashes.
  mutating func read() -> PageDate? {
    let start = position
    if let date = parted() { return date }
    var joints = 0
    while position < end, joints <= 3 {
      if take() {
        position += 1
        last = position
        joints = 0
      } else if position > start, dates.isJoint(page, position) || isPointOfDay {
        joints += 1
        position += 1
      } else {
        break
      }
    }
    guard month != nil, day != nil || year != nil else { return nil }
    let date = year.flatMap { CalendarDate(year: $0, month: month, day: day) }
    let value = date.map { Timestamp($0, minuteOfDay: minute, offset: minute == nil ? nil : offset) }
    return PageDate(tokens: start..<last, value: value, weekday: weekday, month: month, day: day)
  }

  /// "26 | 01 | 2022", "26. 01. 2022": three numbers with the same mark between.
  private mutating func parted() -> PageDate? {
    guard position + 4 < end else { return nil }
    let places = [position, position + 2, position + 4]
    guard places.allSatisfy({ page.tokens[$0].kind == .number }) else { return nil }
    let marks = [position + 1, position + 3].map { page.text[page.tokens[$0].span] }
    guard marks[0] == marks[1], ["|", "/", ".", "-"].contains(marks[0]) else { return nil }
    let numbers = places.map { page.text[page.tokens[$0].span] }
    guard numbers[0].utf8.count <= 2, numbers[1].utf8.count <= 2, numbers[2].utf8.count == 4 else { return nil }
    let mark = marks[0] == "|" ? "/" : marks[0]
    guard let (day, month, year) = slashed(numbers.joined(separator: mark)), let year, let month, let day,
      let date = CalendarDate(year: year, month: month, day: day)
    else { return nil }
    return PageDate(tokens: position..<(position + 5), value: Timestamp(date), month: month, day: day)
  }

  /// The point of "3. März".
  private var isPointOfDay: Bool {
    page.tokens[position].kind == .terminal && day != nil && month == nil && last == position
  }

  private mutating func take() -> Bool {
    let token = page.tokens[position]
    if token.kind == .number || token.shape.contains(.hasDigit) { return takeNumber(token) }
    if month != nil, minute != nil, takeZone(token) { return true }
    if month == nil, let number = dates.month(page, position),
      token.shape.contains(.capitalized) || day != nil || nextIsNumber
    {
      month = number
      return true
    }
    if weekday == nil, month == nil, let number = dates.weekday(page, position) {
      weekday = number
      return true
    }
    return false
  }

  private var nextIsNumber: Bool { position + 1 < end && page.tokens[position + 1].kind == .number }

  private mutating func takeNumber(_ token: Token) -> Bool {
    let looks = NumberLooks(page.text.bytes.span, token.span)
    if looks.hasColon || looks.hasMark, takeClock(page.text[token.span]) { return true }
    if month == nil, day == nil, looks.hasMark, let slashed = slashed(page.text[token.span]) {
      (day, month, year) = slashed
      return true
    }
    guard (1...4).contains(looks.digits) else { return false }
    let number = looks.value
    if looks.digits == 4, (1900...2100).contains(number), year == nil, month != nil || day == nil {
      guard month != nil else { return false }
      year = number
      return true
    }
    if looks.digits <= 2, (1...31).contains(number), day == nil, year == nil || month == nil {
      guard month != nil || monthFollows else { return false }
      day = number
      return true
    }
    return false
  }

  private var monthFollows: Bool {
    var i = position + 1
    while i < end, i <= position + 2 {
      if dates.month(page, i) != nil { return true }
      guard dates.isJoint(page, i) || page.tokens[i].kind == .terminal else { return false }
      i += 1
    }
    return false
  }

  private mutating func takeClock(_ text: String) -> Bool {
    guard minute == nil, month != nil || weekday != nil else { return false }
    let isPointed = month != nil && day != nil && text.utf8.count == 5 && text.utf8.dropFirst(2).first == 0x2E
    let parts = text.split(separator: isPointed ? "." : ":")
    let suffix = text.drop { $0 == ":" || $0 == "." && isPointed || $0.isNumber }.lowercased()
    guard parts.count >= 2, let hour = Int(parts[0]), let minutes = Int(parts[1].prefix(2)), (0..<24).contains(hour),
      (0..<60).contains(minutes)
    else { return false }
    var hours = hour
    var meridiem = suffix
    if meridiem.isEmpty, position + 1 < end {
      meridiem = page.text[page.tokens[position + 1].span].lowercased()
      if ["am", "pm", "a.m.", "p.m.", "a.m", "p.m"].contains(meridiem) { position += 1 } else { meridiem = "" }
    }
    if meridiem.hasPrefix("p"), hours < 12 { hours += 12 }
    if meridiem.hasPrefix("a"), hours == 12 { hours = 0 }
    minute = hours * 60 + minutes
    return true
  }

  private static let zones: [String: Int] = [
    "UTC": 0, "GMT": 0, "Z": 0, "EST": -300, "EDT": -240, "CST": -360, "CDT": -300, "MST": -420, "MDT": -360,
    "PST": -480, "PDT": -420, "CET": 60, "CEST": 120, "BST": 60, "IST": 330, "SGT": 480, "AEST": 600, "AEDT": 660,
  ]

  private mutating func takeZone(_ token: Token) -> Bool {
    guard offset == nil, token.span.count <= 4, let minutes = Self.zones[page.text[token.span]] else { return false }
    offset = minutes
    return true
  }

  /// "11/12/2025": day first, unless that cannot be, or the language has both orders, where it must not be ambiguous,
  /// if the page does not tell where it comes from. With points between, the day stands first everywhere.
  private func slashed(_ text: String) -> (Int?, Int?, Int?)? {
    for separator in ["/", ".", "-"] as [Character] {
      let parts = text.split(separator: separator).map { Int($0) ?? -1 }
      guard parts.count == 3, parts.allSatisfy({ $0 > 0 }) else { continue }
      if parts[0] >= 1900, parts[0] <= 2100 { return (parts[2], parts[1], parts[0]) }
      let year = parts[2] < 100 ? 2000 + parts[2] : parts[2]
      guard (1900...2100).contains(year) else { continue }
      if parts[0] > 12 { return (parts[0], parts[1], year) }
      if parts[1] > 12 { return (parts[1], parts[0], year) }
      if parts[0] == parts[1] || separator == "." { return (parts[0], parts[1], year) }
      guard let isDayFirst = page.isDayFirst ?? (dates.isDayFirst(page.language) ? true : nil) else { continue }
      return isDayFirst ? (parts[0], parts[1], year) : (parts[1], parts[0], year)
    }
    return nil
  }
}

/// What the bytes of a number show, before it is worth a string.
private struct NumberLooks {
  /// The digits that it begins with, five where there are more, and their value.
  var digits = 0
  var value = 0
  var hasColon = false
  /// Whether there is a slash, a point or a hyphen.
  var hasMark = false

  init(_ bytes: Span<UInt8>, _ span: TextSpan) {
    for i in span.range {
      let byte = bytes[i]
      if byte == 0x3A { hasColon = true }
      if byte == 0x2F || byte == 0x2E || byte == 0x2D { hasMark = true }
      guard (0x30...0x39).contains(byte), digits == i - span.start, digits < 5 else { continue }
      digits += 1
      value = value * 10 + Int(byte - 0x30)
    }
  }
}
