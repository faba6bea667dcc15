import NewsModel
import TextBytes

/// Where words, numbers and addresses end.
extension Tokenizer {
  /// Whether a mark inside a word belongs to it: hyphen, apostrophe (unless a clitic follows), full stop of "U.S.", "AT&T", "a@b".
  func joins(_ scalar: UInt32, at i: Int, _ length: Int, from start: Int, before end: Int) -> Bool {
    let next = i + length
    guard i > start, next < end, let (after, _) = decodeScalar(at: next, in: bytes.span) else { return false }
    let kind = scalarClass(after)
    let letterFollows = kind == .upper || kind == .lower || kind == .otherLetter
    switch scalar {
    case 0x2D, 0x2010, 0x2011: return letterFollows || kind == .digit
    case 0x27, 0x2019: return letterFollows && cliticEnd(from: i, before: end) == nil
    case 0x26: return kind == .upper
    case 0x40: return kind == .lower || kind == .digit
    case 0x2E: return letterFollows && isInitial(endingAt: i, from: start)
    default: return false
    }
  }

  /// Whether one letter ("U.S.", "a.m.", "pro-U.S.") stands alone before the full stop at `i`.
  private func isInitial(endingAt i: Int, from start: Int) -> Bool {
    if i - start == 1 { return true }
    return i >= 2 && i - 2 > start && (bytes[i - 2] == 0x2E || bytes[i - 2] == 0x2D)
  }

  /// Whether the full stop behind `word` is part of it.
  func ownsFullStop(_ word: Range<Int>, before end: Int) -> Bool {
    let stop = word.upperBound
    guard stop < end, bytes[stop] == 0x2E, stop + 1 >= end || bytes[stop + 1] != 0x2E else { return false }
    let length = word.count
    if length <= 24, bytes[word].contains(0x2E) { return true }
    if length <= 3, isUpper(at: word.lowerBound), scalarCount(word) == 1 { return true }
    return length <= 24 && folder.abbreviations[FoldHash(bytes, TextSpan(word))] != nil
  }

  private func isUpper(at i: Int) -> Bool {
    decodeScalar(at: i, in: bytes.span).map { scalarClass($0.scalar) == .upper } ?? false
  }

  private func scalarCount(_ range: Range<Int>) -> Int {
    bytes[range].reduce(0) { $0 + ($1 & 0xC0 == 0x80 ? 0 : 1) }
  }

  /// Where "n't" begins in "didn't"; nil in other words and languages.
  func negationStart(in word: Range<Int>) -> Int? {
    guard folder.splitsClitics, word.count > 3, bytes[word.upperBound - 1] | 0x20 == UInt8(ascii: "t") else {
      return nil
    }
    var i = word.upperBound - 2
    if bytes[i] == 0x27 {
      i -= 1
    } else if word.count > 5, bytes[i] == 0x99, bytes[i - 1] == 0x80, bytes[i - 2] == 0xE2 {
      i -= 3
    } else {
      return nil
    }
    return bytes[i] | 0x20 == UInt8(ascii: "n") && i > word.lowerBound ? i : nil
  }

  /// The end of an English clitic ('s, 're, 've, 'll, 'd, 'm) that begins with the apostrophe at `i`; nil for other languages.
  func cliticEnd(from i: Int, before end: Int) -> Int? {
    guard folder.splitsClitics, i > 0 else { return nil }
    let length = bytes[i] == 0x27 ? 1 : 3
    var stop = i + length
    while stop < end, bytes[stop] | 0x20 >= 0x61, bytes[stop] | 0x20 <= 0x7A, stop - i - length < 3 { stop += 1 }
    if stop < end, let (scalar, _) = decodeScalar(at: stop, in: bytes.span) {
      switch scalarClass(scalar) {
      case .upper, .lower, .otherLetter, .digit: return nil
      default: break
      }
    }
    guard tokens.last?.span.end == i || isInsideWord(i) else { return nil }
    let tail = bytes[min(i + length, stop)..<stop]
    return Self.clitics.contains { $0.count == tail.count && zip($0, tail).allSatisfy { $0 == $1 | 0x20 } } ? stop : nil
  }

  private static let clitics = ["s", "re", "ve", "ll", "d", "m"].map { Array($0.utf8) }

