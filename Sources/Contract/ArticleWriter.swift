import NewsModel
import TextBytes

/// Writes articles as the contract has them.
public struct ArticleWriter {
  let anchors: AnchorWriter
  /// The printed id of each entity that annotations refer to by number.
  let entityIDs: [String]

  /// A writer for an article outside a story.
  public init(_ article: Article) {
    self.init(article, entityIDs: [], namesArticle: false)
  }

  init(_ article: Article, entityIDs: [String], namesArticle: Bool) {
    anchors = AnchorWriter(article, namesArticle: namesArticle)
    self.entityIDs = entityIDs
  }

  /// The article without annotations: what `read` prints.
  public func article() -> WireArticle {
    let article = anchors.article
    let metadata = article.metadata
    return WireArticle(
      id: article.id.raw, source: article.source, sha256: article.sha256, encoding: article.encoding,
      url: metadata.url, canonicalUrl: metadata.canonicalURL, language: article.language?.code,
      title: article.title.map { article.text[$0] }, deck: article.deck.map { article.text[$0] },
      section: metadata.section,
      outlet: metadata.outlet.map { .init(name: $0.name, group: $0.group, evidence: $0.evidence) },
      byline: metadata.byline, agency: metadata.agency,
      dateline: metadata.dateline.map {
        .init(place: $0.place, date: $0.date?.description, agency: $0.agency)
      },
      published: metadata.published.map(publication), modified: metadata.modified?.description,
      fetched: metadata.fetched?.description, paywalled: metadata.paywalled,
      at: Dictionary(uniqueKeysWithValues: metadata.at.map { ($0.key.rawValue, $0.value.map(anchors.source)) }),
      aiDisclosure: metadata.aiDisclosure.map(anchors.source), text: article.text[article.body],
      paragraphs: article.paragraphs.map(paragraph), removed: article.removed.map(removal))
  }

  private func publication(_ publication: Publication) -> WireArticle.Publication {
    let because = publication.because.map(anchors.source)
    return .init(
      value: publication.value.description, from: publication.from.rawValue, because: because.isEmpty ? nil : because)
  }

  private func paragraph(_ paragraph: Paragraph) -> WireArticle.Paragraph {
    let range = anchors.range(paragraph.span)
    return .init(
      start: range.start, end: range.end, source: paragraph.source.map(anchors.sourceRange),
      heading: paragraph.isHeading ? true : nil, line: paragraph.line)
  }

  private func removal(_ removal: Removal) -> WireArticle.Removal {
    let anchor = anchors.source(removal.span)
    return .init(start: anchor.start, end: anchor.end, reason: removal.reason.rawValue, exact: anchor.exact)
  }

  func entity(_ index: Int?) -> String? { index.flatMap { entityIDs.indices.contains($0) ? entityIDs[$0] : nil } }
}

/// The ids of an article's own entities: the hash of the first mention.
func localEntityIDs(_ annotated: AnnotatedArticle) -> [String] {
  var first = [TextSpan?](repeating: nil, count: annotated.entities.count)
  for mention in annotated.mentions {
    if let entity = mention.entity, first.indices.contains(entity), first[entity] == nil {
      first[entity] = mention.span
    }
  }
  return first.enumerated().map { index, span in
    ContentID.make(
      "e", [annotated.article.sha256, annotated.article.id.raw, span.map { "\($0.lower)-\($0.upper)" } ?? "#\(index)"])
  }
}
