import Lexicon
import NewsModel
import TextBytes

/// Finds how many and how much: numbers with what they count or measure, and how exact the words make them.
///
/// Times and dates are numbers too; who must tell them apart compares with the time expressions. Ordinals are none. O(tokens).
public struct QuantityFinder: Annotator {
  /// Makes a finder; the tables are loaded once in a process.
  public init() {}

  /// The quantities of `reading`, in order; none for a language without a folder.
  public func annotate(_ reading: Reading) -> [Quantity] {
    guard let folder = QuantityFolder.all[reading.language] else { return [] }
    let numbers = NumberReader(reading: reading, folder: folder)
    return reading.sentences.flatMap {
      SentenceQuantities(reading: reading, folder: folder, numbers: numbers, range: $0.tokens).find()
    }
  }
}

/// The quantities of one sentence.
private struct SentenceQuantities {
  let reading: Reading
  let folder: QuantityFolder
  let numbers: NumberReader
  let range: Range<Int>

  func find() -> [Quantity] {
    var found: [Quantity] = []
    var i = range.lowerBound
    while i < range.upperBound {
      if let share = folder.shares.longestMatch(at: i, count: range.upperBound, fold: fold) {
        i += share.length
        continue
      }
      guard let number = numbers.number(at: i, end: range.upperBound), !isPartOfName(number) else {
        i += 1
        continue
      }
      let last = rangeEnd(number)
      if let quantity = quantity(number, last) { found.append(quantity) }
      i = (last ?? number).tokens.upperBound
    }
    return found
  }

  /// "Dam 2", "Flight 414": a number behind a capitalised word names, it does not count.
  private func isPartOfName(_ number: NumberReader.Number) -> Bool {
    let (first, end) = (number.tokens.lowerBound, number.tokens.upperBound)
    guard number.hasDigits, first > range.lowerBound else { return false }
    let before = reading.tokens[first - 1]
    if first == range.lowerBound + 1, before.kind == .word, before.shape.contains(.capitalized) {
      let counts = end < range.upperBound && !reading.tokens[end].classes.isDisjoint(with: [.noun, .adjective])
      return !counts && before.classes.contains(.noun)
    }
    return before.kind == .word && before.classes.contains(.properNoun) && !before.shape.contains(.abbreviation)
      && before.classes.isDisjoint(with: [.verb, .preposition, .determiner])
  }

  /// The second number of "170,000 to 200,000", "between 10 and 20", "20-30".
  private func rangeEnd(_ number: NumberReader.Number) -> NumberReader.Number? {
    let joint = number.tokens.upperBound
    guard joint + 1 < range.upperBound else { return nil }
    let token = reading.tokens[joint]
    guard token.kind == .dash || folder.isWord(token.fold, "range") else { return nil }
    guard let second = numbers.number(at: joint + 1, end: range.upperBound), second.value > number.value else {
      return nil
    }
    let opening = number.tokens.lowerBound - 1
    let isOpened = opening >= range.lowerBound && folder.isWord(reading.tokens[opening].fold, "opening")
    return isOpened || (number.hasDigits && second.hasDigits && second.value < number.value * 4) ? second : nil
  }

  private func quantity(_ number: NumberReader.Number, _ last: NumberReader.Number?) -> Quantity? {
    let symbol = currencySymbol(before: number.tokens.lowerBound)
    let end = (last ?? number).tokens.upperBound
    let measured = measure(behind: end)
    guard number.hasDigits || number.isVague || number.value != 1 || measured.kind != .count else { return nil }
    let qualifier = qualifier(before: symbol ?? number.tokens.lowerBound, behind: end)
    let first = qualifier.start ?? symbol ?? number.tokens.lowerBound
    guard let span = reading.span(ofTokens: first..<end) else { return nil }
    let bounds = bounds(number, last, qualifier.tolerance)
    return Quantity(
      span: span, value: last.map { (number.value + $0.value) / 2 } ?? number.value, bounds: bounds,
      kind: symbol != nil ? .money : measured.kind, unit: measured.unit)
  }

  private func bounds(
    _ number: NumberReader.Number, _ last: NumberReader.Number?, _ tolerance: QuantityFolder.Tolerance
  ) -> ClosedRange<Double> {
    if let last { return number.value...max(number.value, last.value) }
    if number.isVague { return number.value...(number.value * 100) }
    return (number.value * tolerance.least)...(number.value * tolerance.most)
  }

  /// "$", "US$", "€", "£" before the number; the token where it begins.
  private func currencySymbol(before first: Int) -> Int? {
    guard first > range.lowerBound else { return nil }
    let token = reading.tokens[first - 1]
    guard token.kind == .symbol, reading.text.bytes[token.span.start] != UInt8(ascii: "#") else { return nil }
    let isGlued = first - 1 > range.lowerBound && !token.shape.contains(.spaceBefore)
    return isGlued && reading.tokens[first - 2].shape.contains(.allCapitals) ? first - 2 : first - 1
  }

  private func qualifier(before first: Int, behind end: Int) -> (tolerance: QuantityFolder.Tolerance, start: Int?) {
    for start in max(range.lowerBound, first - 4)..<max(first, range.lowerBound) {
      let match = folder.qualifiers.longestMatch(at: start, count: first, fold: fold)
      if let match, start + match.length == first { return (match.value, start) }
    }
    guard end < range.upperBound else { return (.none, nil) }
    let behind = folder.qualifiersBehind.longestMatch(at: end, count: range.upperBound, fold: fold)
    return (behind?.value ?? .none, nil)
  }

  /// What is counted: the first noun behind, over adjectives and "of"; a currency; hundredths.
  private func measure(behind end: Int) -> (kind: Quantity.Kind, unit: FoldHash?) {
    var i = end
    while i < min(range.upperBound, end + 4) {
      let token = reading.tokens[i]
      if token.kind == .symbol { return isPercent(token) ? (.share, nil) : (.money, nil) }
      if folder.shares.longestMatch(at: i, count: range.upperBound, fold: fold) != nil { return (.share, nil) }
      guard token.kind == .word else { return (.count, nil) }
      if let currency = folder.currencies[token.fold] { return (.money, currency) }
      if token.classes.contains(.noun), token.classes.isDisjoint(with: .function) { return (.count, token.lemma) }
      guard folder.isWord(token.fold, "of") || token.classes.contains(.adjective) else { return (.count, nil) }
      i += 1
    }
    return (.count, nil)
  }

  private func fold(_ token: Int) -> FoldHash { reading.tokens[token].fold }
  private func isPercent(_ token: Token) -> Bool { reading.text.bytes[token.span.start] == UInt8(ascii: "%") }
}
