import Lexicon
import NewsModel
import TextBytes

/// Ties persons who are named by an office to the body that they speak for, where the body is only described: "la portavoz de la
/// agencia, Ana Ruiz", "its chairman, Juan Soto", "Chief Executive Ana Ruiz".
struct Affiliations {
  let words: WordReader

  /// The words of an office, with the person beside them, if there is one right beside.
  struct Holder {
    var person: Int?
    var role: Role
    var head: Range<Int>
    var range: Range<Int>
  }

  /// Affiliates those whose body can be told. O(holders · mentions).
  func tie(_ holders: [Holder], _ draft: inout Draft) {
    for holder in holders {
      guard let person = holder.person else {
        nameDescribed(holder, &draft)
        continue
      }
      guard draft.entities[person].entity.affiliation == nil else { continue }
      if let body = named(holder, draft) ?? owned(holder, draft) ?? understood(holder, draft) {
        draft.affiliate(person, with: body)
      }
    }
  }

  /// "la portavoz | de la agencia": the body that the complement means.
  private func named(_ holder: Holder, _ draft: Draft) -> Int? {
    guard words.has(holder.head.upperBound, .of) else { return nil }
    return body(startingIn: (holder.head.upperBound + 1)..<(holder.head.upperBound + 3), draft)
  }

  /// "la portavoz de la agencia, | Ana Ruiz": the name stands behind the complement.
  private func nameDescribed(_ holder: Holder, _ draft: inout Draft) {
    guard let body = named(holder, draft),
      let complement = draft.mentions.indices.first(where: {
        draft.mentions[$0].entity == body
          && (holder.head.upperBound...(holder.head.upperBound + 2)).contains(draft.ranges[$0].lowerBound)
      })
    else { return }
    let comma = draft.ranges[complement].upperBound
    guard words.isComma(comma),
      let name = draft.ranges.firstIndex(where: { $0.lowerBound == comma + 1 }),
      draft.mentions[name].kind == .name, draft.mentions[name].type == .person, let person = draft.mentions[name].entity
    else { return }
    draft.addRole(holder.role, country: nil, to: person)
    draft.affiliate(person, with: body)
    let described = draft.mentions.indices.first {
      draft.mentions[$0].kind == .nominal && draft.ranges[$0] == holder.range
    }
    if let described, draft.mentions[described].entity == nil { draft.mentions[described].entity = person }
  }

  private func body(startingIn range: Range<Int>, _ draft: Draft) -> Int? {
    draft.mentions.indices.lazy.first {
      range.contains(draft.ranges[$0].lowerBound) && isBody(draft.mentions[$0].entity, draft)
    }.flatMap { draft.mentions[$0].entity }
  }

  /// "its chairman": the body named last before, in this sentence or the one before it.
  private func owned(_ holder: Holder, _ draft: Draft) -> Int? {
    guard (max(0, holder.head.lowerBound - 4)..<holder.head.lowerBound).contains(where: { words.has($0, .owner) }),
      let here = words.reading.sentence(at: words.tokens[holder.head.lowerBound].span.start)
    else { return nil }
    let first = words.reading.sentences[max(0, here - 1)].tokens.lowerBound
    let before = draft.mentions.indices.filter {
      (first..<holder.head.lowerBound).contains(draft.ranges[$0].lowerBound) && isBody(draft.mentions[$0].entity, draft)
    }
    return before.max { draft.ranges[$0].lowerBound < draft.ranges[$1].lowerBound }.flatMap {
      draft.mentions[$0].entity
    }
  }

  /// "Chief Executive Ana Ruiz": the company that the text means where it says "the company".
  private func understood(_ holder: Holder, _ draft: Draft) -> Int? {
    guard words.lexicon.office(holder.role.key)?.class == .business, !words.has(holder.head.upperBound, .of) else {
      return nil
    }
    return KindSearch(words: words, draft: draft, kinds: ["company"], country: nil, range: holder.range).find()
  }

  private func isBody(_ entity: Int?, _ draft: Draft) -> Bool {
    guard let entity else { return false }
    let found = draft.entities[entity].entity
    let isOther = ["government:", "agency:", "outlet:"].contains { found.key?.hasPrefix($0) == true }
    return found.type == .organization && !isOther
  }
}
