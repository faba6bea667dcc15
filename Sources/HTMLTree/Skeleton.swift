import TextBytes

/// What the parser needs of a page to build its tree: the tags without their attributes, and a letter for each stretch of words.
///
/// Parsers read letter by letter and make an object of each attribute; most of a page is scripts, addresses in attributes and words,
/// of which the tree does not hang. They are cut here, and put back by their places. Follows the tokenizer of HTML (WHATWG, 13.2.5)
/// as far as it tells where tags, attributes and raw text begin and end; where that depends on more (a script that opens a comment
/// and names a script in it), the rest of the page stays as it is.
struct Skeleton {
  /// What was taken out, or put in place of.
  struct Cut {
    /// Where it stands, in the skeleton.
    var at: Int
    /// The bytes that stand in its place: none, or a letter for words.
    var length: Int
    /// Where it stood in the source.
    var source: TextSpan
    /// Bytes that are missing up to and with this one.
    var sum: Int
    var end: Int { at + length }
  }
  /// A start tag with attributes that are kept.
  struct Tag {
    /// Where it stands, in the skeleton.
    var at: Int
    /// Its attributes among all.
    var attributes: Range<Int>
  }

  /// What the parser is to read.
  private(set) var bytes: [UInt8] = []
  private(set) var cuts: [Cut] = []
  var tags: [Tag] = []
  var attributes: [HTMLTree.Attribute] = []
  /// Up to where the source has been copied.
  private(set) var copied = 0
  /// Whether words are cut, too.
  private var cutsWords: Bool
  /// How deep in `svg` and `math`, where raw text is none.
  var foreignDepth = 0
  /// Whether a start tag stands before the next words behind which a line feed counts for nothing.
  var isBehindPre = false
  /// Whether a menu is open.
  var isInSelect = false
  /// Elements of raw text that no end tag closes from here on.
  var neverClosed: [UInt64] = []
  /// Whether the page has frames, which tell words from blanks letter by letter.
  var hasFrames = false

  /// A letter for private use (U+E000) stands for words, a form feed for blanks: of each the parser makes what it makes of those.
  static let word: [UInt8] = [0xEE, 0x80, 0x80]
  static let blank: UInt8 = 0x0C
  private static let blanks = [blank]

  /// The skeleton of `source`. With `words` off only raw text and attributes are cut. O(n).
  init(_ source: Span<UInt8>, words: Bool = true) {
    cutsWords = words
    bytes.reserveCapacity(source.count / 2)
    read(source)
    if words, hasFrames { self = Skeleton(source, words: false) }
  }

  /// A page as it is.
  init(whole source: [UInt8]) {
    cutsWords = false
    bytes = source
  }

  private mutating func read(_ source: Span<UInt8>) {
    var i = 0
    while i < source.count {
      let open = firstIndex(of: UInt8(ascii: "<"), in: source, from: i)
      if cutsWords, open > i { cutWords(source, i, open) }
      isBehindPre = false
      guard open + 1 < source.count else { break }
      switch source[open + 1] {
      case UInt8(ascii: "!"): i = comment(source, at: open)
      case UInt8(ascii: "?"): i = past(UInt8(ascii: ">"), source, from: open)
      case UInt8(ascii: "/"): i = endTag(source, at: open)
      case let byte where isLetter(byte): i = startTag(source, at: open)
      default: i = open + 1
      }
    }
    copy(source, to: source.count)
  }

  // MARK: Places

  /// Where the byte at `offset` of the skeleton stands in the source. O(log cuts).
  func place(_ offset: Int, near: Int = 0) -> Int { offset + missing(before: firstCut(behind: offset, near: near)) }

  /// Where the stretch from `start` up to `end` of the skeleton stands in the source. `near` is a cut that may stand close, and becomes
  /// one of those of the stretch. O(1) where it does, else O(log cuts).
  func span(_ start: Int, _ end: Int, near: inout Int) -> TextSpan {
    near = firstCut(behind: start, near: near)
    let lower = start + missing(before: near)
    guard end > start else { return TextSpan(lower, lower) }
    // What was taken out right behind the end is no part of it.
    var behind = firstCut(behind: end, near: near)
    while behind > 0, cuts[behind - 1].length == 0, cuts[behind - 1].at == end { behind -= 1 }
    return TextSpan(lower, max(lower, end + missing(before: behind)))
  }

