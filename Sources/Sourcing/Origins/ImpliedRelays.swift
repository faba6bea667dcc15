import NewsModel
import TextBytes

/// Adds to statements in rewritten agency copy the agency as a last, implied relay: the article may name it once, or only in other
/// passages.
public struct ImpliedRelays: Sendable {
  /// Makes a finder.
  public init() {}

  /// `articles` with the chains of those quotations completed that stand in passages which `derivations` trace to an agency. O(quotations · pairs).
  public func complete(
    _ articles: [AnnotatedArticle], derivations: [Derivation], entities: [StoryEntity], agencies: [ID<Origin>: String]
  ) -> [AnnotatedArticle] {
    var completed = articles
    for derivation in derivations {
      guard let agency = agencies[derivation.origin], let credit = derivation.credits.first else { continue }
      let relay = ChainLink(
        role: .relay, at: credit, entity: entities.firstIndex { $0.key == "agency:" + agency }, kind: .organization,
        implied: true, name: agency)
      for number in completed[derivation.article].quotations.indices {
        let quotation = completed[derivation.article].quotations[number]
        if needsRelay(quotation, relay, derivation) {
          completed[derivation.article].quotations[number].chain.append(relay)
        }
      }
    }
    return completed
  }

  private func needsRelay(_ quotation: Quotation, _ relay: ChainLink, _ derivation: Derivation) -> Bool {
    guard !quotation.chain.isEmpty,
      !quotation.chain.contains(where: { $0.name == relay.name || ($0.entity != nil && $0.entity == relay.entity) })
    else { return false }
    // That a part of a long statement has a counterpart in the copy tells nothing of the rest.
    return derivation.pairs.contains { $0.to.span.overlap(quotation.content) * 2 >= quotation.content.count }
  }
}
