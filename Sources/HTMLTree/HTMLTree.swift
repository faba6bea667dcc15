import TextBytes

/// An HTML document as HTML5 parsers see it: its nodes in document order, each with the place in the source that it came from.
///
/// ```swift
/// let tree = try HTMLTree(parsing: SourceText("<p>Rain &amp; wind</p>"))
/// tree.text(under: 0)   // "Rain & wind"
/// ```
///
/// A node is 24 bytes; its words and the values of its attributes are read from the source where they stand.
public struct HTMLTree: Sendable {
  /// The nodes, in document order; the first is the root element. The nodes under node `i` are those from `i + 1` up to its ``Node/end``.
  public internal(set) var nodes: [Node] = []
  /// What was parsed.
  let source: SourceText
  /// The attributes of all elements, those of one in a row.
  var attributes: [Attribute] = []
  /// Words and values that do not stand in the source as they are read, one behind the other.
  var decoded: [UInt8] = []
  /// Where in ``decoded`` the words of a node stand.
  var decodedTexts: [TextSpan] = []

  /// An element or a stretch of text.
  public struct Node: Sendable {
    /// What kind of element it is, or ``HTMLTag/text``.
    public let tag: HTMLTag
    /// Whether the words of a text stand in the source as they are read, without entities.
    let isExact: Bool
    /// How many attributes it has.
    let attributeCount: UInt16
    /// The number of its first attribute, or of its words among those that are not exact.
    var first: UInt32
    /// Where it stands in the source: the text before decoding, or the start tag. Empty where the parser made the element up.
    public internal(set) var source: TextSpan
    var parentNumber: Int32
    var endNumber: Int32

    /// The index of the element around it, or -1.
    public internal(set) var parent: Int {
      get { Int(parentNumber) }
      set { parentNumber = Int32(newValue) }
    }
    /// The index behind its last descendant.
    public internal(set) var end: Int {
      get { Int(endNumber) }
      set { endNumber = Int32(newValue) }
    }
    /// Whether it is text, not an element.
    public var isText: Bool { tag == .text }
    /// Whether it is an element with attributes.
    public var hasAttributes: Bool { attributeCount > 0 }

    init(
      _ tag: HTMLTag, isExact: Bool = false, first: Int = 0, attributes: Int = 0, source: TextSpan, parent: Int,
      end: Int
    ) {
      self.tag = tag
      self.isExact = isExact
      self.first = UInt32(first)
      attributeCount = UInt16(clamping: attributes)
      self.source = source
      parentNumber = Int32(parent)
      endNumber = Int32(end)
    }
  }

  /// An attribute whose value stands in the source before decoding, or decoded elsewhere.
  struct Attribute: Sendable, Hashable {
    var name: HTMLAttribute
    var isDecoded = false
    var value: TextSpan
  }

  /// What a tree may cost.
  public struct Limits: Sendable, Hashable {
    /// The longest source, in bytes.
    public var bytes = 32 << 20
    /// The deepest nesting of elements.
    public var depth = 512
    /// The most nodes.
    public var nodes = 2_000_000
    /// Makes the limits that the project uses.
    public init() {}
  }

  /// Parses `source`; any bytes give a tree, unless it would be too large or too deep. O(n).
  public init(parsing source: SourceText, limits: Limits = Limits()) throws(HTMLError) {
    guard source.count <= limits.bytes else {
      throw HTMLError(reason: .tooLong(limit: limits.bytes), offset: limits.bytes)
    }
    try checkNesting(of: source.bytes.span, most: limits.depth)
    self = try GumboParser.tree(of: source, limits: limits)
  }

  /// A tree without nodes.
  init(of source: SourceText) { self.source = source }

  // MARK: Words

  /// The words of text node `i`, as bytes of one of the tree's buffers. O(1).
  public func textBytes(_ i: Int) -> (bytes: [UInt8], span: TextSpan) {
    let node = nodes[i]
    return node.isExact ? (source.bytes, node.source) : (decoded, decodedTexts[Int(node.first)])
  }

  /// The words of node `i`, or nil for an element. O(their length).
  public func text(_ i: Int) -> String? {
    guard nodes[i].isText else { return nil }
    let (bytes, span) = textBytes(i)
    return String(decoding: bytes[span.range], as: UTF8.self)
  }

