import NewsModel

extension StorySource {
  /// What only one article has, the most telling claims of each first.
  var onlyRows: [OnlyRow] {
    guard story.articles.count > 1 else { return [] }
    return story.exclusives.filter { story.articles.indices.contains($0.article) && !$0.claims.isEmpty }
      .sorted { $0.article < $1.article }
      .map { exclusive in
        let claims = exclusive.claims.compactMap(claim)
        return OnlyRow(
          article: exclusive.article + 1, outlet: outlet(exclusive.article), claims: telling(claims),
          count: claims.count)
      }
  }

  /// Claims that say something checkable first: somebody answers for them, they give a number or a day, and they are sentences. One a line
  /// of the article.
  private func telling(_ claims: [Claim]) -> [Wording] {
    let ranked = claims.enumerated().map { (claim: $0.element, rank: [-weight($0.element), $0.offset]) }
      .sorted { $0.rank.lexicographicallyPrecedes($1.rank) }
    var seen: Set<Marker> = []
    return ranked.compactMap { entry in
      let marker = marker(entry.claim.textAt)
      return seen.insert(marker).inserted ? Wording(words: shown(entry.claim), marker: marker) : nil
    }
  }

  private func weight(_ claim: Claim) -> Int {
    let words = shown(claim)
    let count = words.split(separator: " ").count
    var weight = 0
    switch claim.basis {
    case .witnessed, .document: weight += 4
    case .named, .official: weight += 3
    case .anonymous: weight += 3
    case .own, .unattributed: break
    }
    if words.utf8.contains(where: { (0x30...0x39).contains($0) }) { weight += 2 }
    if claim.date?.days != nil { weight += 1 }
    if (6...30).contains(count) { weight += 3 } else if count < 6 { weight -= 3 }
    return weight
  }
}

extension [Int] {
  static func < (a: [Int], b: [Int]) -> Bool { a.lexicographicallyPrecedes(b) }
}
