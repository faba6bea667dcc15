import NewsModel
import TextBytes

/// Ties clauses that cannot stand alone to the clause of the same sentence that they go on from, where only one article has both: they are
/// one thing told.
struct ClauseBond {
  /// How many bytes may stand between two clauses that belong together: a comma and a space, a dash.
  static let reach = 5

  private let input: SourcingInput

  init(_ input: SourcingInput) { self.input = input }

  /// `groups`, each told by one article alone, in the order of their passages, dependent clauses joined to what they go on from. O(n log n).
  func joined(_ groups: [[Int]]) -> [[Int]] {
    var result: [[Int]] = []
    for group in groups.sorted(by: { first($0) < first($1) }) {
      if let clause = loneClause(group), isDependent(clause),
        let host = result.lastIndex(where: { goesOn(clause, from: $0) })
      {
        result[host] += group
      } else {
        result.append(group)
      }
    }
    return result.map { $0.sorted() }
  }

  private func first(_ group: [Int]) -> Passage {
    group.map { input.propositions[$0].passage }.min() ?? Passage(article: 0, span: TextSpan(0, 0))
  }

  /// The one clause that a group is made of, headlines aside.
  private func loneClause(_ group: [Int]) -> Int? {
    let body = group.filter { input.propositions[$0].counts }
    guard body.count == 1, input.propositions[body[0]].form == .clause else { return nil }
    return body[0]
  }

  /// Whether a clause has no verb that could carry it, or hangs on a noun.
  private func isDependent(_ number: Int) -> Bool {
    let proposition = input.propositions[number]
    let reading = input.articles[proposition.passage.article].reading
    let tokens = reading.tokens[reading.tokens(in: proposition.passage.span)]
    return tokens.first?.classes.contains(.relative) == true || !tokens.contains { $0.classes.contains(.finite) }
  }

  private func goesOn(_ clause: Int, from group: [Int]) -> Bool {
    let clause = input.propositions[clause]
    return group.map { input.propositions[$0] }.contains {
      $0.counts && $0.quotations == clause.quotations && Self.goesOn(clause, from: $0)
    }
  }

  /// Whether `next` stands right behind `before`, in one sentence.
  static func goesOn(_ next: Proposition, from before: Proposition) -> Bool {
    next.passage.article == before.passage.article && next.sentence == before.sentence
      && (0...reach).contains(next.passage.span.start - before.passage.span.end)
  }
}
