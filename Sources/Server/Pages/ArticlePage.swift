import Archive
import Briefing
import Desk
import NewsModel
import TextBytes

/// The page of an article: its clean text beside what was cut from its page.
struct ArticleContent {
  struct Block {
    var anchor: String
    var isHeading: Bool
    var pieces: [ArticleStretch]
  }
  struct Cut {
    var reason: String
    var words: String
    var line: String
    /// Nil where another cut of the same line has it.
    var anchor: String?
  }
  struct Version {
    var number: Int
    var kept: String
    var kind: String
    var dropped, added: [String]
    var altered: [VersionChange.ClaimChange]
  }
  var story: String
  var storyTitle: String
  var row: ArticleRow
  var hasTitle: Bool
  var title: [ArticleStretch]
  var titleAnchor: String
  var deck: [ArticleStretch]
  var deckAnchor: String
  var hasDeck: Bool
  var facts: [String]
  var address: String
  var hasAddress: Bool
  var paragraphs: [Block]
  var cuts: [Cut]
  var hasCuts: Bool
  var cutCount: String
  var versions: [Version]
  var hasVersions: Bool
  var isHereFound: Bool
  var switches: LayerSwitches
  /// The code of the language, where that is shown.
  var languageSign: String?

  /// Words of a cut that are shown.
  private static let longestCut = 300

  init(_ story: Story, _ number: Int, versions: [ArticleVersion], _ asked: Asked) {
    let report = StoryReport(story, words: asked.words.report)
    let article = story.articles[number].article
    let lines = ArticleLines(article, number: number + 1)
    let here = Self.span(asked.query["at"], in: article)
    let shown = ArticleLayer.chosen(asked.query)
    var stretches = ArticleStretches(story, number, here: here, shown, asked.words)
    let claims = story.claims.count { claim in claim.support.contains { $0.passage.article == number } }
    switches = LayerSwitches(story.articles[number], shown, claims: claims, asked)
    languageSign = shown.contains(.language) ? article.language?.code ?? "?" : nil
    self.story = story.id.raw
    storyTitle = report.title
    row = report.articles[number]
    hasTitle = article.title != nil
    title = article.title.map { stretches.pieces(of: $0) } ?? []
    titleAnchor = article.title.map { lines.marker($0).anchor } ?? ""
    deck = article.deck.map { stretches.pieces(of: $0) } ?? []
    hasDeck = !deck.isEmpty
    deckAnchor = article.deck.map { lines.marker($0).anchor } ?? ""
    var used: Set<String> = [titleAnchor, deckAnchor]
    paragraphs = []
    for (index, paragraph) in article.paragraphs.enumerated() {
      let anchor = lines.marker(paragraph: index).anchor
      paragraphs.append(
        Block(
          anchor: used.insert(anchor).inserted ? anchor : "\(anchor)-\(index + 1)", isHeading: paragraph.isHeading,
          pieces: stretches.pieces(of: paragraph.span)))
    }
    facts = Self.facts(article, row)
    let url = article.metadata.canonicalURL ?? article.metadata.url ?? ""
    // An address from a page can be anything; only those of the web are made links.
    hasAddress = url.hasPrefix("https://") || url.hasPrefix("http://")
    address = hasAddress ? url : ""
    cuts = []
    for cut in article.removed where cut.span.end <= article.input.count {
      let anchor = lines.marker(source: cut.span).anchor
      cuts.append(
        Cut(
          reason: asked.words("cut.\(cut.reason.rawValue)"),
          words: shortened(clean(article.input[cut.span]), to: Self.longestCut),
          line: String(lines.line(at: cut.span.start)), anchor: used.insert(anchor).inserted ? anchor : nil))
    }
    cuts.removeAll(where: \.words.isEmpty)
    hasCuts = !cuts.isEmpty
    cutCount = asked.words.counted(cuts.count, "cut")
    self.versions = versions.map { Version($0, asked.words) }
    hasVersions = versions.count > 1
    isHereFound = here != nil
  }

  private static func facts(_ article: Article, _ row: ArticleRow) -> [String] {
    let metadata = article.metadata
    let place = [metadata.dateline?.place].compactMap { $0 }
    return ([row.outlet] + metadata.byline + metadata.agency + place + [row.language, row.date]).map(clean)
      .filter { !$0.isEmpty }
  }

  /// `112-139`: bytes of the article's text; nil for anything else.
  private static func span(_ text: String?, in article: Article) -> TextSpan? {
    let parts = (text ?? "").split(separator: "-", omittingEmptySubsequences: false)
    let ends = parts.compactMap { Int($0) }
    guard parts.count == 2, ends.count == 2, ends[0] >= 0, ends[0] < ends[1], ends[1] <= article.text.count else {
      return nil
    }
    return TextSpan(ends[0], ends[1])
  }
}

extension ArticleContent.Version {
  init(_ version: ArticleVersion, _ words: SiteWords) {
    number = version.number
    kept = ClockText.day(version.added)
    kind = words("version.\(version.change.kind.rawValue)")
    dropped = version.change.dropped.compactMap(\.before).map(clean)
    added = version.change.added.compactMap(\.after).map(clean)
    altered = version.change.altered.map { .init(before: clean($0.before ?? ""), after: clean($0.after ?? "")) }
  }
}

extension House {
  /// An article by its number in its story.
  func articlePage(_ asked: Asked) async throws -> Reply {
    try await page(asked) { [self] reader in
      let story = try story(asked["story"], reader)
      // A story that has gone into another counts its articles anew.
      if story.id.raw != asked["story"] { return Reply(seeOther: "/stories/\(story.id.raw)") }
      guard let number = Int(asked["article"]), number > 0, story.articles.indices.contains(number - 1),
        let card = try reader.card(story.articles[number - 1].article.id)
      else { throw Problem.notFound(asked["article"]) }
      let versions = try reader.versions(ofArticle: card.number)
      let content = ArticleContent(story, number - 1, versions: versions, asked)
      let title = content.row.title.isEmpty ? content.row.outlet : content.row.title
      return site.page("article", content, title: title, for: asked)
    }
  }

  /// Leads from an article's number in the archive, which stays, to its place in its story, which may change.
  func articleAddress(_ asked: Asked) async throws -> Reply {
    try await readers.reply(nil) { reader in
      guard let number = Int(asked["article"]), let card = try reader.card(number: number), let story = card.story,
        let place = try reader.articles(of: story).firstIndex(of: number)
      else { throw Problem.notFound(asked["article"]) }
      let query = AddressQuery.text(asked.query.list)
      return Reply(seeOther: "/stories/\(story.raw)/\(place + 1)" + (query.isEmpty ? "" : "?\(query)"))
    }
  }
}
