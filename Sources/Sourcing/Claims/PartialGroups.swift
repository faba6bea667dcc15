import NewsModel
import TextBytes

/// Settles which groups become claims, where parts of clauses were grouped beside the clauses that hold them: what a part says is a claim
/// of its own only if it tells more than the claim of its clause does.
struct PartialGroups {
  private let input: SourcingInput

  init(_ input: SourcingInput) { self.input = input }

  /// The groups that become claims, in their order. O(groups² · size).
  func settle(_ groups: [[Int]]) -> [[Int]] {
    let groups = groups.filter { !isPurpose($0) }
    let shared = groups.indices.filter { articles(groups[$0]).count >= 2 }
    var kept: [Int] = []
    for group in shared.sorted(by: { isFuller(groups[$0], groups[$1], $0, $1) })
    where !kept.contains(where: { holds(groups[$0], groups[group]) }) {
      kept.append(group)
    }
    let taken = kept.flatMap { groups[$0] }
    let alone = groups.indices.filter { index in
      articles(groups[index]).count < 2 && !isPartial(groups[index]) && !isTold(groups[index], by: taken)
    }
    return Set(kept).sorted().map { groups[$0] } + ClauseBond(input).joined(alone.map { groups[$0] })
  }

  private func articles(_ group: [Int]) -> Set<Int> {
    Set(group.filter { input.propositions[$0].counts }.map { input.propositions[$0].passage.article })
  }

  private func isPartial(_ group: [Int]) -> Bool {
    group.allSatisfy { input.propositions[$0].form == .detail || !input.propositions[$0].counts }
  }

  /// Whether all that a group holds are purposes and plans without their verb ("to reach the boy"), which assert nothing.
  private func isPurpose(_ group: [Int]) -> Bool {
    group.filter { input.propositions[$0].counts }.allSatisfy { number in
      let proposition = input.propositions[number]
      let reading = input.articles[proposition.passage.article].reading
      let tokens = reading.tokens[reading.tokens(in: proposition.passage.span)]
      guard proposition.form == .detail, proposition.quantities.isEmpty, let first = tokens.first else { return false }
      let opening = first.classes.contains(.infinitive) ? first.classes : tokens.dropFirst().first?.classes ?? []
      return opening.contains(.infinitive) && opening.isDisjoint(with: [.noun, .finite, .past])
        && (first.classes.contains(.preposition) || first.classes.contains(.infinitive))
    }
  }

  /// Whole clauses before their parts, then what more articles tell, then what more words tell.
  private func isFuller(_ a: [Int], _ b: [Int], _ i: Int, _ k: Int) -> Bool {
    func key(_ group: [Int]) -> (Int, Int, Int) {
      let length = group.reduce(0) { $0 + input.propositions[$1].passage.span.count } / group.count
      return (isPartial(group) ? 0 : 1, articles(group).count, length)
    }
    let (x, y) = (key(a), key(b))
    return x != y ? x > y : i < k
  }

  /// Whether `other` has, for every article of `group`, words that the group rests on too.
  private func holds(_ other: [Int], _ group: [Int]) -> Bool {
    let met = group.filter { part in other.contains { overlap($0, part) } }
    guard articles(met) == articles(group) else { return false }
    if isOfEvent(other) == isOfEvent(group) || tellSameEvent(other, group) { return true }
    let same = group.filter { part in other.contains { coincide($0, part) } }
    return articles(same).count * 2 > articles(group).count
  }

  private func coincide(_ a: Int, _ b: Int) -> Bool {
    let (x, y) = (input.propositions[a].passage, input.propositions[b].passage)
    return x.article == y.article && x.span.overlap(y.span) * 2 >= max(x.span.count, y.span.count)
  }

  /// Whether the two tell of one event.
  private func tellSameEvent(_ other: [Int], _ group: [Int]) -> Bool {
    let (told, named) = (other.compactMap(event), group.compactMap(event))
    return named.contains { one in told.contains { EventMatch(one, $0).isSame } }
  }

  private func event(_ number: Int) -> EventMention? {
    let proposition = input.propositions[number]
    return proposition.events.first.map { input.articles[proposition.passage.article].events[$0] }
  }

  /// Whether most of a group names an event, which is a fact beside whatever else the sentence tells of it.
  private func isOfEvent(_ group: [Int]) -> Bool {
    group.filter { input.propositions[$0].form == .event }.count * 2 > group.count
  }

  private func overlap(_ a: Int, _ b: Int) -> Bool {
    let (x, y) = (input.propositions[a].passage, input.propositions[b].passage)
    return x.article == y.article && x.span.overlaps(y.span)
  }

  /// Whether most of a clause that stands alone is told by parts that do not.
  private func isTold(_ group: [Int], by taken: [Int]) -> Bool {
    group.allSatisfy { number in
      let passage = input.propositions[number].passage
      let parts = taken.filter { $0 != number && overlap($0, number) && input.propositions[$0].form == .detail }
      let covered = parts.reduce(0) { $0 + input.propositions[$1].passage.span.overlap(passage.span) }
      return covered * 10 >= passage.span.count * 7
    }
  }
}
