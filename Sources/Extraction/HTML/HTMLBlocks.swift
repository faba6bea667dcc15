import HTMLTree
import NewsModel
import TextBytes

/// One line of an HTML page: the text of a block element, with what the markup tells of it.
struct HTMLBlock: Sendable {
  /// Where it stands in the flat text.
  var span: TextSpan
  /// The tag of the innermost block element.
  var tag: HTMLTag
  /// The reasons that elements around it give for cutting it, with the elements, the outermost first.
  var hints: [(hint: MarkupHints.Hint, node: Int)] = []
  /// The innermost block element.
  var node = 0
  /// Bytes of it that are the text of links.
  var linkBytes = 0
  /// Whether an `article` or `main` element holds it.
  var isInArticle = false
}

/// Flattens a tree into lines, a block an element, and remembers where each piece of text came from.
struct HTMLFlattener {
  let tree: HTMLTree
  let source: SourceText
  private var bytes: [UInt8] = []
  private var pieces: [SourceMap.Piece] = []
  private(set) var blocks: [HTMLBlock] = []
  private var open: HTMLBlock?
  /// The elements around the node at hand: their end, and what they tell.
  private var around: [(end: Int, hasHint: Bool, tag: HTMLTag, isBlock: Bool)] = []
  private var links = 0
  /// Of the elements around the node at hand, those that give reasons to cut it, and those that are blocks.
  private var hintsAround: [(hint: MarkupHints.Hint, node: Int)] = []
  private var blocksAround: [(tag: HTMLTag, node: Int)] = []
  private var articles = 0

  /// Whether the names of classes and ids tell nothing, and what stands there for readers without scripts is read.
  private let isLenient: Bool

  private let hints: PageHints

  init(tree: HTMLTree, source: SourceText, hints: PageHints, isLenient: Bool = false) {
    self.tree = tree
    self.hints = hints
    self.isLenient = isLenient
    self.source = source
  }

  var text: SourceText { SourceText(repairing: bytes) }
  var map: SourceMap { SourceMap(pieces: pieces) }

  private static func isInline(_ tag: HTMLTag) -> Bool {
    switch tag {
    case .a, .abbr, .acronym, .b, .bdi, .bdo, .big, .cite, .code, .data, .del, .dfn, .em, .font, .i, .ins, .kbd, .mark,
      .q, .s, .samp, .small, .span, .strike, .strong, .sub, .sup, .tt, .u, .var, .wbr, .img, .time, .picture, .source:
      true
    default: false
    }
  }

  /// Walks the whole tree. O(nodes).
  mutating func flatten() {
    var i = 0
    while i < tree.nodes.count {
      leave(before: i)
      let node = tree.nodes[i]
      if node.isText {
        append(i)
      } else if MarkupHints.isInvisible(node.tag), !(isLenient && node.tag == .noscript) {
        i = node.end
        continue
      } else {
        enter(i, node)
      }
      i += 1
    }
    closeBlock()
  }

  private mutating func enter(_ i: Int, _ node: HTMLTree.Node) {
    let isBlock = !Self.isInline(node.tag)
    if isBlock || node.tag == .br { closeBlock() }
    if node.tag == .a { links += 1 }
    // An inline element of which nothing is told need not be remembered.
    guard isBlock || node.tag == .a || hints.hasHint(i) else { return }
    let hint = hints.hint(i, byTagOnly: isLenient)
    around.append((node.end, hint != nil, node.tag, isBlock))
    if let hint { hintsAround.append((hint, i)) }
    if isBlock { blocksAround.append((node.tag, i)) }
    if node.tag == .article || node.tag == .main { articles += 1 }
  }

  private mutating func leave(before i: Int) {
    while let last = around.last, last.end <= i {
      if last.isBlock {
        closeBlock()
        blocksAround.removeLast()
      }
      if last.hasHint { hintsAround.removeLast() }
      if last.tag == .article || last.tag == .main { articles -= 1 }
      if last.tag == .a { links -= 1 }
      around.removeLast()
    }
  }

  private mutating func closeBlock() {
    guard var block = open else { return }
    open = nil
    while bytes.count > block.span.start, bytes.last == 0x20 { bytes.removeLast() }
    block.span = TextSpan(block.span.start, bytes.count)
    if block.span.isEmpty { return }
    blocks.append(block)
    bytes.append(contentsOf: [0x0A, 0x0A])
  }

  private mutating func openBlock() {
    let inner = blocksAround.last
    var block = HTMLBlock(span: TextSpan(bytes.count, bytes.count), tag: inner?.tag ?? .custom)
    block.node = inner?.node ?? 0
    block.hints = hintsAround
    block.isInArticle = articles > 0
    open = block
  }

  /// Appends text with its white space folded and without soft hyphens, word by word, so that each piece maps to its own bytes.
  private mutating func append(_ node: Int) {
    let origin = tree.nodes[node].source
    let (utf8, span) = tree.textBytes(node)
    let isWhole = !Self.holdsSoftHyphen(utf8.span, span)
    append(utf8.span, span, origin, isExact: isWhole && origin.count == span.count)
  }

  /// Whether words have marks of where they may be parted, which are no part of them.
  private static func holdsSoftHyphen(_ utf8: Span<UInt8>, _ span: TextSpan) -> Bool {
    for i in span.range where isSoftHyphen(utf8, i) { return true }
    return false
  }
  private static func isSoftHyphen(_ utf8: Span<UInt8>, _ i: Int) -> Bool {
    utf8[i] == 0xC2 && i + 1 < utf8.count && utf8[i + 1] == 0xAD
  }

  private mutating func append(_ utf8: Span<UInt8>, _ span: TextSpan, _ origin: TextSpan, isExact: Bool) {
    let shift = origin.start - span.start
    var i = span.start
    while i < span.end {
      if let n = whiteSpaceLength(at: i, in: utf8, before: span.end) {
        if let block = open, bytes.count > block.span.start, bytes.last != 0x20 { bytes.append(0x20) }
        i += n
        continue
      }
      if Self.isSoftHyphen(utf8, i) {
        i += 2
        continue
      }
      var j = i
      while j < span.end, whiteSpaceLength(at: j, in: utf8, before: span.end) == nil, !Self.isSoftHyphen(utf8, j) {
        j += 1
      }
      if open == nil { openBlock() }
      let start = bytes.count
      unsafe utf8.withUnsafeBufferPointer { unsafe bytes.append(contentsOf: $0[i..<j]) }
      if links > 0 { open?.linkBytes += j - i }
      let place = isExact ? TextSpan(i + shift, j + shift) : source.trimmed(origin)
      addPiece(TextSpan(start, bytes.count), place, isExact)
      i = j
    }
  }

  private mutating func addPiece(_ flat: TextSpan, _ place: TextSpan, _ isExact: Bool) {
    if let last = pieces.last {
      if !isExact, !last.isExact, last.source == place {
        pieces[pieces.count - 1].flat = last.flat.union(flat)
        return
      }
      // One blank between two words of one text node keeps the offsets in step.
      if isExact, last.isExact, place.start - last.source.end == flat.start - last.flat.end,
        place.start - last.source.end <= 1, place.start >= last.source.end
      {
        pieces[pieces.count - 1] = SourceMap.Piece(
          flat: last.flat.union(flat), source: last.source.union(place), isExact: true)
        return
      }
    }
    pieces.append(SourceMap.Piece(flat: flat, source: place, isExact: isExact))
  }
}
