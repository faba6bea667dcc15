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
    let draft = draft(articles)
    let (members, entities, propositions) = (draft.articles, draft.entities, draft.propositions)
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

  /// A story's articles with one list of entities, and cut into propositions.
  public struct Draft: Sendable {
    /// The articles; entity numbers are those of the story.
    public var articles: [AnnotatedArticle]
    /// Who and what the articles speak of.
    public var entities: [StoryEntity]
    /// What they say, article by article.
    public var propositions: [Proposition]
  }

  /// The first half of a trace: one list of entities, one of propositions. O(n).
  public func draft(_ articles: [AnnotatedArticle]) -> Draft {
    let dated = settledTimes(articles)
    let identity = EntityResolver(corrections: corrections.all).resolve(dated)
    let renumbered = zip(dated, identity.mapping).map { $0.renumbered($1) }
    let entities = CarrierNaming().name(identity.entities, in: dated)
    let linked = DescriptionLinker().link(renumbered, entities: entities)
    let members = CarrierRelays().complete(linked, entities: entities)
    let propositions = members.enumerated().flatMap { number, member in
      PropositionCutter().cut(member, article: number, entities: entities)
    }
    return Draft(articles: members, entities: entities, propositions: propositions)
  }

  /// What speaks for and against each pair of a draft's propositions; models are trained on it. O(propositions²).
  public func evidence(_ draft: Draft) -> [PropositionAligner.Pair] {
    aligner.evidence(on: draft.propositions, in: draft.articles, entities: draft.entities)
  }

  private var aligner: PropositionAligner {
    PropositionAligner(encode: encoder.map { encoder in { @Sendable in encoder.encode($0) } })
  }

  /// The agencies that the story credits or names, by the origin that stands for their own reporting.
  private func agencies(named entities: [StoryEntity], _ articles: [AnnotatedArticle]) -> [ID<Origin>: String] {
    let named = entities.compactMap(\.key).filter { $0.hasPrefix("agency:") }.map {
      String($0.dropFirst("agency:".count))
    }
    let names = Set(named + articles.flatMap(\.article.metadata.agency)).sorted()
    return Dictionary(uniqueKeysWithValues: names.map { (Carrier(agency: $0).ownReporting.id, $0) })
  }

  private func settledTimes(_ articles: [AnnotatedArticle]) -> [AnnotatedArticle] {
    zip(articles, StoryDates().references(for: articles)).map { article, reference in
      reference.map { annotator.settle(article, reference: $0) } ?? article
    }
  }

  /// The first title in the commonest language that has one; where no article has a title, the first sentence of the first.
  private func title(of articles: [AnnotatedArticle]) -> String {
    var counts: [LanguageCode: Int] = [:]
    for article in articles { counts[article.reading.language, default: 0] += 1 }
    let titled = articles.indices.filter { articles[$0].article.title != nil }
    let best = titled.max { a, b in
      let (x, y) = (counts[articles[a].reading.language] ?? 0, counts[articles[b].reading.language] ?? 0)
      return x != y ? x < y : a > b
    }
    if let best, let title = articles[best].article.title { return articles[best].article.text[title] }
    return articles.first.flatMap { first in first.reading.sentences.first.map { first.article.text[$0.span] } } ?? ""
  }
}
