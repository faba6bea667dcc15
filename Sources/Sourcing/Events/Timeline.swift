import NewsModel
import TextBytes

/// What happened when: events and claims that have a date, in order.
struct Timeline {
  let events: [StoryEvent]
  let claims: [Claim]
  let input: SourcingInput

  /// One entry an event or dated claim; claims that tell an event go with it. Sorted by first day. O(n log n).
  func entries() -> [TimelineEntry] {
    var told: Set<ID<Claim>> = []
    var entries: [(day: DayNumber, entry: TimelineEntry)] = []
    for event in events {
      guard let date = event.date, let days = date.days, days.count <= 31 else { continue }
      let own = claims.filter { claim in event.mentions.contains { tells($0, claim) } }
      told.formUnion(own.map(\.id))
      guard let claim = own.max(by: { isLessTelling($0, $1, of: event) }) else { continue }
      let entry = TimelineEntry(
        dates: [date], text: claim.text, event: event.id, claims: own.map(\.id), at: event.mentions)
      if let entry { entries.append((days.lowerBound, entry)) }
    }
    for claim in claims where !told.contains(claim.id) {
      guard let date = claim.date, let days = date.days, days.count <= 31, claim.articles.count >= 2 else { continue }
      let entry = TimelineEntry(
        dates: [date], text: claim.text, event: nil, claims: [claim.id],
        at: claim.support.filter(\.counts).map(\.passage))
      if let entry { entries.append((days.lowerBound, entry)) }
    }
    return entries.sorted { $0.day != $1.day ? $0.day < $1.day : $0.entry.at.count > $1.entry.at.count }.map(\.entry)
  }

  /// What tells the event in more of its mentions comes first, then what more articles state, then what is said in fewer words.
  private func isLessTelling(_ a: Claim, _ b: Claim, of event: StoryEvent) -> Bool {
    func key(_ claim: Claim) -> (Int, Int, Int) {
      (event.mentions.filter { tells($0, claim) }.count, claim.articles.count, -claim.text.utf8.count)
    }
    return key(a) < key(b)
  }

  /// Whether a support of `claim` holds most of the words that tell the event.
  private func tells(_ mention: Passage, _ claim: Claim) -> Bool {
    claim.support.contains {
      $0.passage.article == mention.article && $0.passage.span.overlap(mention.span) * 10 >= mention.span.count * 6
    }
  }
}
