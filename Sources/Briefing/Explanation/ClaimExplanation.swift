import NewsModel

extension StorySource {
  /// Every passage of a claim with its chain, origin and reason; then the bounds, the differences and the answers.
  func explain(_ claim: Claim, _ page: inout ExplanationPage) {
    page.line(Phrase.plain("CLAIM \(claim.id.raw)  ") + .words(shown(claim)) + " " + .marker(marker(claim.textAt)))
    let date = claim.date.map { " · " + days.text($0) } ?? ""
    page.line(
      "\(claim.status.rawValue) · \(claim.basis.tag)\(date) · \(counted(story.outlets(of: claim).count, "outlet"))", 1)
    let bounds = claim.origins
    let range =
      bounds.lower == bounds.upper ? counted(bounds.lower, "origin") : "\(bounds.lower) to \(bounds.upper) origins"
    page.line("\(range): \(clean(bounds.why))", 1)
    page.line("RESTS ON")
    for support in claim.support where holds(support.passage) { explain(support, &page) }
    let differences = story.discrepancies.filter { $0.claim == claim.id }
    if !differences.isEmpty { page.line("VERSIONS") }
    for difference in differences { explain(difference, &page) }
    if !claim.responses.isEmpty { page.line("ANSWERS") }
    for response in claim.responses where holds(response.at) {
      page.line(.plain(response.kind.told + ": ") + .words(words(response.at)) + " " + .marker(marker(response.at)), 1)
    }
  }

  private func explain(_ support: Claim.Support, _ page: inout ExplanationPage) {
    let article = support.passage.article
    page.line(.marker(marker(support.passage)) + .plain(" \(outlet(article)), \(date(article))"), 1)
    page.line(.words(words(support.passage)), 2)
    let hands = (support.chain.map(told) + [outlet(article)]).joined(separator: " → ")
    page.line(hands, 2)
    if let id = support.origin, let origin = origin(id) {
      let why = support.because.isEmpty ? "" : ": " + clean(support.because)
      page.line("origin \(clean(origin.name)) (\(id.raw))\(why)", 2)
    } else if !support.because.isEmpty {
      page.line(clean(support.because), 2)
    }
    if let relation = support.relation { page.line("\(relation.rawValue) of the claim's words", 2) }
    if !support.counts { page.line("a title, deck or subhead: it counts for no outlet", 2) }
  }

  private func told(_ link: ChainLink) -> String {
    let asides = [link.anonymous ? "unnamed" : nil, link.implied ? "not in the passage itself" : nil].compactMap { $0 }
    return name(link) + (asides.isEmpty ? "" : " (\(asides.joined(separator: ", ")))")
  }

  private func explain(_ difference: Discrepancy, _ page: inout ExplanationPage) {
    page.line("\(difference.kind.question), \(difference.verdict.rawValue): \(clean(difference.why))", 1)
    for value in difference.values where holds(value.at) {
      page.line(.words(words(value.at)) + .plain(" = \(clean(value.value)) ") + .marker(marker(value.at)), 2)
    }
  }

  /// An origin with the claims that rest on it.
  func explain(_ origin: Origin, _ page: inout ExplanationPage) {
    page.line("ORIGIN \(origin.id.raw)  \(clean(origin.name))")
    var facts = ["\(origin.kind.rawValue)", "\(origin.medium.rawValue)"]
    if let via = origin.via { facts.append("through \(clean(via))") }
    if origin.party { facts.append("party to it") }
    let carriers = origin.carriers.filter(story.entities.indices.contains).map { clean(story.entities[$0].name) }
    if !carriers.isEmpty { facts.append("carried by \(carriers.joined(separator: ", "))") }
    page.line(facts.joined(separator: " · "), 1)
    let claims = story.claims.filter { claim in claim.support.contains { $0.origin == origin.id } }
    page.line(counted(claims.count, "claim").uppercased())
    for claim in claims {
      page.line(.words(shown(claim)) + " " + .marker(marker(claim.textAt)) + .plain(" \(claim.id.raw)"), 1)
    }
    for derivation in story.derivations where derivation.origin == origin.id {
      page.line("\(outlet(derivation.article)): \(derivation.kind.told(of: clean(origin.name)))", 1)
    }
  }
}
