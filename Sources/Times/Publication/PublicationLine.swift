import NewsModel
import TextBytes

/// One line of metadata, cut into pieces.
struct PublicationLine {
  typealias DateHit = (date: CalendarDate, range: Range<Int>)
  struct ClockHit {
    var minute: Int
    var second: Int?
    var range: Range<Int>
    var zone: PublicationTables.Zone?
  }
  let pieces: [PublicationPiece]
  let words: PublicationTables.Words
  let zones: [FoldHash: PublicationTables.Zone]

  /// The first complete date, or else the first month with a year.
  func findDate() -> DateHit? {
    var vague: DateHit?
    for i in pieces.indices {
      if let hit = numericDate(at: i) { return hit }
      guard let word = pieces[i].word, let month = words.months[word], let hit = namedDate(month, at: i) else {
        continue
      }
      if hit.date.day != nil { return hit }
      vague = vague ?? hit
    }
    return vague
  }

  /// `2025-12-11`, `2025/12/11`, `11/12/2025`, `11.12.2025`, `20/12/25`.
  private func numericDate(at i: Int) -> DateHit? {
    guard let first = pieces[i].digits, i + 4 < pieces.count, let second = pieces[i + 2].digits,
      let third = pieces[i + 4].digits, let separator = pieces[i + 1].mark, pieces[i + 3].mark == separator,
      [0x2D, 0x2F, 0x2E].contains(separator), !(1...4).contains(where: { pieces[i + $0].spaced })
    else { return nil }
    if i > 0, !pieces[i].spaced, pieces[i - 1].mark != nil, pieces[i - 1].mark != UInt8(ascii: "(") { return nil }
    let range = i..<(i + 5)
    if first.count == 4, second.count <= 2, third.count <= 2 {
      return dated(first.value, second.value, third.value, range)
    }
    guard first.count <= 2, second.count <= 2, third.count == 4 || third.count == 2 else { return nil }
    let year = third.count == 2 ? 2000 + third.value : third.value
    if first.value > 12 || first.value == second.value { return dated(year, second.value, first.value, range) }
    if second.value > 12 { return dated(year, first.value, second.value, range) }
    return words.dayFirst || separator == 0x2E ? dated(year, second.value, first.value, range) : nil
  }

  private func dated(_ year: Int, _ month: Int, _ day: Int?, _ range: Range<Int>) -> DateHit? {
    guard (1900...2100).contains(year), let date = CalendarDate(year: year, month: month, day: day) else { return nil }
    return (date, range)
  }

  /// A date around a month's name at `i`: the day before or behind it, the year behind, perhaps after a time of day, or before.
  private func namedDate(_ month: Int, at i: Int) -> DateHit? {
    var range = i..<(i + 1)
    var day = dayBefore(i)
    if let day { range = day.index..<range.upperBound }
    if day == nil, let after = dayAfter(i) {
      day = after
      range = range.lowerBound..<(after.index + 1)
    }
    guard let year = yearAfter(range.upperBound) ?? yearBefore(range.lowerBound) else { return nil }
    let whole = min(range.lowerBound, year.index)..<max(range.upperBound, year.index + 1)
    return dated(year.value, month, day?.value, whole)
  }

  private func dayBefore(_ i: Int) -> (value: Int, index: Int)? {
    var k = i - 1
    while k >= 0, k >= i - 4 {
      if let digits = pieces[k].digits {
        let isMinute = k > 0 && pieces[k - 1].mark == UInt8(ascii: ":")
        return (1...31).contains(digits.value) && digits.count <= 2 && !isMinute ? (digits.value, k) : nil
      }
      guard isLink(k) else { return nil }
      k -= 1
    }
    return nil
  }

  private func dayAfter(_ i: Int) -> (value: Int, index: Int)? {
    var k = i + 1
    if k < pieces.count, pieces[k].mark == UInt8(ascii: ".") { k += 1 }
    guard k < pieces.count, let digits = pieces[k].digits, digits.count <= 2, (1...31).contains(digits.value) else {
      return nil
    }
    return k + 1 < pieces.count && pieces[k + 1].mark == UInt8(ascii: ":") ? nil : (digits.value, k)
  }

  private func yearAfter(_ start: Int) -> (value: Int, index: Int)? {
    var k = start
    while k < pieces.count, k < start + 12 {
      if let digits = pieces[k].digits, digits.count == 4, (1900...2100).contains(digits.value) {
        return (digits.value, k)
      }
      guard isLink(k) || isClockPiece(k) else { return nil }
      k += 1
    }
    return nil
  }

  private func yearBefore(_ end: Int) -> (value: Int, index: Int)? {
    var k = end - 1
    while k >= 0, k >= end - 2 {
      if let digits = pieces[k].digits {
        return digits.count == 4 && (1900...2100).contains(digits.value) ? (digits.value, k) : nil
      }
      guard isLink(k) else { return nil }
      k -= 1
    }
    return nil
  }

  /// Marks and words that only join the parts of a date.
  private func isLink(_ k: Int) -> Bool {
    if let mark = pieces[k].mark { return [0x2C, 0x2E, 0x2D, 0x2F, 0x7C, 0x28, 0x29, 0x3A].contains(mark) }
    guard let word = pieces[k].word else { return false }
    return words.links.contains(word) || pieces[k].span.count <= 3 && !pieces[k].spaced && words.months[word] == nil
  }

  private func isClockPiece(_ k: Int) -> Bool {
    if let digits = pieces[k].digits { return digits.count <= 2 }
    guard let word = pieces[k].word else { return true }
    return words.meridiems[word] != nil || words.links.contains(word) || zones[word] != nil
  }
}
