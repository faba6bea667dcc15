import Mustache
import NewsModel

/// What the page's templates show.
struct HTMLPage {
  var title: String
  var style: String
  /// The report's own words.
  var say = ReportWords.english.texts
  var stories: [HTMLStory]
  /// Whether a list of the stories helps.
  var isMany: Bool
  var contents: [Link]

  struct Link {
    var target: String
    var label: String
  }

  init(_ trace: Trace, style: String) {
    let ordered = trace.stories.enumerated().sorted { a, b in
      a.element.articles.count != b.element.articles.count
        ? a.element.articles.count > b.element.articles.count : a.offset < b.offset
    }
    let isMany = ordered.count > 1
    stories = ordered.enumerated().map { i, entry in HTMLStory(entry.element, prefix: isMany ? "s\(i + 1)-" : "") }
    contents = stories.map { Link(target: $0.prefix + "top", label: $0.report.title) }
    title = isMany ? counted(ordered.count, "story", "stories") : stories.first?.report.title ?? "No story"
    self.isMany = isMany
    self.style = style
  }
}

/// One story of the page.
struct HTMLStory {
  /// What the ids of the story's places begin with, so that two stories on a page do not share them.
  var prefix: String
  var report: StoryReport
  var isShort: Bool
  var dates: String
  var sections: [ClaimSection]
  var differences: [DifferenceSection]
  var branches: [HTMLBranch]
  var hasOnly: Bool
  var only: [HTMLOnly]
  var hasTimeline: Bool
  var hasSources: Bool
  var sources: String
  var texts: [ArticleText]

  struct HTMLBranch {
    var origins: String
    var isFed: Bool
    var carrier: String
    var isCarried: Bool
    var leaves: [Leaf]
  }
  struct Leaf {
    var article: Int
    var outlet: String
    var how: String
  }
  struct HTMLOnly {
    var article: Int
    var outlet: String
    var claims: [Wording]
    var rest: String
  }

  init(_ story: Story, prefix: String) {
    let source = StorySource(story)
    let report = StoryReport(story)
    self.prefix = prefix
    self.report = report
    isShort = report.isSingle
    dates = report.dates ?? ""
    sections = report.claimSections(.english)
    differences = report.differenceSections(.english)
    branches = report.descent.map(HTMLStory.branch)
    only = report.only.map { row in
      let shown = Array(row.claims.prefix(5))
      return HTMLOnly(
        article: row.article, outlet: row.outlet, claims: shown,
        rest: row.count > shown.count ? "and \(row.count - shown.count) more" : "")
    }
    hasOnly = !report.only.isEmpty
    hasTimeline = !report.timeline.isEmpty
    hasSources = report.descent.contains { !$0.origins.isEmpty }
    sources = report.descent.flatMap(\.origins).joined(separator: ", ")
    texts = story.articles.indices.map { ArticleText(source, $0) }
  }

  private static func branch(_ branch: Branch) -> HTMLBranch {
    let origins = branch.origins + (branch.more > 0 ? ["\(branch.more) more"] : [])
    return HTMLBranch(
      origins: origins.joined(separator: ", "), isFed: !origins.isEmpty, carrier: branch.carrier ?? "",
      isCarried: branch.carrier != nil,
      leaves: branch.leaves.map { Leaf(article: $0.article, outlet: $0.outlet, how: $0.how ?? "") })
  }
}

extension Phrase.Run: MustacheParent {
  package func child(named name: String) -> Any? {
    switch (self, name) {
    case (.plain(let text), "isPlain"), (.words(let text), "isWords"), (.faint(let text), "isFaint"): text
    case (.marker(let marker), "isMarker"): marker
    case (.article(let number), "isArticle"): number
    default: nil
    }
  }
}

extension Marker: MustacheParent {
  package func child(named name: String) -> Any? {
    switch name {
    case "label": label
    case "anchor": anchor
    case "article": article
    case "place": place
    default: nil
    }
  }
}
