import TextBytes

/// One tag, read as the tokenizer of HTML reads it: marks of quotation count only where a value begins.
struct TagReader {
  /// The offset behind the name.
  private(set) var nameEnd: Int
  /// The offset behind the tag, or the end of the source.
  private(set) var end: Int
  /// Whether the tag ends before the source does.
  private(set) var isComplete = false
  /// Whether a slash stands right before the end, in no value.
  private(set) var isSelfClosing = false

  /// Reads the tag whose name begins at `start`.
  init(_ source: Span<UInt8>, from start: Int) {
    var unused: [HTMLTree.Attribute] = []
    self.init(source, from: start, into: &unused)
  }

  /// Reads the tag whose name begins at `start`, and adds those of its attributes that are kept. O(length of the tag).
  init(_ source: Span<UInt8>, from start: Int, into attributes: inout [HTMLTree.Attribute]) {
    var i = start
    while i < source.count, !isBlank(source[i]), source[i] != 0x2F, source[i] != 0x3E { i += 1 }
    nameEnd = i
    while i < source.count {
      isSelfClosing = false
      while i < source.count, isBlank(source[i]) || source[i] == 0x2F {
        isSelfClosing = source[i] == 0x2F
        i += 1
      }
      guard i < source.count, source[i] != 0x3E else { break }
      let name = i
      i += 1
      while i < source.count, !isBlank(source[i]), source[i] != 0x2F, source[i] != 0x3D, source[i] != 0x3E { i += 1 }
      let length = i - name
      let value = Self.value(source, i)
      i = value.end
      if length <= 10, let kind = HTMLAttribute(packed: packedName(at: name, in: source), length: length) {
        attributes.append(HTMLTree.Attribute(name: kind, value: value.span))
      }
    }
    isComplete = i < source.count
    end = min(source.count, i + 1)
  }

  /// The value of the attribute whose name ends at `start`, without its marks, and the offset behind it.
  private static func value(_ source: Span<UInt8>, _ start: Int) -> (span: TextSpan, end: Int) {
    var i = start
    while i < source.count, isBlank(source[i]) { i += 1 }
    guard i < source.count, source[i] == 0x3D else { return (TextSpan(start, start), i) }
    i += 1
    while i < source.count, isBlank(source[i]) { i += 1 }
    guard i < source.count else { return (TextSpan(i, i), i) }
    if source[i] == 0x22 || source[i] == 0x27 {
      let stop = firstIndex(of: source[i], in: source, from: i + 1)
      return (TextSpan(i + 1, max(i + 1, stop)), min(source.count, stop + 1))
    }
    let value = i
    while i < source.count, !isBlank(source[i]), source[i] != 0x3E { i += 1 }
    return (TextSpan(value, i), i)
  }
}
