/// Claims of one footing under their heading, the ones that matter first.
package struct ClaimSection {
  package var id: String
  package var name: String
  package var meaning: String
  package var claims: [ClaimBlock]
  /// The ones that a first reading does not need.
  package var rest: [ClaimBlock]
  package var hasRest: Bool
  package var restCount: String
  package var total: String
}

/// Differences of one verdict under their heading.
package struct DifferenceSection {
  package var id: String
  package var name: String
  package var meaning: String
  package var sign: String
  package var list: [Difference]
}

extension StoryReport {
  /// Thin sourcing, then solid; sections without claims are left out.
  package func claimSections(_ words: ReportWords) -> [ClaimSection] {
    let choice = ClaimChoice(self, all: false)
    func section(_ id: String, _ chosen: [ClaimBlock], _ all: [ClaimBlock]) -> ClaimSection {
      let ids = Set(chosen.map(\.id))
      let rest = all.filter { !ids.contains($0.id) }
      return ClaimSection(
        id: id, name: words("section.\(id)"), meaning: words("section.\(id).meaning"), claims: chosen, rest: rest,
        hasRest: !rest.isEmpty, restCount: words.counted(rest.count, "more.claim"),
        total: words.counted(all.count, "claim"))
    }
    return [section("thin", choice.thin, thin), section("solid", choice.solid, solid)].filter {
      !$0.claims.isEmpty || $0.hasRest
    }
  }

  /// Conflicts, drift, and what only looks like a conflict; empty ones are left out.
  package func differenceSections(_ words: ReportWords) -> [DifferenceSection] {
    [("disagree", "≠", conflicts), ("drift", "→", drifts), ("reconciled", "~", reconciled)].filter { !$0.2.isEmpty }
      .map { id, sign, list in
        DifferenceSection(
          id: id, name: words("section.\(id)"), meaning: words("section.\(id).meaning"), sign: sign, list: list)
      }
  }
}
