import NewsModel
import TextBytes

/// The layouts of what is kept, by number, each before its bytes. A new layout gets a new number and the old ones stay readable, or a
/// migration writes them anew.
enum Layout {
  static let article: UInt64 = 1
  static let annotations: UInt64 = 1
  static let story: UInt64 = 1

  /// Words that stand in nearly all of what is kept. Only ever append: their numbers are in the files.
  static let words = [
    "name", "demonym", "nominal", "pronoun", "person", "organization", "location", "vessel", "vehicle", "work", "law",
    "event", "other", "DATE", "TIME", "DURATION", "SET", "document", "caller", "inferred", "story", "PRESENT_REF",
    "PAST_REF", "FUTURE_REF", "direct", "indirect", "mixed", "statement", "question", "request", "denial", "no-comment",
    "no-response", "speaker", "relay", "group", "unnamed", "asserted", "reported", "hypothetical", "negated", "actor",
    "recipient", "possible", "denied", "witnessed", "named", "official", "anonymous", "own", "unattributed", "agency",
    "outlet", "state-media", "interview", "unknown", "readout", "post", "press-release", "own-reporting", "verbatim",
    "near-verbatim", "paraphrase", "translation", "metadata", "url", "text", "navigation", "section", "subscribe",
    "advert", "related", "caption", "credit", "byline", "date", "dateline", "embed", "comments", "disclaimer",
    "correction", "share", "interface", "duplicate", "title", "deck", "published", "modified", "en", "es",
  ]
}

/// A traced story without its articles, which are kept one by one.
struct StoryBody {
  /// Writes what a trace made of `story`.
  static func bytes(_ story: Story) -> [UInt8] {
    var writer = ByteWriter(words: Layout.words)
    writer.unsigned(Layout.story)
    writer.string(story.title)
    writer.list(story.entities)
    writer.list(story.origins)
    writer.list(story.derivations)
    let coding = ClaimCoding(texts: story.articles.map(\.article.text))
    writer.list(story.claims) { coding.write($1, to: &$0) }
    writer.list(story.discrepancies)
    writer.list(story.exclusives)
    writer.list(story.events)
    writer.list(story.timeline)
    return writer.bytes
  }

  /// The story of `articles`, as it was traced.
  static func story(_ bytes: [UInt8], id: ID<Story>, articles: [AnnotatedArticle]) throws(ByteReader.Damage) -> Story {
    var reader = ByteReader(bytes, words: Layout.words)
    guard try reader.unsigned() == Layout.story else { throw reader.damage }
    let coding = ClaimCoding(texts: articles.map(\.article.text))
    return Story(
      id: id, title: try reader.string(), articles: articles, entities: try reader.list(), origins: try reader.list(),
      derivations: try reader.list(),
      claims: try reader.list { (reader: inout ByteReader) throws(ByteReader.Damage) in
        try coding.read(from: &reader)
      },
      discrepancies: try reader.list(), exclusives: try reader.list(), events: try reader.list(),
      timeline: try reader.list())
  }
}
