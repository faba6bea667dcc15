import NewsModel
import TextBytes

/// Reads one sentence after another: pieces, what each may mean, and the expressions that the rules make of them.
struct TimeSentenceReader {
  let reading: Reading
  let grammar: TimeGrammar
  private let pieceReader: TimePieceReader
  private var pieces: [TimePiece] = []
  private var entryRanges: [Range<Int32>] = []
  private var chart: TimeChart
  private let numeral: UInt16
  private let numeralLink: FoldHash?
  private let noDigitsBefore: UInt16

  /// An expression found, not yet resolved.
  struct Found {
    var meaning: TimeMeaning
    var span: TextSpan
    /// Its first and last tokens.
    var tokens: ClosedRange<Int>
  }

  init(reading: Reading, grammar: TimeGrammar) {
    self.reading = reading
    self.grammar = grammar
    pieceReader = TimePieceReader(
      grammar: grammar, bytes: reading.text.bytes, dayFirst: grammar.settings["numeric-date"] == "day-month")
    chart = TimeChart(grammar: grammar)
    numeral = grammar.categories["numeral"] ?? .max
    numeralLink = grammar.settings["numeral-link"].map { FoldHash($0) }
    noDigitsBefore = grammar.categories["noYearBefore"] ?? .max
  }

  /// The expressions of one sentence, in order.
  mutating func read(_ sentence: Sentence) -> [Found] {
    pieces.removeAll(keepingCapacity: true)
    for number in sentence.tokens { pieceReader.read(reading.tokens[number], number, into: &pieces) }
    guard lookUp() else { return [] }
    chart.reset()
    let shouting = isTitleCased(sentence)
    for i in pieces.indices {
      addWords(i, shouting)
      addNumbers(i)
      chart.closePiece()
    }
    chart.run()
    return chart.selected().map { found($0) }
  }

  private func found(_ candidate: TimeChart.Candidate) -> Found {
    let first = pieces[candidate.start]
    let last = pieces[candidate.end - 1]
    return Found(
      meaning: candidate.meaning, span: TextSpan(first.span.start, last.span.end),
      tokens: Int(first.token)...Int(last.token))
  }

  /// Looks every piece up; false where none of them can begin a time, so that most sentences cost no more than this.
  private mutating func lookUp() -> Bool {
    entryRanges.removeAll(keepingCapacity: true)
    var tells = false
    for piece in pieces {
      guard piece.shape == .word else {
        entryRanges.append(0..<0)
        if piece.shape != .digits || piece.digits == 4 { tells = true }
        continue
      }
      guard let range = grammar.words[piece.fold] else {
        entryRanges.append(0..<0)
        continue
      }
      entryRanges.append(range)
      if !tells {
        for k in range where !grammar.entries[Int(k)].conditions.contains(.weak) { tells = true }
      }
    }
    return tells
  }

  private func token(_ piece: Int) -> Token { reading.tokens[Int(pieces[piece].token)] }

  /// Whether capitals tell nothing here: a headline in title case, or all in capitals.
  private func isTitleCased(_ sentence: Sentence) -> Bool {
    var words = 0
    var capitals = 0
    for token in reading.tokens[sentence.tokens] where token.kind == .word && token.span.count > 3 {
      words += 1
      if token.shape.contains(.capitalized) { capitals += 1 }
    }
    return words > 2 && capitals * 4 >= words * 3
  }

  private mutating func addWords(_ i: Int, _ shouting: Bool) {
    for k in entryRanges[i] {
      let entry = grammar.entries[Int(k)]
      let length = 1 + entry.rest.count
      guard i + length <= pieces.count else { continue }
      var position = i + 1
      var fits = true
      for rest in entry.rest {
        if pieces[position].fold != grammar.rests[Int(rest)] {
          fits = false
          break
        }
        position += 1
      }
      guard fits, entry.category != numeral, holds(entry.conditions, i, length, shouting) else { continue }
      chart.addLexical(entry.category, Int(entry.value), length: length)
    }
    addNumeral(i)
    if pieces[i].shape == .word { addShape(i) }
  }

  /// What rules may ask of a word that no table lists.
  private mutating func addShape(_ i: Int) {
    let token = token(i)
    guard token.kind == .word, !token.classes.contains(.function) else { return }
    if token.shape.contains(.capitalized) { chart.addLexical(grammar.numeric.capital, 0) }
    guard !token.classes.isDisjoint(with: [.noun, .adjective, .participle]) else { return }
    chart.addLexical(grammar.numeric.noun, 0)
    let bytes = reading.text.bytes
    let end = token.span.end
    if token.span.count > 3, bytes[end - 1] == 0x73, bytes[end - 2] != 0x73 {
      chart.addLexical(grammar.numeric.plural, 0)
    }
  }

  private func holds(_ conditions: TimeGrammar.Conditions, _ i: Int, _ length: Int, _ shouting: Bool) -> Bool {
    let capitalized = isCapitalized(i)
    if conditions.contains(.capital), !capitalized { return false }
    if conditions.contains(.small), capitalized, !shouting, !token(i).shape.contains(.lineStart), i > 0 { return false }
    if conditions.contains(.noName), capitalized, !shouting, isName(i, i + length) { return false }
    if conditions.contains(.besideNumber), !isBesideNumber(i) { return false }
    return true
  }

  /// Whether a piece begins with a capital: the token's, or its own inside of one ("mid-June").
  private func isCapitalized(_ i: Int) -> Bool {
    let start = pieces[i].span.start
    if start == token(i).span.start { return token(i).shape.contains(.capitalized) }
    return (0x41...0x5A).contains(reading.text.bytes[start])
  }

