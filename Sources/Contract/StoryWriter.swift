import NewsModel
import TextBytes

/// Writes stories as the contract has them.
public struct StoryWriter {
  private let story: Story
  private let writers: [ArticleWriter]
  private let entityIDs: [String]

  /// Makes a writer for one story.
  public init(_ story: Story) {
    self.story = story
    entityIDs = story.entities.map(\.id.raw)
    writers = story.articles.map { [entityIDs] in
      ArticleWriter($0.article, entityIDs: entityIDs, namesArticle: true)
    }
  }

  /// The whole trace.
  public static func trace(_ trace: Trace) -> WireTrace {
    WireTrace(
      stories: trace.stories.map { StoryWriter($0).write() },
      derivations: trace.crossing.map {
        .init(article: $0.article.raw, from: $0.from.raw, kind: $0.kind.rawValue, coverage: rounded($0.coverage))
      })
  }

  /// The story.
  public func write() -> WireStory {
    WireStory(
      id: story.id.raw, title: story.title, languages: story.languages.map(\.code), articles: articles(),
      entities: story.entities.map(entity), origins: story.origins.map(origin),
      derivations: story.derivations.map(derivation), claims: story.claims.map(claim),
      discrepancies: story.discrepancies.map(discrepancy),
      exclusive: story.exclusives.map { .init(article: articleID($0.article), claims: $0.claims.map(\.raw)) },
      events: story.events.map(event), timeline: story.timeline.map(timelineEntry))
  }

  private func articles() -> [WireArticle] {
    zip(writers, story.articles).map { writer, annotated in
      let used = Set(annotated.mentions.compactMap(\.entity)).sorted().filter(story.entities.indices.contains)
      let entities = used.map {
        WireEntity(id: entityIDs[$0], type: story.entities[$0].type.rawValue, name: story.entities[$0].name)
      }
      // Anchors inside an article's own annotations need not name it.
      return ArticleWriter(annotated.article, entityIDs: entityIDs, namesArticle: false)
        .annotated(annotated, entities: entities)
    }
  }

  private func articleID(_ index: Int) -> String { story.articles[index].article.id.raw }
  private func entityID(_ index: Int?) -> String? { index.map { entityIDs[$0] } }
  private func anchor(_ passage: Passage) -> WireAnchor { writers[passage.article].anchors.anchor(passage.span) }

  private func entity(_ entity: StoryEntity) -> WireStory.Entity {
    let names = entity.names.map { ($0.key.code, $0.value) }
    return .init(
      id: entity.id.raw, type: entity.type.rawValue, name: entity.name, names: Dictionary(uniqueKeysWithValues: names))
  }

  private func origin(_ origin: Origin) -> WireStory.Origin {
    .init(
      id: origin.id.raw, name: origin.name, kind: origin.kind.rawValue, medium: origin.medium.rawValue,
      via: origin.via, carriers: origin.carriers.map { entityIDs[$0] }, party: origin.party,
      entity: entityID(origin.entity))
  }

  private func derivation(_ derivation: Derivation) -> WireStory.Derivation {
    let writer = writers[derivation.article]
    return .init(
      article: articleID(derivation.article), origin: derivation.origin.raw, from: derivation.from.map(articleID),
      kind: derivation.kind.rawValue, coverage: derivation.coverage.map(rounded),
      pairs: derivation.pairs.map {
        .init(to: anchor($0.to), from: anchor($0.from), relation: $0.relation.rawValue, score: rounded($0.score))
      },
      credits: derivation.credits.map {
        switch $0 {
        case .text(let span): writer.anchors.anchor(span)
        case .source(let span): writer.anchors.source(span)
        }
      },
      why: derivation.because)
  }

  private func claim(_ claim: Claim) -> WireClaim {
    WireClaim(
      id: claim.id.raw, text: claim.text, date: claim.date?.text, status: claim.status.rawValue,
      basis: claim.basis.rawValue, support: claim.support.map(support), outlets: story.outlets(of: claim).count,
      origins: .init(
        ids: claim.origins.ids.map(\.raw), lower: claim.origins.lower, upper: claim.origins.upper,
        why: claim.origins.why),
      responses: claim.responses.map { .init(kind: $0.kind.rawValue, at: anchor($0.at)) },
      first: story.first(of: claim).map { firsts in
        firsts.map { .init(article: articleID($0.article), published: $0.published.description) }
      })
  }

  private func support(_ support: Claim.Support) -> WireClaim.Support {
    let words = anchor(support.passage)
    let writer = writers[support.passage.article]
    return .init(
      article: articleID(support.passage.article), start: words.start, end: words.end, exact: words.exact,
      in: words.in, relation: support.relation?.rawValue, chain: support.chain.map(writer.link),
      origin: support.origin?.raw, counts: support.counts, why: support.because)
  }

  private func discrepancy(_ discrepancy: Discrepancy) -> WireDiscrepancy {
    WireDiscrepancy(
      claim: discrepancy.claim.raw, kind: discrepancy.kind.rawValue, verdict: discrepancy.verdict.rawValue,
      why: discrepancy.why, values: discrepancy.values.map { .init(value: $0.value, at: anchor($0.at)) })
  }

  private func event(_ event: StoryEvent) -> WireStory.Event {
    .init(
      id: event.id.raw, type: event.type, mode: event.mode, actor: event.actors.map { entityIDs[$0] },
      recipient: event.recipients.map { entityIDs[$0] }, date: event.date?.text, mentions: event.mentions.map(anchor))
  }

  private func timelineEntry(_ entry: TimelineEntry) -> WireStory.TimelineEntry {
    .init(
      dates: entry.dates.map(\.text), text: entry.text, event: entry.event?.raw, claims: entry.claims.map(\.raw),
      at: entry.at.map(anchor))
  }
}

/// Three digits behind the point, so that output does not hang on the last bit of a float.
func rounded(_ value: Double) -> Double { (value * 1000).rounded() / 1000 }

extension StoryWriter {
  /// One claim, by its number in the story.
  public func claim(number: Int) -> WireClaim { claim(story.claims[number]) }

  /// A brief of the story.
  public func brief(_ brief: Brief) -> WireBrief {
    let numbers = Dictionary(story.claims.indices.map { (story.claims[$0].id, $0) }, uniquingKeysWith: { a, _ in a })
    return WireBrief(
      story: story.id.raw, title: story.title, language: brief.language?.code,
      lines: brief.lines.map { line in
        .init(
          at: anchor(line.passage), language: line.language?.code, cut: line.isCut,
          claims: line.claims.compactMap { numbers[$0].map { claim(number: $0) } })
      })
  }

  /// Where the versions of a claim differ.
  public func discrepancies(of claim: ID<Claim>) -> [WireDiscrepancy] {
    story.discrepancies.filter { $0.claim == claim }.map(discrepancy)
  }
}
