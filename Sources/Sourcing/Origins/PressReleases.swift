import Lexicon
import NewsModel
import TextBytes

/// Tells which articles are press releases taken over as they came: what they state on their own word is the issuer's statement.
///
/// One ends in lines that say whom it is about and from ("About Aerolínea Sur", "Fuente: Comunicaciones Aerolínea Sur"), and its first
/// paragraph speaks of the same body. A report on a company has no such lines.
struct PressReleases {
  /// For each article, the story entity that issues it; nil for a report.
  let issuers: [Int?]
  private static let openings = makeOpenings()

  /// Looks at the short lines at the end of each article. O(sentences).
  init(_ articles: [AnnotatedArticle], entities: [StoryEntity]) {
    issuers = articles.map { article in
      let lines = article.reading.sentences.suffix(14)
      return lines.lazy.compactMap { Self.issuer(in: $0, of: article, entities) }.first
    }
  }

  private static func issuer(in line: Sentence, of article: AnnotatedArticle, _ entities: [StoryEntity]) -> Int? {
    let reading = article.reading
    guard line.tokens.count <= 9,
      let opening = openings.longestMatch(
        at: line.tokens.lowerBound, count: line.tokens.upperBound, fold: { reading.tokens[$0].fold }),
      let rest = reading.span(ofTokens: (line.tokens.lowerBound + opening.length)..<line.tokens.upperBound),
      let name = article.mentions.last(where: { rest.contains($0.span) && $0.entity != nil }),
      name.span.end == rest.end || reading.text.bytes[rest.end - 1] < 0x40,
      let entity = name.entity, entities.indices.contains(entity),
      [.organization, .other].contains(entities[entity].type),
      isOpenedBy(entity, article)
    else { return nil }
    return entity
  }

  /// Whether the first two sentences of the body speak of the issuer.
  private static func isOpenedBy(_ entity: Int, _ article: AnnotatedArticle) -> Bool {
    let opening = article.reading.sentences.filter { $0.part == .body }.prefix(2)
    return article.mentions.contains { mention in
      mention.entity == entity && opening.contains { $0.span.contains(mention.span) }
    }
  }

  private static func makeOpenings() -> PhraseTable<Bool> {
    var table = PhraseTable<Bool>()
    for row in SourcingTables.rows("issuer.tsv").flatMap(\.rows) { table.insert(row[0], true) }
    return table
  }
}
