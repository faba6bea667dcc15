import Entities
import Events
import Identity
import Languages
import NewsModel
import Quotations
import Reuse
import TextBytes
import Times

/// Articles made up for a test, annotated, in one numbering of entities, and cut into propositions.
struct Pieces {
  var articles: [AnnotatedArticle]
  let entities: [StoryEntity]
  let propositions: [Proposition]

  /// One article a text; all of Tuesday, 14 May 2024 unless `published` says otherwise.
  init(
    _ texts: [String], _ language: String = "en", languages: [String] = [], agencies: [[String]] = [],
    ids: [String] = []
  ) {
    let local = texts.indices.map { n in
      annotated(
        texts[n], LanguageCode(n < languages.count ? languages[n] : language), id: n < ids.count ? ids[n] : "a\(n)",
        agencies: n < agencies.count ? agencies[n] : [])
    }
    let identity = EntityResolver(corrections: []).resolve(local)
    let articles = zip(local, identity.mapping).map { $0.renumbered($1) }
    self.articles = articles
    entities = identity.entities
    propositions = articles.indices.flatMap {
      PropositionCutter().cut(articles[$0], article: $0, entities: identity.entities)
    }
  }

  func words(_ proposition: Proposition) -> String {
    articles[proposition.passage.article].article.text[proposition.passage.span]
  }

  /// The propositions of one article, their words in order.
  func all(_ form: Proposition.Form? = nil, article: Int = 0) -> [String] {
    propositions.filter { $0.passage.article == article && (form == nil || $0.form == form) }.map(words)
  }

  /// The pairs, as the words of both sides.
  func pairs(encode: (@Sendable ([String]) -> [[Float]])? = nil, floor: Double = PropositionAligner.floor)
    -> [AlignedPair]
  {
    PropositionAligner(encode: encode).align(propositions, in: articles, entities: entities).filter {
      $0.score >= floor
    }
  }

  /// The best score of a proposition of the first article with one of the second; 0 without a pair.
  func best(_ first: Int, _ second: Int, encode: (@Sendable ([String]) -> [[Float]])? = nil) -> Double {
    pairs(encode: encode).filter {
      Set([propositions[$0.first].passage.article, propositions[$0.second].passage.article]) == [first, second]
    }.map(\.score).max() ?? 0
  }

  func derivations(
    notDerived: [(article: String, from: String)] = [], encode: (@Sendable ([String]) -> [[Float]])? = nil
  ) -> [Derivation] {
    DerivationFinder(notDerived: notDerived)
      .find(articles, entities: entities, propositions: propositions, pairs: pairs(encode: encode))
  }
}

private func annotated(_ string: String, _ language: LanguageCode, id: String, agencies: [String]) -> AnnotatedArticle {
  let text = SourceText(string)
  var article = Article(
    id: ID(id), source: id, sha256: id, encoding: "utf-8", input: text, text: text, body: text.span,
    paragraphs: textLines(in: text.bytes.span).map { Paragraph(span: $0.span, source: [$0.span], line: $0.number) },
    language: language)
  article.metadata.agency = agencies
  article.metadata.outlet = Outlet(name: "Outlet \(id)", evidence: "test")
  let day = Timestamp(CalendarDate(year: 2024, month: 5, day: 14)!)
  article.metadata.published = Publication(value: day, from: .metadata)
  let reading = LanguageReader().read(article)
  let found = EntityFinder().find(in: reading)
  var result = AnnotatedArticle(
    article: article, reading: reading, times: TimeTagger().annotate(.init(reading: reading, reference: day)),
    entities: found.entities, mentions: found.mentions)
  result.quotations = QuotationFinder().annotate(
    .init(reading: reading, entities: result.entities, mentions: result.mentions, article: article))
  result.events = EventFinder().annotate(
    .init(
      reading: reading, entities: result.entities, mentions: result.mentions, times: result.times,
      quotations: result.quotations))
  return result
}
