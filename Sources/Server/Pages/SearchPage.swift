import Archive
import Briefing
import NewsModel
import TextBytes

/// The page of a search.
struct SearchContent {
  struct Found {
    var title: String
    var target: String
    var facts: [String]
    var passages: [FoundWords]
    var count: String?
    var isThin: Bool
  }
  struct FoundWords {
    var target: String
    var stretches: [Stretch]
    var language: String
  }
  struct Stretch {
    var words: String
    var isMatch: Bool
  }
  var query: String
  var error: String
  var hasError: Bool
  var isAsked: Bool
  var tally: String
  var found: [Found]
  var later: String
  var hasLater: Bool
  var feed: String
}

extension House {
  static let hitsOnPage = 20

  func searchPage(_ asked: Asked) async throws -> Reply {
    let text = (asked.query["q"] ?? "").trimmingWhiteSpace
    let from = max(0, asked.query.number("from") ?? 0)
    guard !text.isEmpty else { return searchPage(asked, text, [], 0, from) }
    let query: Query
    do { query = try Query(text) } catch {
      var reply = searchPage(asked, text, [], 0, from, error: error.description)
      (reply.status, reply.tag) = (.badRequest, nil)
      return reply
    }
    return try await page(asked) { [self] reader in
      if query.properties.isEmpty {
        let hits = try reader.articles(query, most: Self.hitsOnPage, from: from)
        return searchPage(asked, text, hits.hits.map(found), hits.count, from)
      }
      let hits = try reader.claims(query, most: Self.hitsOnPage, from: from)
      return searchPage(asked, text, hits.hits.map { found($0, asked.words) }, hits.count, from)
    }
  }

  private func searchPage(
    _ asked: Asked, _ text: String, _ found: [SearchContent.Found], _ count: Int, _ from: Int, error: String = ""
  ) -> Reply {
    let most = Hits<ArticleHit>.mostCounted
    let address = "/search?q=\(Percent.encoded(text))"
    let content = SearchContent(
      query: text, error: error, hasError: !error.isEmpty, isAsked: !text.isEmpty && error.isEmpty,
      tally: count > most ? asked.words.site("found.many", String(most)) : asked.words.counted(count, "found"),
      found: found, later: "\(address)&from=\(from + Self.hitsOnPage)", hasLater: count > from + found.count,
      feed: "/search.atom?q=\(Percent.encoded(text))")
    let title = text.isEmpty ? asked.words("search") : "\(text) · \(asked.words("search"))"
    return site.page("search", content, title: title, for: asked, feed: text.isEmpty ? nil : content.feed)
  }

  private func found(_ hit: ArticleHit) -> SearchContent.Found {
    let card = hit.card
    let address = "/articles/\(card.number)"
    return SearchContent.Found(
      title: clean(card.title ?? card.id.raw), target: address,
      facts: [card.outlet, card.published.map { String($0.prefix(10)) }, card.language].compactMap { $0 }.map(clean),
      passages: hit.passages.map { passage in
        SearchContent.FoundWords(
          target: "\(address)?at=\(passage.span.start)-\(passage.span.end)#here",
          stretches: Self.stretches(passage, hit.article.text), language: card.language ?? "")
      }, count: nil, isThin: false)
  }

  private func found(_ hit: ClaimHit, _ words: SiteWords) -> SearchContent.Found {
    let claim = hit.story.claims[hit.claim]
    let address = "/stories/\(hit.story.id.raw)"
    let outlets = words.report.counted(hit.story.outlets(of: claim).count, "outlet")
    let origins = words.report.counted(claim.origins.lower, "origin")
    let count =
      claim.origins.upper > claim.origins.lower
      ? words.report("bounds.perhaps", outlets, origins, String(claim.origins.upper))
      : words.report("bounds", outlets, origins)
    return SearchContent.Found(
      title: clean(claim.text), target: "\(address)/claims/\(claim.id.raw)",
      facts: [clean(hit.story.title), words.report("basis.\(claim.basis.rawValue)")],
      passages: claim.support.prefix(3).map { support in
        let article = hit.story.articles[support.passage.article].article
        let span = support.passage.span
        return SearchContent.FoundWords(
          target: "\(address)/\(support.passage.article + 1)?at=\(span.start)-\(span.end)#here",
          stretches: [.init(words: clean(article.text[span]), isMatch: false)], language: article.language?.code ?? "")
      }, count: count, isThin: claim.origins.upper == 1)
  }

  private static func stretches(_ passage: FoundPassage, _ text: SourceText) -> [SearchContent.Stretch] {
    var stretches: [SearchContent.Stretch] = passage.isCutBefore ? [.init(words: "…", isMatch: false)] : []
    var at = passage.span.start
    for match in passage.matches where match.start >= at {
      stretches.append(.init(words: clean(text[TextSpan(at, match.start)], keepsEnds: true), isMatch: false))
      stretches.append(.init(words: clean(text[match]), isMatch: true))
      at = match.end
    }
    stretches.append(.init(words: clean(text[TextSpan(at, passage.span.end)], keepsEnds: true), isMatch: false))
    if passage.isCutAfter { stretches.append(.init(words: "…", isMatch: false)) }
    return stretches.filter { !$0.words.isEmpty }
  }
}

extension String {
  /// Without blanks and line breaks at its ends.
  var trimmingWhiteSpace: String {
    let scalars = unicodeScalars.drop { $0.properties.isWhitespace }
    return String(String.UnicodeScalarView(scalars.reversed().drop { $0.properties.isWhitespace }.reversed()))
  }
}