  /// Whether a capitalised neighbour makes a name of the pieces: "Plácido Domingo", "June Carter".
  private func isName(_ start: Int, _ end: Int) -> Bool {
    if start > 0, isPlainCapital(start - 1), !token(start - 1).shape.contains(.abbreviation) { return true }
    return end < pieces.count && isPlainCapital(end)
  }

  private func isPlainCapital(_ i: Int) -> Bool {
    let token = token(i)
    guard token.kind == .word, token.shape.contains(.capitalized), !token.classes.contains(.function) else {
      return false
    }
    return entryRanges[i].isEmpty
  }

  private func isBesideNumber(_ i: Int) -> Bool {
    func isDay(_ k: Int) -> Bool { pieces.indices.contains(k) && pieces[k].shape != .word }
    return isDay(i - 1) || isDay(i + 1) || (isDay(i - 2) && token(i - 1).classes.contains(.preposition))
  }

  /// A number in words, as long as it goes on: "twenty-one", "two hundred and five", "treinta y cinco".
  private mutating func addNumeral(_ i: Int) {
    guard let first = numeralValue(i) else { return }
    var total = 0
    var group = first
    var k = i + 1
    while k < pieces.count {
      var next = k
      if let numeralLink, pieces[k].fold == numeralLink, k + 1 < pieces.count { next = k + 1 }
      guard let value = numeralValue(next) else { break }
      if value == 1000 || value == 1_000_000 {
        total += group * value
        group = 0
      } else if value == 100, next == k, group < 10 {
        group *= 100
      } else if (group % 100 == 0 && group > 0 && value < 100) || (group % 10 == 0 && group % 100 >= 20 && value < 10)
        || (group % 1000 == 0 && group > 0 && value < 1000) || (group == 0 && total > 0)
      {
        group += value
      } else {
        break
      }
      k = next + 1
    }
    total += group
    chart.addLexical(grammar.numeric.number, min(total * 2, 32000), length: k - i)
    if (2...31).contains(total) { chart.addLexical(grammar.numeric.dayOfMonth, total, length: k - i) }
    if total <= 24 { chart.addLexical(grammar.numeric.hour, total, length: k - i) }
    if (1001...2100).contains(total) { chart.addLexical(grammar.numeric.year, total, length: k - i) }
  }

  private func numeralValue(_ i: Int) -> Int? {
    for k in entryRanges[i] where grammar.entries[Int(k)].category == numeral && grammar.entries[Int(k)].rest.isEmpty {
      let value = Int(grammar.entries[Int(k)].value)
      return value == 32000 ? 1_000_000 : value
    }
    return nil
  }

  private mutating func addNumbers(_ i: Int) {
    let piece = pieces[i]
    let value = Int(piece.value)
    let numeric = grammar.numeric
    switch piece.shape {
    case .word: return
    case .digits: addDigits(i, value, Int(piece.digits))
    case .clock: chart.addLexical(numeric.time, value)
    case .dotTime:
      chart.addLexical(numeric.dotTime, value)
      if value % 60 == 5 || value % 60 == 50 { chart.addLexical(numeric.number, value / 60 * 2 + 1) }
    case .decimal: chart.addLexical(numeric.number, min(value, 32000))
    case .ordinal:
      chart.addLexical(numeric.ordinal, min(value, 32000))
      if (1...31).contains(value) { chart.addLexical(numeric.dayOfMonth, value) }
    case .decade:
      if piece.digits == 4 || value >= 1000 {
        chart.addLexical(numeric.decade, value / 10)
      } else {
        chart.addLexical(numeric.shortDecade, value / 10)
      }
    case .isoDate:
      var meaning = TimeMeaning()
      meaning[.year] = value / 10000
      meaning[.month] = value / 100 % 100
      meaning[.day] = value % 100
      chart.addLexical(numeric.isoDate, meaning)
    }
  }

  private mutating func addDigits(_ i: Int, _ value: Int, _ digits: Int) {
    let numeric = grammar.numeric
    chart.addLexical(numeric.number, min(value * 2, 32000))
    if digits <= 2 {
      if (1...31).contains(value) {
        chart.addLexical(numeric.dayOfMonth, value)
        chart.addLexical(numeric.dayDigits, value)
      }
      if value <= 24 { chart.addLexical(numeric.hour, value) }
      if digits == 2 { chart.addLexical(numeric.twoDigits, value) }
      if digits == 2, value % 10 == 0, value >= 20 { chart.addLexical(numeric.tenDigits, value / 10) }
    } else if digits == 4 {
      // "1700 UTC"
      if value / 100 < 24, value % 100 < 60 { chart.addLexical(numeric.clockDigits, value / 100 * 60 + value % 100) }
      if (1000...2100).contains(value), !isAmount(i) { chart.addLexical(numeric.year, value) }
    }
  }

  /// Whether a sign of money, a percentage or a reference number stands beside the digits.
  private func isAmount(_ i: Int) -> Bool {
    if i > 0 {
      let before = token(i - 1)
      if before.kind == .symbol, pieces[i - 1].span.end == pieces[i].span.start { return true }
      if entryRanges[i - 1].contains(where: { grammar.entries[Int($0)].category == noDigitsBefore }) { return true }
    }
    guard i + 1 < pieces.count else { return false }
    let next = token(i + 1)
    return next.kind == .symbol && pieces[i + 1].span.end - pieces[i + 1].span.start > 0
      && pieces[i + 1].span.start == pieces[i].span.end
  }
}
