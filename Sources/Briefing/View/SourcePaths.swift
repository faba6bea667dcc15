import NewsModel

/// Through whose hands a claim came: who first had it, who passed it on, and which articles have it from there.
struct SourcePaths {
  private struct Route {
    var relays: [String]
    var articles: [Int]
    var passages: [Passage]
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
    if !loose.isEmpty { phrases.append("no source given " + .markers(source.markers(loose))) }
    return phrases
  }

  private func phrase(_ origin: Origin) -> Phrase? {
    let supports = claim.support.filter { $0.origin == origin.id }
    let counted = supports.filter(\.counts)
    let used = counted.isEmpty ? supports : counted
    guard !used.isEmpty else { return .plain(name(origin, [])) }
    if origin.medium == .ownReporting, origin.kind == .agency || origin.kind == .outlet {
      let own = "\(name(origin, used)), on its own word"
      return .plain(own + " ") + .markers(source.markers(used.map(\.passage)))
    }
    let routes = makeRoutes(used, origin)
    return .plain((inner(used, origin) + [name(origin, used)]).joined(separator: " ← "))
      + routes.map(phrase).joined(" ·")
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

  private func phrase(_ route: Route) -> Phrase {
    let hands = route.relays.map { " ← \($0)" }.joined()
    return .plain(hands + " ← ") + .articles(route.articles.map { $0 + 1 })
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

  private func makeRoutes(_ supports: [Claim.Support], _ origin: Origin) -> [Route] {
    var routes: [Route] = []
    for support in supports {
      let relays = relays(support, origin)
      let article = support.passage.article
      if let i = routes.firstIndex(where: { $0.relays == relays }) {
        if !routes[i].articles.contains(article) { routes[i].articles.append(article) }
      } else {
        routes.append(Route(relays: relays, articles: [article], passages: []))
      }
    }
    return routes.map { route in
      var sorted = route
      sorted.articles.sort()
      return sorted
    }
    .sorted {
      $0.articles.count != $1.articles.count ? $0.articles.count > $1.articles.count : $0.articles[0] < $1.articles[0]
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
