import NewsModel
import TextBytes

/// What time rules read: a token, or a part of one ("three" and "year" of "three-year", "5" and "pm" of "5pm").
struct TimePiece {
  enum Shape: UInt8 {
    case word, digits, clock, dotTime, decimal, isoDate, decade, ordinal
  }
  var fold: FoldHash
  var span: TextSpan
  /// The token, as its number in the reading.
  var token: Int32
  var shape: Shape
  /// The value of digits; minutes of a clock; halves of a decimal; year × 10000 + month × 100 + day of an ISO date.
  var value: Int32
  /// How many digits stand in the text.
  var digits: UInt8
  /// It goes on inside the token where the piece before ends.
  var glued: Bool
}

/// Cuts the tokens of one sentence into pieces.
struct TimePieceReader {
  let grammar: TimeGrammar
  let bytes: [UInt8]
  let dayFirst: Bool

  /// Appends the pieces of `token`. O(length).
  func read(_ token: Token, _ number: Int, into pieces: inout [TimePiece]) {
    switch token.kind {
    case .number: readNumber(token, Int32(number), &pieces)
    case .word where token.shape.contains(.hasDigit): readMixed(token, Int32(number), &pieces)
    case .word where token.span.count >= 6 && grammar.words[token.fold] == nil && hasHyphen(token.span):
      if !splitHyphens(token.span, Int32(number), false, &pieces) { pieces.append(word(token, Int32(number))) }
    default: pieces.append(word(token, Int32(number)))
    }
  }

  private func word(_ token: Token, _ number: Int32) -> TimePiece {
    TimePiece(fold: token.fold, span: token.span, token: number, shape: .word, value: 0, digits: 0, glued: false)
  }

  private func hasHyphen(_ span: TextSpan) -> Bool {
    for i in span.range
    where bytes[i] == 0x2D || (bytes[i] == 0xE2 && bytes[i + 1] == 0x80 && bytes[i + 2] & 0xFE == 0x90) {
      return true
    }
    return false
  }

  /// Splits "three-year", "mid-2011", "five-day-old" where every part is known, or the last is a year or a time word.
  private func splitHyphens(_ span: TextSpan, _ number: Int32, _ glued: Bool, _ pieces: inout [TimePiece]) -> Bool {
    let before = pieces.count
    var start = span.start
    var known = 0
    var parts = 0
    var i = span.start
    while i <= span.end {
      let width = i < span.end ? hyphenWidth(at: i) : 1
      guard width > 0 else {
        i += 1
        continue
      }
      if i > start {
        let part = TextSpan(start, i)
        let first = pieces.count
        appendPart(part, number, glued || parts > 0, &pieces)
        parts += 1
        if pieces[first].shape != .word || grammar.words[pieces[first].fold] != nil { known += 1 }
      }
      i += width
      start = i
    }
    if known == parts || (parts == 2 && known == 1 && pieces[pieces.count - 1].digits == 4) { return true }
    pieces.removeLast(pieces.count - before)
    return false
  }

  private func hyphenWidth(at i: Int) -> Int {
    if bytes[i] == 0x2D { return 1 }
    return bytes[i] == 0xE2 && bytes[i + 1] == 0x80 && bytes[i + 2] & 0xFE == 0x90 ? 3 : 0
  }

  private func appendPart(_ span: TextSpan, _ number: Int32, _ glued: Bool, _ pieces: inout [TimePiece]) {
    if isDigit(bytes[span.start]) {
      let end = digitsEnd(span.start, span.end)
      if end == span.end {
        pieces.append(plain(span, number, glued))
      } else {
        readSuffixed(span, end, number, glued, &pieces)
      }
      return
    }
    pieces.append(
      TimePiece(
        fold: FoldHash(bytes, span), span: span, token: number, shape: .word, value: 0, digits: 0, glued: glued))
  }

  private func digitsEnd(_ start: Int, _ end: Int) -> Int {
    var i = start
    while i < end, isDigit(bytes[i]) { i += 1 }
    return i
  }

  private func isDigit(_ byte: UInt8) -> Bool { byte >= 0x30 && byte <= 0x39 }

  private func digitsValue(_ span: TextSpan) -> Int32 {
    var value = 0
    for i in span.range where isDigit(bytes[i]) { value = min(value * 10 + Int(bytes[i] - 0x30), 100_000_000) }
    return Int32(value)
  }

  private func plain(_ span: TextSpan, _ number: Int32, _ glued: Bool) -> TimePiece {
    TimePiece(
      fold: .empty, span: span, token: number, shape: .digits, value: digitsValue(span),
      digits: UInt8(min(span.count, 20)), glued: glued)
  }

  /// "17th", "1990s", "5pm", "19th-century".
  private func readMixed(_ token: Token, _ number: Int32, _ pieces: inout [TimePiece]) {
    let span = token.span
    if hasHyphen(span), splitHyphens(span, number, false, &pieces) { return }
    guard isDigit(bytes[span.start]) else {
      if !splitLetters(token, number, &pieces) { pieces.append(word(token, number)) }
      return
    }
    readSuffixed(span, digitsEnd(span.start, span.end), number, false, &pieces)
  }

  /// Splits "FY2010" where its letters are known and two or four digits follow to the end.
  private func splitLetters(_ token: Token, _ number: Int32, _ pieces: inout [TimePiece]) -> Bool {
    let span = token.span
    var start = span.start
    while start < span.end, !isDigit(bytes[start]) { start += 1 }
    let digits = span.end - start
    let letters = TextSpan(span.start, start)
    guard letters.count > 1, digits == 2 || digits == 4, digitsEnd(start, span.end) == span.end,
      grammar.words[token.fold] == nil, grammar.words[FoldHash(bytes, letters)] != nil
    else { return false }
    appendPart(letters, number, false, &pieces)
    appendPart(TextSpan(start, span.end), number, true, &pieces)
    return true
  }

