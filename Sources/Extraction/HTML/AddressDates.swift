import NewsModel

extension CalendarDate {
  /// The date in an address: ".../2025/03/02/...", ".../2025-03-02-...", ".../20250302/..."; or nil. O(n).
  init?(inAddress url: String) {
    let parts = url.split(separator: "/")
    for i in parts.indices.dropLast(2) {
      guard let year = Self.year(parts[i]), let month = Self.number(parts[i + 1]),
        let day = Self.number(parts[i + 2].prefix { $0.isASCII && $0.isNumber })
      else { continue }
      if let date = CalendarDate(year: year, month: month, day: day) {
        self = date
        return
      }
    }
    for part in parts {
      guard let date = Self.iso(within: part) ?? Self.eightDigits(within: part) else { continue }
      self = date
      return
    }
    return nil
  }

  private static func year(_ part: Substring) -> Int? {
    guard part.utf8.count == 4, let year = Int(part), (1990...2100).contains(year) else { return nil }
    return year
  }

  private static func number(_ part: Substring) -> Int? { (1...2).contains(part.utf8.count) ? Int(part) : nil }

  private static func iso(within part: Substring) -> CalendarDate? {
    let bytes = Array(part.utf8)
    guard bytes.count >= 10 else { return nil }
    for start in 0...(bytes.count - 10) where bytes[start + 4] == 0x2D || bytes[start + 4] == 0x5F {
      let text = String(decoding: bytes[start..<start + 10].map { $0 == 0x5F ? 0x2D : $0 }, as: UTF8.self)
      if let date = CalendarDate(iso: text), (1990...2100).contains(date.year) { return date }
    }
    return nil
  }

  /// "20250302", alone between marks or letters: eight digits and no more.
  private static func eightDigits(within part: Substring) -> CalendarDate? {
    let runs = part.utf8.split { !(0x30...0x39).contains($0) }
    for run in runs where run.count == 8 {
      let digits = Array(run).map { Int($0) - 0x30 }
      let year = digits[0] * 1000 + digits[1] * 100 + digits[2] * 10 + digits[3]
      guard (1990...2100).contains(year) else { continue }
      if let date = CalendarDate(year: year, month: digits[4] * 10 + digits[5], day: digits[6] * 10 + digits[7]) {
        return date
      }
    }
    return nil
  }
}
