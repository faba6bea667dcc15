import NewsModel
import TextBytes

/// Reads the date of publication from a line of metadata: "Dec 11, 2025, 2:08 PM EST", "11 de diciembre de 2025 - 14:08",
/// "2025-12-12". Not for prose, where ``TimeTagger`` weighs the context.
///
/// ```swift
/// let line = SourceText("Publicada: mar 3 a las 14:08, 2024")
/// PublicationDateReader().timestamp(in: line, line.span, language: LanguageCode("es"))?.value   // 2024-03-03T14:08
/// ```
public struct PublicationDateReader: Sendable {
  /// Makes a reader; the tables are loaded once in a process.
  public init() {}

  /// The first date with a year in `span`, with the time of day and the offset that belong to it, and where it stands; nil
  /// where the line has none, or one that can be read in two ways ("11/12/2025" in English). O(n).
  ///
  /// Month names of `language` are known, or of all languages that have a folder where it is nil or has none.
  public func timestamp(
    in text: SourceText, _ span: TextSpan, language: LanguageCode?
  ) -> (value: Timestamp, span: TextSpan)? {
    let tables = PublicationTables.shared
    let words = language.flatMap { tables.words[$0] } ?? tables.anyLanguage
    let line = PublicationLine(pieces: publicationPieces(text, span), words: words, zones: tables.zones)
    guard let date = line.findDate() else { return nil }
    let clock = line.findClock(around: date.range)
    let range = clock.map {
      min($0.range.lowerBound, date.range.lowerBound)..<max($0.range.upperBound, date.range.upperBound)
    }
    let whole = range ?? date.range
    let stamp = Timestamp(
      date.date, minuteOfDay: clock?.minute, second: clock?.second,
      offset: clock.flatMap { line.offset($0, on: date.date) })
    let spanOfAll = TextSpan(line.pieces[whole.lowerBound].span.start, line.pieces[whole.upperBound - 1].span.end)
    return (stamp, spanOfAll)
  }

  /// An age that a page prints for a date: "2d ago", "3 hours ago", "hace 2 horas". The caller subtracts it from the time
  /// of fetching.
  public struct RelativeAge: Hashable, Sendable {
    /// How many units ago.
    public let amount: Int
    /// The unit.
    public let unit: TimeUnit
    /// Where it stands.
    public let span: TextSpan

    /// The moment this long before `fetched`, as precise as the unit: an hour leaves the minute, a day the day, a month
    /// the month. A unit below a day needs the time of day of `fetched`, and gives nil without it.
    public func before(_ fetched: Timestamp) -> Timestamp? {
      guard let day = fetched.date.dayNumber else { return nil }
      switch unit {
      case .second, .minute, .hour:
        guard let minute = fetched.minuteOfDay else { return nil }
        let total = minute - amount * (unit == .hour ? 60 : unit == .minute ? 1 : 0)
        let days = (total - (total % 1440 + 1440) % 1440) / 1440
        let date = day.advanced(by: days).date
        let rest = (total % 1440 + 1440) % 1440
        return unit == .hour ? Timestamp(date) : Timestamp(date, minuteOfDay: rest, offset: fetched.offset)
      case .day: return Timestamp(day.advanced(by: -amount).date)
      case .week: return Timestamp(day.advanced(by: -7 * amount).date)
      case .month, .quarter:
        let months = fetched.date.year * 12 + (fetched.date.month ?? 1) - 1 - amount * (unit == .quarter ? 3 : 1)
        return CalendarDate(year: months / 12, month: months % 12 + 1).map { Timestamp($0) }
      case .year: return CalendarDate(year: fetched.date.year - amount).map { Timestamp($0) }
      case .decade, .century: return nil
      }
    }
  }

  /// The first age in `span`, or nil. The words of all languages are known. O(n).
  public func relativeAge(in text: SourceText, _ span: TextSpan) -> RelativeAge? {
    let words = PublicationTables.shared.anyLanguage
    let pieces = publicationPieces(text, span)
    for i in pieces.indices {
      guard let amount = amount(pieces[i], words), i + 1 < pieces.count, let hash = pieces[i + 1].word,
        let unit = words.ageUnits[hash]
      else { continue }
      var end = i + 1
      if end + 1 < pieces.count, pieces[end + 1].mark == UInt8(ascii: ".") { end += 1 }
      if end + 1 < pieces.count, let next = pieces[end + 1].word, words.agesAfter.contains(next) {
        return RelativeAge(
          amount: amount, unit: unit, span: TextSpan(pieces[i].span.start, pieces[end + 1].span.end))
      }
      if i > 0, let before = pieces[i - 1].word, words.agesBefore.contains(before) {
        return RelativeAge(
          amount: amount, unit: unit, span: TextSpan(pieces[i - 1].span.start, pieces[i + 1].span.end))
      }
    }
    return nil
  }

  private func amount(_ piece: PublicationPiece, _ words: PublicationTables.Words) -> Int? {
    if let digits = piece.digits { return digits.value < 1000 ? digits.value : nil }
    return piece.word.flatMap { words.ageNumbers[$0] }
  }
}
