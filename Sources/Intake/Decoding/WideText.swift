import TextBytes

/// UTF-16 and UTF-32 in either byte order, with a byte order mark or told by where the zero bytes stand.
enum WideText {
  /// How a wide encoding lays out its units.
  struct Layout: Hashable {
    let width: Int
    let bigEndian: Bool
    /// Length of the byte order mark.
    let mark: Int
    var name: String { "utf-\(width * 8)" + (bigEndian ? "be" : "le") }
  }

  /// The layout, or nil where the bytes are not of this kind. It looks at the first 4 KB.
  static func layout(_ bytes: some Collection<UInt8>) -> Layout? {
    let head = Array(bytes.prefix(4096))
    if head.starts(with: [0, 0, 0xFE, 0xFF]) { return Layout(width: 4, bigEndian: true, mark: 4) }
    if head.starts(with: [0xFF, 0xFE, 0, 0]) { return Layout(width: 4, bigEndian: false, mark: 4) }
    if head.starts(with: [0xFE, 0xFF]) { return Layout(width: 2, bigEndian: true, mark: 2) }
    if head.starts(with: [0xFF, 0xFE]) { return Layout(width: 2, bigEndian: false, mark: 2) }
    return byZeros(head)
  }

  /// Latin letters leave their high bytes zero: one of two in UTF-16, three of four in UTF-32.
  private static func byZeros(_ head: [UInt8]) -> Layout? {
    guard head.count >= 8, head.contains(0) else { return nil }
    var zeros = [0, 0, 0, 0]
    for (i, byte) in head.enumerated() where byte == 0 { zeros[i % 4] += 1 }
    let quarter = head.count / 4
    let full = zeros.map { $0 * 10 > quarter * 6 }
    let none = zeros.map { $0 * 20 < quarter }
    if full[0], full[1], none[3] { return Layout(width: 4, bigEndian: true, mark: 0) }
    if full[2], full[3], none[0] { return Layout(width: 4, bigEndian: false, mark: 0) }
    let (even, odd) = (zeros[0] + zeros[2], zeros[1] + zeros[3])
    if none[1], none[3], even * 4 > quarter * 2 { return Layout(width: 2, bigEndian: true, mark: 0) }
    if none[0], none[2], odd * 4 > quarter * 2 { return Layout(width: 2, bigEndian: false, mark: 0) }
    return nil
  }

  /// The text and the name of its encoding, or nil for other bytes. O(n).
  static func decode(_ bytes: [UInt8]) -> (text: SourceText, encoding: String)? {
    guard let layout = layout(bytes) else { return nil }
    var text = ""
    if layout.width == 2 {
      text = String(decoding: units(bytes, layout).map { UInt16(truncatingIfNeeded: $0) }, as: UTF16.self)
    } else {
      for unit in units(bytes, layout) { text.unicodeScalars.append(Unicode.Scalar(unit) ?? "\u{FFFD}") }
    }
    return (SourceText(text), layout.name)
  }

  private static func units(_ bytes: [UInt8], _ layout: Layout) -> [UInt32] {
    stride(from: layout.mark, through: bytes.count - layout.width, by: layout.width).map { i in
      let unit = bytes[i..<(i + layout.width)]
      return layout.bigEndian
        ? unit.reduce(0) { $0 << 8 | UInt32($1) } : unit.reversed().reduce(0) { $0 << 8 | UInt32($1) }
    }
  }
}
