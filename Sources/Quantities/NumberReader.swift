import NewsModel
import TextBytes

/// Reads a number of digits, of words, or of both, at a token.
struct NumberReader {
  /// A number and the tokens that hold it.
  struct Number {
    var value: Double
    var tokens: Range<Int>
    /// Whether it stands for several of itself: "thousands".
    var isVague = false
    /// Whether digits are among it.
    var hasDigits = false
  }

  let reading: Reading
  let folder: QuantityFolder

  private typealias Part = QuantityFolder.Part

  /// The number that begins at token `start`, up to `end`; nil where none does. O(length of the number).
  func number(at start: Int, end: Int) -> Number? {
    guard start < end else { return nil }
    if case .vague(let value) = folder.numbers[reading.tokens[start].fold] {
      return Number(value: value, tokens: start..<(start + 1), isVague: true)
    }
    var total = 0.0
    var group: Double?
    var hasDigits = false
    var last = start
    var i = start
    while i < end, let step = step(at: i, end: end, isOpen: group != nil || total > 0) {
      switch step {
      case .joint:
        i += 1
        continue
      case .unit(let value, let isDigits):
        if group != nil, isDigits || hasDigits { return closed(total, group, start..<last, hasDigits) }
        group = (group ?? 0) + value
        hasDigits = hasDigits || isDigits
      case .scale(let value) where value > 100:
        total = (total + (group ?? (total > 0 ? 0 : 1))) * value
        if total == 0 { total = value }
        group = nil
      case .scale(let value): group = (group ?? 1) * value
      }
      i += 1
      last = i
    }
    return closed(total, group, start..<last, hasDigits)
  }

  private enum Step {
    case unit(Double, isDigits: Bool)
    case scale(Double)
    case joint
  }

  private func step(at i: Int, end: Int, isOpen: Bool) -> Step? {
    let token = reading.tokens[i]
    if token.kind == .number || token.shape.contains(.hasDigit) {
      return isOpen ? nil : digits(token).map { .unit($0, isDigits: true) }
    }
    guard token.kind == .word else { return nil }
    switch folder.numbers[token.fold] {
    case .unit(let value): return .unit(value, isDigits: false)
    case .scale(let value): return .scale(value)
    case .article: return opensScale(after: i, end: end) ? .unit(1, isDigits: false) : nil
    case .joint: return isOpen && isUnit(i + 1, end: end) ? .joint : nil
    case .vague, .suffix: return nil
    case nil: return hyphenated(token).map { .unit($0, isDigits: false) }
    }
  }

  private func closed(_ total: Double, _ group: Double?, _ tokens: Range<Int>, _ hasDigits: Bool) -> Number? {
    tokens.isEmpty ? nil : Number(value: total + (group ?? 0), tokens: tokens, hasDigits: hasDigits)
  }

  private func opensScale(after i: Int, end: Int) -> Bool {
    guard i + 1 < end, case .scale = folder.numbers[reading.tokens[i + 1].fold] else { return false }
    return true
  }

  private func isUnit(_ i: Int, end: Int) -> Bool {
    guard i < end else { return false }
    if case .unit(let value) = folder.numbers[reading.tokens[i].fold] { return value >= 1 }
    return hyphenated(reading.tokens[i]) != nil
  }

  /// "twenty-one": both halves are words of number.
  private func hyphenated(_ token: Token) -> Double? {
    let bytes = reading.text.bytes
    guard let hyphen = bytes[token.span.range].firstIndex(of: UInt8(ascii: "-")),
      case .unit(let tens) = folder.numbers[FoldHash(bytes, TextSpan(token.span.start, hyphen))],
      case .unit(let ones) = folder.numbers[FoldHash(bytes, TextSpan(hyphen + 1, token.span.end))],
      tens >= 20, ones < 10
    else { return nil }
    return tens + ones
  }

  /// Digits with their separators and a glued scale: "52,000", "2.400.000", "1,2", "2.4bn"; nil for "14:08", "G7", "21st".
  private func digits(_ token: Token) -> Double? {
    let bytes = Array(reading.text.bytes[token.span.range])
    let digits = bytes.prefix { isDigit($0) || $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: ",") }
    guard let first = digits.first, isDigit(first), let value = plain(Array(digits)) else { return nil }
    guard digits.count < bytes.count else { return value }
    let rest = TextSpan(token.span.start + digits.count, token.span.end)
    guard case .suffix(let scale) = folder.numbers[FoldHash(reading.text.bytes, rest)] else { return nil }
    return value * scale
  }

  /// Groups of three digits behind a separator are thousands; any other last group is decimals.
  private func plain(_ bytes: [UInt8]) -> Double? {
    let groups = bytes.split(omittingEmptySubsequences: false) { !isDigit($0) }
    guard groups.count > 1, let head = groups.first else { return Double(String(decoding: bytes, as: UTF8.self)) }
    let isGrouped =
      groups.dropFirst().allSatisfy { $0.count == 3 } && head.count <= 3 && head.first != UInt8(ascii: "0")
    if isGrouped { return Double(String(decoding: groups.joined(), as: UTF8.self)) }
    guard let decimals = groups.last, groups.dropFirst().dropLast().allSatisfy({ $0.count == 3 }) else { return nil }
    let whole = String(decoding: groups.dropLast().joined(), as: UTF8.self)
    return Double("\(whole).\(String(decoding: decimals, as: UTF8.self))")
  }

  private func isDigit(_ byte: UInt8) -> Bool { byte >= 0x30 && byte <= 0x39 }
}
