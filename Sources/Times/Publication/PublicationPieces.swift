import TextBytes

/// A run of digits, a run of letters, or one mark of a publication line.
struct PublicationPiece {
  enum Kind: Equatable {
    case digits(value: Int, count: Int)
    case word(FoldHash)
    case mark(UInt8)
  }
  var kind: Kind
  var span: TextSpan
  /// White space stands before it.
  var spaced: Bool

  var digits: (value: Int, count: Int)? {
    if case .digits(let value, let count) = kind { return (value, count) }
    return nil
  }
  var word: FoldHash? {
    if case .word(let hash) = kind { return hash }
    return nil
  }
  var mark: UInt8? {
    if case .mark(let byte) = kind { return byte }
    return nil
  }
}

/// Cuts `span` into digits, words and marks; "a.m." and "p. m." are one word each. O(n).
func publicationPieces(_ text: SourceText, _ span: TextSpan) -> [PublicationPiece] {
  var pieces: [PublicationPiece] = []
  let bytes = text.bytes
  var i = span.start
  var spaced = true
  while i < span.end {
    if let n = whiteSpaceLength(at: i, in: bytes.span, before: span.end) {
      i += n
      spaced = true
      continue
    }
    let start = i
    let byte = bytes[i]
    if isDigit(byte) {
      var value = 0
      while i < span.end, isDigit(bytes[i]) {
        value = min(value * 10 + Int(bytes[i] - 0x30), 1_000_000_000)
        i += 1
      }
      pieces.append(.init(kind: .digits(value: value, count: i - start), span: TextSpan(start, i), spaced: spaced))
    } else if isLetter(byte) {
      while i < span.end, isLetter(bytes[i]) { i += 1 }
      let (end, word) = meridiemWithPoints(bytes, start, i, span.end) ?? (i, FoldHash(bytes, TextSpan(start, i)))
      i = end
      pieces.append(.init(kind: .word(word), span: TextSpan(start, end), spaced: spaced))
    } else {
      i += 1
      pieces.append(.init(kind: .mark(byte), span: TextSpan(start, i), spaced: spaced))
    }
    spaced = false
  }
  return pieces
}

private func isDigit(_ byte: UInt8) -> Bool { byte >= 0x30 && byte <= 0x39 }
/// Letters, and any character beyond ASCII except U+00A0 to U+00BF.
private func isLetter(_ byte: UInt8) -> Bool { (byte | 0x20 >= 0x61 && byte | 0x20 <= 0x7A) || byte >= 0x80 }

private let meridiemA = FoldHash("am")
private let meridiemP = FoldHash("pm")

/// Reads "a.m.", "p.m", "a. m." that begins at `start`, where a letter run ends at `end`.
private func meridiemWithPoints(_ bytes: [UInt8], _ start: Int, _ end: Int, _ limit: Int) -> (Int, FoldHash)? {
  guard end - start == 1, bytes[start] | 0x20 == 0x61 || bytes[start] | 0x20 == 0x70 else { return nil }
  guard end < limit, bytes[end] == 0x2E else { return nil }
  var i = end + 1
  while i < limit, let n = whiteSpaceLength(at: i, in: bytes.span, before: limit) { i += n }
  guard i < limit, bytes[i] | 0x20 == 0x6D, i + 1 == limit || !isLetter(bytes[i + 1]) else { return nil }
  let stop = i + 1 < limit && bytes[i + 1] == 0x2E ? i + 2 : i + 1
  return (stop, bytes[start] | 0x20 == 0x61 ? meridiemA : meridiemP)
}
