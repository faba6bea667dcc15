/// Lays one story's report out for a terminal.
struct TerminalPage {
  let options: ReportOptions
  var width: Int { max(50, options.width) }
  /// Whether two columns stand side by side.
  var isWide: Bool { width >= 100 }

  func wants(_ section: ReportSection) -> Bool { options.sections.isEmpty || options.sections.contains(section) }

  /// All lines of a report.
  func rows(_ report: StoryReport) -> [Row] {
    if report.isSingle, options.sections.isEmpty, !options.allClaims { return short(report) }
    let choice = ClaimChoice(report, all: options.allClaims)
    var blocks: [[Row]] = []
    if wants(.head) { blocks.append(head(report)) }
    if wants(.articles) { blocks.append(articles(report)) }
    if wants(.thin) { blocks.append(claims(choice.thin, .thin)) }
    if wants(.solid) { blocks.append(claims(choice.solid, .solid)) }
    blocks.append(differences(report))
    if wants(.descent) { blocks.append(descent(report)) }
    if wants(.only) { blocks.append(only(report)) }
    if wants(.when) { blocks.append(timeline(report)) }
    if options.sections.isEmpty { blocks.append(footer(report, choice)) }
    return Array(blocks.filter { !$0.isEmpty }.joined(separator: [Row()]))
  }

  private func head(_ report: StoryReport) -> [Row] {
    let dates = Row(report.dates ?? "", .faint)
    let room = width - (dates.width == 0 ? 0 : dates.width + 2)
    var rows = Phrase.plain(report.title.uppercased()).wrapped(to: room).map { $0.styled(.bold) }
    if !rows.isEmpty { rows[0] = rows[0].aligned(dates, to: width) }
    return rows + Phrase.plain(report.counts.joined(separator: " · ")).wrapped(to: width)
  }

  private func articles(_ report: StoryReport) -> [Row] {
    let digits = String(report.articles.count).count
    let outlets = min(report.articles.map { displayWidth($0.outlet) }.max() ?? 0, width / 3)
    let dates = report.articles.map { displayWidth($0.date) }.max() ?? 0
    let languages = report.articles.map { displayWidth($0.language) }.max() ?? 0
    return report.articles.flatMap { article -> [Row] in
      let number = String(article.number)
      let lead = Row(String(repeating: " ", count: 2 + digits - number.count) + number + " ")
      let name = Row(shortened(article.outlet, to: outlets)).padded(to: outlets + 2)
      let facts = Row(article.language).padded(to: languages + 2) + Row(article.date).padded(to: dates + 2)
      let start = lead + name + facts
      let notes = ([article.descent] + article.notes).joined(" · ")
      let room = width - start.width
      if room >= 24 { return hang(start, notes.wrapped(to: room)) }
      return [start] + hang(Row("    "), notes.wrapped(to: width - 4))
    }
  }

  /// Sets lines behind a lead; the ones below the first are indented by its width.
  func hang(_ lead: Row, _ rows: [Row]) -> [Row] {
    guard !rows.isEmpty else { return [lead] }
    let indent = Row(String(repeating: " ", count: lead.width))
    return rows.enumerated().map { $0.offset == 0 ? lead + $0.element : indent + $0.element }
  }

  /// A heading, and in small what it means.
  func heading(_ name: String, _ meaning: String = "") -> [Row] {
    let title = Row(name, .bold)
    guard !meaning.isEmpty else { return [title] }
    guard title.width + 2 + displayWidth(meaning) <= width else { return [title] }
    return [title + Row("  ") + Row(meaning, .faint)]
  }

  private func footer(_ report: StoryReport, _ choice: ClaimChoice) -> [Row] {
    var parts: [Phrase] = []
    let all = counted(report.claimCount, "claim") + " in all"
    parts.append(.plain(choice.isPartial ? all + " (--all)" : all))
    parts += report.gaps
    parts.append("what a line rests on: --explain " + .plain(exampleMarker(choice)))
    parts.append("for programs: --format json")
    return parts.joined(" · ").wrapped(to: width).map { $0.styled(.faint) }
  }
  private func exampleMarker(_ choice: ClaimChoice) -> String {
    guard let marker = (choice.thin + choice.solid).first?.at else { return "ID" }
    return "\(marker.article):\(marker.place)"
  }

  /// A story of one article in a paragraph: nothing can be compared.
  private func short(_ report: StoryReport) -> [Row] {
    guard let article = report.articles.first else { return [] }
    let title = Phrase.plain(report.title).wrapped(to: width).map { $0.styled(.bold) }
    let origins = report.descent.flatMap(\.origins)
    let rest = report.descent.reduce(0) { $0 + $1.more }
    let names = origins.joined(separator: ", ") + (rest > 0 ? " and \(rest) more" : "")
    let sources: Phrase = origins.isEmpty ? Phrase() : .plain("its sources: " + names)
    let facts = Phrase.plain(
      [article.outlet, article.language, article.date].filter { !$0.isEmpty }.joined(separator: " · "))
    let parts =
      [facts, article.descent] + article.notes + [sources, .plain(counted(report.claimCount, "claim") + " (--all)")]
    return title + parts.joined(" · ").wrapped(to: width - 2).map { Row("  ") + $0 }
  }
}

/// The claims that are shown: those that matter, a dozen by default, or all.
struct ClaimChoice {
  var thin: [ClaimBlock]
  var solid: [ClaimBlock]
  /// Whether some are left out.
  var isPartial: Bool

  /// Chooses from a report. Thin sourcing takes up to seven of the dozen, more where there is little else.
  init(_ report: StoryReport, all: Bool, limit: Int = 12) {
    guard !all else {
      (thin, solid, isPartial) = (report.thin, report.solid, false)
      return
    }
    var weak = report.thin.filter(\.matters)
    var firm = report.solid.filter(\.matters)
    if weak.isEmpty, firm.isEmpty { (weak, firm) = (report.thin, report.solid) }
    let share = limit * 7 / 12
    let weakCount = min(weak.count, max(share, limit - firm.count))
    thin = Array(weak.prefix(weakCount))
    solid = Array(firm.prefix(limit - thin.count))
    isPartial = thin.count + solid.count < report.claimCount
  }
}
