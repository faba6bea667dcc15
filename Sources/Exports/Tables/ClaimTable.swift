import Contract

/// Claims and the articles that state them, a row a passage: a pivot over `claim` and `outlet` gives the matrix.
struct ClaimTable {
  static let columns = [
    "story", "claim", "claim_text", "claim_date", "status", "basis", "outlets", "origins_lower", "origins_upper",
    "article", "outlet", "language", "published", "counts", "relation", "in", "start", "end", "exact", "said_by",
    "through", "origin", "origin_name", "origin_kind", "why",
  ]
  private let trace: WireTrace

  init(_ trace: WireTrace) { self.trace = trace }

  var text: String {
    var table = CSVText()
    table.add(Self.columns.map(CSVText.Cell.words))
    for story in trace.stories {
      let index = StoryIndex(story)
      for claim in story.claims {
        for support in claim.support { table.add(row(claim, support, index)) }
      }
    }
    return table.text
  }

  private func row(_ claim: WireClaim, _ support: WireClaim.Support, _ index: StoryIndex) -> [CSVText.Cell] {
    let article = index.article(support.article)
    let origin = support.origin.flatMap(index.origin)
    return [
      .words(index.story.id), .words(claim.id), .words(claim.text), .words(claim.date), .words(claim.status),
      .words(claim.basis), .number(claim.outlets), .number(claim.origins.lower), .number(claim.origins.upper),
      .words(support.article), .words(article.map(index.outlet)), .words(article?.language),
      .words(article?.published?.value), .words(support.counts ? "yes" : "no"), .words(support.relation),
      .words(support.in ?? "text"), .number(support.start), .number(support.end), .words(support.exact),
      .words(support.speakers.joined(separator: "; ")), .words(support.relays.joined(separator: "; ")),
      .words(origin?.id), .words(origin?.name), .words(origin?.kind), .words(support.why),
    ]
  }
}
