/// SentencePiece's normaliser: a darts-clone trie of byte strings with their replacements (NFKC and more), and runs of white
/// space made one sign.
struct CharacterMap: Sendable {
  private let units: MappedArray<UInt32>
  private let texts: MappedArray<UInt8>
  /// For each ASCII byte what stands for it where no longer key begins with it; 0 where the trie must be asked.
  private let plain: [UInt8]

  init(_ weights: EncoderWeights) throws(EncoderError) {
    let units = try weights.words("charmap.units", -1)
    let texts = try weights.bytes("charmap.texts", -1)
    self.units = units
    self.texts = texts
    plain = (0..<128).map { byte in
      let alone = [UInt8(byte)]
      let isKeyAlone = (0..<256).allSatisfy { next in
        units.withSpan { Self.match([UInt8(byte), UInt8(next)].span, at: 0, in: $0).deepest < 2 }
      }
      guard isKeyAlone else { return 0 }
      let match = units.withSpan { Self.match(alone.span, at: 0, in: $0) }
      guard match.length == 1 else { return UInt8(byte) }
      let replacement = texts.withSpan { Self.replacement(match.value, in: $0) }
      return replacement.count == 1 ? texts.withSpan { $0[replacement.lowerBound] } : 0
    }
  }

  /// The normalised bytes of `text`, with U+2581 in front and for every run of white space inside; empty where nothing else
  /// is left. O(n).
  func normalize(_ text: [UInt8]) -> [UInt8] {
    var out: [UInt8] = []
    out.reserveCapacity(text.count + text.count / 2 + 3)
    Self.appendSpace(&out)
    var afterSpace = true
    units.withSpan { units in
      texts.withSpan { texts in
        var i = 0
        while i < text.count {
          let byte = text[i]
          if byte < 0x80, plain[Int(byte)] != 0 {
            Self.append(plain[Int(byte)], to: &out, &afterSpace)
            i += 1
            continue
          }
          let match = Self.match(text.span, at: i, in: units)
          if match.length > 0, match.value < texts.count {
            for k in Self.replacement(match.value, in: texts) { Self.append(texts[k], to: &out, &afterSpace) }
            i += match.length
          } else {
            let end = i + Self.characterLength(text, at: i)
            for k in i..<end { Self.append(text[k], to: &out, &afterSpace) }
            i = end
          }
        }
      }
    }
    while out.count >= 3, out.suffix(3).elementsEqual([0xE2, 0x96, 0x81]) { out.removeLast(3) }
    return out
  }

  private static func append(_ byte: UInt8, to out: inout [UInt8], _ afterSpace: inout Bool) {
    if byte == 0x20 {
      if !afterSpace { appendSpace(&out) }
      afterSpace = true
    } else {
      out.append(byte)
      afterSpace = false
    }
  }

  private static func appendSpace(_ out: inout [UInt8]) {
    out.append(0xE2)
    out.append(0x96)
    out.append(0x81)
  }

  /// The longest key that `text` has at `start`, the number that it leads to, and how many bytes lay on a path of the trie.
  private static func match(
    _ text: Span<UInt8>, at start: Int, in units: Span<UInt32>
  ) -> (length: Int, value: Int, deepest: Int) {
    var best = (length: 0, value: 0)
    var node = offset(units[0])
    var i = start
    while i < text.count {
      node ^= Int(text[i])
      guard node < units.count, units[node] & 0x8000_00FF == UInt32(text[i]) else { break }
      let unit = units[node]
      node ^= offset(unit)
      i += 1
      if unit & 0x100 != 0, node < units.count { best = (i - start, Int(units[node] & 0x7FFF_FFFF)) }
    }
    return (best.length, best.value, i - start)
  }

  private static func offset(_ unit: UInt32) -> Int { Int(unit >> 10) << Int((unit & 0x200) >> 6) }

  /// The zero-terminated text at `start`.
  private static func replacement(_ start: Int, in texts: Span<UInt8>) -> Range<Int> {
    var end = start
    while end < texts.count, texts[end] != 0 { end += 1 }
    return start..<end
  }

  private static func characterLength(_ text: [UInt8], at i: Int) -> Int {
    let first = text[i]
    let length = first < 0xC0 ? 1 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4
    return min(length, text.count - i)
  }
}
