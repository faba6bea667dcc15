import NewsModel
import TextBytes

/// A stretch between an opening quotation mark and its closing one, not inside another.
struct QuoteStretch: Sendable {
  /// The token that is the opening mark.
  var open: Int
  /// The tokens between the marks.
  var inner: Range<Int>
  /// The token behind the last that belongs to it, the closing mark included.
  var end: Int
  /// Whether the closing mark is missing and the next paragraph opens with a mark: the same speech goes on there.
  var runsOn: Bool
  var tokens: Range<Int> { open..<end }
}

/// Pairs the quotation marks of a paragraph. Marks of one family nest in those of another; an apostrophe that opens nothing is passed over.
struct QuotePairing {
  let text: SourceText
  let tokens: [Token]

  private enum Family { case double, single, angle }

  /// The outermost stretches of the paragraph that `range` holds; `nextOpens` tells whether the next paragraph begins with a mark. O(n).
  func stretches(in range: Range<Int>, nextOpens: Bool) -> [QuoteStretch] {
    var found: [QuoteStretch] = []
    var i = range.lowerBound
    while i < range.upperBound {
      guard opens(i, in: range), let stretch = stretch(from: i, in: range, nextOpens: nextOpens) else {
        i += 1
        continue
      }
      found.append(stretch)
      i = stretch.end
    }
    return found
  }

  private func stretch(from open: Int, in range: Range<Int>, nextOpens: Bool) -> QuoteStretch? {
    guard let family = family(open) else { return nil }
    if let close = closing(of: open, family, in: range) {
      guard close > open + 1 else { return nil }
      return QuoteStretch(open: open, inner: (open + 1)..<close, end: close + 1, runsOn: false)
    }
    guard family != .single, open + 1 < range.upperBound, nextOpens || open == range.lowerBound else { return nil }
    return QuoteStretch(open: open, inner: (open + 1)..<range.upperBound, end: range.upperBound, runsOn: nextOpens)
  }

  private func closing(of open: Int, _ family: Family, in range: Range<Int>) -> Int? {
    var depth = 1
    let directed = isDirected(open)
    for i in (open + 1)..<max(open + 1, range.upperBound) where self.family(i) == family {
      if tokens[i].kind == .openQuote, i > open + 1, directed || tokens[i].shape.contains(.spaceBefore), isDirected(i) {
        depth += 1
      } else if tokens[i].kind == .closeQuote || !isDirected(i) {
        if family == .single, isApostrophe(i, in: range) { continue }
        depth -= 1
        if depth == 0 { return i }
      }
    }
    return depth > 0 && depth < 3 ? lastClose(family, after: open, in: range) : nil
  }

  private func lastClose(_ family: Family, after open: Int, in range: Range<Int>) -> Int? {
    guard family != .single else { return nil }
    var i = range.upperBound - 1
    while i > open {
      if tokens[i].kind == .closeQuote, self.family(i) == family { return i }
      i -= 1
    }
    return nil
  }

  /// A mark behind a plural "s" with a word after it is an apostrophe.
  private func isApostrophe(_ i: Int, in range: Range<Int>) -> Bool {
    let span = tokens[i].span
    guard span.start > 0, text.bytes[span.start - 1] | 0x20 == UInt8(ascii: "s"), i + 1 < range.upperBound else {
      return false
    }
    return tokens[i + 1].kind == .word && !tokens[i + 1].shape.contains(.capitalized)
  }

  private func opens(_ i: Int, in range: Range<Int>) -> Bool {
    if tokens[i].kind == .openQuote { return true }
    return tokens[i].kind == .closeQuote && family(i) == .double && !isDirected(i)
      && (i == range.lowerBound || tokens[i].shape.contains(.spaceBefore))
  }

  private func family(_ i: Int) -> Family? {
    guard tokens[i].kind == .openQuote || tokens[i].kind == .closeQuote,
      let (scalar, _) = decodeScalar(at: tokens[i].span.start, in: text.bytes.span)
    else { return nil }
    if tokens[i].span.count == 2, scalar < 0x80 { return .double }
    switch scalar {
    case 0x22, 0x201C, 0x201D, 0x201E, 0x201F: return .double
    case 0xAB, 0xBB: return .angle
    default: return .single
    }
  }

  /// Whether the character itself says if it opens or closes.
  private func isDirected(_ i: Int) -> Bool {
    let byte = text.bytes[tokens[i].span.start]
    return byte != 0x22 && byte != 0x27
  }
}
