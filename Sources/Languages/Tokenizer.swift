import NewsModel
import TextBytes

/// Cuts text into tokens by what the characters are; which full stops belong to a word, the language's tables say.
struct Tokenizer {
  let bytes: [UInt8]
  let folder: LanguageFolder
  private(set) var tokens: [Token] = []
  private var atLineStart = true
  private var afterSpace = true

  init(bytes: [UInt8], folder: LanguageFolder) {
    self.bytes = bytes
    self.folder = folder
  }

  /// Appends the tokens of `span`. O(n).
  mutating func read(_ span: TextSpan) {
    atLineStart = true
    afterSpace = true
    var i = span.start
    while i < span.end {
      if let n = whiteSpaceLength(at: i, in: bytes.span, before: span.end) {
        if bytes[i] == 0x0A || bytes[i] == 0x0D { atLineStart = true }
        afterSpace = true
        i += n
        continue
      }
      i = readToken(at: i, before: span.end)
      atLineStart = false
      afterSpace = false
    }
  }

  private mutating func readToken(at start: Int, before end: Int) -> Int {
    let (scalar, length) = decodeScalar(at: start, in: bytes.span) ?? (0xFFFD, 1)
    switch scalarClass(scalar) {
    case .upper, .lower, .otherLetter, .mark:
      if let stop = urlEnd(from: start, before: end) {
        append(start, stop, .url)
        return stop
      }
      return readWord(from: start, before: end)
    case .digit: return readNumber(from: start, before: end)
    default:
      if (scalar == 0x27 || scalar == 0x2019), let stop = cliticEnd(from: start, before: end) {
        append(start, stop, .clitic)
        return stop
      }
      if scalar == 0x2E, start + 2 < end, bytes[start + 1] == 0x2E, bytes[start + 2] == 0x2E {
        append(start, start + 3, .terminal)
        return start + 3
      }
      append(start, start + length, kind(of: scalar, at: start, length, before: end))
      return start + length
    }
  }

  private func kind(of scalar: UInt32, at start: Int, _ length: Int, before end: Int) -> Token.Kind {
    switch scalar {
    case 0x2E, 0x21, 0x3F, 0x2026: return .terminal
    case 0x2C, 0x3B, 0x3A: return .separator
    case 0x22, 0x27: return opensQuote(at: start, length, before: end) ? .openQuote : .closeQuote
    case 0x201C, 0xAB, 0x2018, 0x201E, 0x2039, 0x201A: return .openQuote
    case 0x201D, 0xBB, 0x2019, 0x203A: return .closeQuote
    case 0x2013, 0x2014, 0x2015, 0x2D, 0x2012: return .dash
    case 0x28, 0x5B, 0x7B: return .openBracket
    case 0x29, 0x5D, 0x7D: return .closeBracket
    default: return .symbol
    }
  }

  /// A straight mark opens behind white space, a bracket or a dash, if a letter or digit follows; it closes elsewhere.
  private func opensQuote(at start: Int, _ length: Int, before end: Int) -> Bool {
    let next = start + length
    guard next < end, whiteSpaceLength(at: next, in: bytes.span, before: end) == nil else { return false }
    guard !afterSpace, let last = tokens.last, last.span.end == start else { return true }
    return last.kind == .openBracket || last.kind == .dash || last.kind == .openQuote
  }

  private mutating func readWord(from start: Int, before end: Int) -> Int {
    var i = start
    while i < end {
      let (scalar, length) = decodeScalar(at: i, in: bytes.span) ?? (0xFFFD, 1)
      switch scalarClass(scalar) {
      case .upper, .lower, .otherLetter, .mark, .digit: i += length
      default:
        guard joins(scalar, at: i, length, from: start, before: end) else {
          return finishWord(from: start, to: i, before: end)
        }
        i += length
      }
    }
    return finishWord(from: start, to: i, before: end)
  }

  /// Whether a mark inside a word belongs to it: hyphen, apostrophe (unless a clitic follows), full stop of "U.S.", ampersand of "AT&T".
  private func joins(_ scalar: UInt32, at i: Int, _ length: Int, from start: Int, before end: Int) -> Bool {
    let next = i + length
    guard i > start, next < end, let (after, _) = decodeScalar(at: next, in: bytes.span) else { return false }
    let kind = scalarClass(after)
    let letterFollows = kind == .upper || kind == .lower || kind == .otherLetter
    switch scalar {
    case 0x2D, 0x2010, 0x2011: return letterFollows || kind == .digit
    case 0x27, 0x2019: return letterFollows && cliticEnd(from: i, before: end) == nil
    case 0x26: return kind == .upper
    case 0x2E: return letterFollows && isInitial(endingAt: i, from: start)
    default: return false
    }
  }

  /// Whether one capital (or small letter of "a.m.") stands alone before the full stop at `i`.
  private func isInitial(endingAt i: Int, from start: Int) -> Bool {
    if i - start == 1 { return true }
    return i >= 2 && bytes[i - 2] == 0x2E && i - 2 > start
  }

