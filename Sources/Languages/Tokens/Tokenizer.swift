import NewsModel
import TextBytes

/// Cuts text into tokens by what the characters are; which full stops belong to a word, the language's tables say.
///
/// Every step looks a bounded number of bytes ahead, so that any bytes are read in O(n).
struct Tokenizer {
  let bytes: [UInt8]
  let folder: LanguageFolder
  private(set) var tokens: [Token] = []
  private var atLineStart = true
  private var afterSpace = true
  /// Marks that are open in this block: they tell a closing single mark from an apostrophe.
  private var openSingle = 0
  private var openDouble = false

  init(bytes: [UInt8], folder: LanguageFolder) {
    self.bytes = bytes
    self.folder = folder
  }

  /// Appends the tokens of `span`. O(n).
  mutating func read(_ span: TextSpan) {
    atLineStart = true
    afterSpace = true
    openSingle = 0
    openDouble = false
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
      if let stop = urlEnd(from: start, before: end) { return append(start, stop, .url) }
      return readWord(from: start, before: end)
    case .digit: return append(start, numberEnd(from: start, before: end))
    default:
      if isDoubledMark(at: start, before: end) { return readDoubledMark(at: start, before: end) }
      if scalar == 0x27 || scalar == 0x2019, let stop = cliticEnd(from: start, before: end) {
        return append(start, stop, .clitic)
      }
      return readMark(scalar, at: start, length, before: end)
    }
  }

  private mutating func readMark(_ scalar: UInt32, at start: Int, _ length: Int, before end: Int) -> Int {
    let kind = kind(of: scalar, at: start, length, before: end)
    var stop = start + length
    if kind == .openQuote || kind == .closeQuote {
      count(scalar, opens: kind == .openQuote)
    } else if kind == .terminal || kind == .dash || kind == .symbol {
      // "...", "--", "=====" are one mark.
      while stop + length <= end, (0..<length).allSatisfy({ bytes[stop + $0] == bytes[start + $0] }) { stop += length }
    }
    return append(start, stop, kind)
  }

  /// Whether two typewriter marks ('' or ``) stand for one double quotation mark, as archives of wire copy print it.
  private func isDoubledMark(at start: Int, before end: Int) -> Bool {
    let mark = bytes[start]
    guard mark == 0x27 || mark == 0x60, start + 1 < end, bytes[start + 1] == mark else { return false }
    if start + 2 < end, bytes[start + 2] == mark, openSingle > 0 { return false }
    let isMeasure = start > 0 && bytes[start - 1] >= 0x30 && bytes[start - 1] <= 0x39
    return !isMeasure || openDouble
  }

  private mutating func readDoubledMark(at start: Int, before end: Int) -> Int {
    openDouble = bytes[start] == 0x60 || opensQuote(at: start, 2, before: end)
    return append(start, start + 2, openDouble ? .openQuote : .closeQuote)
  }

  private mutating func count(_ scalar: UInt32, opens: Bool) {
    switch scalar {
    case 0x27, 0x2018, 0x2019: openSingle = max(0, openSingle + (opens ? 1 : -1))
    case 0x22, 0x201C, 0x201D: openDouble = opens
    default: break
    }
  }

  private func kind(of scalar: UInt32, at start: Int, _ length: Int, before end: Int) -> Token.Kind {
    switch scalar {
    case 0x2E, 0x21, 0x3F, 0x2026, 0x3002, 0xFF01, 0xFF1F, 0x61F: return .terminal
    case 0x2C, 0x3B, 0x3A, 0x3001, 0xFF0C, 0x60C: return .separator
    case 0x27 where isOwner(before: start, next: start + length, before: end): return .clitic
    case 0x22, 0x27: return opensQuote(at: start, length, before: end) ? .openQuote : .closeQuote
    case 0x201C, 0xAB, 0x2018, 0x201E, 0x2039, 0x201A, 0x300C, 0x300E: return .openQuote
    case 0x2019 where isOwner(before: start, next: start + length, before: end): return .clitic
    case 0x201D, 0xBB, 0x2019, 0x203A, 0x300D, 0x300F: return .closeQuote
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
    if last.kind == .separator, bytes[start] == 0x22 || length == 2 { return !openDouble }
    return last.kind == .openBracket || last.kind == .dash || last.kind == .openQuote || isInvertedMark(last)
  }

  /// "¿" and "¡".
  private func isInvertedMark(_ token: Token) -> Bool {
    token.kind == .symbol && token.span.count == 2 && bytes[token.span.start] == 0xC2
      && (bytes[token.span.start + 1] == 0xBF || bytes[token.span.start + 1] == 0xA1)
  }

  /// Whether the mark at `start` stands for the owner's "s" ("the players' coach"), since no single mark is open.
  private func isOwner(before start: Int, next: Int, before end: Int) -> Bool {
    guard folder.splitsClitics, openSingle == 0, !afterSpace, let last = tokens.last, last.kind == .word,
      last.span.end == start, bytes[start - 1] | 0x20 == UInt8(ascii: "s")
    else { return false }
    return next < end && whiteSpaceLength(at: next, in: bytes.span, before: end) != nil
  }

  private mutating func readWord(from start: Int, before end: Int) -> Int {
    var i = start
    var isAddress = false
    while i < end {
      i = plainLetters(from: i, before: end)
      guard i < end else { break }
      let (scalar, length) = decodeScalar(at: i, in: bytes.span) ?? (0xFFFD, 1)
      switch scalarClass(scalar) {
      case .upper, .lower, .otherLetter, .mark, .digit: i += length
      default:
        if scalar == 0x2E, let stop = domainEnd(from: i, start, before: end) {
          i = stop
          isAddress = true
        } else if joins(scalar, at: i, length, from: start, before: end) {
          isAddress = isAddress || scalar == 0x40
          i += length
        } else {
          return isAddress ? append(start, i, .url) : finishWord(from: start, to: i, before: end)
        }
      }
    }
    return isAddress ? append(start, i, .url) : finishWord(from: start, to: i, before: end)
  }

  /// The end of the ASCII letters and digits at `start`.
  private func plainLetters(from start: Int, before end: Int) -> Int {
    let view = bytes.span
    var i = start
    while i < end, (0x61...0x7A).contains(view[i] | 0x20) || (0x30...0x39).contains(view[i]) { i += 1 }
    return i
  }

  private mutating func finishWord(from start: Int, to stop: Int, before end: Int) -> Int {
    if let clitic = negationStart(in: start..<stop) {
      append(start, clitic, .word)
      afterSpace = false
      atLineStart = false
      return append(clitic, stop, .clitic)
    }
    return append(start, ownsFullStop(start..<stop, before: end) ? stop + 1 : stop, .word)
  }

  @discardableResult
  private mutating func append(_ start: Int, _ stop: Int, _ kind: Token.Kind? = nil) -> Int {
    let span = TextSpan(start, stop)
    var shape = Token.Shape()
    if kind == nil || kind == .word || kind == .url { shape = letterShape(span) }
    // A number with letters glued to it ("17th", "5pm") is a word.
    let kind = kind ?? (shape.contains(.hasLetter) ? .word : .number)
    shape.remove(.hasLetter)
    if afterSpace { shape.insert(.spaceBefore) }
    if atLineStart { shape.insert(.lineStart) }
    if kind == .word, stop > start + 1, bytes[stop - 1] == 0x2E { shape.insert(.abbreviation) }
    tokens.append(Token(span: span, kind: kind, shape: shape, fold: FoldHash(bytes, span)))
    return stop
  }

  private func letterShape(_ span: TextSpan) -> Token.Shape {
    var shape: Token.Shape = []
    var uppers = 0
    var lowers = 0
    var i = span.start
    let view = bytes.span
    while i < span.end {
      if (0x61...0x7A).contains(view[i]) {
        lowers += 1
        i += 1
        continue
      }
      guard let (scalar, length) = decodeScalar(at: i, in: view) else { break }
      switch scalarClass(scalar) {
      case .upper:
        if uppers + lowers == 0 { shape.insert(.capitalized) } else if lowers > 0 { shape.insert(.innerCapital) }
        uppers += 1
      case .lower: lowers += 1
      case .otherLetter: shape.insert(.hasLetter)
      case .digit: shape.insert(.hasDigit)
      default: break
      }
      i += length
    }
    if uppers + lowers > 0 { shape.insert(.hasLetter) }
    if uppers >= 2, lowers == 0 { shape.insert(.allCapitals) }
    return shape
  }
}

extension Token.Shape {
  /// While a token is made: it has a letter.
  fileprivate static let hasLetter = Token.Shape(rawValue: 128)
}
