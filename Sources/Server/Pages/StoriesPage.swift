import Archive
import Briefing
import NewsModel

/// The list of stories.
struct StoriesContent {
  var orders: [Link]
  var sizes: [Link]
  var stories: [StoryRow]
  var isEmpty: Bool
  var canAdd: Bool
  var earlier: String
  var hasEarlier: Bool
  var later: String
  var hasLater: Bool
}

/// A story in a list.
struct StoryRow {
  var target: String
  var title: String
  var dates: String
  var facts: [String]
  var warnings: [String]
  var waits: Bool

  init(_ card: StoryCard, _ words: SiteWords) {
    target = "/stories/\(card.id.raw)"
    title = card.title.map(clean) ?? words.report("untitled")
    let days = Set([card.firstDay, card.lastDay].compactMap { $0 }).sorted().map(\.date.description)
    dates = ([days.joined(separator: " – "), card.languages.joined(separator: " ")]).filter { !$0.isEmpty }
      .joined(separator: " · ")
    waits = card.isStale
    let report = words.report
    facts = [report.counted(card.articles, "article")]
    warnings = []
    guard !waits else { return }
    facts += [report.counted(card.outlets, "outlet"), report.counted(card.origins, "origin")]
    if card.singleOrigin > 0 { warnings.append(words.counted(card.singleOrigin, "one.hand")) }
    if card.conflicts > 0 { warnings.append(words.counted(card.conflicts, "conflict")) }
  }
}

extension House {
  /// Stories by one order; of two articles or more, unless all are asked for.
  static let storiesOnPage = 30

  func storiesPage(_ asked: Asked) async throws -> Reply {
    let order = StoryOrder(rawValue: asked.query["order"] ?? "newest") ?? .newest
    let least = max(1, asked.query.number("articles") ?? 2)
    let first = max(0, asked.query.number("from") ?? 0)
    return try await page(asked) { [self] reader in
      let most = Self.storiesOnPage
      let cards = try reader.stories(order, atLeast: least, most: most + 1, from: first)
      func address(_ order: StoryOrder, _ least: Int, from: Int = 0) -> String {
        "/?order=\(order.rawValue)&articles=\(least)" + (from > 0 ? "&from=\(from)" : "")
      }
      let content = StoriesContent(
        orders: [.newest, .thinnest, .disputed].map {
          Link(target: address($0, least), label: asked.words("order.\($0.rawValue)"), isHere: $0 == order)
        },
        sizes: [1, 2, 5].map {
          Link(target: address(order, $0), label: asked.words.counted($0, "size"), isHere: $0 == least)
        },
        stories: cards.prefix(most).map { StoryRow($0, asked.words) }, isEmpty: cards.isEmpty,
        canAdd: asked.role >= .editor, earlier: address(order, least, from: first + most),
        hasEarlier: cards.count > most,
        later: address(order, least, from: max(0, first - most)), hasLater: first > 0)
      return site.page("stories", content, title: asked.words("stories"), for: asked)
    }
  }
}
