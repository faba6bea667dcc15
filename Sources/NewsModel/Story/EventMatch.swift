/// Whether two event mentions, in story entity numbers, are of one event.
public struct EventMatch: Sendable, Hashable {
  /// Same type and mode, the same two parties or more, days that may be one.
  public let isSame: Bool
  /// Same type and mode, days that may be one, and no parties that speak against it.
  public let isAlike: Bool
  /// Same type, but parties or days that cannot be one.
  public let isOther: Bool

  /// Compares two events whose entity numbers are those of one story. O(participants).
  public init(_ a: EventMention, _ b: EventMention) {
    let x = a.parties
    let y = b.parties
    let sameMode = a.mode != nil && a.mode == b.mode
    let days = (a.date?.days, b.date?.days)
    let apart = days.0.flatMap { first in days.1.map { !first.overlaps($0) } } ?? false
    let shared = x.intersection(y)
    isSame = a.type == b.type && sameMode && shared.count >= 2 && shared.count == min(x.count, y.count) && !apart
    let rolesMeet = { (first: [Int], second: [Int]) in
      first.isEmpty || second.isEmpty || !Set(first).isDisjoint(with: second)
    }
    isAlike =
      a.type == b.type && sameMode && !apart && rolesMeet(a.actors, b.actors) && rolesMeet(a.recipients, b.recipients)
    isOther = a.type == b.type && (apart || (x.count >= 2 && y.count >= 2 && shared.count < 2))
  }
}
