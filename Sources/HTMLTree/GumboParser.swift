import CGumbo
import Foundation
import TextBytes

/// The one place that touches the C parser's memory: it copies the tree out and frees it.
struct GumboParser {
  private let limits: HTMLTree.Limits
  private let skeleton: Skeleton
  private var tree: HTMLTree
  /// The number of the tag that was looked up last, behind which the next one is likely to be.
  private var lastTag = 0
  /// The number of a cut near the last node.
  private var lastCut = 0
  /// Whether something that was cut could not be put back.
  private var hasLostWords = false

  private init(_ source: SourceText, limits: HTMLTree.Limits, skeleton: Skeleton) {
    self.limits = limits
    self.skeleton = skeleton
    tree = HTMLTree(of: source)
    tree.attributes = skeleton.attributes
  }

  /// Parses the skeleton of `source`; where what was cut cannot be put back, the whole of it.
  static func tree(
    of source: SourceText, limits: HTMLTree.Limits, skeleton: Skeleton? = nil
  ) throws(HTMLError) -> HTMLTree {
    var parser = GumboParser(source, limits: limits, skeleton: skeleton ?? Skeleton(source.bytes.span))
    try parser.parse()
    guard parser.hasLostWords else { return parser.tree }
    parser = GumboParser(source, limits: limits, skeleton: Skeleton(whole: source.bytes))
    try parser.parse()
    return parser.tree
  }

  private mutating func parse() throws(HTMLError) {
    let bytes = skeleton.bytes
    let result: Result<Void, HTMLError> = unsafe bytes.withUnsafeBufferPointer { buffer in
      guard let base = buffer.baseAddress else { return .success(()) }
      return unsafe base.withMemoryRebound(to: CChar.self, capacity: buffer.count) { text in
        var arena = unsafe StemmaArena()
        defer { unsafe stemma_finish(&arena) }
        guard let output = unsafe stemma_parse(&arena, text, buffer.count), let root = unsafe output.pointee.root else {
          return .success(())
        }
        return unsafe copy(root, base: text)
      }
    }
    try result.get()
  }

  /// Copies the tree in document order with a stack of its own, so that its depth costs no call stack.
  private mutating func copy(
    _ root: UnsafeMutablePointer<GumboNode>, base: UnsafePointer<CChar>
  ) -> Result<Void, HTMLError> {
    var stack = unsafe [(node: root, parent: -1, depth: 0)]
    while let (node, parent, depth) = unsafe stack.popLast() {
      guard tree.nodes.count < limits.nodes else {
        return .failure(HTMLError(reason: .tooManyNodes(limit: limits.nodes), offset: 0))
      }
      switch unsafe node.pointee.type {
      case GUMBO_NODE_ELEMENT, GUMBO_NODE_TEMPLATE:
        let index = tree.nodes.count
        let position = unsafe add(&node.pointee.v.element, parent)
        guard depth < limits.depth * 4 else {
          return .failure(HTMLError(reason: .tooDeep(limit: limits.depth), offset: skeleton.place(position)))
        }
        let children = unsafe node.pointee.v.element.children
        for k in (0..<(unsafe Int(children.length))).reversed() {
          guard let child = unsafe children.data[k] else { continue }
          unsafe stack.append((child.assumingMemoryBound(to: GumboNode.self), index, depth + 1))
        }
      case GUMBO_NODE_TEXT, GUMBO_NODE_WHITESPACE, GUMBO_NODE_CDATA:
        unsafe add(&node.pointee.v.text, base, parent)
      default: continue
      }
    }
    close()
    return .success(())
  }

  /// Sets the ends of the elements from those of their children.
  private mutating func close() {
    for i in tree.nodes.indices.reversed() {
      let (parent, end) = (tree.nodes[i].parent, tree.nodes[i].end)
      if parent >= 0, tree.nodes[parent].end < end { tree.nodes[parent].end = end }
    }
  }

  // MARK: Elements

  /// Adds an element; its place in the skeleton.
  private mutating func add(_ element: inout GumboElement, _ parent: Int) -> Int {
    let position = unsafe Int(element.start_pos.offset)
    let length = unsafe Int(element.original_tag.length)
    let index = tree.nodes.count
    let place = span(position, position + length)
    let tag = unsafe tag(of: element)
    let attributes = unsafe attributes(of: element, at: position, tag)
    tree.nodes.append(
      HTMLTree.Node(
        tag, first: attributes.lowerBound, attributes: attributes.count, source: place, parent: parent, end: index + 1))
    if tag == .script || tag == .style, let raw = skeleton.rawText(at: position + length) {
      tree.nodes.append(HTMLTree.Node(.text, isExact: true, source: raw, parent: index, end: index + 2))
    }
    return position
  }

  /// The tag of each of the parser's numbers.
  private static let tags: [HTMLTag] = (0..<GUMBO_TAG_LAST.rawValue).map { number in
    let tag = GumboTag(rawValue: number)
    return tag == GUMBO_TAG_UNKNOWN ? .custom : unsafe HTMLTag(String(cString: gumbo_normalized_tagname(tag)))
  }

