import Archive
import Contract
import Desk
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
    return try JSONText.pretty(WireStoredArticle(wire, story: id, versions: versions)) + "\n"
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
      let day = ClockText.day(version.added)
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
    return json ? try JSONText.pretty(WireStoredEntity(card, ids, opened)) + "\n" : try plain(ids, opened)
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
