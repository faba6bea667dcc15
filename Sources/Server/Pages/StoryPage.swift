import Archive
import Briefing
import NewsModel

/// The page of a story.
struct StoryContent {
  var story: String
  var report: StoryReport
  var dates: String
  var isSingle: Bool
  var sections: [ClaimSection]
  var differences: [DifferenceSection]
  var quotations: [QuotationVariants]
  var hasQuotations: Bool
  var matrix: Matrix
  var hasMatrix: Bool
  var drawing: DescentDrawing
  var branches: [BranchRow]
  var only: [OnlyContent]
  var hasOnly: Bool
  var hasTimeline: Bool
  var people: [Person]
  var hasPeople: Bool
  var feed: String
  var downloads: [Download]
  var canEdit: Bool

  /// A branch of the tree in words.
  struct BranchRow {
    var origins: String
    var isFed: Bool
    var carrier: String
    var isCarried: Bool
    var leaves: [Branch.Leaf]
  }
  /// Somebody, or a body, that the story speaks of.
  struct Person {
    var name: String
    var target: String
    var count: String
  }
  /// A file that the story can be had as.
  struct Download {
    var name: String
    var meaning: String
    var target: String
  }
  /// What one article alone has.
  struct OnlyContent {
    var article: Int
    var outlet: String
    var claims: [Wording]
    var rest: String
  }

  init(_ story: Story, _ asked: Asked) {
    let words = asked.words
    let report = StoryReport(story, words: words.report)
    self.story = story.id.raw
    self.report = report
    dates = report.dates ?? ""
    isSingle = report.articles.count == 1
    sections = report.claimSections(words.report).map { section in
      var section = section
      section.claims = section.claims.map { StoryContent.shortened($0, words, story) }
      return section
    }
    // Quotations have a section of their own.
    differences = report.differenceSections(words.report).compactMap { section in
      var section = section
      section.list.removeAll(where: \.isQuotation)
      return section.list.isEmpty ? nil : section
    }
    quotations = QuotationVariants.all(report)
    hasQuotations = !quotations.isEmpty
    matrix = Matrix(story, report, words, all: asked.query["all"] == "1", from: asked.query.number("from") ?? 0)
    hasMatrix = !isSingle && !matrix.rows.isEmpty
    let base = "/stories/\(story.id.raw)"
    drawing = DescentDrawing(report.descent, base: base, words)
    branches = report.descent.map { branch in
      let origins = branch.origins + (branch.more > 0 ? [words.counted(branch.more, "more")] : [])
      return BranchRow(
        origins: origins.joined(separator: ", "), isFed: !origins.isEmpty, carrier: branch.carrier ?? "",
        isCarried: branch.carrier != nil, leaves: branch.leaves)
    }
    only = report.only.map { row in
      let shown = Array(row.claims.prefix(5))
      return OnlyContent(
        article: row.article, outlet: row.outlet, claims: shown,
        rest: row.count > shown.count ? words.counted(row.count - shown.count, "more") : "")
    }
    hasOnly = !only.isEmpty
    hasTimeline = !report.timeline.isEmpty
    people = StoryContent.people(story, words)
    hasPeople = !people.isEmpty
    feed = base + "/feed.atom"
    downloads = StoryFile.all.map { file in
      Download(
        name: words("file.\(file.name)"), meaning: words("file.\(file.name).what"),
        target: "/api/v1/stories/\(story.id.raw)/files/\(file.name)")
    }
    canEdit = asked.role >= .editor
  }

  /// A claim with its first passages, and the way to the others: a story of fifty outlets has thousands.
  private static func shortened(_ claim: ClaimBlock, _ words: SiteWords, _ story: Story) -> ClaimBlock {
    let left = claim.passages.count - mostPassages
    guard left > 0 else { return claim }
    var claim = claim
    claim.passages.removeLast(left)
    claim.passagesRest = .init(
      text: words.counted(left, "passage.left"), target: "/stories/\(story.id.raw)/claims/\(claim.id)")
    return claim
  }
  private static let mostPassages = 8

  /// Persons and organizations that are spoken of most.
  private static func people(_ story: Story, _ words: SiteWords) -> [Person] {
    var counts = [Int](repeating: 0, count: story.entities.count)
    for entity in story.articles.flatMap(\.mentions).compactMap(\.entity) where counts.indices.contains(entity) {
      counts[entity] += 1
    }
    let actors = story.entities.indices.filter { [.person, .organization].contains(story.entities[$0].type) }
    return actors.sorted { (counts[$0], $1) > (counts[$1], $0) }.prefix(24).map {
      Person(
        name: clean(story.entities[$0].name), target: "/entities/\(story.entities[$0].id.raw)",
        count: words.counted(counts[$0], "mention"))
    }
  }
}

extension House {
  func storyPage(_ asked: Asked) async throws -> Reply {
    try await page(asked, of: asked["story"]) { [self] reader in
      let story = try story(asked["story"], reader)
      if story.id.raw != asked["story"] { return Reply(seeOther: "/stories/\(story.id.raw)") }
      let content = StoryContent(story, asked)
      return site.page("story", content, title: content.report.title, for: asked, feed: content.feed)
    }
  }

  /// A claim with all its passages.
  func claimPage(_ asked: Asked) async throws -> Reply {
    try await page(asked) { [self] reader in
      let story = try story(asked["story"], reader)
      let report = StoryReport(story, words: asked.words.report)
      guard let claim = (report.thin + report.solid).first(where: { $0.id == asked["claim"] }) else {
        throw Problem.notFound(asked["claim"])
      }
      let differences = report.differenceSections(asked.words.report).compactMap { section in
        var section = section
        section.list = section.list.filter { $0.claimID == claim.id }
        return section.list.isEmpty ? nil : section
      }
      let content = ClaimContent(
        story: story.id.raw, title: report.title, claim: claim, footing: claim.footing == .thin ? "thin" : "solid",
        differences: differences, isOpen: true)
      return site.page("claimpage", content, title: claim.text, for: asked)
    }
  }
}

/// The page of a claim.
private struct ClaimContent {
  var story: String
  var title: String
  var claim: ClaimBlock
  var footing: String
  var differences: [DifferenceSection]
  var isOpen: Bool
}
