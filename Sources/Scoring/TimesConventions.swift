import NewsModel

/// What two people may write differently and mean the same: how the gold standards of times depart from TIMEX3, or from the reading that
/// a story needs, for one document. docs/EVALUATION.md lists all of it, with the figures without.
public struct TimesConventions: Sendable {
  /// What may be taken for the same.
  public struct Kinds: OptionSet, Sendable {
    /// The bits.
    public let rawValue: Int
    /// Makes a set of bits.
    public init(rawValue: Int) { self.rawValue = rawValue }
    /// A length told back from the document's day is also the date that it comes to.
    public static let countedBack = Kinds(rawValue: 1)
    /// A value that the gold leaves open is compared with nothing.
    public static let untold = Kinds(rawValue: 2)
    /// A part of every day, `PTNI`.
    public static let everyDay = Kinds(rawValue: 4)
    /// Quarters, clocks and lengths that are written against the standard.
    public static let slips = Kinds(rawValue: 8)
    /// All of them.
    public static let all: Kinds = [.countedBack, .untold, .everyDay, .slips]
  }

  /// The document's day.
  public var published: CalendarDate?
  /// The document's words, as code points, which the positions of the expressions count.
  public var text: [Unicode.Scalar]
  /// What is taken for the same.
  public var kinds: Kinds

  /// Makes the conventions of one document.
  public init(published: CalendarDate?, text: String, kinds: Kinds = .all) {
    self.kinds = kinds
    self.published = published
    self.text = Array(text.unicodeScalars)
  }

  /// False where the gold leaves the value open: empty, or `XXXX-XX-XX`.
  func tellsValue(_ time: ScoredTime) -> Bool {
    !kinds.contains(.untold) || !time.value.isEmpty && time.value != "XXXX-XX-XX"
  }

  /// `time` as TIMEX3 writes it, and, for a length told back from the document's day ("hace diez años", "two years ago"), the date
  /// that it comes to. O(length).
  public func readings(_ time: ScoredTime) -> [ScoredTime] {
    var written = time
    written.value = wellFormed(time)
    guard kinds.contains(.countedBack), written.type == "DURATION", isCountedBack(time),
      let date = dateBefore(written.value)
    else {
      return [written]
    }
    return [written, ScoredTime(start: time.start, end: time.end, type: "DATE", value: date)]
  }

  /// Slips of the pen: a quarter as `2000-T1`, a clock as `T22.30`, a number behind its unit (`PM6`), a part of every day as `PTNI`.
  private func wellFormed(_ time: ScoredTime) -> String {
    let value = time.value
    if kinds.contains(.everyDay), time.type == "SET", ["PTMO", "PTMI", "PTAF", "PTEV", "PTNI"].contains(value) {
      return "XXXX-XX-XX" + value.dropFirst()
    }
    guard kinds.contains(.slips) else { return value }
    let parts = value.split(separator: "-", omittingEmptySubsequences: false)
    if parts.count == 2, parts[0].utf8.count == 4, parts[1].hasPrefix("T"), parts[1].utf8.count == 2 {
      return "\(parts[0])-Q\(parts[1].dropFirst())"
    }
    if time.type == "TIME", value.contains("T"), value.dropLast(2).hasSuffix(".") {
      return String(value.dropLast(3)) + ":" + value.suffix(2)
    }
    if value.hasPrefix("P"), let unit = value.dropFirst().first, "YMWD".contains(unit),
      let count = Int(value.dropFirst(2))
    {
      return "P\(count)\(unit)"
    }
    return value
  }

  private func words(_ start: Int, _ end: Int) -> [Substring] {
    var view = String.UnicodeScalarView()
    view.append(contentsOf: text[max(0, min(start, text.count))..<max(0, min(end, text.count))])
    return String(view).lowercased().split { $0 == " " || $0 == "\n" }
  }

  /// Whether the words, or the one behind them, count back from today.
  private func isCountedBack(_ time: ScoredTime) -> Bool {
    guard time.start <= time.end else { return false }
    let inside = words(time.start, time.end)
    if inside.prefix(2).contains(where: { $0 == "hace" || $0 == "hacía" }) { return true }
    return ["ago", "atrás"].contains(inside.last) || ["ago", "atrás"].contains(words(time.end, time.end + 8).first)
  }

  /// The date that lies `period` before the document's day, as coarse as its unit; `PAST_REF` for an unknown number.
  private func dateBefore(_ period: String) -> String? {
    guard period.hasPrefix("P"), let unit = period.last else { return nil }
    if period.dropFirst().hasPrefix("X") || period.hasPrefix("PTX") { return "PAST_REF" }
    guard let count = Int(period.dropFirst().dropLast()), let published else { return nil }
    switch unit {
    case "Y": return CalendarDate(year: published.year - count)?.description
    case "M":
      guard let month = published.month else { return nil }
      let months = published.year * 12 + month - 1 - count
      return CalendarDate(year: months / 12, month: months % 12 + 1)?.description
    case "W":
      guard let (year, week) = published.dayNumber?.advanced(by: -7 * count).isoWeek else { return nil }
      return "\(year)-W" + (week < 10 ? "0" : "") + "\(week)"
    case "D": return published.dayNumber?.advanced(by: -count).date.description
    default: return nil
    }
  }
}
