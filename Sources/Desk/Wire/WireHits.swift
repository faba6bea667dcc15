import Archive
import Contract
import NewsModel

/// What `search --format json` prints for articles.
package struct WireHits: Encodable {
  package struct Passage: Encodable {
    package var at: WireAnchor
    package var line: Int?
    package var matches: [WireAnchor]
  }
  package struct Hit: Encodable {
    package var article: String
    package var story: String?
    package var title: String?
    package var outlet: String?
    package var language: String?
    package var published: String?
    package var version: Int
    package var passages: [Passage]
  }
  package var query: String
  package var count: Int
  package var isCountComplete: Bool
  package var articles: [Hit]

  package init(_ found: Hits<ArticleHit>, query: String) {
    self.query = query
    count = min(found.count, Hits<ArticleHit>.mostCounted)
    isCountComplete = found.count <= Hits<ArticleHit>.mostCounted
    articles = found.hits.map { hit in
      let writer = ArticleWriter(hit.article)
      let card = hit.card
      return Hit(
        article: card.id.raw, story: card.story?.raw, title: card.title, outlet: card.outlet, language: card.language,
        published: card.published, version: card.version,
        passages: hit.passages.map {
          Passage(at: writer.anchor($0.span), line: $0.line, matches: $0.matches.map(writer.anchor))
        })
    }
  }
}

/// What `search --format json` prints for claims.
package struct WireClaimHits: Encodable {
  package struct Hit: Encodable {
    package var story: String
    package var storyTitle: String
    package var claim: WireClaim
    package var discrepancies: [WireDiscrepancy]
  }
  package var query: String
  package var count: Int
  package var isCountComplete: Bool
  package var claims: [Hit]

  package init(_ found: Hits<ClaimHit>, query: String) {
    self.query = query
    count = min(found.count, Hits<ClaimHit>.mostCounted)
    isCountComplete = found.count <= Hits<ClaimHit>.mostCounted
    claims = found.hits.map { hit in
      let writer = StoryWriter(hit.story)
      let id = hit.story.claims[hit.claim].id
      return Hit(
        story: hit.story.id.raw, storyTitle: hit.story.title, claim: writer.claim(number: hit.claim),
        discrepancies: writer.discrepancies(of: id))
    }
  }
}
