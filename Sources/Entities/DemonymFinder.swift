import Lexicon
import NewsModel
import TextBytes

/// Finds words like "Peruvian" and gives them their country.
struct DemonymFinder {
  let words: WordReader

  /// Adds a mention for each demonym that is no part of a name.
  func find(into draft: inout Draft) {
    var covered = Array(repeating: false, count: words.reading.tokens.count)
    for range in draft.ranges { for i in range { covered[i] = true } }
    let end = words.reading.tokens.count
    let namesakes = namesakes(draft)
    var i = 0
    while i < end {
      guard !covered[i], let match = words.demonym(at: i, before: end), isDemonym(i, match.value),
        let span = words.span(i..<(i + match.length))
      else {
        i += 1
        continue
      }
      if match.length == 1, let body = namesakes[words.fold(i)], standsAlone(i) {
        draft.add(Mention(span: span, kind: .name, type: .organization, entity: body), i..<(i + 1))
        i += 1
        continue
      }
      let entity =
        match.value.key.utf8.starts(with: "country:".utf8) ? match.value.country.map { draft.country($0) } : nil
      draft.add(Mention(span: span, kind: .demonym, type: .location, entity: entity), i..<(i + match.length))
      i += match.length
    }
  }

  /// The one organization whose longer name begins with a demonym ("Peruvian Airways"), by that word.
  private func namesakes(_ draft: Draft) -> [FoldHash: Int] {
    var found: [FoldHash: Set<Int>] = [:]
    for (n, range) in draft.ranges.enumerated() where range.count > 1 && draft.mentions[n].type == .organization {
      guard words.demonym(at: range.lowerBound, before: range.upperBound)?.length == 1,
        let entity = draft.mentions[n].entity,
        draft.entities[entity].entity.key?.utf8.contains(UInt8(ascii: ":")) != true
      else { continue }
      found[words.fold(range.lowerBound), default: []].insert(entity)
    }
    return found.compactMapValues { $0.count == 1 ? $0.first : nil }
  }

  /// Whether the word is a noun in the singular and no adjective: a verb or a mark follows, an office with its holder, and no
  /// article stands before it ("Peruvian said", "flew on Peruvian.").
  private func standsAlone(_ i: Int) -> Bool {
    guard !words.cues.headFirst, words.isCapitalized(i), words.tokens[i].span.count > 3,
      words.classes(i - 1).isDisjoint(with: [.determiner, .adjective, .numeral, .auxiliary]),
      words.reading.text.bytes[words.tokens[i].span.end - 1] != UInt8(ascii: "s")
    else { return false }
    let next = i + 1
    guard words.isWord(next) else { return words.kind(next) != .dash && !words.isAllCapitals(next) }
    if let role = words.role(at: next, before: words.tokens.count), role.role.key == "executive" { return true }
    return words.isLower(next) && !words.classes(next).isDisjoint(with: [.finite, .auxiliary, .modal])
      && words.classes(next).isDisjoint(with: [.noun, .adjective])
  }

  private func isDemonym(_ i: Int, _ demonym: Demonym) -> Bool {
    if demonym.use.contains(.capitals), !words.isAllCapitals(i) { return false }
    return !demonym.use.contains(.ambiguous) || words.isCapitalized(i) && !words.cues.headFirst
  }
}
