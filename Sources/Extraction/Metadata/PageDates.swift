import Foundation
import Lexicon
import NewsModel
import TextBytes

/// A date as a page writes it: in a line of its own, beside the outlet, in a dateline, at the end of a caption.
struct PageDate: Sendable {
  var tokens: Range<Int>
  /// Nil for a relative date ("2d ago") and for one without a year.
  var value: Timestamp?
  /// Minutes before the page was fetched, for relative dates.
  var minutesAgo: Int?
  /// The unit of a relative date, in minutes.
  var unit: Int?
  var weekday: Int?
  var month: Int?
  var day: Int?
}

/// Reads the dates that pages print, in the languages that have a `dates.tsv`.
struct PageDates: Sendable {
  /// What a word is in dates, over all languages: the first that the tables tell of each kind, and what is 0 or false it is not.
  private struct Meaning: Sendable {
    var month = 0
    var weekday = 0
    var unit = 0
    var isAgo = false
    var isJoint = false

    mutating func add(_ row: [String]) {
      let number = Int(row[1])
      switch row[0] {
      case "month": if month == 0 { month = number ?? 0 }
      case "weekday": if weekday == 0 { weekday = number ?? 0 }
      case "unit": if unit == 0 { unit = number ?? 0 }
      case "ago": isAgo = true
      case "joint": isJoint = true
      default: break
      }
    }
    var isNone: Bool { month == 0 && weekday == 0 && unit == 0 && !isAgo && !isJoint }
  }
  private let words: [FoldHash: Meaning]
  /// Languages in which "11/12/2025" may be of November or of December.
  private let ambiguous: Set<LanguageCode>
  /// Languages in which a weekday in small letters is none.
  private let capitalized: Set<LanguageCode>
  static let shared = PageDates()

  init() {
    var words: [FoldHash: Meaning] = [:]
    words.reserveCapacity(1_000)
    var (ambiguous, capitalized): (Set<LanguageCode>, Set<LanguageCode>) = ([], [])
    for code in ExtractionTables.languages {
      let language = LanguageCode(code)
      for row in TableFile(path: ExtractionTables.root["\(code)/dates.tsv"]).rows where row.count >= 3 {
        if row[0] == "slashes", row[1] == "ambiguous" { ambiguous.insert(language) }
        if row[0] == "weekdays", row[1] == "capitalized" { capitalized.insert(language) }
        let word = FoldHash(row[2])
        var meaning = words[word] ?? Meaning()
        meaning.add(row)
        if !meaning.isNone { words[word] = meaning }
      }
    }
    self.words = words
    (self.ambiguous, self.capitalized) = (ambiguous, capitalized)
  }

  /// Whether a date with slashes is day first in a language, where both numbers may be a month.
  func isDayFirst(_ language: LanguageCode) -> Bool { !ambiguous.contains(language) }
  /// Whether weekdays are written with a capital in a language.
  func capitalizesWeekdays(_ language: LanguageCode) -> Bool { capitalized.contains(language) }

  private func meaning(_ page: borrowing Page, _ i: Int) -> Meaning? {
    let token = page.tokens[i]
    if let found = words[token.fold] { return found }
    guard token.shape.contains(.abbreviation) else { return nil }
    return words[FoldHash(page.text.bytes, TextSpan(token.span.start, token.span.end - 1))]
  }
  func month(_ page: borrowing Page, _ i: Int) -> Int? { meaning(page, i).flatMap { $0.month > 0 ? $0.month : nil } }
  func weekday(_ page: borrowing Page, _ i: Int) -> Int? {
    meaning(page, i).flatMap { $0.weekday > 0 ? $0.weekday : nil }
  }
  private func unit(_ page: Page, _ i: Int) -> Int? { meaning(page, i).flatMap { $0.unit > 0 ? $0.unit : nil } }
  private func isAgo(_ page: Page, _ i: Int) -> Bool { meaning(page, i)?.isAgo == true }
  func isJoint(_ page: borrowing Page, _ i: Int) -> Bool {
    let kind = page.tokens[i].kind
    return kind == .separator || kind == .dash || kind == .symbol || meaning(page, i)?.isJoint == true
  }

  /// The dates in `range`, in order. O(tokens).
  func dates(in page: Page, _ range: Range<Int>) -> [PageDate] {
    var found: [PageDate] = []
    var i = range.lowerBound
    while i < range.upperBound {
      if let date = date(page, at: i, before: range.upperBound) {
        found.append(date)
        i = date.tokens.upperBound
      } else {
        i += 1
      }
    }
    return found
  }

  /// Whether a date can begin at a token: with digits, or a word of the tables.
  private func mayBegin(_ page: Page, _ i: Int) -> Bool {
    let token = page.tokens[i]
    return token.kind == .number || token.shape.contains(.hasDigit) || meaning(page, i) != nil
  }

  /// The date that begins at token `start`, or nil.
  func date(_ page: Page, at start: Int, before end: Int) -> PageDate? {
    guard mayBegin(page, start) else { return nil }
    if let date = iso(page, at: start, before: end) { return date }
    if let date = relative(page, at: start, before: end) { return date }
    var cursor = DateCursor(page: page, dates: self, position: start, end: end)
    return cursor.read()
  }

  private func iso(_ page: Page, at i: Int, before end: Int) -> PageDate? {
    let token = page.tokens[i]
    guard token.shape.contains(.hasDigit), token.span.count >= 10 else { return nil }
    // The tokenizer parts an ISO time at its colons; the bytes hold it together.
    let lineEnd = page.tokens[end - 1].span.end
    var stop = token.span.start
    while stop < lineEnd, Self.isPartOfISO(page.text.bytes[stop]) { stop += 1 }
    for length in [stop - token.span.start, 10] {
      guard length <= stop - token.span.start else { continue }
      let text = page.text[TextSpan(token.span.start, token.span.start + length)]
      if let value = Timestamp(iso: text), value.date.day != nil {
        var last = i + 1
        while last < end, page.tokens[last].span.end <= token.span.start + length { last += 1 }
        return PageDate(tokens: i..<last, value: value)
      }
    }
    return nil
  }

  private static func isPartOfISO(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x2D, 0x3A, 0x54, 0x5A, 0x2B, 0x2E: true
    default: false
    }
  }

  private func relative(_ page: Page, at start: Int, before end: Int) -> PageDate? {
    var i = start
    let leading = isAgo(page, i)
    if leading { i += 1 }
    guard i < end, page.tokens[i].shape.contains(.hasDigit) || page.tokens[i].kind == .number else { return nil }
    let (count, unitText) = split(page, i)
    guard let count else { return nil }
    var unit: Int?
    if let unitText {
      unit = words[unitText].flatMap { $0.unit > 0 ? $0.unit : nil }
    } else if i + 1 < end {
      i += 1
      unit = self.unit(page, i)
    }
    guard let unit else { return nil }
    if !leading {
      guard i + 1 < end, isAgo(page, i + 1) else { return nil }
      i += 1
    }
    return PageDate(tokens: start..<(i + 1), minutesAgo: count * unit, unit: unit)
  }

  /// "2d" is two and "d"; "2" is two.
  private func split(_ page: Page, _ i: Int) -> (Int?, FoldHash?) {
    let span = page.tokens[i].span
    var digits = span.start
    while digits < span.end, page.text.bytes[digits] >= 0x30, page.text.bytes[digits] <= 0x39 { digits += 1 }
    let count = digits - span.start <= 4 ? Int(page.text[TextSpan(span.start, digits)]) : nil
    return (count, digits < span.end ? FoldHash(page.text.bytes, TextSpan(digits, span.end)) : nil)
  }
}
