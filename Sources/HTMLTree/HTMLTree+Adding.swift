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
    var tree = self
    let story = tree.startArticle(at: paragraphs.first?.first?.source.start ?? 0)
    for paragraph in paragraphs {
      let holder = tree.nodes.count
      let place = paragraph.first?.source.start ?? 0
      tree.nodes.append(Node(.p, source: TextSpan(place, place), parent: story, end: 0))
      for run in paragraph { tree.addText(Array(run.text.utf8), source: run.source, parent: holder) }
      tree.nodes[holder].end = tree.nodes.count
    }
    tree.close(story)
    return (tree, story)
  }

  /// The tree with `fragment`, parsed from the bytes at `offset` of the same source, in an `article` behind everything else,
  /// and the index of that element. O(nodes).
  public func adding(_ fragment: HTMLTree, at offset: Int) -> (tree: HTMLTree, node: Int) {
    var tree = self
    let story = tree.startArticle(at: offset)
    let shift = tree.nodes.count
    let (firstAttribute, firstText, firstByte) = (attributes.count, decodedTexts.count, decoded.count)
    tree.decoded += fragment.decoded
    tree.decodedTexts += fragment.decodedTexts.map { $0.shifted(by: firstByte) }
    tree.attributes += fragment.attributes.map {
      Attribute(name: $0.name, isDecoded: $0.isDecoded, value: $0.value.shifted(by: $0.isDecoded ? firstByte : offset))
    }
    for node in fragment.nodes {
      var node = node
      node.source = node.source.shifted(by: offset)
      node.parent = node.parent < 0 ? story : node.parent + shift
      node.end += shift
      node.first += UInt32(node.isText ? firstText : firstAttribute)
      tree.nodes.append(node)
    }
    tree.close(story)
    return (tree, story)
  }

  /// Adds a text node whose words do not stand in the source as they are read.
  mutating func addText(_ words: [UInt8], source: TextSpan, parent: Int) {
    decodedTexts.append(TextSpan(decoded.count, decoded.count + words.count))
    decoded += words
    nodes.append(Node(.text, first: decodedTexts.count - 1, source: source, parent: parent, end: nodes.count + 1))
  }

  private mutating func startArticle(at place: Int) -> Int {
    nodes.append(
      Node(.article, source: TextSpan(place, place), parent: nodes.isEmpty ? -1 : 0, end: nodes.count + 1))
    return nodes.count - 1
  }

  private mutating func close(_ story: Int) {
    nodes[story].end = nodes.count
    nodes[0].end = nodes.count
  }
}
