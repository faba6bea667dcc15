import TextBytes

/// An HTML document as HTML5 parsers see it: its nodes in document order, each with the place in the source that it came from.
///
/// ```swift
/// let tree = try HTMLTree(parsing: SourceText("<p>Rain &amp; wind</p>"))
/// tree.text(under: 0)   // "Rain & wind"
/// ```
public struct HTMLTree: Sendable {
  /// The nodes, in document order; the first is the root element. The nodes under node `i` are those from `i + 1` up to its ``Node/end``.
  public let nodes: [Node]

  /// An element or a stretch of text.
  public struct Node: Sendable {
    /// What a node is.
    public enum Content: Sendable, Hashable {
      /// An element, with its tag in lower case and its attributes in order, names in lower case.
      case element(tag: String, attributes: [Attribute])
      /// Text with its entities decoded.
      case text(String)
    }
    /// The element or the text.
    public var content: Content
    /// Where it stands in the source: the text before decoding, or the start tag. Empty where the parser made the element up.
    public var source: TextSpan
    /// The index of the element around it, or -1.
    public var parent: Int
    /// The index behind its last descendant.
    public var end: Int

    /// The tag in lower case, or nil for text.
    public var tag: String? { if case .element(let tag, _) = content { tag } else { nil } }
    /// The text, or nil for an element.
    public var text: String? { if case .text(let text) = content { text } else { nil } }
    /// The value of an attribute, or nil. O(attributes).
    public func attribute(_ name: String) -> String? {
      guard case .element(_, let attributes) = content else { return nil }
      return attributes.first { $0.name == name }?.value
    }
  }

  /// A name and a value.
  public struct Attribute: Sendable, Hashable {
    /// The name in lower case.
    public var name: String
    /// The value with its entities decoded.
    public var value: String
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
    nodes = try GumboParser(source: source, limits: limits).parse()
  }

  /// The text under node `i`, its pieces as they stand, without scripts and styles. O(nodes under it).
  public func text(under i: Int) -> String {
    guard nodes.indices.contains(i) else { return "" }
    var result = ""
    var j = i
    while j < nodes[i].end {
      if let tag = nodes[j].tag, tag == "script" || tag == "style" {
        j = nodes[j].end
        continue
      }
      if let text = nodes[j].text { result += text }
      j += 1
    }
    return result
  }

  /// The indices of the elements with a tag, in document order. O(nodes).
  public func elements(_ tag: String) -> [Int] { nodes.indices.filter { nodes[$0].tag == tag } }
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
