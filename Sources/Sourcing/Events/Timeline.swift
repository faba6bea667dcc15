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
      let own = claims.filter { claim in
        claim.support.contains { support in
          event.mentions.contains { $0.article == support.passage.article && support.passage.span.contains($0.span) }
        }
      }
      told.formUnion(own.map(\.id))
      guard let claim = own.max(by: { $0.articles.count < $1.articles.count }) else { continue }
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
}
