import NewsModel

/// Through whose hands a claim came: who first had it, who passed it on, and which articles have it from there.
struct SourcePaths {
  private struct Route {
    var relays: [String]
    var articles: [Int]
  }
  private let claim: Claim
  private let source: StorySource

  init(_ claim: Claim, _ source: StorySource) {
    self.claim = claim
    self.source = source
  }

  /// A phrase an origin: "unnamed sources (two officials) ← Meridian ← 1 2 3".
  var phrases: [Phrase] {
    var phrases = claim.origins.ids.compactMap(source.origin).compactMap(phrase)
    let loose = claim.support.filter { $0.counts && $0.origin == nil }.map(\.passage)
    if !loose.isEmpty { phrases.append(.plain(source.report("path.none") + " ") + .markers(source.markers(loose))) }
    return phrases
  }

  private func phrase(_ origin: Origin) -> Phrase? {
    let supports = claim.support.filter { $0.origin == origin.id }
    let counted = supports.filter(\.counts)
    let used = counted.isEmpty ? supports : counted
    guard !used.isEmpty else { return .plain(name(origin, [])) }
    if origin.medium == .ownReporting, origin.kind == .agency || origin.kind == .outlet {
      let own = source.report("path.own", name(origin, used))
      return .plain(own + " ") + .markers(source.markers(used.map(\.passage)))
    }
    let routes = makeRoutes(used, origin)
    return .plain((inner(used, origin) + [name(origin, used)]).joined(separator: " ← "))
      + told(routes)
  }

  /// Whose words they are, where the origin only heard them: the links of the chain inside it.
  private func inner(_ supports: [Claim.Support], _ origin: Origin) -> [String] {
    let chains = supports.map { support in support.chain.prefix { !isOrigin($0, origin) } }
    guard let chain = zip(supports, chains).first(where: { !$1.isEmpty && $1.count < $0.chain.count })?.1 else {
      return []
    }
    return chain.filter { !$0.anonymous }.map { shortened(source.name($0), to: 40) }
  }
  private func isOrigin(_ link: ChainLink, _ origin: Origin) -> Bool {
    if origin.kind == .anonymous { return link.anonymous }
    if let entity = origin.entity, link.entity == entity { return true }
    return folded(source.name(link)) == folded(clean(origin.name))
  }

  /// " ← Reuters ← 1 2, AP ← 4".
  private func told(_ routes: [Route]) -> Phrase {
    Phrase(
      routes.enumerated().flatMap { i, route -> [Phrase.Run] in
        let numbers = Phrase.articles(route.articles.map { $0 + 1 })
        guard !route.relays.isEmpty || i == 0 else {
          return (.plain(source.report("path.norelay") + " ") + numbers).runs
        }
        let lead = i == 0 ? " ← " : ", "
        return (.plain(lead + (route.relays + [""]).joined(separator: " ← ")) + numbers).runs
      })
  }

  /// The origin's name, with what unnamed sources are said to be.
  private func name(_ origin: Origin, _ supports: [Claim.Support]) -> String {
    let name = clean(origin.name)
    guard origin.kind == .anonymous else { return name }
    let told = supports.lazy.flatMap(\.chain).filter(\.anonymous).map { clean($0.description ?? $0.name) }
    guard let description = told.first(where: { $0.split(separator: " ").count > 1 && folded($0) != folded(name) })
    else {
      return name
    }
    return "\(name) (\(shortened(description, to: 60)))"
  }

  /// The routes, each article in the one that names most hands; those of most articles first.
  private func makeRoutes(_ supports: [Claim.Support], _ origin: Origin) -> [Route] {
    var best: [Int: [String]] = [:]
    for support in supports {
      let relays = relays(support, origin)
      let article = support.passage.article
      if best[article].map({ $0.count < relays.count }) ?? true { best[article] = relays }
    }
    var routes: [Route] = []
    for article in best.keys.sorted() {
      let relays = best[article] ?? []
      if let i = routes.firstIndex(where: { $0.relays == relays }) {
        routes[i].articles.append(article)
      } else {
        routes.append(Route(relays: relays, articles: [article]))
      }
    }
    return routes.sorted {
      [$0.relays.isEmpty ? 1 : 0, -$0.articles.count, $0.articles[0]] < [
        $1.relays.isEmpty ? 1 : 0, -$1.articles.count, $1.articles[0],
      ]
    }
  }

  /// Who passed it on, from the origin outwards; the origin itself, its unnamed voices and the article's outlet are left out.
  private func relays(_ support: Claim.Support, _ origin: Origin) -> [String] {
    let outlet = folded(source.outlet(support.passage.article))
    var names: [String] = []
    var seen: Set<String> = [outlet, folded(clean(origin.name))]
    if let via = origin.via.map(clean), seen.insert(folded(via)).inserted { names.append(via) }
    let outer =
      support.chain.firstIndex { isOrigin($0, origin) }.map { support.chain[($0 + 1)...] } ?? support.chain[...]
    for link in outer where link.role == .relay && !link.anonymous {
      let name = shortened(source.name(link), to: 40)
      if seen.insert(folded(name)).inserted { names.append(name) }
    }
    return names
  }
}
