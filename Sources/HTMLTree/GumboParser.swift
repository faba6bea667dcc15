import CGumbo
import TextBytes

/// The one place that touches the C parser's memory: it copies the tree out and frees it.
struct GumboParser {
  let source: SourceText
  let limits: HTMLTree.Limits

  private let cuts: RawTextCuts

  /// Without `cutting`, the parser gets to see the inside of scripts, styles and comments, too: the same tree, more slowly.
  init(source: SourceText, limits: HTMLTree.Limits, cutting: Bool = true) {
    self.source = source
    self.limits = limits
    cuts = RawTextCuts(source.bytes, from: cutting ? 0 : source.count)
  }

  func parse() throws(HTMLError) -> [HTMLTree.Node] {
    let bytes = cuts.bytes
    let result: Result<[HTMLTree.Node], HTMLError> = unsafe bytes.withUnsafeBufferPointer { buffer in
      guard let base = buffer.baseAddress else { return .success([]) }
      return unsafe base.withMemoryRebound(to: CChar.self, capacity: buffer.count) { text in
        var options = unsafe kGumboDefaultOptions
        unsafe options.max_errors = 0
        guard let output = unsafe gumbo_parse_with_options(&options, text, buffer.count) else { return .success([]) }
        defer { unsafe gumbo_destroy_output(&options, output) }
        guard let root = unsafe output.pointee.root else { return .success([]) }
        return unsafe copy(root, base: text)
      }
    }
    return try result.get()
  }

  /// Copies the tree in document order with a stack of its own, so that its depth costs no call stack.
  private func copy(_ root: UnsafeMutablePointer<GumboNode>, base: UnsafePointer<CChar>) -> Result<
    [HTMLTree.Node], HTMLError
  > {
    var nodes: [HTMLTree.Node] = []
    var stack = unsafe [(node: root, parent: -1, depth: 0)]
    while let (node, parent, depth) = unsafe stack.popLast() {
      guard nodes.count < limits.nodes else {
        return .failure(HTMLError(reason: .tooManyNodes(limit: limits.nodes), offset: 0))
      }
      switch unsafe node.pointee.type {
      case GUMBO_NODE_ELEMENT, GUMBO_NODE_TEMPLATE:
        let element = unsafe node.pointee.v.element
        let position = unsafe Int(element.start_pos.offset)
        let length = unsafe Int(element.original_tag.length)
        let attributes = unsafe attributes(element.attributes)
        let tag = unsafe tag(element)
        nodes.append(
          HTMLTree.Node(
            content: .element(tag: tag, attributes: attributes), source: span(position, length), parent: parent,
            end: nodes.count + 1))
        guard depth < limits.depth * 4 else {
          return .failure(HTMLError(reason: .tooDeep(limit: limits.depth), offset: cuts.place(position)))
        }
        let index = nodes.count - 1
        if tag == "script" || tag == "style" { putBack(at: position + length, into: &nodes, parent: index) }
        let children = unsafe element.children
        for k in (0..<(unsafe Int(children.length))).reversed() {
          guard let child = unsafe children.data[k] else { continue }
          unsafe stack.append((child.assumingMemoryBound(to: GumboNode.self), index, depth + 1))
        }
      case GUMBO_NODE_TEXT, GUMBO_NODE_WHITESPACE, GUMBO_NODE_CDATA:
        let text = unsafe node.pointee.v.text
        guard let words = unsafe text.text else { continue }
        let start = unsafe text.original_text.data.map { unsafe $0 - base } ?? 0
        let length = unsafe Int(text.original_text.length)
        nodes.append(
          HTMLTree.Node(
            content: .text(unsafe String(cString: words)), source: span(start, length), parent: parent,
            end: nodes.count + 1))
      default: continue
      }
    }
    close(&nodes)
    return .success(nodes)
  }

  /// Sets the ends of the elements from those of their children.
  private func close(_ nodes: inout [HTMLTree.Node]) {
    for i in nodes.indices.reversed() where nodes[i].parent >= 0 {
      nodes[nodes[i].parent].end = max(nodes[nodes[i].parent].end, nodes[i].end)
    }
  }

  /// The text that was taken out of the element with the start tag that ends at `offset`.
  private func putBack(at offset: Int, into nodes: inout [HTMLTree.Node], parent: Int) {
    guard let place = cuts.cut(at: offset) else { return }
    nodes.append(HTMLTree.Node(content: .text(source[place]), source: place, parent: parent, end: nodes.count + 1))
  }

  /// A place in the source, of one in what the parser was given.
  private func span(_ offset: Int, _ length: Int) -> TextSpan {
    let start = cuts.place(offset)
    guard start >= 0, start <= source.count else { return TextSpan(0, 0) }
    return TextSpan(start, min(source.count, start + max(0, length)))
  }

  private func tag(_ element: GumboElement) -> String {
    if unsafe element.tag != GUMBO_TAG_UNKNOWN { return unsafe String(cString: gumbo_normalized_tagname(element.tag)) }
    var piece = unsafe element.original_tag
    unsafe gumbo_tag_from_original_text(&piece)
    guard let start = unsafe piece.data else { return "" }
    let bytes = unsafe UnsafeRawBufferPointer(start: start, count: Int(piece.length))
    return unsafe String(decoding: bytes, as: UTF8.self).lowercased()
  }

  private func attributes(_ vector: GumboVector) -> [HTMLTree.Attribute] {
    (0..<(unsafe Int(vector.length))).compactMap { k in
      guard let item = unsafe vector.data[k] else { return nil }
      let attribute = unsafe item.assumingMemoryBound(to: GumboAttribute.self).pointee
      guard let name = unsafe attribute.name, let value = unsafe attribute.value else { return nil }
      return unsafe HTMLTree.Attribute(name: String(cString: name), value: String(cString: value))
    }
  }
}
