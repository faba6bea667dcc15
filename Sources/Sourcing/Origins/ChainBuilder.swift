import NewsModel
import TextBytes

/// Gives a proposition its chain, and tells whose text its article carries.
struct ChainBuilder {
  let input: SourcingInput
  /// For each article, the passages that come from another's text, and whose it is.
  private let derived: [[(span: TextSpan, carrier: Carrier)]]
  private let articleCarriers: [[Carrier]]

  init(_ input: SourcingInput) {
    self.input = input
    var named: [ID<Origin>: Carrier] = [:]
    for article in input.articles {
      let metadata = article.article.metadata
      for agency in metadata.agency { named[Carrier(agency: agency).ownReporting.id] = Carrier(agency: agency) }
      let outlet = Carrier(outlet: metadata.outlet?.name ?? article.article.id.raw)
      named[outlet.ownReporting.id] = outlet
    }
    for entity in input.entities {
      guard let key = entity.key, key.hasPrefix("agency:") else { continue }
      let carrier = Carrier(agency: String(key.dropFirst("agency:".count)))
      named[carrier.ownReporting.id] = carrier
    }
    var derived = [[(span: TextSpan, carrier: Carrier)]](repeating: [], count: input.articles.count)
    var carriers = input.articles.map { article -> [Carrier] in
      let metadata = article.article.metadata
      return metadata.agency.map { Carrier(agency: $0) } + [
        Carrier(outlet: metadata.outlet?.name ?? article.article.id.raw)
      ]
    }
    for derivation in input.derivations {
      guard let carrier = named[derivation.origin] else { continue }
      derived[derivation.article] += derivation.pairs.map { ($0.to.span, carrier) }
      if !carriers[derivation.article].contains(carrier) { carriers[derivation.article].insert(carrier, at: 0) }
    }
    self.derived = derived
    articleCarriers = carriers
  }

  /// Whose text an article carries: agencies first, its own outlet last.
  func carriers(of article: Int) -> [Carrier] { articleCarriers[article] }

  /// Who answers for a proposition that names no source: the agency credited, the agency or outlet whose text it comes from, else the outlet.
  func ownCarrier(of proposition: Proposition) -> Carrier {
    let article = proposition.passage.article
    if let agency = input.articles[article].article.metadata.agency.first { return Carrier(agency: agency) }
    if let from = source(of: proposition) { return from }
    return articleCarriers[article].last ?? Carrier(outlet: "")
  }

  private func source(of proposition: Proposition) -> Carrier? {
    derived[proposition.passage.article].first { pair in
      pair.span.overlap(proposition.passage.span) * 2 >= min(pair.span.count, proposition.passage.span.count)
    }?.carrier
  }

  /// The chain of a proposition, from the words outwards.
  func chain(of proposition: Proposition) -> [ChainLink] {
    let article = input.articles[proposition.passage.article]
    guard let innermost = proposition.quotations.first else { return [] }
    var chain = article.quotations[innermost].chain
    for holder in proposition.quotations.dropFirst() {
      for link in article.quotations[holder].chain where !chain.contains(where: { isSame($0, link) }) {
        var relay = link
        relay.role = .relay
        chain.append(relay)
      }
    }
    return chain
  }

  private func isSame(_ a: ChainLink, _ b: ChainLink) -> Bool {
    a.at == b.at || (a.entity != nil && a.entity == b.entity) || a.name == b.name
  }
}
