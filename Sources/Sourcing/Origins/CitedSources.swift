import NewsModel

/// Whom each article names as a source anywhere: what it tells without a source, and another version gives to one of these, it has from there.
struct CitedSources {
  private let origins: [Set<ID<Origin>>]
  private let entities: [Set<Int>]

  /// Gathers the sources of all statements of all articles. O(propositions · links).
  init(_ input: SourcingInput, chains: ChainBuilder, reader: ChainOrigin) {
    var origins = [Set<ID<Origin>>](repeating: [], count: input.articles.count)
    var entities = [Set<Int>](repeating: [], count: input.articles.count)
    for proposition in input.propositions where !proposition.quotations.isEmpty {
      let found = reader.origin(
        of: proposition, chain: chains.chain(of: proposition), own: chains.ownCarrier(of: proposition))
      guard found.isAttributed else { continue }
      origins[proposition.passage.article].insert(found.origin.id)
      if let entity = found.origin.entity { entities[proposition.passage.article].insert(entity) }
    }
    self.origins = origins
    self.entities = entities
  }

  /// Whether `article` names `origin` as the source of something. O(1).
  func isCited(_ origin: Origin, in article: Int) -> Bool {
    origins[article].contains(origin.id) || origin.entity.map(entities[article].contains) == true
  }
}