  private mutating func finishWord(from start: Int, to stop: Int, before end: Int) -> Int {
    var stop = stop
    if stop < end, bytes[stop] == 0x2E {
      let word = FoldHash(bytes, TextSpan(start, stop))
      let ellipsis = stop + 1 < end && bytes[stop + 1] == 0x2E
      let hasInnerPoint = bytes[start..<stop].contains(0x2E)
      let isInitial = stop - start <= 2 && stop > start && isUpper(at: start) && scalarCount(start, stop) == 1
      if !ellipsis, hasInnerPoint || isInitial || folder.abbreviations[word] != nil { stop += 1 }
    }
    if let clitic = negationStart(in: start..<stop) {
      append(start, clitic, .word)
      afterSpace = false
      atLineStart = false
      append(clitic, stop, .clitic)
      return stop
    }
    append(start, stop, .word)
    return stop
  }

  /// Where "n't" begins in "didn't"; nil in other words and languages.
  private func negationStart(in word: Range<Int>) -> Int? {
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

  private func isUpper(at i: Int) -> Bool {
    decodeScalar(at: i, in: bytes.span).map { scalarClass($0.scalar) == .upper } ?? false
  }

  private func scalarCount(_ start: Int, _ stop: Int) -> Int {
    bytes[start..<stop].reduce(0) { $0 + ($1 & 0xC0 == 0x80 ? 0 : 1) }
  }

  /// The end of an English clitic ('s, 're, 've, 'll, 'd, 'm) that begins with the apostrophe at `i`; nil for other languages.
  private func cliticEnd(from i: Int, before end: Int) -> Int? {
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
    guard let last = tokens.last, last.span.end == i || isInsideWord(i) else { return nil }
    let tail = bytes[(i + length)..<stop].map { $0 | 0x20 }
    let clitics: [[UInt8]] = [
      Array("s".utf8), Array("re".utf8), Array("ve".utf8), Array("ll".utf8), Array("d".utf8), Array("m".utf8),
    ]
    return clitics.contains(tail) ? stop : nil
  }

  private func isInsideWord(_ i: Int) -> Bool {
    guard i > 0 else { return false }
    let before = bytes[i - 1]
    return before >= 0x80 || (before | 0x20 >= 0x61 && before | 0x20 <= 0x7A) || (before >= 0x30 && before <= 0x39)
      || before == 0x2E
  }

  private mutating func readNumber(from start: Int, before end: Int) -> Int {
    var i = start
    while i < end {
      let byte = bytes[i]
      if byte >= 0x30 && byte <= 0x39 {
        i += 1
      } else if byte == 0x2E || byte == 0x2C || byte == 0x3A || byte == 0x2F || byte == 0x2D, i + 1 < end,
        bytes[i + 1] >= 0x30, bytes[i + 1] <= 0x39
      {
        i += 1
      } else {
        break
      }
    }
    // "17th", "1990s", "19th-century", "5pm", "3D": letters glued to digits stay with them.
    let digitsEnd = i
    while i < end, let (scalar, length) = decodeScalar(at: i, in: bytes.span) {
      switch scalarClass(scalar) {
      case .upper, .lower, .otherLetter, .digit, .mark:
        i += length
        continue
      case .symbol where scalar == 0x2D && i + 1 < end && i > start:
        guard let (after, _) = decodeScalar(at: i + 1, in: bytes.span),
          scalarClass(after) == .lower || scalarClass(after) == .upper
        else { break }
        i += length
        continue
      default: break
      }
      break
    }
    append(start, i, i == digitsEnd ? .number : .word)
    return i
  }

  /// The end of a web or mail address that begins at `start`, or nil.
  private func urlEnd(from start: Int, before end: Int) -> Int? {
    guard Self.addressPrefixes.contains(where: { begins($0, at: start, before: end) }) else { return nil }
    var i = start
    while i < end, whiteSpaceLength(at: i, in: bytes.span, before: end) == nil, bytes[i] != 0x22, bytes[i] != 0x3C {
      i += 1
    }
    while i > start, [0x2E, 0x2C, 0x3B, 0x29, 0x3A].contains(bytes[i - 1]) { i -= 1 }
    return i
  }

  private static let addressPrefixes = ["http://", "https://", "www."].map { Array($0.utf8) }

  private func begins(_ prefix: [UInt8], at start: Int, before end: Int) -> Bool {
    guard start + prefix.count <= end else { return false }
    return prefix.indices.allSatisfy { bytes[start + $0] | 0x20 == prefix[$0] | 0x20 }
  }

  private mutating func append(_ start: Int, _ stop: Int, _ kind: Token.Kind) {
    let span = TextSpan(start, stop)
    var shape = kind == .word || kind == .number || kind == .url ? letterShape(span) : []
    if afterSpace { shape.insert(.spaceBefore) }
    if atLineStart { shape.insert(.lineStart) }
    if kind == .word, stop > start + 1, bytes[stop - 1] == 0x2E { shape.insert(.abbreviation) }
    tokens.append(Token(span: span, kind: kind, shape: shape, fold: FoldHash(bytes, span)))
  }

  private func letterShape(_ span: TextSpan) -> Token.Shape {
    var shape: Token.Shape = []
    var uppers = 0
    var lowers = 0
    var i = span.start
    while i < span.end, let (scalar, length) = decodeScalar(at: i, in: bytes.span) {
      switch scalarClass(scalar) {
      case .upper:
        if uppers + lowers == 0 { shape.insert(.capitalized) } else if lowers > 0 { shape.insert(.innerCapital) }
        uppers += 1
      case .lower: lowers += 1
      case .digit: shape.insert(.hasDigit)
      default: break
      }
      i += length
    }
    if uppers >= 2, lowers == 0 { shape.insert(.allCapitals) }
    return shape
  }
}
