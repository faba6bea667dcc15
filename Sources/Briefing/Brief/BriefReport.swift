import NewsModel
import TextBytes

/// A brief for people: the story in a few of its own sentences, each with its place and with how well the weightiest claim that it tells is
/// sourced, in the words of the brief's language where the report has them.
public struct BriefReport: Sendable {
  private let story: Story
  private let brief: Brief

  /// Makes a report on a brief of `story`.
  public init(_ story: Story, _ brief: Brief) {
    self.story = story
    self.brief = brief
  }

  /// For a terminal, `width` columns wide; widths below 50 are taken as 50. O(size of the story).
  public func text(width: Int, color: Bool) -> String {
    let columns = max(50, width)
    let (report, entries) = entries()
    let head = Phrase.plain(report.title.uppercased()).wrapped(to: columns).map { $0.styled(.bold) }
    var rows = head + Phrase.plain(report.counts.joined(separator: " · ")).wrapped(to: columns)
    for entry in entries {
      rows += [Row()] + entry.words.wrapped(to: columns)
      rows += entry.sourcing.wrapped(to: columns - 2).map { Row("  ") + $0.styled(.faint) }
    }
    return rows.map { $0.rendered(color: color) + "\n" }.joined()
  }

  /// As Markdown: a paragraph a line of the brief. O(size of the story).
  public func markdown() -> String {
    let (report, entries) = entries()
    var lines = [
      "# " + Briefing.markdown(report.title), "", Briefing.markdown(report.counts.joined(separator: " · ")), "",
    ]
    for entry in entries { lines += [entry.words.markdown + "  ", "*" + entry.sourcing.markdown + "*", ""] }
    return lines.joined(separator: "\n")
  }

  private func entries() -> (StoryReport, [(words: Phrase, sourcing: Phrase)]) {
    let words = brief.language.flatMap { ReportWords($0.code) } ?? .english
    let source = StorySource(story, words: words)
    var report = StoryReport(story, words: words)
    if let title = titleInLanguage { report.title = withMarksClosed(clean(title)) }
    let blocks = Dictionary((report.thin + report.solid).map { ($0.id, $0) }, uniquingKeysWith: { a, _ in a })
    let entries = brief.lines.filter { source.holds($0.passage) }.map { line in
      let told = source.words(line.passage) + (line.isCut ? " …" : "")
      let language = line.language == brief.language ? nil : line.language.map { " (\($0.code))" }
      let place = Phrase.plain(" ") + .marker(source.marker(line.passage))
      let outlet = Phrase.plain(source.outlet(line.passage.article) + (language ?? ""))
      let standing = line.claims.first.flatMap { blocks[$0.raw] }.map { sourcing(of: $0, words) } ?? Phrase()
      return (.words(told) + place, [outlet, standing].joined(" · "))
    }
    return (report, entries)
  }

  /// The first title in the language of the brief, where the story's own is in another.
  private var titleInLanguage: String? {
    story.articles.lazy.map(\.article).first { $0.language == brief.language && $0.title != nil }.flatMap { article in
      article.title.map { article.text[$0] }
    }
  }

  /// "4 outlets → 1 origin: unnamed sources ← Kestrel ← 1 2".
  private func sourcing(of block: ClaimBlock, _ words: ReportWords) -> Phrase {
    guard !block.paths.isEmpty else { return .plain(block.count) }
    let rest =
      block.paths.count > 2 ? Phrase.plain(" · " + words.counted(block.paths.count - 2, "more.origin")) : Phrase()
    return .plain(block.count + ": ") + block.paths.prefix(2).joined(" · ") + rest
  }
}
