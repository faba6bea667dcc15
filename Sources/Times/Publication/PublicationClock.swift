import NewsModel
import TextBytes

extension PublicationLine {
  /// The time of day nearest to the date at `range`, if only joining words stand between.
  func findClock(around range: Range<Int>) -> ClockHit? {
    for i in range.lowerBound..<min(pieces.count, range.upperBound + 9) {
      if i >= range.upperBound, let word = pieces[i].word, !joins(word), !isISOMark(i) { break }
      if let hit = clock(at: i) { return hit }
    }
    var i = range.lowerBound - 1
    while i >= 0, i >= range.lowerBound - 9 {
      if let hit = clock(at: i) { return hit }
      if let word = pieces[i].word, !joins(word) { break }
      i -= 1
    }
    return nil
  }

  private func joins(_ word: FoldHash) -> Bool {
    words.links.contains(word) || words.meridiems[word] != nil || zones[word] != nil || words.months[word] != nil
  }

  /// The `T` of ISO 8601.
  private func isISOMark(_ i: Int) -> Bool {
    pieces[i].span.count == 1 && !pieces[i].spaced && pieces[i].word == FoldHash("t")
  }

  /// `14:08`, `14:08:31`, `2:08 PM`, `3 p.m.`, `14h08`, `14.08 h`, each with its zone.
  private func clock(at i: Int) -> ClockHit? {
    guard let hour = pieces[i].digits, hour.count <= 2, hour.value < 24 else { return nil }
    if i > 0, let mark = pieces[i - 1].mark, !pieces[i].spaced, [0x3A, 0x2F, 0x2E].contains(mark) { return nil }
    guard i + 1 < pieces.count else { return nil }
    if i + 2 < pieces.count, !pieces[i + 2].spaced, let minute = pieces[i + 2].digits, minute.count == 2,
      minute.value < 60, isClockSeparator(i + 1)
    {
      let hit = ClockHit(minute: hour.value * 60 + minute.value, second: nil, range: i..<(i + 3), zone: nil)
      return finish(hit, hour.value)
    }
    guard let word = pieces[i + 1].word, words.meridiems[word] != nil else { return nil }
    return finish(ClockHit(minute: hour.value * 60, second: nil, range: i..<(i + 1), zone: nil), hour.value)
  }

  private func isClockSeparator(_ k: Int) -> Bool {
    guard !pieces[k].spaced else { return false }
    if let mark = pieces[k].mark {
      if mark == UInt8(ascii: ":") { return true }
      guard mark == UInt8(ascii: "."), k + 2 < pieces.count else { return false }
      return pieces[k + 2].word.map { words.links.contains($0) || words.meridiems[$0] != nil } ?? false
    }
    return pieces[k].word == FoldHash("h")
  }

  private func finish(_ hit: ClockHit, _ hour: Int) -> ClockHit? {
    var hit = hit
    var k = hit.range.upperBound
    if k + 1 < pieces.count, pieces[k].mark == UInt8(ascii: ":"), let second = pieces[k + 1].digits, second.count == 2,
      second.value < 60
    {
      hit.second = second.value
      k += 2
    }
    // Fractions of a second are dropped.
    if k + 1 < pieces.count, hit.second != nil, pieces[k].mark == UInt8(ascii: "."), pieces[k + 1].digits != nil {
      k += 2
    }
    if k < pieces.count, let word = pieces[k].word, let half = words.meridiems[word] {
      guard (1...12).contains(hour) else { return nil }
      hit.minute = hit.minute % 720 + half
      k += 1
    } else if k < pieces.count, let word = pieces[k].word, words.links.contains(word), pieces[k].span.count <= 5,
      k + 1 < pieces.count, zones[pieces[k + 1].word ?? .empty] != nil
    {
      k += 1
    }
    hit.range = hit.range.lowerBound..<k
    return withZone(hit)
  }

  private func withZone(_ hit: ClockHit) -> ClockHit {
    var hit = hit
    var k = hit.range.upperBound
    if k < pieces.count, pieces[k].mark == UInt8(ascii: "(") { k += 1 }
    guard k < pieces.count else { return hit }
    if let word = pieces[k].word, let zone = zones[word] {
      hit.zone = zone
      hit.range = hit.range.lowerBound..<(k + 1)
    } else if let sign = pieces[k].mark, sign == UInt8(ascii: "+") || sign == UInt8(ascii: "-"), k + 1 < pieces.count,
      !pieces[k + 1].spaced, let digits = pieces[k + 1].digits, digits.count == 4 || digits.count == 2
    {
      var minutes = digits.count == 4 ? digits.value / 100 * 60 + digits.value % 100 : digits.value * 60
      var end = k + 2
      if digits.count == 2, k + 3 < pieces.count, pieces[k + 2].mark == UInt8(ascii: ":"),
        let more = pieces[k + 3].digits
      {
        minutes += more.value
        end = k + 4
      }
      guard minutes <= 14 * 60 else { return hit }
      hit.zone = .init(minutes: sign == UInt8(ascii: "-") ? -minutes : minutes, summerRule: "")
      hit.range = hit.range.lowerBound..<end
    }
    return hit
  }

  /// Minutes east of UTC at `date`, where the line names a zone.
  func offset(_ clock: ClockHit, on date: CalendarDate) -> Int? {
    guard let zone = clock.zone else { return nil }
    guard zone.summerRule == "us", let month = date.month, let day = date.day else { return zone.minutes }
    return zone.minutes + (isUSSummerTime(year: date.year, month: month, day: day) ? 60 : 0)
  }

  /// From the second Sunday of March to the first of November (Energy Policy Act of 2005).
  private func isUSSummerTime(year: Int, month: Int, day: Int) -> Bool {
    func sunday(_ number: Int, of month: Int) -> Int {
      let first = DayNumber(year: year, month: month, day: 1).weekday
      return 1 + (7 - first) % 7 + (number - 1) * 7
    }
    switch month {
    case 4...10: return true
    case 3: return day >= sunday(2, of: 3)
    case 11: return day < sunday(1, of: 11)
    default: return false
    }
  }
}