  private func isInsideWord(_ i: Int) -> Bool {
    guard i > 0 else { return false }
    let before = bytes[i - 1]
    return before >= 0x80 || (before | 0x20 >= 0x61 && before | 0x20 <= 0x7A) || (before >= 0x30 && before <= 0x39)
      || before == 0x2E
  }

  /// The end of the number at `start` with its inner separators and what is glued to it: "1,000", "14:08", "17th", "19th-century", "2.º".
  func numberEnd(from start: Int, before end: Int) -> Int {
    var i = start
    while i < end, isDigit(i) || (Self.numberMarks.contains(bytes[i]) && i + 1 < end && isDigit(i + 1)) { i += 1 }
    if i + 2 < end, bytes[i] == 0x2E, bytes[i + 1] == 0xC2, bytes[i + 2] == 0xBA || bytes[i + 2] == 0xAA {
      return i + 3
    }
    while i < end, let (scalar, length) = decodeScalar(at: i, in: bytes.span) {
      switch scalarClass(scalar) {
      case .upper, .lower, .otherLetter, .digit, .mark: i += length
      case .symbol where scalar == 0x2D && i > start && letterStands(at: i + 1, before: end): i += length
      default: return max(i, start + 1)
      }
    }
    return max(i, start + 1)
  }

  private static let numberMarks: [UInt8] = [0x2E, 0x2C, 0x3A, 0x2F, 0x2D]
  private func isDigit(_ i: Int) -> Bool { bytes[i] >= 0x30 && bytes[i] <= 0x39 }

  private func letterStands(at i: Int, before end: Int) -> Bool {
    guard i < end, let (scalar, _) = decodeScalar(at: i, in: bytes.span) else { return false }
    let kind = scalarClass(scalar)
    return kind == .lower || kind == .upper
  }

  /// The end of a web address that begins at `start`, or nil.
  func urlEnd(from start: Int, before end: Int) -> Int? {
    guard bytes[start] | 0x20 == UInt8(ascii: "h") || bytes[start] | 0x20 == UInt8(ascii: "w") else { return nil }
    guard Self.addressPrefixes.contains(where: { begins($0, at: start, before: end) }) else { return nil }
    var i = start
    while i < end, whiteSpaceLength(at: i, in: bytes.span, before: end) == nil, bytes[i] != 0x22, bytes[i] != 0x3C {
      i += 1
    }
    while i > start, [0x2E, 0x2C, 0x3B, 0x29, 0x3A].contains(bytes[i - 1]) { i -= 1 }
    return i
  }

  private static let addressPrefixes = ["http://", "https://", "www."].map { Array($0.utf8) }
  private static let domains = Set(
    [
      "com", "org", "net", "gov", "edu", "info", "tv", "io", "eu", "uk", "es", "mx", "ar", "cl", "pe", "ve", "ru", "fr",
      "de", "ca", "au", "br", "in",
    ]
    .map { FoldHash($0) })

  /// The end of the domain whose last label follows the full stop at `i` ("harbourpost.com", and what follows a slash), or nil.
  func domainEnd(from i: Int, _ start: Int, before end: Int) -> Int? {
    guard i - start >= 2, i - start <= 64, i + 2 < end else { return nil }
    var stop = i + 1
    while stop < end, stop - i < 6, bytes[stop] >= 0x61, bytes[stop] <= 0x7A { stop += 1 }
    guard Self.domains.contains(FoldHash(bytes, TextSpan(i + 1, stop))) else { return nil }
    if stop < end, letterStands(at: stop, before: end) || isDigit(stop) { return nil }
    if stop < end, bytes[stop] == 0x2F {
      while stop < end, whiteSpaceLength(at: stop, in: bytes.span, before: end) == nil { stop += 1 }
      while stop > i, [0x2E, 0x2C, 0x3B, 0x29, 0x3A].contains(bytes[stop - 1]) { stop -= 1 }
    }
    return stop
  }

  private func begins(_ prefix: [UInt8], at start: Int, before end: Int) -> Bool {
    guard start + prefix.count <= end else { return false }
    return prefix.indices.allSatisfy { bytes[start + $0] | 0x20 == prefix[$0] | 0x20 }
  }
}
