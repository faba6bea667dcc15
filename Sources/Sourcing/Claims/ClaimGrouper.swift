import NewsModel
import TextBytes

/// Groups propositions that state the same into claims, without chaining: two groups become one only if their members agree
/// on the average, not merely where they touch.
struct ClaimGrouper {
  enum Threshold {
    /// The score from which a pair may open or join two groups.
    static let link = 0.35
    /// The same for two that are but parts of clauses, and say little each.
    static let partsLink = 0.5
    /// What members of two groups must agree on the average.
    static let average = 0.37
    /// What two propositions of one article must agree to stand in one group.
    static let within = 0.5
    /// The score from which a headline goes with a claim.
    static let heading = 0.35
    /// What a pair counts that was too unlike to be scored.
    static let unscored = 0.01
  }

  private let input: SourcingInput
  private var scores: [PairKey: Double] = [:]

  init(_ input: SourcingInput) {
    self.input = input
    for pair in input.pairs { scores[PairKey(pair.first, pair.second)] = pair.score }
    for ruling in input.rulings {
      for a in matches(ruling.first) {
        for b in matches(ruling.second) where a != b { scores[PairKey(a, b)] = ruling.isSame ? 1 : -9 }
      }
    }
  }

  /// The proposition that a passage names: the one that overlaps it most.
  private func matches(_ passage: Passage) -> [Int] {
    let hits = input.propositions.indices.filter {
      input.propositions[$0].passage.article == passage.article
        && input.propositions[$0].passage.span.overlaps(passage.span)
    }
    return hits.max { overlap($0, passage) < overlap($1, passage) }.map { [$0] } ?? []
  }
  private func overlap(_ number: Int, _ passage: Passage) -> Double {
    let span = input.propositions[number].passage.span
    return Double(span.overlap(passage.span)) / Double(span.union(passage.span).count)
  }

  /// The groups, each as proposition numbers in order, the groups by their first passage. O(pairs · group size).
  func groups() -> [[Int]] {
    var group = Array(input.propositions.indices)
    var members = group.map { [$0] }
    let links = scores.filter { $0.value >= threshold($0.key) && counts($0.key.first) && counts($0.key.second) }
      .sorted {
        $0.value != $1.value ? $0.value > $1.value : ($0.key.first, $0.key.second) < ($1.key.first, $1.key.second)
      }
    for (pair, _) in links {
      let (a, b) = (group[pair.first], group[pair.second])
      guard a != b, mayJoin(members[a], members[b]) else { continue }
      for member in members[b] { group[member] = a }
      members[a] += members[b]
      members[b] = []
    }
    attachHeadings(&members)
    let formed = members.filter { !$0.isEmpty && $0.contains(where: counts) }.map { $0.sorted() }
    return PartialGroups(input).settle(formed)
      .sorted { input.propositions[$0[0]].passage < input.propositions[$1[0]].passage }
  }

  private func threshold(_ pair: PairKey) -> Double {
    [pair.first, pair.second].allSatisfy { input.propositions[$0].form == .detail }
      ? Threshold.partsLink : Threshold.link
  }

  private func counts(_ number: Int) -> Bool { input.propositions[number].counts }
  private func score(_ a: Int, _ b: Int) -> Double { scores[PairKey(a, b)] ?? Threshold.unscored }

  private func mayJoin(_ a: [Int], _ b: [Int]) -> Bool {
    var sum = 0.0
    for x in a {
      for y in b {
        let score = score(x, y)
        let sameArticle = input.propositions[x].passage.article == input.propositions[y].passage.article
        if sameArticle, score < Threshold.within || input.propositions[x].sentence == input.propositions[y].sentence {
          return false
        }
        sum += score
      }
    }
    return sum / Double(a.count * b.count) >= Threshold.average
  }

  /// Headlines, decks and subheads go with the claim that they are most like; they never open one.
  private func attachHeadings(_ members: inout [[Int]]) {
    for heading in input.propositions.indices where !counts(heading) {
      members[heading].removeAll { $0 == heading }
      if let best = nearest(to: heading, in: members) { members[best].append(heading) }
    }
  }

  /// The group whose best member is most like `heading`, the first of those that tie; nil where none is like it enough.
  private func nearest(to heading: Int, in members: [[Int]]) -> Int? {
    var best: Int?
    var highest = Threshold.heading
    for (number, group) in members.enumerated() {
      let score: Double = group.filter(counts).map { self.score($0, heading) }.max() ?? 0
      guard score > highest || (score == highest && best == nil) else { continue }
      highest = score
      best = number
    }
    return best
  }
}
