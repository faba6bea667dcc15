import NewsModel
import TextBytes

/// The report for a terminal.
///
/// The first screen answers how well the story is sourced: the articles and whose text they are, then thin sourcing, then solid.
/// Words in quotation marks are the articles' own. `[2:14]` is article 2, line 14 of its file. Article text is shown without
/// control characters and escape sequences.
public struct TerminalReport: Sendable {
  private let options: ReportOptions
  /// Makes a report; widths below 50 columns are taken as 50.
  public init(options: ReportOptions = ReportOptions()) { self.options = options }

  /// The report on every story, the largest first; a story of one article has a short form. O(size of the trace).
  public func render(_ trace: Trace) -> String {
    let page = TerminalPage(options: options)
    var rows: [Row] = []
    for report in StoryReport.all(trace) {
      let lines = page.rows(report)
      if !rows.isEmpty, !lines.isEmpty { rows += report.isSingle ? [Row()] : [Row(), Row()] }
      rows += lines
    }
    return cut(rows).map { $0.rendered(color: options.color) + "\n" }.joined()
  }

  /// `options.lines` lines, the last of which tells how many more there are.
  private func cut(_ rows: [Row]) -> [Row] {
    guard let limit = options.lines, limit > 0, rows.count > limit else { return rows }
    let rest = rows.count - (limit - 1)
    return rows.prefix(limit - 1) + [Row("… \(counted(rest, "more line"))", .faint)]
  }
}
