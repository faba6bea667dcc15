import NewsModel
import TextBytes

/// A brief for people: the story in a few of its own sentences, each with its place and with how well what it tells is sourced.
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
    let head = Phrase.plain(report.title.uppercased()).wrapped(to: columns).map { row in
      Row(row.pieces.map { Piece(text: $0.text, style: .bold) })
    }
    var rows = head + Phrase.plain(report.counts.joined(separator: " · ")).wrapped(to: columns)
    for entry in entries {
      rows += [Row()] + entry.words.wrapped(to: columns)
      rows += entry.sourcing.wrapped(to: columns - 2).map { row in
        Row("  ") + Row(row.pieces.map { Piece(text: $0.text, style: .faint) })
      }
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
    let source = StorySource(story)
    let report = StoryReport(story)
    let blocks = Dictionary((report.thin + report.solid).map { ($0.id, $0) }, uniquingKeysWith: { a, _ in a })
    let entries = brief.lines.filter { source.holds($0.passage) }.map { line in
      let words = source.words(line.passage) + (line.isCut ? " …" : "")
      let language = line.language == brief.language ? nil : line.language.map { " (\($0.code))" }
      let place = Phrase.plain(" ") + .marker(source.marker(line.passage))
      let outlet = Phrase.plain(source.outlet(line.passage.article) + (language ?? ""))
      let sourcing = line.claims.prefix(2).compactMap { blocks[$0.raw].map(told) }
      return (.words(words) + place, ([outlet] + sourcing).joined(" · "))
    }
    return (report, entries)
  }

  /// "4 outlets → 1 origin: unnamed sources ← Kestrel ← 1 2".
  private func told(_ block: ClaimBlock) -> Phrase {
    guard let path = block.paths.first else { return .plain(block.count) }
    let more = block.paths.count > 1 ? Phrase.plain(", and \(block.paths.count - 1) more") : Phrase()
    return .plain(block.count + ": ") + path + more
  }
}
