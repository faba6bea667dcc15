import NewsModel

extension StorySource {
  /// The tree: agencies and outlets whose text others carry, those of most articles first; then the articles that stand alone.
  var branches: [Branch] {
    var byCarrier: [ID<Origin>: [Derivation]] = [:]
    for derivation in story.derivations where derivation.kind != .quoted {
      byCarrier[derivation.origin, default: []].append(derivation)
    }
    let carried = byCarrier.keys.sorted { a, b in
      let (x, y) = (byCarrier[a]!, byCarrier[b]!)
      return x.count != y.count ? x.count > y.count : x.map(\.article).min()! < y.map(\.article).min()!
    }
    let derived = Set(story.derivations.filter { $0.kind != .quoted }.map(\.article))
    let alone = story.articles.indices.filter { !derived.contains($0) }
    return carried.compactMap { branch($0, byCarrier[$0]!) } + alone.map(branch)
  }

  private func branch(_ carrier: ID<Origin>, _ derivations: [Derivation]) -> Branch? {
    guard let name = origin(carrier).map({ clean($0.name) }) else { return nil }
    let leaves = derivations.sorted { $0.article < $1.article }.map {
      Branch.Leaf(article: $0.article + 1, outlet: outlet($0.article), how: report($0.kind.key("kind")))
    }
    let (names, more) = originNames(in: Set(derivations.map(\.article)), except: name)
    return Branch(origins: names, more: more, carrier: name, leaves: leaves)
  }

  private func branch(_ article: Int) -> Branch {
    let (names, more) = originNames(in: [article], except: outlet(article))
    let leaf = Branch.Leaf(article: article + 1, outlet: outlet(article), how: report("own.reporting"))
    return Branch(origins: names, more: more, carrier: nil, leaves: [leaf])
  }

  /// The origins behind what articles say, those of most claims first; carriers' and outlets' own word is no arrow into them.
  private func originNames(in articles: Set<Int>, except carrier: String) -> ([String], Int) {
    var weight: [ID<Origin>: Int] = [:]
    for claim in story.claims {
      let ids = claim.support.filter { $0.counts && articles.contains($0.passage.article) }.compactMap(\.origin)
      for id in Set(ids) { weight[id, default: 0] += claim.articles.count }
    }
    let outlets = Set(story.articles.indices.map { folded(outlet($0)) } + [folded(carrier)])
    let ids = weight.keys.sorted { weight[$0]! != weight[$1]! ? weight[$0]! > weight[$1]! : $0 < $1 }
    var seen: Set<String> = []
    let distinct = ids.compactMap(origin).filter { origin in
      let name = folded(clean(origin.name))
      return !outlets.contains(name) && seen.insert(name).inserted
    }
    let named = distinct.filter(isTelling).prefix(4).map { clean($0.name) }
    return (named, distinct.count - named.count)
  }

  /// Whether a name says who it is; "they" or "the report" alone do not.
  private func isTelling(_ origin: Origin) -> Bool {
    origin.entity != nil || origin.kind == .anonymous || origin.kind == .document
      || (origin.kind != .unknown && clean(origin.name).split(separator: " ").count > 1)
  }
}
