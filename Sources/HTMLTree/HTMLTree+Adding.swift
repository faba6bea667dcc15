import TextBytes

extension HTMLTree {
  /// Words, and where in the source they stand.
  public struct Run: Sendable, Hashable {
    /// The words as they are read.
    public var text: String
    /// Where they stand in the source, escapes and all.
    public var source: TextSpan
    /// Makes a run.
    public init(text: String, source: TextSpan) {
      self.text = text
      self.source = source
    }
  }

  /// The tree with an `article` of `paragraphs` behind everything else, and the index of that element. O(nodes).
  ///
  /// For a story that a page keeps where no reader sees it: each run keeps the place that it came from.
  public func adding(paragraphs: [[Run]]) -> (tree: HTMLTree, node: Int) {
    var all = nodes
    let story = startArticle(&all, at: paragraphs.first?.first?.source.start ?? 0)
    for paragraph in paragraphs {
      let holder = all.count
      let place = paragraph.first?.source.start ?? 0
      all.append(
        Node(content: .element(tag: "p", attributes: []), source: TextSpan(place, place), parent: story, end: 0))
      for run in paragraph {
        all.append(Node(content: .text(run.text), source: run.source, parent: holder, end: all.count + 1))
      }
      all[holder].end = all.count
    }
    return (closed(all, story), story)
  }

  /// The tree with `fragment`, parsed from the bytes at `offset` of the same source, in an `article` behind everything else,
  /// and the index of that element. O(nodes).
  public func adding(_ fragment: HTMLTree, at offset: Int) -> (tree: HTMLTree, node: Int) {
    var all = nodes
    let story = startArticle(&all, at: offset)
    let shift = all.count
    for node in fragment.nodes {
      var node = node
      node.source = TextSpan(node.source.start + offset, node.source.end + offset)
      node.parent = node.parent < 0 ? story : node.parent + shift
      node.end += shift
      all.append(node)
    }
    return (closed(all, story), story)
  }

  private func startArticle(_ all: inout [Node], at place: Int) -> Int {
    all.append(
      Node(
        content: .element(tag: "article", attributes: []), source: TextSpan(place, place), parent: all.isEmpty ? -1 : 0,
        end: all.count + 1))
    return all.count - 1
  }

  private func closed(_ nodes: [Node], _ story: Int) -> HTMLTree {
    var nodes = nodes
    nodes[story].end = nodes.count
    nodes[0].end = nodes.count
    return HTMLTree(nodes: nodes)
  }

  private init(nodes: [Node]) { self.nodes = nodes }
}