  private func tag(of element: borrowing GumboElement) -> HTMLTag {
    if unsafe element.tag != GUMBO_TAG_UNKNOWN { return unsafe Self.tags[Int(element.tag.rawValue)] }
    var piece = unsafe element.original_tag
    unsafe gumbo_tag_from_original_text(&piece)
    guard let start = unsafe piece.data else { return .custom }
    let bytes = unsafe UnsafeRawBufferPointer(start: start, count: Int(piece.length))
    return unsafe HTMLTag(String(decoding: bytes, as: UTF8.self).lowercased())
  }

  /// Those of the start tag; for elements that the parser gave attributes of its own, or of several tags, as it has them.
  private mutating func attributes(of element: borrowing GumboElement, at position: Int, _ tag: HTMLTag) -> Range<Int> {
    let isOwn = unsafe element.original_tag.length > 0 && tag != .html && tag != .body
    if isOwn, let found = unsafe attributes(ofTagIn: position..<position + Int(element.original_tag.length)) {
      return found
    }
    let first = tree.attributes.count
    for k in 0..<(unsafe Int(element.attributes.length)) {
      guard let item = unsafe element.attributes.data[k] else { continue }
      unsafe addAttribute(item.assumingMemoryBound(to: GumboAttribute.self).pointee)
    }
    return first..<tree.attributes.count
  }

  private mutating func addAttribute(_ attribute: GumboAttribute) {
    guard let name = unsafe attribute.name, let value = unsafe attribute.value else { return }
    let key = unsafe Array(String(cString: name).utf8)
    guard let kind = HTMLAttribute(packed: packedName(at: 0, in: key.span), length: key.count) else { return }
    let start = tree.decoded.count
    tree.decoded += unsafe String(cString: value).utf8
    tree.attributes.append(
      HTMLTree.Attribute(name: kind, isDecoded: true, value: TextSpan(start, tree.decoded.count)))
  }

  /// Those of the first tag in a stretch of the skeleton: the parser counts `</>` to the tag behind it.
  private mutating func attributes(ofTagIn stretch: Range<Int>) -> Range<Int>? {
    let tags = skeleton.tags
    if lastTag + 1 < tags.count, tags[lastTag + 1].at == stretch.lowerBound {
      lastTag += 1
      return tags[lastTag].attributes
    }
    var low = 0
    var high = tags.count
    while low < high {
      let middle = (low + high) / 2
      if tags[middle].at < stretch.lowerBound { low = middle + 1 } else { high = middle }
    }
    guard low < tags.count, stretch.contains(tags[low].at) else { return nil }
    lastTag = low
    return tags[low].attributes
  }

  // MARK: Text

  /// Adds a text node: words that the skeleton has as the parser gives them stand in the source as they are read.
  private mutating func add(_ text: inout GumboText, _ base: UnsafePointer<CChar>, _ parent: Int) {
    guard let words = unsafe text.text else { return }
    let start = unsafe text.original_text.data.map { unsafe $0 - base } ?? 0
    let length = unsafe Int(text.original_text.length)
    let index = tree.nodes.count
    let place = span(start, start + length)
    let count = unsafe strlen(words)
    // A tag that was taken out as a whole parts the words in the source alone.
    let isParted = !skeleton.neverClosed.isEmpty && skeleton.hasTag(start, start + length)
    if unsafe !isParted && count == length && memcmp(words, base + start, length) == 0 {
      tree.nodes.append(HTMLTree.Node(.text, isExact: true, source: place, parent: parent, end: index + 1))
    } else {
      let bytes = unsafe UnsafeRawBufferPointer(start: words, count: count)
      // What looked like a tag was text.
      if skeleton.hasTag(start, start + length), unsafe bytes.contains(UInt8(ascii: "<")) { hasLostWords = true }
      unsafe tree.addText(put(skeleton.words(start, start + length), into: bytes), source: place, parent: parent)
    }
  }

  /// Words with what was cut of them in its places.
  private mutating func put(_ cut: [TextSpan], into words: UnsafeRawBufferPointer) -> [UInt8] {
    guard !cut.isEmpty else { return unsafe Array(words) }
    var result: [UInt8] = []
    var next = 0
    var i = 0
    while i < words.count {
      let isWord =
        unsafe words[i] == Skeleton.word[0] && i + 2 < words.count && words[i + 1] == Skeleton.word[1]
        && words[i + 2] == Skeleton.word[2]
      guard unsafe isWord || words[i] == Skeleton.blank else {
        result.append(unsafe words[i])
        i += 1
        continue
      }
      guard next < cut.count else {
        hasLostWords = true
        return result
      }
      result += tree.source.bytes[cut[next].range]
      next += 1
      i += isWord ? Skeleton.word.count : 1
    }
    if next < cut.count { hasLostWords = true }
    return result
  }

  /// A place in the source, of one in the skeleton.
  private mutating func span(_ start: Int, _ end: Int) -> TextSpan {
    guard start >= 0, start <= skeleton.bytes.count else { return TextSpan(0, 0) }
    let place = skeleton.span(start, end, near: &lastCut)
    guard place.start <= tree.source.count else { return TextSpan(0, 0) }
    return TextSpan(place.start, min(tree.source.count, place.end))
  }
}
