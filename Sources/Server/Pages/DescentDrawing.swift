import Briefing

/// The tree of a story from left to right: sources, agencies, articles. Places are in units of the drawing.
struct DescentDrawing {
  struct Label {
    var x, y: Int
    var text: String
    var kind: String
    var target: String
    var isLink: Bool
    /// Which end of the words stands at `x`, in SVG's words.
    var anchor: String
  }
  struct Line {
    var path: String
  }
  var width = 920
  var height: Int
  var labels: [Label]
  var lines: [Line]

  private static let rowHeight = 30
  /// Where the columns begin, and where the lines from one to the next begin.
  private static let sourceEnd = 300, carrierStart = 370, carrierEnd = 540, leafStart = 610

  /// Draws branches one below the other, each as high as its longer side. O(branches).
  init(_ branches: [Branch], base: String, _ words: SiteWords) {
    (labels, lines, height) = ([], [], 8)
    for branch in branches {
      let sources = branch.origins + (branch.more > 0 ? [words.counted(branch.more, "more")] : [])
      let rows = max(1, sources.count, branch.leaves.count)
      let top = height
      height += rows * Self.rowHeight + 14
      let middle = top + rows * Self.rowHeight / 2
      let sourceRows = Self.rows(sources.count, of: rows, from: top)
      let leafRows = Self.rows(branch.leaves.count, of: rows, from: top)
      for (text, y) in zip(sources, sourceRows) {
        labels.append(
          Label(
            x: Self.sourceEnd - 8, y: y + 5, text: shortened(text, to: 38), kind: "source", target: "", isLink: false,
            anchor: "end"))
      }
      addLeaves(branch, leafRows, base)
      if let carrier = branch.carrier {
        let center = (Self.carrierStart + Self.carrierEnd) / 2
        labels.append(
          Label(
            x: center, y: middle + 5, text: shortened(carrier, to: 22), kind: "carrier", target: "", isLink: false,
            anchor: "middle"))
        for y in sourceRows { addLine(Self.sourceEnd, y, Self.carrierStart, middle) }
        for y in leafRows { addLine(Self.carrierEnd, middle, Self.leafStart - 8, y) }
      } else {
        for y in sourceRows { addLine(Self.sourceEnd, y, Self.leafStart - 8, leafRows.first ?? middle) }
      }
    }
  }

  private mutating func addLeaves(_ branch: Branch, _ rows: [Int], _ base: String) {
    for (leaf, y) in zip(branch.leaves, rows) {
      let how = leaf.how.map { " · \($0)" } ?? ""
      labels.append(
        Label(
          x: Self.leafStart, y: y + 5, text: shortened("\(leaf.article) \(leaf.outlet)\(how)", to: 42), kind: "leaf",
          target: "\(base)/\(leaf.article)", isLink: true, anchor: "start"))
    }
  }

  private mutating func addLine(_ x: Int, _ y: Int, _ endX: Int, _ endY: Int) {
    let middle = (x + endX) / 2
    lines.append(Line(path: "M\(x) \(y) C\(middle) \(y) \(middle) \(endY) \(endX) \(endY)"))
  }

  /// The middles of `count` rows, spread over the height of `rows`.
  private static func rows(_ count: Int, of rows: Int, from top: Int) -> [Int] {
    let start = top + (rows - count) * rowHeight / 2
    return (0..<count).map { start + $0 * rowHeight + rowHeight / 2 }
  }
}
