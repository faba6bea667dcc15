extension TerminalPage {
  /// The tree from origins through agencies to articles.
  func descent(_ report: StoryReport) -> [Row] {
    guard !report.descent.isEmpty else { return [] }
    let rows = width >= 84 ? sideways(report.descent) : report.descent.flatMap(stacked)
    return [Row("DESCENT", .bold)] + rows
  }

  private func names(_ branch: Branch) -> [String] {
    branch.origins + (branch.more > 0 ? ["\(branch.more) more"] : [])
  }

  /// Origins on the left, articles on the right.
  private func sideways(_ branches: [Branch]) -> [Row] {
    let left = min(branches.flatMap(names).map(displayWidth).max() ?? 0, width * 2 / 5)
    let middle = min(branches.compactMap(\.carrier).map(displayWidth).max() ?? 0, width / 4)
    let outlets = min(branches.flatMap(\.leaves).map { displayWidth($0.outlet) }.max() ?? 0, width / 3)
    return branches.flatMap { sideways($0, left, middle, outlets) }
  }

  private func sideways(_ branch: Branch, _ left: Int, _ middle: Int, _ outlets: Int) -> [Row] {
    let origins = names(branch)
    let trunk = max(0, (origins.count - 1) / 2)
    let height = max(origins.count, trunk + branch.leaves.count)
    return (0..<height).map { i in
      let name = i < origins.count ? shortened(origins[i], to: left) : ""
      let lead = Row("  " + name).padded(to: left + 2)
      let joint = Row(inlet(i, origins.count, trunk), .faint)
      let carrier = i == trunk ? stem(branch, middle) : Row(String(repeating: " ", count: middle + 4))
      return lead + joint + carrier + leaf(branch, i - trunk, outlets)
    }
  }

  private func inlet(_ i: Int, _ count: Int, _ trunk: Int) -> String {
    if count == 0 { return i == trunk ? "   " : "   " }
    if count == 1 { return i == 0 ? " ──" : "   " }
    if i >= count { return "   " }
    if i == trunk { return i == 0 ? " ─┬" : i == count - 1 ? " ─┴" : " ─┼" }
    return i == 0 ? " ─┐" : i == count - 1 ? " ─┘" : " ─┤"
  }

  private func stem(_ branch: Branch, _ middle: Int) -> Row {
    let name = branch.carrier.map { shortened($0, to: middle) } ?? ""
    let isFed = !branch.origins.isEmpty
    let line = isFed ? "─ " : "  "
    guard !name.isEmpty else {
      return Row(String(repeating: isFed ? "─" : " ", count: middle + 4), .faint)
    }
    let fill = String(repeating: "─", count: middle - displayWidth(name) + 1)
    return Row(line, .faint) + Row(name) + Row(" " + fill, .faint)
  }

  private func leaf(_ branch: Branch, _ i: Int, _ outlets: Int) -> Row {
    guard branch.leaves.indices.contains(i) else { return Row() }
    let leaf = branch.leaves[i]
    let isLast = i == branch.leaves.count - 1
    let isFed = branch.carrier != nil || !branch.origins.isEmpty
    let joint = !isFed ? "   " : branch.leaves.count == 1 ? "── " : i == 0 ? "┬─ " : isLast ? "└─ " : "├─ "
    let name = Row("\(leaf.article) \(shortened(leaf.outlet, to: outlets))").padded(to: outlets + 4)
    return Row(joint, .faint) + name + Row(leaf.how ?? "", .faint)
  }

  /// The same from top to bottom, where there is no room to the right.
  private func stacked(_ branch: Branch) -> [Row] {
    let from = names(branch).joined(separator: ", ")
    let first = branch.leaves.first
    let trunk = branch.carrier ?? first.map { "\($0.article) \($0.outlet)" } ?? ""
    let head = hang(Row("  "), Phrase.plain(trunk).wrapped(to: width - 2))
    let sources = from.isEmpty ? [] : hang(Row("   ← ", .faint), Phrase.plain(from).wrapped(to: width - 5))
    guard branch.carrier != nil else { return head + sources }
    let leaves = branch.leaves.enumerated().flatMap { i, leaf in
      let joint = Row(i == branch.leaves.count - 1 ? "  └─ " : "  ├─ ", .faint)
      let how = leaf.how.map { Phrase.faint("  \($0)") } ?? Phrase()
      return hang(joint, (Phrase.plain("\(leaf.article) \(leaf.outlet)") + how).wrapped(to: width - 5))
    }
    return head + sources + leaves
  }
}
