import TextBytes

/// A page without the insides of its scripts, styles and comments, which are half of most pages and which the parser would
/// read letter by letter, with what it takes to put them back.
///
/// Follows the tokenizer of HTML as far as it tells where raw text begins and ends. Where that depends on more (a script that
/// opens a comment and names a script in it), the rest of the page stays as it is.
struct RawTextCuts {
  /// What was taken out.
  struct Cut {
    /// Where it stood, in what is left.
    var at: Int
    /// Where it stands in the source.
    var source: TextSpan
    /// Bytes taken out up to and with this one.
    var sum: Int
  }
  /// What is left.
  private(set) var bytes: [UInt8] = []
  private(set) var cuts: [Cut] = []
  private let source: [UInt8]
  /// Up to where the source has been copied.
  private var copied = 0

  /// Leaves what stands before `start` as it is. O(n).
  init(_ source: [UInt8], from start: Int = 0) {
    self.source = source
    bytes.reserveCapacity(source.count)
    var i = start
    while i + 1 < source.count {
      guard source[i] == UInt8(ascii: "<") else {
        i += 1
        continue
      }
      switch source[i + 1] {
      case UInt8(ascii: "!"): i = comment(at: i)
      case UInt8(ascii: "?"): i = past(UInt8(ascii: ">"), from: i)
      case UInt8(ascii: "/"):
        let isTag = i + 2 < source.count && Self.isLetter(source[i + 2])
        i = isTag ? tagEnd(from: i + 2) : past(UInt8(ascii: ">"), from: i)
      case let byte where Self.isLetter(byte): i = rawText(behind: i + 1, to: tagEnd(from: i + 1))
      default: i += 1
      }
    }
    bytes.append(contentsOf: source[copied...])
  }

  /// Where the byte at `offset` of what is left stands in the source. O(log cuts).
  func place(_ offset: Int) -> Int {
    let behind = firstCut(behind: offset)
    return offset + (behind > 0 ? cuts[behind - 1].sum : 0)
  }

  /// What was taken out at `offset`, if anything was. O(log cuts).
  func cut(at offset: Int) -> TextSpan? {
    let behind = firstCut(behind: offset)
    return behind > 0 && cuts[behind - 1].at == offset ? cuts[behind - 1].source : nil
  }

  private func firstCut(behind offset: Int) -> Int {
    var low = 0
    var high = cuts.count
    while low < high {
      let middle = (low + high) / 2
      if cuts[middle].at <= offset { low = middle + 1 } else { high = middle }
    }
    return low
  }

  private mutating func take(out start: Int, to end: Int) {
    guard end > start else { return }
    bytes.append(contentsOf: source[copied..<start])
    cuts.append(
      Cut(at: bytes.count, source: TextSpan(start, end), sum: (cuts.last?.sum ?? 0) + end - start))
    copied = end
  }

