import TextBytes

/// Cuts the phrases of a table into words as running text is cut.
enum PhraseWords {
  /// The words between spaces.
  static func asWritten(_ bytes: [UInt8], _ span: TextSpan) -> [FoldHash] {
    var words: [FoldHash] = []
    var start = span.start
    for i in span.start...span.end where i == span.end || bytes[i] == 0x20 {
      if i > start { words.append(FoldHash(bytes, TextSpan(start, i))) }
      start = i + 1
    }
    return words
  }

  /// The words with full stops behind two letters or more, commas, brackets, slashes and "'s" set apart; nil where nothing is.
  static func asCut(_ bytes: [UInt8], _ span: TextSpan) -> [FoldHash]? {
    guard mayCut(bytes.span, span) else { return nil }
    var words: [FoldHash] = []
    var start = span.start
    var cut = false
    func close(_ end: Int) { if end > start { words.append(FoldHash(bytes, TextSpan(start, end))) } }
    for i in span.range {
      switch bytes[i] {
      case 0x20:
        close(i)
        start = i + 1
      case 0x2C, 0x28, 0x29, 0x3A, 0x2F, 0x21:
        close(i)
        start = i
        close(i + 1)
        start = i + 1
        cut = true
      case 0x2E where i - start >= 2 && !bytes[start..<i].contains(0x2E):
        close(i)
        start = i
        close(i + 1)
        start = i + 1
        cut = true
      case 0x27 where isPossessive(bytes, i, span.end):
        close(i)
        start = i
        cut = true
      default: break
      }
    }
    close(span.end)
    return cut ? words : nil
  }

  private static func mayCut(_ bytes: Span<UInt8>, _ span: TextSpan) -> Bool {
    for i in span.range where bytes[i] < 0x3B && bytes[i] != 0x20 && bytes[i] != 0x2D { return true }
    return false
  }

  private static func isPossessive(_ bytes: [UInt8], _ i: Int, _ end: Int) -> Bool {
    i + 1 < end && bytes[i + 1] == 0x73 && (i + 2 == end || bytes[i + 2] == 0x20)
  }
}
