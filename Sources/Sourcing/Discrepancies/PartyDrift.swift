import NewsModel
import TextBytes

/// Finds versions that put one event in two places, or down to two parties, and unnamed people whose word became a fact on the way.
struct PartyDrift {
  private let finder: DiscrepancyFinder
  private var input: SourcingInput { finder.input }

  init(_ finder: DiscrepancyFinder) { self.finder = finder }

  func find() -> [Discrepancy] { [place(), actor(), attribution()].compactMap { $0 } }

  private func discrepancy(
    _ kind: Discrepancy.Kind, _ verdict: Discrepancy.Verdict, _ why: String, _ passages: [Passage]
  ) -> Discrepancy? {
    Discrepancy(
      claim: finder.claim.id, kind: kind, verdict: verdict, why: why,
      values: passages.sorted().map { .init(value: finder.text($0), at: $0) })
  }

  // MARK: Where

  /// Each version names one place, behind the same preposition, and all else is the same.
  private func place() -> Discrepancy? {
    for pair in finder.pairs where pair.isOneLanguage && pair.score >= 0.6 && pair.closeness >= 0.6 {
      guard let a = onlyPlace(pair.a), let b = onlyPlace(pair.b), areApart(a.entity, b.entity),
        !pair.b.proposition.entities.contains(a.entity), !pair.a.proposition.entities.contains(b.entity),
        a.preposition == b.preposition, pair.a.proposition.isNegated == pair.b.proposition.isNegated
      else { continue }
      return discrepancy(
        .place, .conflict, "the versions put it in different places", [a.at, b.at])
    }
    return nil
  }

  private func onlyPlace(_ version: Version) -> (entity: Int, at: Passage, preposition: FoldHash)? {
    let span = version.proposition.passage.span
    let places = version.article.mentions.filter {
      $0.type == .location && $0.kind == .name && !$0.acting && span.contains($0.span)
    }
    guard places.count == 1, let entity = places[0].entity else { return nil }
    let first = version.article.reading.tokens(in: places[0].span).lowerBound
    guard first > 0, version.article.reading.tokens[first - 1].classes.contains(.preposition) else { return nil }
    return (
      entity, Passage(article: version.proposition.passage.article, span: places[0].span),
      version.article.reading.tokens[first - 1].fold
    )
  }

  /// Whether neither can lie in the other: two towns, or two countries, that the tables know.
  private func areApart(_ a: Int, _ b: Int) -> Bool {
    guard a != b, input.entities.indices.contains(a), input.entities.indices.contains(b),
      let x = input.entities[a].key, let y = input.entities[b].key, x != y
    else { return false }
    return ["city:", "country:"].contains { x.hasPrefix($0) && y.hasPrefix($0) }
  }

  // MARK: Who

  /// The same event with one named party in each version, and all else the same.
  private func actor() -> Discrepancy? {
    for pair in finder.pairs where pair.isOneLanguage && pair.score >= 0.6 && pair.closeness >= 0.5 {
      guard let a = onlyActor(pair.a), let b = onlyActor(pair.b), a.type == b.type, areStrangers(a.entity, b.entity),
        !pair.b.proposition.entities.contains(a.entity), !pair.a.proposition.entities.contains(b.entity),
        pair.a.proposition.isNegated == pair.b.proposition.isNegated
      else { continue }
      return discrepancy(
        .actor, .conflict, "the versions name different parties for the same act", [a.at, b.at])
    }
    return nil
  }

  private func onlyActor(_ version: Version) -> (entity: Int, type: String, at: Passage)? {
    guard let event = version.proposition.events.first.map({ version.article.events[$0] }), event.actors.count == 1,
      let actor = event.participants.first(where: { $0.role == .actor }), let entity = actor.entity,
      version.proposition.passage.span.contains(actor.at),
      version.article.mentions.contains(where: { $0.span == actor.at && $0.kind == .name && $0.entity == entity })
    else { return nil }
    return (
      entity, event.type, Passage(article: version.proposition.passage.article, span: actor.at)
    )
  }

  /// Whether two entities of one type have no tie that could make them one party: an office, a country, a word of the name.
  private func areStrangers(_ a: Int, _ b: Int) -> Bool {
    guard a != b, input.entities.indices.contains(a), input.entities.indices.contains(b) else { return false }
    let (x, y) = (input.entities[a], input.entities[b])
    guard x.type == y.type, x.type == .person || x.type == .organization, x.affiliation != b, y.affiliation != a else {
      return false
    }
    let mayBeOfOneCountry = x.country == nil || y.country == nil || x.country == y.country
    if x.type == .organization, x.country != nil || y.country != nil, mayBeOfOneCountry { return false }
    return !sharesWord(x, y)
  }

  private func sharesWord(_ a: StoryEntity, _ b: StoryEntity) -> Bool {
    func words(_ entity: StoryEntity) -> Set<FoldHash> {
      Set(
        ([entity.name] + entity.names.values.flatMap { $0 }).flatMap { $0.split(separator: " ") }.map {
          FoldHash(String($0))
        })
    }
    return !words(a).isDisjoint(with: words(b))
  }

  // MARK: On whose word

  /// Nobody but unnamed people stands behind the claim, and an article states it on its own word in much the same words.
  private func attribution() -> Discrepancy? {
    guard finder.origins.basis == .anonymous else { return nil }
    let supports = finder.origins.supports
    func isAnonymous(_ number: Int) -> Bool {
      supports.contains { $0.proposition == number && $0.support.chain.contains(where: \.anonymous) }
    }
    for pair in finder.pairs.flatMap({ [$0, $0.reversed] }) where isAnonymous(pair.a.number) {
      guard pair.isOneLanguage, pair.closeness >= 0.45, pair.likeness >= 0.8, pair.b.proposition.words.count >= 5,
        pair.score >= 0.5,
        finder.isUnattributed(pair.b.number), pair.b.proposition.form == .clause,
        !pair.b.proposition.isPossible, !pair.b.has(.unsure), !pair.b.has(.possible), !namesSource(near: pair.b)
      else { continue }
      return discrepancy(
        .attribution, .drift, "unnamed sources say so in one version; another states it without a source",
        [source(of: pair.a) ?? pair.a.proposition.passage, pair.b.proposition.passage])
    }
    return nil
  }

  private func source(of version: Version) -> Passage? {
    let link = finder.origins.supports.first { $0.proposition == version.number }?.support.chain.first(
      where: \.anonymous)
    guard case .text(let span)? = link?.at else { return nil }
    return Passage(
      article: version.proposition.passage.article, span: span.union(version.proposition.passage.span))
  }

  /// Whether the article tells on whose word, in the claim's other passages or within two sentences of this one.
  private func namesSource(near version: Version) -> Bool {
    let article = version.proposition.passage.article
    if finder.origins.supports.contains(where: {
      $0.support.passage.article == article && !$0.support.chain.isEmpty
    }) {
      return true
    }
    let (reading, number) = (version.article.reading, version.proposition.sentence)
    return version.article.quotations.contains { quotation in
      guard let at = reading.sentence(at: quotation.content.start) else { return false }
      return abs(at - number) <= 2
    }
  }
}
