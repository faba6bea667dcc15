import NewsModel
import TextBytes

/// Puts into chains what the story knows of its carriers: who told an agency or a paper reached the reader through it, and an article's own
/// outlet is no link of its chains.
public struct CarrierRelays: Sendable {
  /// Makes a finder.
  public init() {}

  /// `articles` with the chains of their quotations completed. O(quotations · links).
  public func complete(_ articles: [AnnotatedArticle], entities: [StoryEntity]) -> [AnnotatedArticle] {
    articles.map { article in
      var completed = article
      let own = article.article.metadata.outlet.map { "outlet:" + $0.name }
      for number in completed.quotations.indices {
        addAddressee(to: &completed.quotations[number], entities)
        completed.quotations[number].chain.removeAll { link in
          guard link.role == .relay, let own, let key = key(of: link.entity, entities) else { return false }
          return key == own
        }
      }
      return completed
    }
  }

  private func addAddressee(to quotation: inout Quotation, _ entities: [StoryEntity]) {
    guard let addressee = quotation.addressee, let key = key(of: addressee.entity, entities),
      key.hasPrefix("agency:") || key.hasPrefix("outlet:"), !quotation.chain.isEmpty,
      !quotation.chain.contains(where: { $0.entity == addressee.entity })
    else { return }
    let name = String(key.drop { $0 != ":" }.dropFirst())
    let relay = ChainLink(
      role: .relay, at: .text(addressee.span), entity: addressee.entity, kind: .organization, name: name)
    // The one who was told stands next to the words' own sources, before those who pass on the report.
    let place = quotation.chain.lastIndex { !$0.implied && $0.role == .speaker || $0.anonymous } ?? 0
    quotation.chain.insert(relay, at: place + 1)
  }

  private func key(of entity: Int?, _ entities: [StoryEntity]) -> String? {
    entity.flatMap { entities.indices.contains($0) ? entities[$0].key : nil }
  }
}
