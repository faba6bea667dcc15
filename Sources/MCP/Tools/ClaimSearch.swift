import Archive
import Contract
import NewsModel

/// Finds the claims that words speak of: those in one of whose passages most of the words stand.
struct ClaimSearch {
  struct Found {
    var story: WireStory
    var claim: WireClaim
    /// Which share of the words one of its passages has.
    var share: Double
    /// The words that no passage of it has.
    var lacking: [String]
    /// Whether it can be taken for what was asked: most words stand in one passage, and every number in some.
    var isMeant: Bool { share >= ClaimSearch.enough && !lacking.contains { ClaimSearch.isNumber($0) } }
  }
  let shelf: Shelf
  /// What share of the words must stand in one passage.
  static let enough = 0.6
  /// Stories that are opened.
  private static let most = 5

  /// Claims that have enough of the words, the best first; behind them those that come near.
  func claims(_ text: String, in story: WireStory?) throws -> [Found] {
    let words = Self.words(text)
    guard !words.isEmpty else { throw Refusal("the claim needs words of letters or digits") }
    let stories = try story.map { [$0] } ?? self.stories(words)
    return stories.flatMap { story in
      story.claims.map { claim in
        let shares = claim.support.map { Self.share(words, in: $0.exact) }
        let known = Set(claim.support.flatMap { FoldedWords($0.exact).words })
        return Found(
          story: story, claim: claim, share: shares.max() ?? 0, lacking: words.filter { !known.contains($0) })
      }
    }.filter { $0.share > 0 }.sorted {
      ($1.isMeant ? 1 : 0, $1.share, $1.claim.outlets, $0.claim.id)
        < ($0.isMeant ? 1 : 0, $0.share, $0.claim.outlets, $1.claim.id)
    }
  }

  /// The stories of the articles that have all the words; where none has, of those with the longest of them, which tell the most.
  private func stories(_ words: [String]) throws -> [WireStory] {
    let byLength = words.sorted { ($1.utf8.count, $0) < ($0.utf8.count, $1) }
    for count in [words.count, 6, 4, 3, 2, 1] where count <= words.count {
      let query = try Query(byLength.prefix(count).joined(separator: " "))
      let hits = try shelf.reader.articles(query, most: 100)
      var seen: Set<String> = []
      let ids = hits.hits.compactMap(\.card.story).filter { seen.insert($0.raw).inserted }
      if !ids.isEmpty { return try ids.prefix(Self.most).compactMap(shelf.wire) }
    }
    return []
  }

  /// The words that tell something, folded: those of four letters or more, or numbers; all where there are none such.
  static func words(_ text: String) -> [String] {
    var seen: Set<String> = []
    let all = FoldedWords(text).words.filter { seen.insert($0).inserted }
    let telling = all.filter { $0.unicodeScalars.count >= 4 || isNumber($0) }
    return telling.isEmpty ? all : telling
  }

  static func isNumber(_ word: String) -> Bool { word.utf8.allSatisfy { (0x30...0x39).contains($0) } }

  static func share(_ words: [String], in passage: String) -> Double {
    let known = Set(FoldedWords(passage).words)
    return Double(words.count { known.contains($0) }) / Double(max(1, words.count))
  }
}
