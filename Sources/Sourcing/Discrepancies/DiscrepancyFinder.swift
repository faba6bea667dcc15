import NewsModel
import TextBytes

/// Finds where the versions of one claim differ. A false alarm costs more than a miss: each rule compares like with like.
struct DiscrepancyFinder {
  /// What two short passages must agree for a difference between them to be one of versions.
  static let sure = 0.6
  /// The same where either is long, and may tell something else beside the claim.
  private static let sureOfLong = 0.9
  /// From how many words of content on a passage is long.
  private static let long = 15

  let input: SourcingInput
  let group: [Int]
  let claim: Claim
  let origins: TracedGroup
  /// Passages of different articles' bodies, the most alike first.
  let pairs: [VersionPair]

  init(_ input: SourcingInput, group: [Int], claim: Claim, origins: TracedGroup, table: PairTable) {
    self.input = input
    self.group = group
    self.claim = claim
    self.origins = origins
    let versions = group.filter { input.propositions[$0].counts }.map { Version(input, $0) }
    var pairs: [VersionPair] = []
    for (i, a) in versions.enumerated() {
      for b in versions[(i + 1)...] where b.proposition.passage.article != a.proposition.passage.article {
        pairs.append(VersionPair(a: a, b: b, score: table[a.number, b.number]?.score ?? 0))
      }
    }
    self.pairs = pairs.sorted {
      $0.score != $1.score ? $0.score > $1.score : ($0.a.number, $0.b.number) < ($1.a.number, $1.b.number)
    }
  }

  /// The discrepancies of the claim, at most one a kind. O(support²).
  func find() -> [Discrepancy] {
    guard !pairs.isEmpty else { return [] }
    return [
      DateDrift(self).find(), NumberDrift(self).find(), QuotationDrift(self).find(), QuotationDrift(self).promotion(),
    ].compactMap { $0 }
      + FactDrift(self).find() + PartyDrift(self).find() + [TranslationDrift(self).find()].compactMap { $0 }
  }

  func text(_ passage: Passage) -> String { input.articles[passage.article].article.text[passage.span] }

  /// Whether an article says it on its own word.
  func isUnattributed(_ number: Int) -> Bool {
    origins.supports.contains { $0.proposition == number && $0.support.chain.isEmpty }
  }

  /// Pairs that so surely say the same that what differs in them is a difference.
  var surePairs: [VersionPair] {
    pairs.filter { $0.score >= (isShort($0) ? Self.sure : Self.sureOfLong) }
  }

  func isShort(_ pair: VersionPair) -> Bool {
    max(pair.a.proposition.words.count, pair.b.proposition.words.count) < Self.long
  }
}
