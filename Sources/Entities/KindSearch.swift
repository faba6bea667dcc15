import Lexicon
import NewsModel
import TextBytes

/// Looks for the organization that a noun for a kind means: "the bank", "la aerolínea".
///
/// One that fits is meant wherever it was named; of several the one that the text speaks of here, or nobody.
struct KindSearch {
  let words: WordReader
  let draft: Draft
  /// The kinds of which the noun may be said.
  let kinds: [String]
  let country: String?
  let range: Range<Int>

  /// How many sentences back something is still spoken of.
  private static let reach = 2

  /// The organization meant, or nil.
  func find() -> Int? {
    let here = sentence(range.lowerBound)
    var near: [Int: Int] = [:]
    var counts: [Int: Int] = [:]
    for (n, mention) in draft.mentions.enumerated() {
      guard let entity = mention.entity, fit(entity) != nil, !isVenue(n) else { continue }
      let isBefore = draft.ranges[n].upperBound <= range.lowerBound
      // The lead may describe before it names, but not by a country that is told of nobody.
      if fit(entity) == .told, isBefore || here <= 2 && country == nil { counts[entity, default: 0] += 1 }
      if isBefore, isWide || fit(entity) == .told || here - sentence(draft.ranges[n].lowerBound) <= 1,
        here - sentence(draft.ranges[n].lowerBound) <= Self.reach
      {
        near[entity] = max(near[entity] ?? 0, sentence(draft.ranges[n].lowerBound))
      }
    }
    if counts.count == 1, let only = counts.keys.first, near.isEmpty || near[only] != nil { return only }
    // "Norvik cut its forecast. The brewer …" tells what Norvik is, where nothing else may be meant.
    if counts.isEmpty, !isWide {
      guard near.count == 1, let only = near.first else { return nil }
      return opens(only.key, only.value) ? only.key : nil
    }
    return nearest(near) ?? (near.isEmpty ? salient(counts) : nil)
  }

  /// Of those spoken of here: the only one, or the only one of the last sentence that has any, if that sentence begins with it.
  private func nearest(_ near: [Int: Int]) -> Int? {
    if near.count == 1, let only = near.keys.first, fit(only) == .told || !hasUntypedRival { return only }
    let told = near.filter { fit($0.key) == .told }
    guard let last = told.values.max() else { return nil }
    let latest = told.filter { $0.value == last }
    guard latest.count == 1, let found = latest.keys.first else { return nil }
    return opens(found, last) ? found : nil
  }

  /// Whether a name of which nothing is known stands here too: it may be the company.
  private var hasUntypedRival: Bool {
    let here = sentence(range.lowerBound)
    return draft.mentions.indices.contains { n in
      draft.mentions[n].kind == .name && draft.mentions[n].type == .other
        && draft.ranges[n].upperBound <= range.lowerBound
        && here - sentence(draft.ranges[n].lowerBound) <= Self.reach
    }
  }

  /// Whether a sentence begins with the entity: its first mention of an organization or a person is of it.
  private func opens(_ entity: Int, _ sentence: Int) -> Bool {
    let tokens = words.reading.sentences[sentence].tokens
    let first = draft.ranges.indices.filter {
      tokens.contains(draft.ranges[$0].lowerBound) && draft.mentions[$0].kind != .demonym
    }.min { draft.ranges[$0].lowerBound < draft.ranges[$1].lowerBound }
    return first.flatMap { draft.mentions[$0].entity } == entity
  }

  /// Of those told of far from here: the one of which the article is, named three times as often as any other.
  private func salient(_ counts: [Int: Int]) -> Int? {
    let ranked = counts.sorted { $0.value != $1.value ? $0.value > $1.value : $0.key < $1.key }
    guard ranked.count > 1, ranked[0].value >= 3 * ranked[1].value else { return nil }
    return ranked[0].key
  }

  /// How an entity fits: its kind is told, or nothing is told of it and the noun is said of any company.
  private enum Fit { case told, untold }
  private func fit(_ index: Int) -> Fit? {
    let entity = draft.entities[index].entity
    guard entity.type == .organization, entity.key?.utf8.starts(with: "government:".utf8) != true else { return nil }
    if let country, let other = entity.country, other != country { return nil }
    let known = entity.key.map(carrierKinds) ?? []
    if (entity.kinds + known).contains(where: { kind in kinds.contains { words.lexicon.kinds.isCalled(kind, by: $0) } })
    {
      return .told
    }
    return entity.kinds.isEmpty && entity.key == nil && (isWide || isOfCompanies) ? .untold : nil
  }

  /// Whether the noun is said of any company, or medium.
  private var isWide: Bool { kinds.contains(where: Self.unmarked.contains) }
  private var isOfCompanies: Bool { kinds.contains { words.lexicon.kinds.isCalled($0, by: "company") } }

  /// Kinds of which the names often tell nothing.
  private static let unmarked: Set<String> = ["company", "news-agency", "newspaper", "medium"]

  /// What the keys of agencies and outlets tell.
  private func carrierKinds(_ key: String) -> [String] {
    if key.utf8.starts(with: "agency:".utf8) { return ["news-agency"] }
    return key.utf8.starts(with: "outlet:".utf8) ? ["newspaper", "broadcaster"] : []
  }

  /// Whether an organization is only where something happened ("took to Norvik").
  private func isVenue(_ n: Int) -> Bool {
    let start = draft.ranges[n].lowerBound
    return draft.mentions[n].kind == .name && words.has(start - 1, .strictAt) && !words.has(start - 2, .owned)
  }

  private func sentence(_ token: Int) -> Int { words.reading.sentence(at: words.tokens[token].span.start) ?? 0 }
}
