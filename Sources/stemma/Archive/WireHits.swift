import Archive
import Contract
import NewsModel

/// What `search --format json` prints for articles.
struct WireHits: Encodable {
  struct Passage: Encodable {
    var at: WireAnchor
    var line: Int?
    var matches: [WireAnchor]
  }
  struct Hit: Encodable {
    var article: String
    var story: String?
    var title: String?
    var outlet: String?
    var language: String?
    var published: String?
    var version: Int
    var passages: [Passage]
  }
  var query: String
  var count: Int
  var isCountComplete: Bool
  var articles: [Hit]

  init(_ found: Hits<ArticleHit>, query: String) {
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
struct WireClaimHits: Encodable {
  struct Hit: Encodable {
    var story: String
    var storyTitle: String
    var claim: WireClaim
    var discrepancies: [WireDiscrepancy]
  }
  var query: String
  var count: Int
  var isCountComplete: Bool
  var claims: [Hit]

  init(_ found: Hits<ClaimHit>, query: String) {
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
