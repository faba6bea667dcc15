import Entities
import Events
import Extraction
import Languages
import NewsModel
import Quantities
import Quotations
import TextBytes
import Times

/// From a raw document to an annotated article: the part of the flow that needs one document only.
public struct ArticleAnnotator: Sendable {
  private let extractor = ArticleExtractor()
  private let reader = LanguageReader()
  private let times = TimeTagger()
  private let entities = EntityFinder()
  private let quotations = QuotationFinder()
  private let events = EventFinder()
  private let quantities = QuantityFinder()

  /// Makes an annotator; tables are loaded once in a process.
  public init() {}

  /// Reads a document. O(n).
  public func read(_ document: RawDocument) -> Article { extractor.extract(document) }

  /// Annotates an article on its own. O(n).
  public func annotate(_ article: Article) -> AnnotatedArticle {
    let reading = reader.read(article)
    let found = entities.find(in: reading, publishers: publishers(of: article.metadata))
    let published = article.metadata.published
    var annotated = AnnotatedArticle(
      article: article, reading: reading,
      times: times.annotate(.init(reading: reading, reference: published?.value, basis: basis(of: published))),
      entities: found.entities, mentions: found.mentions)
    annotated.quotations = quotations.annotate(
      .init(reading: reading, entities: found.entities, mentions: found.mentions, article: article))
    annotated.events = eventMentions(annotated)
    annotated.quantities = quantities.annotate(reading)
    return annotated
  }

  private func publishers(of metadata: Metadata) -> [String] {
    metadata.agency + [metadata.outlet?.name, metadata.dateline?.agency].compactMap { $0 }
  }

  /// Reads the article's relative times against a day that the story gives. O(n).
  func settle(_ annotated: AnnotatedArticle, reference: Timestamp) -> AnnotatedArticle {
    var settled = annotated
    settled.times = times.annotate(.init(reading: annotated.reading, reference: reference, basis: .story))
    settled.events = eventMentions(settled)
    return settled
  }

  private func eventMentions(_ annotated: AnnotatedArticle) -> [EventMention] {
    events.annotate(
      .init(
        reading: annotated.reading, entities: annotated.entities, mentions: annotated.mentions, times: annotated.times,
        quotations: annotated.quotations))
  }

  private func basis(of published: Publication?) -> TimeExpression.Basis {
    switch published?.from {
    case .inferred: .inferred
    case .caller: .caller
    case .story: .story
    default: .document
    }
  }
}
