import NewsModel
import TextBytes

extension StoryReport {
  /// Makes the report on one story, in the report's own words of a language. O(size of the story).
  package init(_ story: Story, words: ReportWords = .english) {
    let source = StorySource(story, words: words)
    id = story.id.raw
    title = clean(story.title).isEmpty ? words("untitled") : withMarksClosed(clean(story.title))
    dates = DayText.range(story.articles.compactMap { $0.article.metadata.published?.value.date }, words)
    counts = source.counts
    articles = story.articles.indices.map(source.articleRow)
    let blocks = ClaimBlocks(source).make()
    thin = blocks.filter { $0.footing == .thin }
    solid = blocks.filter { $0.footing == .solid }
    conflicts = source.differences { $0 == .conflict }
    reconciled = source.differences { $0 == .granularity || $0 == .equivalent }
    drifts = source.differences { $0 == .drift }
    descent = source.branches
    only = source.onlyRows
    timeline = source.timelineDays
    gaps = source.gaps
  }

  /// The reports on all stories: those of most articles first, then as the trace has them.
  static func all(_ trace: Trace) -> [StoryReport] {
    trace.stories.enumerated()
      .sorted { a, b in
        a.element.articles.count != b.element.articles.count
          ? a.element.articles.count > b.element.articles.count : a.offset < b.offset
      }
      .map { StoryReport($0.element) }
  }
}

extension StorySource {
  /// "5 outlets", "2 languages" …: what stands under the title.
  var counts: [String] {
    let outlets = Set(story.articles.indices.map(story.outletName)).count
    var counts: [String] = []
    if outlets != story.articles.count { counts.append(report.counted(story.articles.count, "article")) }
    counts.append(report.counted(outlets, "outlet"))
    counts.append(report.counted(story.languages.count, "language"))
    if !agencies.isEmpty { counts.append(report.counted(agencies.count, "agency")) }
    counts.append(report("here", report.counted(story.originCount, "origin")))
    return counts
  }

  /// The agencies that articles credit or derive from, by name.
  var agencies: [String] {
    let credited = story.articles.flatMap(\.article.metadata.agency)
    let filed = story.articles.compactMap(\.article.metadata.dateline?.agency)
    let derived = story.derivations.compactMap { origin($0.origin) }.filter { $0.kind == .agency }.map(\.name)
    return Set((credited + filed + derived).map(clean)).filter { !$0.isEmpty }.sorted()
  }

  /// The row of one article.
  func articleRow(_ index: Int) -> ArticleRow {
    let article = story.articles[index].article
    let title = article.title.map { withMarksClosed(clean(article.text[$0])) } ?? ""
    return ArticleRow(
      number: index + 1, id: article.id.raw, outlet: outlet(index), title: title, language: language(index),
      date: date(index), descent: descent(of: index), notes: notes(on: article, index))
  }

  private func notes(on article: Article, _ index: Int) -> [Phrase] {
    var notes: [Phrase] = []
    if let notice = article.metadata.aiDisclosure, notice.end <= article.input.count {
      notes.append(.plain(report("ai.notice") + " ") + .marker(lines[index].marker(source: notice)))
    }
    if article.metadata.paywalled { notes.append(.plain(report("paywall"))) }
    return notes
  }

  /// Whose text an article is: "Reuters, rewritten (11 of 16 sentences)".
  func descent(of index: Int) -> Phrase {
    let derivations = story.derivations.filter { $0.article == index }
      .sorted { ($0.coverage ?? 2, $1.origin) > ($1.coverage ?? 2, $0.origin) }
    let parts = derivations.compactMap { derivation -> Phrase? in
      guard let name = origin(derivation.origin).map({ clean($0.name) }) else { return nil }
      return .plain(told(derivation, name) + (share(of: derivation).map { " (\($0))" } ?? ""))
    }
    if !parts.isEmpty { return parts.joined(" · ") }
    return story.articles[index].article.metadata.agency.isEmpty
      ? .plain(report("own.reporting")) : .plain(report("credits", agencyNames(index)))
  }
  /// Whose text it is; an article that an outlet made from another of its own names that one.
  private func told(_ derivation: Derivation, _ name: String) -> String {
    guard let from = derivation.from, folded(outlet(derivation.article)) == folded(name) else {
      return report(derivation.kind.key("told"), name)
    }
    return report("its.own", String(from + 1), report(derivation.kind.key("kind")))
  }
  private func agencyNames(_ index: Int) -> String {
    story.articles[index].article.metadata.agency.map(clean).joined(separator: ", ")
  }

  /// "11 of 16 sentences": how much of the body comes from elsewhere; nil where that cannot be told.
  private func share(of derivation: Derivation) -> String? {
    guard derivation.coverage != nil, !derivation.pairs.isEmpty else { return nil }
    let body = story.articles[derivation.article].reading.sentences.filter { $0.part == .body }
    let taken = body.filter { sentence in derivation.pairs.contains { $0.to.span.overlaps(sentence.span) } }
    guard !taken.isEmpty else { return derivation.coverage.map { "\(Int(($0 * 100).rounded())) %" } }
    return report("share", String(taken.count), report.counted(body.count, "sentence"))
  }

  /// What could not be told, and what to do about it.
  var gaps: [Phrase] {
    let undated = story.articles.indices.filter { story.articles[$0].article.metadata.published == nil }
    guard !undated.isEmpty else { return [] }
    let open = undated.flatMap { story.articles[$0].times }.filter { $0.value == nil && $0.kind == .date }.count
    let have = report(undated.count, of: "undated")
    let dates = open == 0 ? Phrase() : .plain(report("unresolved", report.counted(open, "date")) + " ")
    return [dates + .articles(undated.map { $0 + 1 }) + .plain(" \(have) \(report("undated.hint"))")]
  }
}

extension Derivation.Kind {
  /// "Reuters, rewritten"; "carries Reuters".
  func told(of name: String) -> String { ReportWords.english(key("told"), name) }
  /// Its key among the words: `told` with a name, `kind` without.
  func key(_ form: String) -> String { "\(form).\(rawValue)" }
}
