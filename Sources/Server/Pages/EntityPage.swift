import Archive
import Briefing
import NewsModel
import TextBytes

/// The page of somebody or something, over the stories of the archive.
struct EntityContent {
  struct Names {
    var language: String
    var names: String
  }
  struct Statement {
    var words: String
    var outlet: String
    var language: String
    var target: String
    var title: String
  }
  var name: String
  var type: String
  var facts: [String]
  var names: [Names]
  var statements: [Statement]
  var hasStatements: Bool
  var rest: String
  var stories: [StoryRow]
  var search: String
}

extension House {
  /// Stories that are opened for a page, and statements that are shown of one.
  private static let openedStories = 20, statementsOnPage = 40

  func entityPage(_ asked: Asked) async throws -> Reply {
    try await page(asked) { [self] reader in
      let (card, ids, opened) = try entity(asked["entity"], reader)
      let report = asked.words.report
      var names: [String: [String]] = [:]
      var statements: [EntityContent.Statement] = []
      for story in opened {
        guard let index = story.entities.firstIndex(where: { $0.id == card.id }) else { continue }
        for (language, more) in story.entities[index].names {
          names[language.code, default: []] += more.map(clean).filter { !(names[language.code] ?? []).contains($0) }
        }
        statements += Self.statements(by: index, story)
      }
      let shown = statements.prefix(Self.statementsOnPage)
      let content = EntityContent(
        name: clean(card.label), type: asked.words("type.\(card.type)"),
        facts: [
          asked.words.counted(card.mentions, "mention"), report.counted(card.articles, "article"),
          asked.words.counted(ids.count, "story"),
        ],
        names: names.sorted { $0.key < $1.key }.map {
          .init(language: $0.key, names: $0.value.joined(separator: ", "))
        },
        statements: Array(shown), hasStatements: !shown.isEmpty,
        rest: statements.count > shown.count ? asked.words.counted(statements.count - shown.count, "more") : "",
        stories: try ids.prefix(200).compactMap { try reader.card($0) }.map { StoryRow($0, asked.words) },
        search: "/search?q=" + Percent.encoded("entity:\(card.id.raw)"))
      return site.page("entity", content, title: content.name, for: asked)
    }
  }

  /// An entity with the ids of its stories, and the first of them opened: without tokens, which nothing here asks for.
  func entity(_ id: String, _ reader: ArchiveReader) throws -> (EntityCard, [ID<Story>], [Story]) {
    guard id.hasPrefix("e"), let card = try reader.entity(ID(id)) else { throw Problem.notFound(id) }
    let ids = try reader.stories(of: card.id)
    let opened = try ids.prefix(Self.openedStories).compactMap { id in
      try reader.story(id) {
        Reading(text: $0.text, language: $0.language ?? LanguageCode(""), tokens: [], sentences: [])
      }
    }
    return (card, ids, opened)
  }

  private static func statements(by entity: Int, _ story: Story) -> [EntityContent.Statement] {
    story.articles.enumerated().flatMap { number, annotated in
      annotated.quotations.filter { $0.speaker?.entity == entity }.map { quotation in
        let span = quotation.content
        let text = annotated.article.text
        return EntityContent.Statement(
          words: shortened(clean(text[span]), to: 320), outlet: clean(story.outletName(of: number)),
          language: annotated.article.language?.code ?? "",
          target: "/stories/\(story.id.raw)/\(number + 1)?at=\(span.start)-\(span.end)#here", title: clean(story.title))
      }
    }
  }
}
