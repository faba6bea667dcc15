import Lexicon
import NewsModel
import TextBytes

/// From aligned propositions to claims with their origins, and all that follows from them.
public struct StorySourcer: Sendable {
  /// Two articles that differ in more numbers than this are made from one pattern (matches, draws, results) and tell of different things.
  private static let mostNumbers = 6

  /// Makes a sourcer.
  public init() {}

  /// The sources of one story. O(propositions² + claims · support).
  public func source(_ input: SourcingInput) -> StorySources {
    var sources = StorySources()
    let groups = ClaimGrouper(input).groups()
    let events = StoryEventMerger(input.articles, entities: input.entities).events()
    let pairs = PairTable(input.pairs)
    let trace = OriginTracer(input, pairs: pairs)
    var found: [ID<Origin>: Origin] = [:]
    var shown: Set<Passage> = []
    for group in groups {
      let traced = trace.trace(group)
      let builder = ClaimBuilder(input: input, group: group, traced: traced, pairs: pairs, shown: shown)
      guard let claim = builder.claim() else { continue }
      shown.insert(claim.textAt)
      for origin in traced.origins { found[origin.id] = found[origin.id] ?? origin }
      sources.claims.append(claim)
      sources.discrepancies += DiscrepancyFinder(input, group: group, claim: claim, origins: traced, table: pairs)
        .find()
    }
    sources.claims = distinct(sources.claims)
    sources.discrepancies = told(sources.discrepancies, by: sources.claims)
    let used = Set(sources.claims.flatMap { $0.origins.ids } + input.derivations.map(\.origin))
    for derivation in input.derivations where found[derivation.origin] == nil {
      if let origin = trace.origin(of: derivation) { found[origin.id] = origin }
    }
    sources.origins = found.values.filter { used.contains($0.id) }.sorted { $0.id < $1.id }
    sources.events = events
    sources.exclusives = exclusives(sources.claims, articles: input.articles.count, outlet: outletNames(input.articles))
    sources.timeline = Timeline(events: events, claims: sources.claims, input: input).entries()
    return sources
  }

  /// Two groups may rest on one smallest anchor; the one with more support keeps the claim's id.
  private func distinct(_ claims: [Claim]) -> [Claim] {
    var best: [ID<Claim>: Int] = [:]
    for (number, claim) in claims.enumerated() {
      if let known = best[claim.id], claims[known].support.count >= claim.support.count { continue }
      best[claim.id] = number
    }
    return claims.indices.filter { best[claims[$0].id] == $0 }.map { claims[$0] }
  }

  /// The discrepancies of claims that are shown, those that rest on the same words but once.
  private func told(_ discrepancies: [Discrepancy], by claims: [Claim]) -> [Discrepancy] {
    let known = Set(claims.map(\.id))
    var seen: Set<[String]> = []
    let shown = discrepancies.filter { discrepancy in
      let versions = discrepancy.values.map { "\($0.at.article) \($0.value)" }
      return known.contains(discrepancy.claim) && seen.insert([discrepancy.kind.rawValue] + versions).inserted
    }
    let numbers = shown.filter { $0.kind == .number && $0.verdict == .conflict }
    return shown.filter { $0.kind != .number || $0.verdict != .conflict || !isOfPattern($0, numbers) }
  }

  /// Whether any two articles that differ here differ in so many numbers that they hardly tell of one thing.
  private func isOfPattern(_ discrepancy: Discrepancy, _ numbers: [Discrepancy]) -> Bool {
    func articles(_ discrepancy: Discrepancy) -> Set<Int> { Set(discrepancy.values.map(\.at.article)) }
    let own = articles(discrepancy).sorted()
    return own.contains { first in
      own.contains { second in
        first < second && numbers.filter { articles($0).isSuperset(of: [first, second]) }.count > Self.mostNumbers
      }
    }
  }

  private func outletNames(_ articles: [AnnotatedArticle]) -> [String] {
    articles.map { $0.article.metadata.outlet?.name ?? $0.article.id.raw }
  }

  private func exclusives(_ claims: [Claim], articles: Int, outlet: [String]) -> [Exclusive] {
    (0..<articles).compactMap { article in
      let own = claims.filter { Set($0.articles.map { outlet[$0] }).count == 1 && $0.articles.first == article }
      return own.isEmpty ? nil : Exclusive(article: article, claims: own.map(\.id))
    }
  }
}
