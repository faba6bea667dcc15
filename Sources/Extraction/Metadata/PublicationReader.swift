import NewsModel
import TextBytes

/// When the page was published: a date near the top, the dateline's, or one worked out from a dated caption and the lede's weekday.
struct PublicationReader {
  let page: Page
  let hints: RawDocument.Hints
  let dateline: DatelineReader.Reading?

  func fill(_ metadata: inout Metadata) {
    if let (value, span) = dateLine(modified: false) {
      metadata.published = Publication(value: value, from: .text)
      metadata.at[.published] = [span]
    } else if let dateline, let date = dateline.value.date, date.day != nil {
      let span = page.span(of: dateline.tokens)
      metadata.published = Publication(value: Timestamp(date), from: .text)
      metadata.at[.published] = [span]
    } else if let inferred = inferred() {
      metadata.published = inferred
      metadata.at[.published] = inferred.because
    }
    if let (value, span) = dateLine(modified: true) {
      metadata.modified = value
      metadata.at[.modified] = [span]
    } else if let day = metadata.published?.value.date, day.day != nil, let (minute, span) = modifiedClock() {
      metadata.modified = Timestamp(day, minuteOfDay: minute, offset: metadata.published?.value.offset)
      metadata.at[.modified] = [span]
    }
  }

  /// "Updated: 19:05" in a line without a date: the day of publication.
  private func modifiedClock() -> (Int, TextSpan)? {
    for line in page.lines where line.label == .cut(.date) {
      let words = page.wordTokens(line.tokens)
      guard words.count <= 4, let first = words.first, CueWords.shared.contains(first.fold, .modified) else { continue }
      for token in words where page.isClock(token) {
        let parts = page.text[token.span].split(separator: ":").compactMap { Int($0) }
        if parts.count == 2, parts[0] < 24, parts[1] < 60 { return (parts[0] * 60 + parts[1], token.span) }
      }
    }
    return nil
  }

  private func dateLine(modified: Bool) -> (Timestamp, TextSpan)? {
    let firstProse = page.lines.firstIndex { $0.label == .prose } ?? 0
    // An element of the byline may hold the date as well.
    let dated = page.lines.indices.filter {
      page.lines[$0].label == .cut(.date)
        || $0 < firstProse + 2 && page.lines[$0].markup != nil && page.lines[$0].label == .cut(.byline)
    }
    // Near the top first, then wherever a line says that it tells the publication.
    for i in dated.filter({ $0 < firstProse + 2 }) + dated.filter({ $0 >= firstProse + 2 }) {
      let line = page.lines[i]
      for date in PageDates.shared.dates(in: page, line.tokens) {
        guard isModification(line, before: date) == modified else { continue }
        if let value = date.value, value.date.day != nil { return (value, page.span(of: date.tokens)) }
        if let value = relative(date) { return (value, page.span(of: date.tokens)) }
      }
    }
    return nil
  }

  /// Whether the words before the date say "updated" or "modified".
  private func isModification(_ line: PageLine, before date: PageDate) -> Bool {
    page.wordTokens(line.tokens.lowerBound..<date.tokens.lowerBound).suffix(3)
      .contains { CueWords.shared.contains($0.fold, .modified) }
  }

  /// "2d ago" is two days before the page was fetched; unknown without that.
  private func relative(_ date: PageDate) -> Timestamp? {
    guard let minutes = date.minutesAgo, let unit = date.unit, let fetched = hints.fetched,
      let day = fetched.date.dayNumber
    else { return nil }
    guard unit < 1440 else { return Timestamp(DayNumber(day.value - minutes / 1440).date) }
    guard let clock = fetched.minuteOfDay else { return nil }
    let total = day.value * 1440 + clock - minutes
    return Timestamp(DayNumber(total >= 0 ? total / 1440 : (total - 1439) / 1440).date)
  }

  /// The first day, at or up to six days after a caption's date, that is the weekday which the first paragraphs name.
  private func inferred() -> Publication? {
    let prose = page.lines.filter { $0.label == .prose }.prefix(3)
    guard let caption = latestCaptionDate(), let day = caption.date.date.dayNumber else { return nil }
    for line in prose {
      for i in line.tokens {
        guard let weekday = PageDates.shared.weekday(page, i), page.tokens[i].span.count >= 5,
          page.tokens[i].shape.contains(.capitalized) || !PageDates.shared.capitalizesWeekdays(page.language)
        else { continue }
        let ahead = (weekday - day.weekday + 7) % 7
        // Pictures are not kept for days; and one of the same day tells only that nothing was written before it.
        guard (1...3).contains(ahead) || ahead == 0 && dateline != nil else { continue }
        return Publication(
          value: Timestamp(DayNumber(day.value + ahead).date), from: .inferred,
          because: [caption.span, page.tokens[i].span])
      }
    }
    return sameDay(caption, day)
  }

  /// The caption's day, where the story names its weekday and says "today" or "this morning".
  private func sameDay(_ caption: (date: Timestamp, span: TextSpan), _ day: DayNumber) -> Publication? {
    var weekday: TextSpan?
    var today: TextSpan?
    for line in page.lines where line.label == .prose {
      for i in line.tokens {
        if PageDates.shared.weekday(page, i) == day.weekday { weekday = weekday ?? page.tokens[i].span }
        if let count = thisDay(i, line) { today = today ?? page.span(of: i..<(i + count)) }
      }
    }
    guard let weekday, let today else { return nil }
    let because = [caption.span, weekday, today].sorted()
    return Publication(value: Timestamp(day.date), from: .inferred, because: because)
  }

  private func thisDay(_ i: Int, _ line: PageLine) -> Int? {
    if CueWords.shared.contains(page.tokens[i].fold, .thisDay) { return 1 }
    guard i + 1 < line.tokens.upperBound else { return nil }
    return CueWords.shared.contains(page.tokens[i].fold.followed(by: page.tokens[i + 1].fold), .thisDay) ? 2 : nil
  }

  private func latestCaptionDate() -> (date: Timestamp, span: TextSpan)? {
    var latest: (date: Timestamp, span: TextSpan)?
    for line in page.lines where line.label == .cut(.caption) {
      for date in PageDates.shared.dates(in: page, line.tokens) where date.weekday != nil {
        guard let value = date.value, let day = value.date.dayNumber else { continue }
        if let known = latest?.date.date.dayNumber, known >= day { continue }
        latest = (value, page.span(of: date.tokens))
      }
    }
    return latest
  }
}
