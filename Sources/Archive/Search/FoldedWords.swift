import TextBytes

/// The words of a text as they are searched: letters and digits, without case and diacritics, each with its place.
package struct FoldedWords {
  /// The words, in order.
  package private(set) var words: [String] = []
  /// Where each stands, in bytes.
  package private(set) var spans: [TextSpan] = []

  package init(_ text: String) { self.init(Array(text.utf8), TextSpan(0, text.utf8.count)) }

  /// The words of the bytes at `span`. O(length).
  package init(_ bytes: [UInt8], _ span: TextSpan) {
    var word = ""
    var start = span.start
    var i = span.start
    while i < span.end {
      let (scalar, length) = decodeScalar(at: i, in: bytes.span) ?? (0xFFFD, 1)
      if let letter = Self.letter(scalar) {
        if word.isEmpty { start = i }
        if let letter { word.unicodeScalars.append(letter) }
      } else if !word.isEmpty {
        add(word, TextSpan(start, i))
        word = ""
      }
      i += length
    }
    if !word.isEmpty { add(word, TextSpan(start, span.end)) }
  }

  private mutating func add(_ word: String, _ span: TextSpan) {
    words.append(word)
    spans.append(span)
  }

  /// The folded letter or digit; nil inside for a mark that vanishes, nil for what parts words.
  private static func letter(_ scalar: UInt32) -> UnicodeScalar?? {
    if scalar < 0x80 {
      let isWord = (0x30...0x39).contains(scalar) || (0x41...0x5A).contains(scalar) || (0x61...0x7A).contains(scalar)
      return isWord ? .some(UnicodeScalar(foldedScalar(scalar))) : nil
    }
    if (0x300...0x36F).contains(scalar) { return .some(nil) }
    guard let value = UnicodeScalar(scalar) else { return nil }
    switch value.properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter, .decimalNumber,
      .letterNumber, .otherNumber, .privateUse:
      return .some(UnicodeScalar(foldedScalar(scalar)))
    default: return nil
    }
  }
}