  private static func isLetter(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte | 0x20) }
  private static func isBlank(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x0A || byte == 0x09 || byte == 0x0D || byte == 0x0C
  }

  private func past(_ byte: UInt8, from start: Int) -> Int {
    var i = start
    while i < source.count, source[i] != byte { i += 1 }
    return min(source.count, i + 1)
  }

  private mutating func comment(at start: Int) -> Int {
    let inside = start + 4
    guard holds("<!--", at: start) else { return past(UInt8(ascii: ">"), from: start) }
    if holds(">", at: inside) { return inside + 1 }
    if holds("->", at: inside) { return inside + 2 }
    var i = inside
    while i + 2 < source.count {
      if source[i] == UInt8(ascii: "-"), source[i + 1] == UInt8(ascii: "-") {
        if source[i + 2] == UInt8(ascii: ">") {
          if i - inside >= 16 { take(out: inside, to: i) }
          return i + 3
        }
        if holds("--!>", at: i) { return i + 4 }
      }
      i += 1
    }
    return source.count
  }

  /// The offset behind the tag whose name begins at `start`: marks of quotation count only where a value begins.
  private func tagEnd(from start: Int) -> Int {
    var i = start
    while i < source.count, !Self.isBlank(source[i]), source[i] != 0x2F, source[i] != 0x3E { i += 1 }
    while i < source.count {
      while i < source.count, Self.isBlank(source[i]) || source[i] == 0x2F { i += 1 }
      guard i < source.count, source[i] != 0x3E else { break }
      i += 1
      while i < source.count, !Self.isBlank(source[i]), ![0x2F, 0x3D, 0x3E].contains(source[i]) { i += 1 }
      i = behindValue(i)
    }
    return min(source.count, i + 1)
  }

  private func behindValue(_ start: Int) -> Int {
    var i = start
    while i < source.count, Self.isBlank(source[i]) { i += 1 }
    guard i < source.count, source[i] == 0x3D else { return i }
    i += 1
    while i < source.count, Self.isBlank(source[i]) { i += 1 }
    guard i < source.count else { return i }
    if source[i] == 0x22 || source[i] == 0x27 { return past(source[i], from: i + 1) }
    while i < source.count, !Self.isBlank(source[i]), source[i] != 0x3E { i += 1 }
    return i
  }

  /// Takes out the raw text behind a start tag, if its element holds such; the offset where markup goes on.
  private mutating func rawText(behind name: Int, to start: Int) -> Int {
    let element = packedName(at: name, in: source.span)
    guard Self.raw.contains(element), endsName(name, element) else { return start }
    if element == Self.plaintext { return source.count }
    var end = start
    var hasComment = false
    while end + 1 < source.count {
      guard source[end] == UInt8(ascii: "<") else {
        end += 1
        continue
      }
      if source[end + 1] == UInt8(ascii: "/"), isName(element, at: end + 2) {
        if element == Self.script || element == Self.style { take(out: start, to: end) }
        return end
      }
      if element == Self.script {
        hasComment = hasComment || holds("<!--", at: end)
        if hasComment, isName(element, at: end + 1) { return source.count }
      }
      end += 1
    }
    return source.count
  }

  private static let script = packed("script")
  private static let style = packed("style")
  private static let plaintext = packed("plaintex")
  /// The elements whose inside is no markup. What stands in `svg` and `math` follows rules of its own and stays.
  private static let raw: [UInt64] =
    [script, style, plaintext]
    + ["svg", "title", "textarea", "iframe", "noembed", "noframes", "xmp", "math"].map { packed($0) }

  private func isName(_ name: UInt64, at i: Int) -> Bool {
    packedName(at: i, in: source.span) == name && endsName(i, name)
  }

  /// Whether a blank, a slash or the end of the tag stands behind the name at `i`.
  private func endsName(_ i: Int, _ name: UInt64) -> Bool {
    if name == Self.plaintext { return true }
    let end = i + (64 - name.leadingZeroBitCount + 7) / 8
    return end < source.count && (Self.isBlank(source[end]) || source[end] == 0x2F || source[end] == 0x3E)
  }

  private func holds(_ text: String, at i: Int) -> Bool {
    i + text.utf8.count <= source.count && source[i..<i + text.utf8.count].elementsEqual(text.utf8)
  }
}

/// The letters and digits of the name at `start`, in lower case, the first eight of them in one number; 0 where none stands.
func packedName(at start: Int, in bytes: Span<UInt8>) -> UInt64 {
  var name: UInt64 = 0
  var i = start
  while i < bytes.count, i < start + 8 {
    let byte = bytes[i]
    if byte | 0x20 >= 0x61 && byte | 0x20 <= 0x7A {
      name = name << 8 | UInt64(byte | 0x20)
    } else if i > start, byte >= 0x30, byte <= 0x39 {
      name = name << 8 | UInt64(byte)
    } else {
      break
    }
    i += 1
  }
  return name
}

/// ``packedName(at:in:)`` of a name at hand.
func packed(_ name: String) -> UInt64 { packedName(at: 0, in: Array(name.utf8).span) }
