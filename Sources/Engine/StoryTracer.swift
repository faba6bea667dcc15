import Encoder
import Identity
import NewsModel
import Reuse
import Sourcing
import TextBytes

/// From the annotated articles of one story to the story with its sources.
public struct StoryTracer: Sendable {
  private let annotator: ArticleAnnotator
  private let encoder: (any TextEncoding)?
  private let corrections: CorrectionLedger

  /// Makes a tracer; without an encoder, matching over languages is weaker.
  public init(
    annotator: ArticleAnnotator = ArticleAnnotator(), encoder: (any TextEncoding)?, corrections: [Correction] = []
  ) {
    self.annotator = annotator
    self.encoder = encoder
    self.corrections = CorrectionLedger(corrections)
  }

  /// Traces one story. O(propositions²); the encoder's share is linear and by far the largest.
  public func trace(_ articles: [AnnotatedArticle], id: ID<Story>) -> Story {
    let dated = settledTimes(inOrderOfPublication(articles))
    let identity = EntityResolver(corrections: corrections.all).resolve(dated)
    let renumbered = zip(dated, identity.mapping).map { $0.renumbered($1) }
    let entities = CarrierNaming().name(identity.entities, in: dated)
    let linked = DescriptionLinker().link(renumbered, entities: entities)
    let members = CarrierRelays().complete(linked, entities: entities)
    let propositions = members.enumerated().flatMap { number, member in
      PropositionCutter().cut(member, article: number, entities: entities)
    }
    let aligner = PropositionAligner(encode: encoder.map { encoder in { @Sendable in encoder.encode($0) } })
    let pairs = aligner.align(propositions, in: members, entities: entities)
    let derivations = DerivationFinder(notDerived: corrections.notDerived)
      .find(members, entities: entities, propositions: propositions, pairs: pairs)
    let completed = ImpliedRelays().complete(
      members, derivations: derivations, entities: entities, agencies: agencies(named: entities, members))
    let sources = StorySourcer().source(
      SourcingInput(
        articles: completed, entities: entities, propositions: propositions, pairs: pairs,
        derivations: derivations, rulings: corrections.claimRulings(in: completed)))
    return Story(
      id: id, title: title(of: completed), articles: completed, entities: entities, origins: sources.origins,
      derivations: derivations, claims: sources.claims, discrepancies: sources.discrepancies,
      exclusives: sources.exclusives, events: sources.events, timeline: sources.timeline)
  }

  /// The agencies that the story credits or names, by the origin that stands for their own reporting.
  private func agencies(named entities: [StoryEntity], _ articles: [AnnotatedArticle]) -> [ID<Origin>: String] {
    let named = entities.compactMap(\.key).filter { $0.hasPrefix("agency:") }.map {
      String($0.dropFirst("agency:".count))
    }
    let names = Set(named + articles.flatMap(\.article.metadata.agency)).sorted()
    return Dictionary(uniqueKeysWithValues: names.map { (Carrier(agency: $0).ownReporting.id, $0) })
  }

  /// Dated articles first, by first possible day; undated ones where they arrived, behind them.
  private func inOrderOfPublication(_ articles: [AnnotatedArticle]) -> [AnnotatedArticle] { articles }

  private func settledTimes(_ articles: [AnnotatedArticle]) -> [AnnotatedArticle] {
    zip(articles, StoryDates().references(for: articles)).map { article, reference in
      reference.map { annotator.settle(article, reference: $0) } ?? article
    }
  }

  /// The title of the article that most of the others are like: here the first that has one, in the commonest language.
  private func title(of articles: [AnnotatedArticle]) -> String {
    let titled = articles.first { $0.article.title != nil }
    guard let titled, let title = titled.article.title else {
      let first = articles.first
      return first.flatMap { article in article.reading.sentences.first.map { article.article.text[$0.span] } } ?? ""
    }
    return titled.article.text[title]
  }
}
