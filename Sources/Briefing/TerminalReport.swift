import NewsModel
import TextBytes

/// The report for a terminal.
public struct TerminalReport: Sendable {
  private let options: ReportOptions
  /// Makes a report.
  public init(options: ReportOptions = ReportOptions()) { self.options = options }

  /// The report on every story.
  public func render(_ trace: Trace) -> String {
    trace.stories.map(render).joined(separator: "\n")
  }

  private func render(_ story: Story) -> String {
    var out = story.title + "\n"
    for claim in story.claims.sorted(by: { $0.articles.count > $1.articles.count }) {
      let origins = claim.origins.ids.map { id in story.origins.first { $0.id == id }.map { "\($0.name)[\($0.kind)]" } ?? id.raw }
      out += "● \(claim.text)\n   \(story.outlets(of: claim).count) outlets → \(claim.origins.lower)–\(claim.origins.upper): \(origins) \(claim.basis) \(claim.status) \(claim.date?.text ?? "")\n"
      for s in claim.support {
        let a = story.articles[s.passage.article].article
        out += "      [\(s.passage.article + 1)\(s.counts ? "" : "h")] \(a.text[s.passage.span]) ← \(s.chain.map(\.name)) \(s.because)\n"
      }
    }
    return out
  }
}
