import NewsModel
import TextBytes

/// Gives "the call", "their first meeting", "la incautación" the participants of the event that they take up.
struct Anaphora: Sendable {
  let folder: EventFolder

  /// The drafts in the order of the text, completed; those that neither name nor take up anybody are dropped.
  func resolve(_ drafts: [EventDraft]) -> [EventDraft] {
    var told: [EventDraft] = []
    for var draft in drafts.sorted(by: { $0.event.trigger < $1.event.trigger }) {
      if draft.isAnaphor, draft.event.parties.count < 2,
        let earlier = antecedent(of: draft, among: told)
      {
        inherit(&draft, from: earlier)
      }
      let isPlaced = draft.isDomestic && (draft.event.place != nil || draft.event.date != nil)
      guard draft.hasParty || isPlaced || (draft.isAnaphor && !draft.isWeak) else { continue }
      told.append(draft)
    }
    return told
  }

  /// The latest event that fits, if it is of this sentence or the one before; farther back, one told in a clause of its own first.
  private func antecedent(of draft: EventDraft, among told: [EventDraft]) -> EventDraft? {
    guard let latest = told.last(where: { fits(draft, $0) }), draft.sentence - latest.sentence <= Self.reach else {
      return nil
    }
    if latest.sentence >= draft.sentence - 1 { return latest }
    return told.last { fits(draft, $0) && !$0.isEmbedded } ?? latest
  }

  /// How many sentences back an event may be taken up.
  private static let reach = 25
  /// Modes of parties that are in one place: a visit can be taken up as a meeting.
  private static let inPerson: Set<String> = ["meet", "visit"]

  private func fits(_ draft: EventDraft, _ earlier: EventDraft) -> Bool {
    let (a, b) = (draft.event, earlier.event)
    guard a.type == b.type, earlier.hasParty, !earlier.isHypothetical else { return false }
    if let x = a.mode, let y = b.mode, x != y, !Self.inPerson.isSuperset(of: [x, y]) { return false }
    return a.participants.allSatisfy { $0.entity.map(b.parties.contains) == true }
  }

  private func inherit(_ draft: inout EventDraft, from earlier: EventDraft) {
    let own = draft.event.parties
    draft.event.participants += earlier.event.participants.filter { $0.entity.map(own.contains) != true }
    draft.hasParty = true
    if draft.event.mode == nil { draft.event.mode = earlier.event.mode }
    guard draft.event.date == nil else { return }
    if draft.ordinal == nil || draft.ordinal == earlier.ordinal { draft.event.date = earlier.event.date }
  }
}
