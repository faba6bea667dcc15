import Foundation
import Languages
import Lexicon
import NewsModel
import TextBytes

/// Where datelines and credits name a news agency.
enum AgencyName {
  /// The agency whose name begins at token `i`, by the name to show; a short name must stand in capitals, as agencies write theirs.
  static func match(_ page: Page, at i: Int, before end: Int) -> (name: String, length: Int)? {
    let found = Lexicon.shared.agencies.longestMatch(at: 0, count: end - i) { page.tokens[i + $0].fold }
    guard let found else { return local(page, at: i, before: end) }
    let first = page.tokens[i]
    let name = found.value.name
    let isSmall = name.utf8.first.map { $0 >= 0x61 } ?? false
    guard first.shape.contains(.capitalized) || isSmall else { return nil }
    let isShort = found.length == 1 && !isSmall && !name.utf8.contains { $0 >= 0x61 && $0 <= 0x7A }
    if isShort || found.value.use.contains(.capitals), !first.shape.contains(.allCapitals) { return nil }
    return (name, found.length)
  }

  /// An agency that only this page names.
  private static func local(_ page: Page, at i: Int, before end: Int) -> (name: String, length: Int)? {
    for agency in page.agencies where i + agency.words.count <= end {
      let isHere = agency.words.indices.allSatisfy { page.tokens[i + $0].fold == agency.words[$0] }
      if isHere, page.tokens[i].shape.contains(.capitalized) { return (agency.name, agency.words.count) }
    }
    return nil
  }
}

/// Reads "MOSCOW (AP) —" and its like at the start of a paragraph.
struct DatelineReader {
  let page: Page

  /// A dateline: its tokens, and what it tells.
  struct Reading {
    var tokens: Range<Int>
    var value: Dateline
    /// The words where a place would stand.
    var place: TextSpan?
    /// "Harbour Post, March 3, 2025.": closed by a full stop behind a complete date.
    var endsInFullStop = false
  }

  /// The dateline that `line` begins with, or nil. O(1): it looks at the first 20 tokens.
  func read(_ line: PageLine) -> Reading? {
    let end = min(line.tokens.upperBound, line.tokens.lowerBound + 22)
    var i = line.tokens.lowerBound
    var value = Dateline()
    let placeTokens = placeRange(from: i, before: end)
    if let first = placeTokens.first, page.tokens[first].classes.contains(.determiner) { return nil }
    i = placeTokens.upperBound
    var date: PageDate?
    var agencySeen = false
    var isAgencyFirst = false
    if placeTokens.isEmpty {
      guard i < end, page.tokens[i].kind == .openBracket else { return nil }
      isAgencyFirst = true
    }
    while i < end {
      let token = page.tokens[i]
      if token.kind == .separator, page.text[token.span] != ":" { i += 1; continue }
      if date == nil, let found = PageDates.shared.date(page, at: i, before: end) ?? dayAndMonth(at: i, before: end) {
        date = found
        i = found.tokens.upperBound
        continue
      }
      if token.kind == .terminal, date != nil, i + 1 < end, page.tokens[i + 1].kind == .openBracket {
        i += 1
        continue
      }
      if token.kind == .openBracket, let close = bracketEnd(from: i, before: end) {
        if let agency = agencies(in: (i + 1)..<close).first {
          value.agency = agency
          agencySeen = true
        } else if close == i + 2, page.tokens[i + 1].shape.contains(.allCapitals) {
          // A station or a paper of the outlet's own: "(WXYZ) --".
          agencySeen = true
        } else if close - i > 6 {
          return nil
        }
        i = close + 1
        continue
      }
      break
    }
    guard i < end, let stop = terminator(at: i, before: end, hasDate: date != nil, agency: agencySeen) else {
      return nil
    }
    let capitals = placeTokens.allSatisfy { isCapitals(page.tokens[$0]) }
    let strong =
      agencySeen || date != nil || capitals && !placeTokens.isEmpty || endsInState(placeTokens)
      || page.tokens[i].kind == .terminal && stop > i + 1 || isPlaceBeforeDash(placeTokens, i, stop)
    guard strong, stop < line.tokens.upperBound, !isAgencyFirst || agencySeen else { return nil }
    let byFullStop = page.tokens[stop - 1].kind == .terminal && page.tokens[i].kind == .terminal
    if byFullStop, date == nil { return nil }
    let trimmed = trimmedPlace(placeTokens)
    value.date = date?.value?.date
    value.place = trimmed.isEmpty ? nil : shownPlace(trimmed)
    return Reading(
      tokens: line.tokens.lowerBound..<stop, value: value, place: trimmed.isEmpty ? nil : page.span(of: trimmed),
      endsInFullStop: byFullStop && date?.value != nil)
  }