  /// What was taken out at `offset` and nothing put in its place, if anything was. O(log cuts).
  func rawText(at offset: Int) -> TextSpan? {
    let behind = firstCut(behind: offset)
    guard behind > 0, cuts[behind - 1].at == offset, cuts[behind - 1].length == 0 else { return nil }
    return cuts[behind - 1].source
  }

  /// The words and blanks that were cut in a stretch of the skeleton, in order. O(log cuts + cuts in it).
  func words(_ start: Int, _ end: Int) -> [TextSpan] {
    var i = firstCut(behind: start)
    var found: [TextSpan] = []
    while i < cuts.count, cuts[i].at < end {
      if cuts[i].length > 0 { found.append(cuts[i].source) }
      i += 1
    }
    return found
  }

  /// Whether attributes or raw text were cut in a stretch of the skeleton. O(log cuts + cuts in it).
  func hasTag(_ start: Int, _ end: Int) -> Bool {
    var i = firstCut(behind: start)
    while i < cuts.count, cuts[i].at < end {
      if cuts[i].length == 0 { return true }
      i += 1
    }
    return false
  }

  private func missing(before cut: Int) -> Int { cut > 0 ? cuts[cut - 1].sum : 0 }

  /// The number of the first cut that ends behind `offset`; `near` is one that may stand close before it.
  private func firstCut(behind offset: Int, near: Int = 0) -> Int {
    var low = 0
    var high = cuts.count
    if near > 0, near <= cuts.count, cuts[near - 1].end <= offset {
      low = near
      let few = min(cuts.count, near + 8)
      while low < few, cuts[low].end <= offset { low += 1 }
      if low < few || low == cuts.count { return low }
    }
    while low < high {
      let middle = (low + high) / 2
      if cuts[middle].end <= offset { low = middle + 1 } else { high = middle }
    }
    return low
  }

  // MARK: Cutting

  mutating func copy(_ source: Span<UInt8>, to end: Int) {
    guard end > copied else { return }
    unsafe source.withUnsafeBufferPointer { unsafe bytes.append(contentsOf: $0[copied..<end]) }
    copied = end
  }

  mutating func cut(_ source: Span<UInt8>, _ start: Int, _ end: Int, for letter: [UInt8] = []) {
    guard end > start else { return }
    copy(source, to: start)
    let sum = (cuts.last?.sum ?? 0) + end - start - letter.count
    cuts.append(Cut(at: bytes.count, length: letter.count, source: TextSpan(start, end), sum: sum))
    if !letter.isEmpty { bytes.append(contentsOf: letter) }
    copied = end
  }

  /// Cuts words and the blanks before them, up to and between the entities.
  private mutating func cutWords(_ source: Span<UInt8>, _ start: Int, _ end: Int) {
    var i = start
    while i < end {
      var words = i
      while words < end, isBlank(source[words]), source[words] != 0x0D, source[words] != 0x0C { words += 1 }
      // The line feed behind `<pre>`, and that of a CR LF, count by themselves.
      let isAlone = i > 0 && (source[i - 1] == 0x0D || isBehindPre && i == start)
      let first = isAlone ? i + 1 : i
      if words - first > 1 { cut(source, first, words, for: Self.blanks) }
      let stop = plainEnd(source, words, end)
      if stop - words > 4 { cut(source, words, stop, for: Self.word) }
      i = entityEnd(source, stop, end)
    }
  }

  /// The end of an entity, or of another letter that the parser is to see.
  private func entityEnd(_ source: Span<UInt8>, _ start: Int, _ end: Int) -> Int {
    guard start < end else { return end }
    var i = start + 1
    guard source[start] == UInt8(ascii: "&") else {
      while i < end, source[i] & 0xC0 == 0x80 { i += 1 }
      return i
    }
    while i < end, isLetter(source[i]) || (0x30...0x39).contains(source[i]) || source[i] == 0x23 || source[i] == 0x3B {
      i += 1
    }
    return i
  }
}
