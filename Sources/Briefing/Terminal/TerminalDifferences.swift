extension TerminalPage {
  /// DISAGREE and DRIFT, side by side where there is room.
  func differences(_ report: StoryReport) -> [Row] {
    let hasBoth = !report.drifts.isEmpty && !(report.conflicts.isEmpty && report.reconciled.isEmpty)
    let isSplit = isWide && hasBoth && wants(.disagree) && wants(.drift)
    let column = isSplit ? (width - 4) / 2 : width
    let left = wants(.disagree) ? disagree(report, column) : []
    let right = wants(.drift) ? drift(report, column) : []
    guard isSplit else { return Array([left, right].filter { !$0.isEmpty }.joined(separator: [Row()])) }
    return (0..<max(left.count, right.count)).map { i in
      let first = i < left.count ? left[i] : Row()
      return i < right.count ? first.padded(to: column + 4) + right[i] : first
    }
  }

  private func disagree(_ report: StoryReport, _ column: Int) -> [Row] {
    guard !report.conflicts.isEmpty || !report.reconciled.isEmpty else { return [] }
    let conflicts = report.conflicts.flatMap { rows($0, " ≠ ", "", column) }
    let others = report.reconciled.flatMap { rows($0, " ~ ", "not a conflict, ", column) }
    let nothing = conflicts.isEmpty ? Row("  no conflict found", .faint) : Row()
    return [Row("DISAGREE", .bold) + nothing] + conflicts + others
  }

  private func drift(_ report: StoryReport, _ column: Int) -> [Row] {
    guard !report.drifts.isEmpty else { return [] }
    return [Row("DRIFT", .bold)] + report.drifts.flatMap { rows($0, " → ", "", column) }
  }

  /// What is asked, of which claim; below, the versions.
  private func rows(_ difference: Difference, _ sign: String, _ lead: String, _ column: Int) -> [Row] {
    let question = lead + difference.question + ": "
    let about = shortened(difference.claim, to: max(20, column - 2 - displayWidth(question)))
    let head = (Phrase.plain(question) + .faint(about)).wrapped(to: column - 2).map { Row("  ") + $0 }
    let versions = difference.versions.map { version in
      Phrase.words(version.words) + .plain(version.value.map { " (\($0)) " } ?? " ") + .markers(version.markers)
    }
    return head + versions.joined(sign).wrapped(to: column - 4).map { Row("    ") + $0 }
  }
}
