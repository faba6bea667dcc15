import HTMLTree
import NewsModel
import TextBytes

/// The element of a page that holds the story: found from the root down, as long as one child holds most of the text.
struct StoryElement {
  /// The index of the element, or nil where none stands out.
  private(set) var node: Int?
  private let tree: HTMLTree
  /// What the lines under each node weigh.
  private var weights: [Int: Int] = [:]
  /// How many paragraphs stand right under each node.
  private var paragraphs: [Int: Int] = [:]

  init(_ tree: HTMLTree, _ blocks: [HTMLBlock], _ lines: [PageLine], title: Int?) {
    self.tree = tree
    guard blocks.count == lines.count, !tree.nodes.isEmpty else { return }
    let hasArticle = zip(blocks, lines).contains { $0.isInArticle && $1.isProse && !$1.label.isCut }
    for i in lines.indices {
      let isOutside = title.map { i < $0 } == true || hasArticle && !blocks[i].isInArticle
      weigh(blocks[i], lines[i], isOutside: isOutside)
    }
    descend()
  }

  private mutating func weigh(_ block: HTMLBlock, _ line: PageLine, isOutside: Bool) {
    guard !line.label.isCut else { return }
    let weight = Self.weight(line) / (isOutside ? 3 : 1)
    guard weight > 0 else { return }
    if line.isProse {
      let holder = [.p, .li, .br, .td].contains(block.tag) ? tree.nodes[block.node].parent : block.node
      paragraphs[holder, default: 0] += 1
    }
    var i = block.node
    while i >= 0 {
      weights[i, default: 0] += weight
      i = tree.nodes[i].parent
    }
  }

  private static func weight(_ line: PageLine) -> Int {
    if line.cues.best.map({ $0.score >= 3 }) == true, line.words < 60 { return 0 }
    let free = 1 - (line.markup?.linkShare ?? 0)
    if line.isProse { return Int(Double(min(line.words, 100)) * max(free, 0.2)) }
    if line.endsInFullStop { return Int(Double(line.words) * free) }
    return free > 0.5 ? line.words / 3 : 0
  }

  private mutating func descend() {
    var at = 0
    guard (weights[0] ?? 0) >= 40 else { return }
    while let child = heaviestChild(of: at), mayLeave(at, for: child) { at = child }
    node = at == 0 ? nil : at
  }

  private func heaviestChild(of i: Int) -> Int? {
    var best: Int?
    var j = i + 1
    while j < tree.nodes[i].end {
      if !tree.nodes[j].isText, (weights[j] ?? 0) > (best.map { weights[$0] ?? 0 } ?? 0) { best = j }
      j = tree.nodes[j].end
    }
    return best
  }

  private func mayLeave(_ i: Int, for child: Int) -> Bool {
    guard let whole = weights[i], let part = weights[child], whole > 0 else { return false }
    switch tree.nodes[child].tag {
    case .p, .li, .td, .tr, .ul, .ol, .table, .blockquote: return false
    default: break
    }
    let share = Double(part) / Double(whole)
    if (paragraphs[i] ?? 0) >= 2 { return share >= 0.95 }
    let isStory = tree.nodes[i].tag == .article || tree.nodes[i].tag == .main
    return share >= (isStory ? 0.85 : 0.7)
  }
}
