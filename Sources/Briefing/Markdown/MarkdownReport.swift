import NewsModel

/// The report as Markdown, with tables for articles and without links. Article text is escaped: it can bring no markup, HTML or
/// link of its own.
public struct MarkdownReport: Sendable {
  private let options: ReportOptions
  /// Makes a report; `width` and `color` do not matter here.
  public init(options: ReportOptions = ReportOptions()) { self.options = options }

  /// The report on every story, the largest first. O(size of the trace).
  public func render(_ trace: Trace) -> String {
    let lines = StoryReport.all(trace).flatMap { MarkdownStory(report: $0, options: options).lines }
    guard let limit = options.lines, limit > 0, lines.count > limit else { return lines.joined(separator: "\n") + "\n" }
    let rest = lines.count - (limit - 1)
    return (lines.prefix(limit - 1) + ["… \(counted(rest, "more line"))"]).joined(separator: "\n") + "\n"
  }
}

/// One story in Markdown.
struct MarkdownStory {
  let report: StoryReport
  let options: ReportOptions

  func wants(_ section: ReportSection) -> Bool { options.sections.isEmpty || options.sections.contains(section) }

  var lines: [String] {
    if report.isSingle, options.sections.isEmpty, !options.allClaims { return short }
    let choice = ClaimChoice(report, all: options.allClaims)
    var lines: [String] = []
    if wants(.head) { lines += head }
    if wants(.articles) { lines += articles }
    if wants(.thin) {
      lines += claims("Thinly sourced", "Unnamed or no source, or one hand behind several outlets.", choice.thin)
    }
    if wants(.solid) {
      lines += claims("Solid", "Two origins or more, or said in public by somebody named.", choice.solid)
    }
    if wants(.disagree) {
      lines +=
        differences("Disagree", report.conflicts, " ≠ ") + differences("Not a conflict", report.reconciled, " ~ ")
    }
    if wants(.drift) { lines += differences("Drift", report.drifts, " → ") }
    if wants(.descent) { lines += descent }
    if wants(.only) { lines += only }
    if wants(.when) { lines += timeline }
    if options.sections.isEmpty { lines += footer(choice) }
    return lines
  }

  private func section(_ name: String, _ body: [String]) -> [String] {
    body.isEmpty ? [] : ["## \(name)", ""] + body + [""]
  }

  private var head: [String] {
    let facts = ([report.dates].compactMap { $0 } + report.counts).joined(separator: " · ")
    return ["# " + markdown(report.title), "", markdown(facts), ""]
  }

  private var articles: [String] {
    section(
      "Articles",
      ["| | outlet | language | published | whose text |", "|---:|---|---|---|---|"]
        + report.articles.map { article in
          let text = ([article.descent] + article.notes).joined(" · ").markdown
          return
            "| \(article.number) | \(markdown(article.outlet)) | \(markdown(article.language)) | \(markdown(article.date)) | \(text) |"
        })
  }

  private func claims(_ name: String, _ meaning: String, _ blocks: [ClaimBlock]) -> [String] {
    guard !blocks.isEmpty else { return [] }
    return section(name, ["*\(meaning)*", ""] + blocks.flatMap(claim))
  }

  private func claim(_ block: ClaimBlock) -> [String] {
    let text = Phrase.words(block.text) + " " + .marker(block.at)
    let footing = ([Phrase.plain(block.tags.joined(separator: " · ")), block.first]).joined(" · ")
    var lines = ["- \(text.markdown) — **\(markdown(block.count))**"]
    lines.append("  - \((block.paths + [footing]).joined(" · ").markdown)")
    if !block.variants.isEmpty {
      lines.append(
        "  - "
          + block.variants.map { (Phrase.words(shortened($0.words, to: 200)) + " " + .marker($0.marker)).markdown }
          .joined(separator: " · "))
    }
    return lines + block.notes.map { "  - \($0.markdown)" }
  }

  private func differences(_ name: String, _ list: [Difference], _ sign: String) -> [String] {
    section(
      name,
      list.map { difference in
        let versions = difference.versions.map { version in
          Phrase.words(version.words) + .plain(version.value.map { " (\($0)) " } ?? " ") + .markers(version.markers)
        }
        let about = Phrase.words(shortened(difference.claim, to: 90))
        return "- **\(markdown(difference.question))**: \(versions.joined(sign).markdown) (\(about.markdown))"
      })
  }

  private var descent: [String] {
    section(
      "Descent",
      report.descent.flatMap { branch -> [String] in
        let from = (branch.origins + (branch.more > 0 ? ["\(branch.more) more"] : [])).joined(separator: ", ")
        let arrow = from.isEmpty ? "" : " ← " + markdown(from)
        let leaves = branch.leaves.map {
          markdown("\($0.article) \($0.outlet)") + ($0.how.map { ": \(markdown($0))" } ?? "")
        }
        guard let carrier = branch.carrier else { return leaves.map { "- \($0)\(arrow)" } }
        return ["- \(markdown(carrier))\(arrow)"] + leaves.map { "  - \($0)" }
      })
  }

  private var only: [String] {
    let most = options.allClaims ? Int.max : 3
    return section(
      "Only one has it",
      report.only.map { row in
        let claims = row.claims.prefix(most).map {
          Phrase.words(shortened($0.words, to: 120)) + " " + .marker($0.marker)
        }
        let rest = row.count > claims.count ? [Phrase.plain("and \(row.count - claims.count) more")] : []
        return "- **\(markdown("\(row.article) \(row.outlet)"))**: \((claims + rest).joined(" · ").markdown)"
      })
  }

  private var timeline: [String] {
    let most = options.allClaims ? Int.max : 3
    return section(
      "When",
      (options.allClaims ? report.timeline : report.mainDays(10)).map { day in
        let entries = day.entries.prefix(most).map { entry in
          let others = entry.alternatives.isEmpty ? "" : " (or " + entry.alternatives.joined(separator: ", ") + ")"
          return Phrase.words(shortened(entry.text, to: 120)) + .plain(others + " ") + .markers(entry.markers)
        }
        let rest =
          day.entries.count > entries.count ? [Phrase.plain("and \(day.entries.count - entries.count) more")] : []
        return "- **\(markdown(day.date))**: \((entries + rest).joined(" · ").markdown)"
      })
  }

  private func footer(_ choice: ClaimChoice) -> [String] {
    let all = counted(report.claimCount, "claim") + " in all" + (choice.isPartial ? " (--all)" : "")
    return ["---", "", ([.plain(all)] + report.gaps).joined(" · ").markdown, ""]
  }

  private var short: [String] {
    guard let article = report.articles.first else { return [] }
    let names = report.descent.flatMap(\.origins)
    let sources: Phrase = names.isEmpty ? Phrase() : .plain("its sources: " + names.joined(separator: ", "))
    let facts = Phrase.plain(
      [article.outlet, article.language, article.date].filter { !$0.isEmpty }.joined(separator: " · "))
    return [
      "# " + markdown(report.title), "", ([facts, article.descent] + article.notes + [sources]).joined(" · ").markdown,
      "",
    ]
  }
}
