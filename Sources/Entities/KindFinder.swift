import Lexicon
import NewsModel
import TextBytes

/// Notes for each organization which kinds its names and the descriptions beside them tell.
struct KindFinder {
  let words: WordReader

  /// Adds kinds to the organizations in `draft`. O(mentions).
  func find(into draft: inout Draft) {
    let reader = KindReader(words: words)
    for (n, mention) in draft.mentions.enumerated() where mention.kind == .name {
      guard let entity = mention.entity, draft.entities[entity].entity.type == .organization else { continue }
      draft.addKinds(reader.named(draft.ranges[n]) + reader.described(draft.ranges[n]), to: entity)
    }
  }
}

extension Draft {
  /// Adds kinds that are not known yet.
  mutating func addKinds(_ kinds: [String], to index: Int) {
    let known = Set(entities[index].entity.kinds)
    guard !known.isSuperset(of: kinds) else { return }
    entities[index].entity.kinds = known.union(kinds).sorted()
  }
}
