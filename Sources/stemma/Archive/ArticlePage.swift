import Archive
import Contract
import Foundation
import NewsModel

/// An article of the archive with its versions.
struct ArticlePage {
  private let card: ArticleCard
  private let stories: StoredStories

  init(_ card: ArticleCard, _ stories: StoredStories) {
    self.card = card
    self.stories = stories
  }

  func text(json: Bool) throws -> String {
    let versions = try stories.archive.read { try $0.versions(ofArticle: card.number) }
    guard json else { return try plain(versions) }
    guard let id = card.story else { return "" }
    let story = try stories.story(id)
    let wire = StoryWriter(story).write().articles.first { $0.id == card.id.raw }
    guard let wire else { throw ArchiveError(path: stories.archive.path, reason: .unknown(card.id.raw)) }
    return try JSONText.pretty(
      WireStoredArticle(article: wire, story: id.raw, versions: versions.map(WireVersion.init)))
      + "\n"
  }

  private func plain(_ versions: [ArticleVersion]) throws -> String {
    let article = try stories.archive.read { try $0.article(number: card.number) }
    let style = TerminalStyle()
    let metadata = article.metadata
    var lines = [style.bold(Plain.line(card.title ?? card.id.raw))]
    var facts = [card.outlet, card.published, card.language].compactMap { $0 }
    facts += metadata.byline + metadata.agency.map { "agency \($0)" }
    lines.append("  " + (facts.map(Plain.line)).joined(separator: " · "))
    lines.append("  " + ([card.id.raw, metadata.url].compactMap { $0 }).map(Plain.line).joined(separator: " · "))
    if let id = card.story {
      let title = try stories.archive.read { try $0.card(id)?.title } ?? ""
      lines.append("  story \(id.raw) \(Plain.line(title))")
    }
    for version in versions where versions.count > 1 {
      let day = Day.text(version.added)
      lines.append("  version \(version.number), kept \(day), \(ChangeText.summary(version.change))")
      lines += ChangeText.lines(version.change).map { "  " + $0 }
    }
    if let deck = article.deck { lines += ["", Plain.line(article.text[deck])] }
    for paragraph in article.paragraphs {
      lines += ["", style.faint("[\(paragraph.line)] ") + Plain.line(article.text[paragraph.span])]
    }
    return lines.joined(separator: "\n") + "\n"
  }
}

/// An entity of the archive with its stories.
struct EntityPage {
  private let card: EntityCard
  private let stories: StoredStories
  /// Stories that are opened: each costs a read.
  private static let most = 20

  init(_ card: EntityCard, _ stories: StoredStories) {
    self.card = card
    self.stories = stories
  }

  func text(json: Bool) throws -> String {
    let ids = try stories.archive.read { try $0.stories(of: card.id) }
    let opened = try ids.prefix(Self.most).map(stories.story)
    return json ? try wire(ids, opened) : try plain(ids, opened)
  }

  private func wire(_ ids: [ID<Story>], _ opened: [Story]) throws -> String {
    var names: [String: [String]] = [:]
    for story in opened {
      for (language, more) in story.entities.first(where: { $0.id == card.id })?.names ?? [:] {
        let known = names[language.code] ?? []
        names[language.code] = known + more.filter { !known.contains($0) }
      }
    }
    return try JSONText.pretty(
      WireStoredEntity(
        id: card.id.raw, type: card.type, name: card.label, names: names, articles: card.articles,
        mentions: card.mentions, stories: ids.map(\.raw))) + "\n"
  }

  private func plain(_ ids: [ID<Story>], _ opened: [Story]) throws -> String {
    let style = TerminalStyle()
    var lines = [
      style.bold(Plain.line(card.label)),
      "  \(card.type) · \(card.id.raw) · \(Plural.text(card.mentions, "mention")) in "
        + "\(Plural.text(card.articles, "article")) of \(Plural.text(ids.count, "story", "stories"))",
    ]
    for story in opened {
      guard let index = story.entities.firstIndex(where: { $0.id == card.id }) else { continue }
      lines.append("")
      lines.append("\(story.id.raw) \(Plain.line(story.title))")
      let names = story.entities[index].names.sorted { $0.key < $1.key }
      for (language, names) in names {
        lines.append("  \(language.code): \(names.map(Plain.line).joined(separator: ", "))")
      }
      for article in story.articles {
        let said = article.quotations.filter { quotation in quotation.speaker?.entity == index }
        for quotation in said.prefix(3) {
          let words = Plain.line(article.article.text[quotation.content])
          lines.append("  " + style.faint("[\(article.article.id.raw)] ") + "said: \(words)")
        }
      }
    }
    if ids.count > opened.count { lines.append("\nand \(ids.count - opened.count) more stories") }
    return lines.joined(separator: "\n") + "\n"
  }
}

/// An article of the archive: the contract's article with two keys more.
struct WireStoredArticle: Encodable {
  var article: WireArticle
  var story: String
  var versions: [WireVersion]

  enum Keys: String, CodingKey { case story, versions }

  func encode(to encoder: any Encoder) throws {
    try article.encode(to: encoder)
    var more = encoder.container(keyedBy: Keys.self)
    try more.encode(story, forKey: .story)
    try more.encode(versions, forKey: .versions)
  }
}

/// A version of an article.
struct WireVersion: Encodable {
  var number: Int
  var sha256: String
  var added: String
  var change: VersionChange

  init(_ version: ArticleVersion) {
    number = version.number
    sha256 = version.sha256
    added = Day.time(version.added)
    change = version.change
  }
}

/// An entity over the stories of the archive.
struct WireStoredEntity: Encodable {
  var id: String
  var type: String
  var name: String
  var names: [String: [String]]
  var articles: Int
  var mentions: Int
  var stories: [String]
}

/// A moment, in UTC.
enum Day {
  /// `2025-12-11T14:08:31Z`
  static func time(_ seconds: Int) -> String {
    let day = DayNumber(seconds / 86_400)
    let stamp = Timestamp(day.date, minuteOfDay: seconds % 86_400 / 60, second: seconds % 60, offset: 0)
    return stamp.description
  }
  /// `2025-12-11`
  static func text(_ seconds: Int) -> String { DayNumber(seconds / 86_400).date.description }
}
