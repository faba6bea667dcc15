import Archive
import Briefing
import Contract
import Foundation
import NewsModel

/// The page on which a story's names and claims are corrected, and corrections taken back.
private struct CorrectContent {
  struct Name {
    var id: String
    var name: String
    var type: String
    var count: String
    var address: String
  }
  /// A passage or a mention that can be told apart from others.
  struct Place {
    var value: String
    var outlet: String
    var words: String
    var language: String
  }
  struct Entry {
    var line: String
    var what: String
    var canUndo: Bool
  }
  var story: String
  var title: String
  var code: String
  var names: [Name]
  var hasNames: Bool
  var entity: Name?
  var entityPlaces: [Place]
  var canSplit: Bool
  var claim: String
  var claimText: String
  var hasClaim: Bool
  var claimPlaces: [Place]
  var canPart: Bool
  var ledger: [Entry]
  var hasLedger: Bool
}

extension House {
  func correctPage(_ asked: Asked) async throws -> Reply {
    guard clerk != nil, asked.role >= .editor else { throw Problem(.forbidden, "reads") }
    let visitor = asked.visitor ?? visitors.newcomer()
    var reply = try await readers.reply(nil) { [self] reader in
      let story = try story(asked["story"], reader)
      let content = try correctContent(story, asked, reader, code: visitors.formCode(visitor))
      return site.page("correct", content, title: "\(asked.words("correct")): \(content.title)", for: asked)
    }
    if asked.visitor == nil { reply.headers.append(.init(name: .setCookie, value: Visitors.header(visitor))) }
    (reply.headers[.cacheControl], reply.tag) = ("no-store", nil)
    return reply
  }

  private func correctContent(_ story: Story, _ asked: Asked, _ reader: ArchiveReader, code: String) throws
    -> CorrectContent
  {
    let names = Self.names(story, asked.words)
    let entity = story.entities.firstIndex { $0.id.raw == asked.query["entity"] }
    let claim = story.claims.firstIndex { $0.id.raw == asked.query["claim"] }
    let mentions = entity.map { Self.mentions(of: $0, story) } ?? []
    let passages = claim.map { Self.passages(of: $0, story) } ?? []
    let ledger = try reader.correctionLines().reversed().map { line in
      CorrectContent.Entry(line: line, what: Self.told(line), canUndo: Self.canUndo(line))
    }
    return CorrectContent(
      story: story.id.raw, title: clean(story.title), code: code, names: names, hasNames: !names.isEmpty,
      entity: entity.map { Self.name($0, story, asked.words) }, entityPlaces: mentions, canSplit: mentions.count > 1,
      claim: claim.map { story.claims[$0].id.raw } ?? "", claimText: claim.map { clean(story.claims[$0].text) } ?? "",
      hasClaim: claim != nil, claimPlaces: passages, canPart: passages.count > 1, ledger: Array(ledger.prefix(100)),
      hasLedger: !ledger.isEmpty)
  }

  private static func names(_ story: Story, _ words: SiteWords) -> [CorrectContent.Name] {
    story.entities.indices.map { name($0, story, words) }
  }

  private static func name(_ entity: Int, _ story: Story, _ words: SiteWords) -> CorrectContent.Name {
    let count = story.articles.reduce(0) { $0 + $1.mentions.count { $0.entity == entity } }
    let found = story.entities[entity]
    return CorrectContent.Name(
      id: found.id.raw, name: clean(found.name), type: words("type.\(found.type.rawValue)"),
      count: words.counted(count, "mention"), address: "/entities/\(found.id.raw)")
  }

  /// The first mention in each article whose body speaks of an entity.
  private static func mentions(of entity: Int, _ story: Story) -> [CorrectContent.Place] {
    story.articles.enumerated().compactMap { number, annotated in
      let article = annotated.article
      let mention = annotated.mentions.first { $0.entity == entity && article.place(of: $0.span) == .text }
      guard let mention else { return nil }
      let anchor = ArticleWriter(article).anchor(mention.span)
      return CorrectContent.Place(
        value: CorrectionForm.value(article.id.raw, anchor.start, anchor.end),
        outlet: clean(story.outletName(of: number)),
        words: clean(anchor.exact), language: article.language?.code ?? "")
    }
  }

  /// The passages of a claim that stand in bodies.
  private static func passages(of claim: Int, _ story: Story) -> [CorrectContent.Place] {
    let languages = Dictionary(
      story.articles.map { ($0.article.id.raw, $0.article.language?.code ?? "") }, uniquingKeysWith: { a, _ in a })
    let wire = StoryWriter(story).claim(number: claim)
    return zip(wire.support, story.claims[claim].support).filter { $0.0.in == nil }.map { support, passage in
      CorrectContent.Place(
        value: CorrectionForm.value(support.article, support.start, support.end),
        outlet: clean(story.outletName(of: passage.passage.article)), words: clean(support.exact),
        language: languages[support.article] ?? "")
    }
  }

  /// A line of the ledger without its braces and marks.
  private static func told(_ line: String) -> String { clean(line.filter { !"{}\"".contains($0) }) }

  /// Whether a correction can be taken back without grouping all articles anew.
  static func canUndo(_ line: String) -> Bool {
    switch (try? CorrectionReader().read(line))?.first?.action {
    case .sameStory, .notSameStory, nil: false
    default: true
    }
  }
}