  /// The text under node `i`, its pieces as they stand, without scripts and styles. O(nodes under it).
  public func text(under i: Int) -> String {
    guard nodes.indices.contains(i) else { return "" }
    var result: [UInt8] = []
    var j = i
    while j < nodes[i].end {
      switch nodes[j].tag {
      case .script, .style: j = nodes[j].end
      case .text:
        let (bytes, span) = textBytes(j)
        result += bytes[span.range]
        j += 1
      default: j += 1
      }
    }
    return String(decoding: result, as: UTF8.self)
  }

  /// The indices of the elements with a tag, in document order. O(nodes).
  public func elements(_ tag: HTMLTag) -> [Int] { nodes.indices.filter { nodes[$0].tag == tag } }

  // MARK: Attributes

  /// The value of an attribute with its entities decoded, or nil. O(attributes).
  public func attribute(_ name: HTMLAttribute, of i: Int) -> String? {
    attributeBytes(name, of: i).map { String(decoding: $0, as: UTF8.self) }
  }

  /// Whether an element has an attribute. O(attributes).
  public func has(_ name: HTMLAttribute, _ i: Int) -> Bool { find(name, i) != nil }

  /// The value of an attribute with its entities decoded, as bytes of one of the tree's buffers, or nil. O(attributes).
  public func attributeBytes(_ name: HTMLAttribute, of i: Int) -> ArraySlice<UInt8>? {
    guard let found = find(name, i) else { return nil }
    if found.isDecoded { return decoded[found.value.range] }
    let isPlain = plainEnd(source.bytes.span, found.value.start, found.value.end) == found.value.end
    return isPlain ? source.bytes[found.value.range] : decodedValue(name, i)
  }

  /// What `read` makes of the value of an attribute with its entities decoded, which stands at a span of some bytes; nil where
  /// there is none. Makes no copy of the value. O(attributes).
  public func withAttribute<Result>(
    _ name: HTMLAttribute, of i: Int, _ read: (Span<UInt8>, TextSpan) -> Result
  ) -> Result? {
    guard let found = find(name, i) else { return nil }
    if found.isDecoded { return read(decoded.span, found.value) }
    if plainEnd(source.bytes.span, found.value.start, found.value.end) == found.value.end {
      return read(source.bytes.span, found.value)
    }
    guard let value = decodedValue(name, i).map({ Array($0) }) else { return nil }
    return read(value.span, TextSpan(0, value.count))
  }

  /// The attribute of an element; of several with one name the first counts.
  private func find(_ name: HTMLAttribute, _ i: Int) -> Attribute? {
    let node = nodes[i]
    guard node.attributeCount > 0, !node.isText else { return nil }
    for k in Int(node.first)..<Int(node.first) + Int(node.attributeCount) where attributes[k].name == name {
      return attributes[k]
    }
    return nil
  }

  /// Lets the parser decode a value, in a tag that may stand anywhere.
  private func decodedValue(_ name: HTMLAttribute, _ i: Int) -> ArraySlice<UInt8>? {
    let place = nodes[i].source
    // The parser counts `</>` to the tag behind it.
    var open = place.start
    while source.bytes[open..<place.end].starts(with: "</>".utf8) { open += 3 }
    let tag = TagReader(source.bytes.span, from: open + 1)
    let text = SourceText(repairing: Array("<p".utf8) + source.bytes[tag.nameEnd..<place.end])
    guard let tree = try? GumboParser.tree(of: text, limits: Limits(), skeleton: Skeleton(whole: text.bytes)),
      let p = tree.nodes.firstIndex(where: { $0.tag == .p })
    else { return nil }
    return tree.attributeBytes(name, of: p)
  }
}

/// Why an HTML document was refused.
public struct HTMLError: Error, Hashable, CustomStringConvertible {
  /// What was too much.
  public enum Reason: Hashable, Sendable {
    case tooLong(limit: Int)
    case tooDeep(limit: Int)
    case tooManyNodes(limit: Int)
  }
  /// What was too much.
  public let reason: Reason
  /// Bytes from the start of the source to where it became too much.
  public let offset: Int

  /// What happened, where, and what to do.
  public var description: String {
    switch reason {
    case .tooLong(let limit): "the page is longer than \(limit) bytes; give its text instead"
    case .tooDeep(let limit):
      "elements are nested more than \(limit) deep at byte \(offset); this is no page for people"
    case .tooManyNodes(let limit): "the page has more than \(limit) nodes; give its text instead"
    }
  }
}
