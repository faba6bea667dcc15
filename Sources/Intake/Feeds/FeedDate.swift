import NewsModel

/// Reads the dates of feeds: ISO 8601 (RFC 3339), RFC 822 with its later years and zones, and C's asctime.
enum FeedDate {
  /// The time, as precise as it is written; nil for what is no date.
  static func read(_ text: String) -> Timestamp? {
    let words = text.split { $0 == " " || $0 == "," || $0 == "\n" || $0 == "\t" || $0 == "\r" }.map(String.init)
    let trimmed = words.joined(separator: " ")
    if let time = Timestamp(iso: trimmed) { return time }
    if words.count == 1, let time = compact(trimmed) { return time }
    return inWords(words)
  }

  /// `20251211` and `20251211T140800Z`.
  private static func compact(_ text: String) -> Timestamp? {
    let digits = Array(text.utf8)
    guard digits.count >= 8, digits[..<8].allSatisfy({ $0 >= 0x30 && $0 <= 0x39 }) else { return nil }
    func part(_ range: Range<Int>) -> String { String(decoding: digits[range], as: UTF8.self) }
    let date = "\(part(0..<4))-\(part(4..<6))-\(part(6..<8))"
    guard digits.count >= 13, digits[8] == UInt8(ascii: "T") else {
      return digits.count == 8 ? Timestamp(iso: date) : nil
    }
    let hasSeconds = digits.count >= 15 && digits[13] >= 0x30 && digits[13] <= 0x39
    let clock = "\(part(9..<11)):\(part(11..<13))" + (hasSeconds ? ":\(part(13..<15))" : "")
    return Timestamp(iso: "\(date)T\(clock)\(part((hasSeconds ? 15 : 13)..<digits.count))")
  }

  /// `Thu, 11 Dec 2025 14:08:00 GMT`, `11 Dec 25`, `Thu Dec 11 14:08:00 PST 2025`.
  private static func inWords(_ words: [String]) -> Timestamp? {
    var day: Int?
    var month: Int?
    var year: Int?
    var clock: (minute: Int, second: Int?)?
    var offset: Int?
    for word in words.flatMap(splitDate) {
      if word.contains(":") {
        clock = clock ?? readClock(word)
      } else if let number = Int(word), !word.hasPrefix("+"), !word.hasPrefix("-") {
        if day == nil, (1...31).contains(number) { day = number } else if year == nil { year = fullYear(number) }
      } else if month == nil, let found = monthNumber(word) {
        month = found
      } else if clock != nil, offset == nil {
        offset = readZone(word)
      }
    }
    guard let year, let month, let day, let date = CalendarDate(year: year, month: month, day: day) else { return nil }
    return Timestamp(date, minuteOfDay: clock?.minute, second: clock?.second, offset: offset)
  }

  /// `11-Dec-2025` as three words.
  private static func splitDate(_ word: String) -> [String] {
    let parts = word.split(separator: "-").map(String.init)
    return parts.count == 3 && monthNumber(parts[1]) != nil ? parts : [word]
  }

  private static func fullYear(_ number: Int) -> Int {
    number < 50 ? 2000 + number : number < 100 ? 1900 + number : number
  }

  private static func monthNumber(_ word: String) -> Int? {
    let months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]
    let start = word.lowercased().prefix(3)
    return months.firstIndex { $0 == start }.map { $0 + 1 }
  }

  private static func readClock(_ word: String) -> (minute: Int, second: Int?)? {
    let parts = word.split(separator: ":").map { Int($0.prefix { $0 != "." }) }
    guard parts.count >= 2, let hour = parts[0], let minute = parts[1], (0..<24).contains(hour),
      (0..<60).contains(minute)
    else {
      return nil
    }
    let second = parts.count > 2 ? parts[2] : nil
    return (hour * 60 + minute, second.flatMap { (0...60).contains($0) ? $0 : nil })
  }

  /// Minutes east of UTC for `+0130`, `-08:00`, `GMT` and the zones of RFC 822, 5.1, with the European ones; nil for others.
  private static func readZone(_ word: String) -> Int? {
    if let sign = word.first, sign == "+" || sign == "-" {
      let digits = word.dropFirst().filter { $0 != ":" }
      guard digits.utf8.count == 4, let number = Int(digits), number % 100 < 60, number <= 1400 else { return nil }
      return (number / 100 * 60 + number % 100) * (sign == "-" ? -1 : 1)
    }
    let hours: [String: Int] = [
      "GMT": 0, "UT": 0, "UTC": 0, "Z": 0, "EST": -5, "EDT": -4, "CST": -6, "CDT": -5, "MST": -7, "MDT": -6, "PST": -8,
      "PDT": -7, "WET": 0, "WEST": 1, "CET": 1, "CEST": 2, "EET": 2, "EEST": 3, "MSK": 3,
    ]
    return hours[word.uppercased()].map { $0 * 60 }
  }
}
