extension TerminalPage {
  /// What only one has: the three most telling claims of each.
  func only(_ report: StoryReport) -> [Row] {
    guard !report.only.isEmpty else { return [] }
    let most = options.allClaims ? Int.max : 3
    return [Row("ONLY ONE HAS IT", .bold)]
      + report.only.flatMap { row -> [Row] in
        let lead = Row("  \(row.article) \(shortened(row.outlet, to: width / 2)): ")
        let shown = row.claims.prefix(most)
        let claims = shown.map { Phrase.words(shortened($0.words, to: wordRoom)) + " " + .marker($0.marker) }
        let rest = row.count > shown.count ? [Phrase.faint("and \(row.count - shown.count) more")] : []
        return hang(Row("  "), (lead.phrase + (claims + rest).joined(" · ")).wrapped(to: width - 6)).indented(after: 4)
      }
  }

  /// The most columns that a passage takes in a list.
  private var wordRoom: Int { min(68, max(40, width - 30)) }

  /// What happened when.
  func timeline(_ report: StoryReport) -> [Row] {
    guard !report.timeline.isEmpty else { return [] }
    let days = options.allClaims ? report.timeline : report.mainDays(10)
    let dates = min(days.map { displayWidth($0.date) }.max() ?? 0, 20)
    let most = options.allClaims ? Int.max : 3
    return [Row("WHEN", .bold)]
      + days.flatMap { day -> [Row] in
        let shown = day.entries.prefix(most).map { entry in
          let others = entry.alternatives.isEmpty ? "" : " (or " + entry.alternatives.joined(separator: ", ") + ")"
          return Phrase.words(shortened(entry.text, to: wordRoom)) + .plain(others + " ") + .markers(entry.markers)
        }
        let rest = day.entries.count > shown.count ? [Phrase.faint("and \(day.entries.count - shown.count) more")] : []
        let lead = Row("  " + day.date).padded(to: dates + 4)
        return hang(lead, (shown + rest).joined(" · ").wrapped(to: width - lead.width))
      }
      + (days.count < report.timeline.count
        ? [Row("  and \(counted(report.timeline.count - days.count, "more date"))", .faint)] : [])
  }
}

extension Row {
  /// The row as a phrase that may be broken at its blanks.
  fileprivate var phrase: Phrase { .plain(text.split(separator: " ").joined(separator: " ") + " ") }
}

extension [Row] {
  /// The rows below the first further in.
  fileprivate func indented(after columns: Int) -> [Row] {
    enumerated().map { $0.offset == 0 ? $0.element : Row(String(repeating: " ", count: columns - 2)) + $0.element }
  }
}
