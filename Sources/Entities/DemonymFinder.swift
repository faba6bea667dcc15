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
    var i = 0
    while i < end {
      guard !covered[i], let match = words.demonym(at: i, before: end), isDemonym(i, match.value),
        let span = words.span(i..<(i + match.length))
      else {
        i += 1
        continue
      }
      let entity =
        match.value.key.utf8.starts(with: "country:".utf8) ? match.value.country.map { draft.country($0) } : nil
      draft.add(Mention(span: span, kind: .demonym, type: .location, entity: entity), i..<(i + match.length))
      i += match.length
    }
  }

  private func isDemonym(_ i: Int, _ demonym: Demonym) -> Bool {
    if demonym.use.contains(.capitals), !words.isAllCapitals(i) { return false }
    return !demonym.use.contains(.ambiguous) || words.isCapitalized(i) && !words.cues.headFirst
  }
}