  private func readSuffixed(_ span: TextSpan, _ end: Int, _ number: Int32, _ glued: Bool, _ pieces: inout [TimePiece]) {
    let value = digitsValue(TextSpan(span.start, end))
    let tail = FoldHash(bytes, TextSpan(end, span.end))
    var piece = plain(TextSpan(span.start, end), number, glued)
    if tail == Self.plural, value % 10 == 0, end - span.start == 4 || end - span.start == 2 {
      piece.shape = .decade
      piece.span = span
      pieces.append(piece)
    } else if let range = grammar.words[tail], grammar.entries[Int(range.lowerBound)].category == grammar.ordinalSuffix
    {
      piece.shape = .ordinal
      piece.span = span
      pieces.append(piece)
    } else if let minutes = minutes(behind: end, in: span), value < 25 {
      piece.shape = .clock
      piece.value = value * 60 + minutes
      piece.span = span
      pieces.append(piece)
    } else if grammar.words[tail] != nil {
      pieces.append(piece)
      pieces.append(
        TimePiece(
          fold: tail, span: TextSpan(end, span.end), token: number, shape: .word, value: 0, digits: 0, glued: true))
    } else {
      pieces.append(
        TimePiece(
          fold: FoldHash(bytes, span), span: span, token: number, shape: .word, value: 0, digits: 0, glued: glued))
    }
  }

  /// The minutes of "14h30": two digits behind a letter that the tables call `clockMark`.
  private func minutes(behind start: Int, in span: TextSpan) -> Int32? {
    guard span.end - start == 3, digitsEnd(start + 1, span.end) == span.end,
      let range = grammar.words[FoldHash(bytes, TextSpan(start, start + 1))],
      range.contains(where: { grammar.entries[Int($0)].category == grammar.clockMark })
    else { return nil }
    let minutes = digitsValue(TextSpan(start + 1, span.end))
    return minutes < 60 ? minutes : nil
  }

  private static let plural = FoldHash("s")

  private func readNumber(_ token: Token, _ number: Int32, _ pieces: inout [TimePiece]) {
    let span = token.span
    var groups: [TextSpan] = []
    var marks: [UInt8] = []
    var start = span.start
    for i in span.range where !isDigit(bytes[i]) {
      groups.append(TextSpan(start, i))
      marks.append(bytes[i])
      start = i + 1
    }
    groups.append(TextSpan(start, span.end))
    let piece = plain(span, number, false)
    switch marks.count {
    case 0: pieces.append(piece)
    case 1: readPair(piece, groups[0], groups[1], marks[0], &pieces)
    case 2: readTriple(piece, groups, marks, &pieces)
    default: pieces.append(unknown(piece))
    }
  }

  private func unknown(_ piece: TimePiece) -> TimePiece {
    var piece = piece
    piece.shape = .word
    return piece
  }

  private func readPair(_ whole: TimePiece, _ a: TextSpan, _ b: TextSpan, _ mark: UInt8, _ pieces: inout [TimePiece]) {
    var piece = unknown(whole)
    let (first, second) = (digitsValue(a), digitsValue(b))
    let isClock = a.count <= 2 && b.count == 2 && first < 25 && second < 60
    switch mark {
    case 0x3A where isClock:
      piece.shape = .clock
      piece.value = first * 60 + second
    case 0x2E where isClock:
      piece.shape = .dotTime
      piece.value = first * 60 + second
    case 0x2E, 0x2C:
      if b.count == 3 {
        piece.shape = .decimal
        piece.value = min(digitsValue(whole.span), 16000) * 2
      } else if b.count == 1, second == 5 || second == 0 {
        piece.shape = .decimal
        piece.value = min(first, 16000) * 2 + (second == 5 ? 1 : 0)
      }
    case 0x2D:
      pieces.append(plain(a, whole.token, false))
      pieces.append(
        TimePiece(
          fold: FoldHash("-"), span: TextSpan(a.end, b.start), token: whole.token, shape: .word, value: 0, digits: 0,
          glued: true))
      pieces.append(plain(b, whole.token, true))
      return
    default: break
    }
    pieces.append(piece)
  }

  private func readTriple(_ whole: TimePiece, _ groups: [TextSpan], _ marks: [UInt8], _ pieces: inout [TimePiece]) {
    var piece = unknown(whole)
    let values = groups.map(digitsValue)
    if marks[0] == 0x3A, marks[1] == 0x3A, values[0] < 24, values[1] < 60 {
      piece.shape = .clock
      piece.value = values[0] * 60 + values[1]
    } else if marks[0] == marks[1], marks[0] == 0x2D || marks[0] == 0x2F || marks[0] == 0x2E {
      if let date = numericDate(groups.map(\.count), values.map(Int.init)) {
        piece.shape = .isoDate
        piece.value = Int32(date.year * 10000 + (date.month ?? 0) * 100 + (date.day ?? 0))
      }
    }
    pieces.append(piece)
  }

  private func numericDate(_ counts: [Int], _ values: [Int]) -> CalendarDate? {
    if counts[0] == 4 {
      return (1000...2100).contains(values[0]) ? CalendarDate(year: values[0], month: values[1], day: values[2]) : nil
    }
    guard counts[0] <= 2, counts[1] <= 2, counts[2] == 4, (1900...2100).contains(values[2]) else { return nil }
    if values[0] > 12 || dayFirst || values[0] == values[1] {
      return CalendarDate(year: values[2], month: values[1], day: values[0])
    }
    return values[1] > 12 ? CalendarDate(year: values[2], month: values[0], day: values[1]) : nil
  }
}