  /// "Kelby - A ship …": a place, known or named again, before a dash that stands free and a capital.
  private func isPlaceBeforeDash(_ place: Range<Int>, _ dash: Int, _ stop: Int) -> Bool {
    guard !place.isEmpty, page.tokens[dash].kind == .dash, page.tokens[dash].shape.contains(.spaceBefore),
      stop < page.tokens.count, page.tokens[stop].shape.contains(.spaceBefore), place.count <= 5
    else { return false }
    let next = page.tokens[stop]
    guard next.shape.contains(.capitalized) || next.kind == .openQuote || next.kind == .number else { return false }
    return isPlace(page.text[page.span(of: trimmedPlace(place))]) || page.comesBackAsPlace(place)
  }

  /// "New Kelby, WI": a state's two letters behind a comma.
  private func endsInState(_ place: Range<Int>) -> Bool {
    guard place.count >= 3, let last = place.last else { return false }
    return page.tokens[last].shape.contains(.allCapitals) && page.tokens[last].span.count == 2
      && page.tokens[last - 1].kind == .separator
  }

  private func isCapitals(_ token: Token) -> Bool {
    token.kind != .word || token.shape.contains(.allCapitals) || token.span.count <= 2
      || token.shape.contains(.abbreviation)
      || token.classes.contains(.function)
  }

  /// Capitalised words with commas and short function words between.
  func placeRange(from start: Int, before end: Int) -> Range<Int> {
    var i = start
    var words = 0
    while i < end, words < 7 {
      let token = page.tokens[i]
      let isDate = PageDates.shared.month(page, i) != nil || (PageDates.shared.weekday(page, i) != nil && i > start)
      if token.kind == .word, !isDate,
        token.shape.contains(.capitalized) || (i > start && token.classes.contains(.function) && token.span.count <= 3)
      {
        words += 1
      } else if token.kind == .separator, page.text[token.span] == ",", i > start {
        // A comma inside the place.
      } else if i > start, page.text[token.span] == "/" {
        // "MOSCOW/LONDON".
      } else {
        break
      }
      i += 1
    }
    return start..<i
  }

  /// "VARNA, Bulgaria" is Varna: the country behind the comma is not part of the name.
  private func shownPlace(_ range: Range<Int>) -> String {
    if let comma = range.first(where: { page.text[page.tokens[$0].span] == "," }), comma + 1 < range.upperBound,
      isRegion((comma + 1)..<range.upperBound, behind: range.lowerBound..<comma)
    {
      return shownAsName(page.text[page.span(of: range.lowerBound..<comma)])
    }
    return shownAsName(page.text[page.span(of: range)])
  }

  /// A country; or words in small letters behind a place in capitals.
  private func isRegion(_ range: Range<Int>, behind place: Range<Int>) -> Bool {
    if Lexicon.shared.countries[phrase: page.text[page.span(of: range)]] != nil { return true }
    return place.allSatisfy { isCapitals(page.tokens[$0]) } && !range.allSatisfy { isCapitals(page.tokens[$0]) }
  }

  private func trimmedPlace(_ range: Range<Int>) -> Range<Int> {
    var upper = range.upperBound
    while upper > range.lowerBound, page.tokens[upper - 1].kind != .word { upper -= 1 }
    return range.lowerBound..<upper
  }

  /// "3 Ene.", "March 3": a day of a month without a year.
  private func dayAndMonth(at i: Int, before end: Int) -> PageDate? {
    guard let date = PageDates.shared.date(page, at: i, before: end), date.month != nil else { return nil }
    return date
  }

  private func bracketEnd(from i: Int, before end: Int) -> Int? {
    (i..<end).first { page.tokens[$0].kind == .closeBracket }
  }

  /// The agencies named among `range`.
  func agencies(in range: Range<Int>) -> [String] {
    var found: [String] = []
    var i = range.lowerBound
    while i < range.upperBound {
      if let match = AgencyName.match(page, at: i, before: range.upperBound) {
        if !found.contains(match.name) { found.append(match.name) }
        i += match.length
      } else {
        i += 1
      }
    }
    return found
  }

  /// The index behind the dash, ".-", ":" or full stop that closes a dateline.
  private func terminator(at start: Int, before end: Int, hasDate: Bool, agency: Bool) -> Int? {
    var i = start
    let token = page.tokens[i]
    if token.kind == .terminal || token.kind == .dash || token.kind == .symbol && page.text[token.span] == "|" {
      let isFullStop = token.kind == .terminal
      i += 1
      // "U.S.-backed" holds a hyphen, not a dash.
      if !isFullStop, !token.shape.contains(.spaceBefore), i < end, !page.tokens[i].shape.contains(.spaceBefore),
        page.tokens[i].kind == .word, !agency
      {
        return nil
      }
      while i < end, page.tokens[i].kind == .dash { i += 1 }
      if !isFullStop || i > start + 1 || hasDate { return i }
      return nil
    }
    if page.text[token.span] == ":", agency || hasDate { return i + 1 }
    return nil
  }
}
