import NewsModel

extension AnnotatedArticle {
  /// The article with its entities' numbers replaced by the story's, in mentions, quotations and events. `entities` stays as it was.
  ///
  /// `mapping` gives the story's number for each of the article's entities, as ``Resolution/mapping`` has it. O(annotations).
  public func renumbered(_ mapping: [Int]) -> AnnotatedArticle {
    func story(_ local: Int?) -> Int? { local.flatMap { mapping.indices.contains($0) ? mapping[$0] : nil } }
    var result = self
    for i in result.mentions.indices { result.mentions[i].entity = story(mentions[i].entity) }
    for i in result.quotations.indices {
      for k in result.quotations[i].chain.indices {
        result.quotations[i].chain[k].entity = story(quotations[i].chain[k].entity)
      }
      result.quotations[i].addressee?.entity = story(quotations[i].addressee?.entity)
    }
    for i in result.events.indices {
      result.events[i].place = story(events[i].place)
      result.events[i].participants = events[i].participants.compactMap { participant in
        let entity = story(participant.entity)
        guard entity != nil || participant.entity == nil else { return nil }
        return .init(role: participant.role, entity: entity, at: participant.at)
      }
    }
    return result
  }
}
