import NewsModel
import TextBytes

extension ArticleWriter {
  /// An article with its annotations, outside a story: what `annotate` prints.
  public static func annotated(_ annotated: AnnotatedArticle) -> WireArticle {
    let ids = localEntityIDs(annotated)
    let entities = zip(ids, annotated.entities).map { WireEntity(id: $0, type: $1.type.rawValue, name: $1.name) }
    return ArticleWriter(annotated.article, entityIDs: ids, namesArticle: false).annotated(
      annotated, entities: entities)
  }

  func annotated(_ annotated: AnnotatedArticle, entities: [WireEntity]) -> WireArticle {
    var wire = article()
    wire.entities = entities
    wire.times = annotated.times.map(time)
    wire.mentions = annotated.mentions.map(mention)
    wire.quotations = annotated.quotations.map(quotation)
    wire.events = annotated.events.map(event)
    return wire
  }

  private func time(_ time: TimeExpression) -> WireTime {
    let anchor = anchors.anchor(time.span)
    return WireTime(
      start: anchor.start, end: anchor.end, exact: anchor.exact, in: anchor.in, type: time.kind.rawValue,
      value: time.value?.text, basis: time.basis.rawValue)
  }

  private func mention(_ mention: Mention) -> WireMention {
    let anchor = anchors.anchor(mention.span)
    return WireMention(
      start: anchor.start, end: anchor.end, exact: anchor.exact, in: anchor.in, kind: mention.kind.rawValue,
      type: mention.type.rawValue, entity: entity(mention.entity), acting: mention.acting ? true : nil)
  }

  func link(_ link: ChainLink) -> WireLink {
    let anchor =
      switch link.at {
      case .text(let span): anchors.anchor(span)
      case .source(let span): anchors.source(span)
      }
    return WireLink(
      role: link.role.rawValue, start: anchor.start, end: anchor.end, exact: anchor.exact, in: anchor.in,
      article: anchor.article, entity: entity(link.entity), kind: link.kind.rawValue, anonymous: link.anonymous,
      implied: link.implied, name: link.name, description: link.description, count: link.count)
  }

  private func quotation(_ quotation: Quotation) -> WireQuotation {
    let parts = quotation.parts.map(anchors.anchor)
    return WireQuotation(
      content: anchors.anchor(quotation.content), parts: parts.isEmpty ? nil : parts,
      quoted: quotation.quoted.map(anchors.anchor), directness: quotation.directness.rawValue,
      act: quotation.act.rawValue, cue: quotation.cue.map(anchors.anchor), chain: quotation.chain.map(link),
      addressee: quotation.addressee.map { party in
        let anchor = anchors.anchor(party.span)
        return .init(
          start: anchor.start, end: anchor.end, exact: anchor.exact, in: anchor.in, entity: entity(party.entity))
      })
  }

  private func event(_ event: EventMention) -> WireEventMention {
    let anchor = anchors.anchor(event.trigger)
    return WireEventMention(
      start: anchor.start, end: anchor.end, exact: anchor.exact, in: anchor.in, type: event.type, mode: event.mode,
      status: event.status.rawValue, actor: event.actors.compactMap { entity($0) },
      recipient: event.recipients.compactMap { entity($0) }, date: event.date?.text, place: entity(event.place),
      participants: event.participants.map {
        .init(role: $0.role.rawValue, entity: entity($0.entity), at: anchors.anchor($0.at))
      })
  }
}
