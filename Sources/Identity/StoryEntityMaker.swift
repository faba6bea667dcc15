import Lexicon
import NewsModel
import TextBytes

/// A story's entity with the articles' entities that it was made of.
struct StoryEntityDraft {
  var entity: StoryEntity
  /// Numbers of the locals, ascending; never empty.
  var members: [Int]
}

/// Makes story entities of sets of articles' entities, and replays corrections on them.
struct StoryEntityMaker {
  let locals: [LocalEntity]
  let lexicon: Lexicon

  func make(_ members: [Int], because: [String]) -> StoryEntityDraft {
    let set = members.map { locals[$0] }
    // Where one article cannot tell what it is, another may.
    let told = set.map(\.entity.type).filter { $0 != .other }
    let type = commonest(told.map(\.rawValue)).flatMap(EntityType.init(rawValue:)) ?? .other
    let key = set.compactMap(\.key).min()
    let name = shownName(set, type: type, key: key)
    let entity = StoryEntity(
      id: Self.id(type, key ?? folded(name)), type: type, name: name, names: names(set), key: key,
      roles: Set(set.flatMap(\.roles)).sorted(), country: commonest(set.compactMap(\.country)),
      kinds: Set(set.flatMap(\.entity.kinds)).sorted(), because: because.sorted())
    return StoryEntityDraft(entity: entity, members: members)
  }

  /// The drafts with ids made unique, in order of first appearance.
  func named(_ drafts: [StoryEntityDraft]) -> [StoryEntityDraft] {
    var taken: Set<String> = []
    let byIdentity = drafts.sorted { a, b in
      a.entity.id != b.entity.id ? a.entity.id < b.entity.id : smallest(a) < smallest(b)
    }
    let renamed = byIdentity.map { draft -> StoryEntityDraft in
      var draft = draft
      var salt = smallest(draft)
      while !taken.insert(draft.entity.id.raw).inserted {
        draft.entity.id = Self.id(draft.entity.type, (draft.entity.key ?? folded(draft.entity.name)) + "#" + salt)
        salt += "#"
      }
      return draft
    }
    return renamed.sorted { $0.members[0] < $1.members[0] }
  }

  /// "e" and eight hexadecimal digits of a hash that is the same in every run.
  static func id(_ type: EntityType, _ name: String) -> ID<StoryEntity> {
    let hash = FoldHash(type.rawValue + "\u{1}" + name).value
    let word = UInt32(truncatingIfNeeded: hash ^ (hash >> 32))
    let digits = String(word, radix: 16)
    return ID("e" + String(repeating: "0", count: 8 - digits.count) + digits)
  }

  private func smallest(_ draft: StoryEntityDraft) -> String {
    draft.members.map { locals[$0].articleID + "/\(locals[$0].index)" }.min() ?? ""
  }

  /// The commonest full name; for what the tables know, their name in the commonest language.
  private func shownName(_ set: [LocalEntity], type: EntityType, key: String?) -> String {
    if let key, let publisher = lexicon.publisher(key: key) { return publisher.name }
    if let key, key.hasPrefix("country:") {
      let language = commonest(set.compactMap(\.language?.code)) ?? "en"
      if let name = lexicon.countryName(String(key.dropFirst(8)), language: language) { return name }
    }
    let most = set.map { min($0.form.parts.count, 2) }.max() ?? 0
    let full = type == .person ? set.filter { min($0.form.parts.count, 2) == most } : set
    let spelled = full.map(\.entity.name)
    let longest = Dictionary(grouping: spelled) { $0 }.mapValues(\.count)
    return longest.sorted { a, b in
      if a.value != b.value { return a.value > b.value }
      if a.key.utf8.count != b.key.utf8.count { return a.key.utf8.count > b.key.utf8.count }
      return a.key < b.key
    }.first?.key ?? ""
  }

  /// Every name by language, the commonest first.
  private func names(_ set: [LocalEntity]) -> [LanguageCode: [String]] {
    var counts: [LanguageCode: [String: Int]] = [:]
    for local in set {
      guard let language = local.language else { continue }
      for name in [local.entity.name] + local.entity.aliases { counts[language, default: [:]][name, default: 0] += 1 }
    }
    return counts.mapValues { names in
      names.sorted { $0.value != $1.value ? $0.value > $1.value : $0.key < $1.key }.map(\.key)
    }
  }

  private func commonest(_ values: [String]) -> String? {
    let counts = Dictionary(grouping: values) { $0 }.mapValues(\.count)
    return counts.sorted { $0.value != $1.value ? $0.value > $1.value : $0.key < $1.key }.first?.key
  }
}
