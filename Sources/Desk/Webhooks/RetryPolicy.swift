/// When a delivery that failed is tried again: after 5 seconds, then ever later, up to 6 hours; after 12 tries or 3 days it is given up.
public struct RetryPolicy: Sendable, Hashable {
  /// Tries of one delivery, at most.
  public var mostTries = 12
  /// Seconds after which a delivery is given up.
  public var longest = 3 * 86_400
  /// Seconds until the first try after a failure.
  public var first = 5
  /// Seconds between two tries, at most.
  public var slowest = 6 * 3_600

  /// Makes the usual policy.
  public init() {}

  /// Seconds to wait after the failure of number `failures`, from 1: three times as long each time, and up to a quarter more, which `salt`
  /// decides, so that what failed together does not come back together. Never less than a receiver asks for, within a day.
  public func wait(after failures: Int, salt: Int, asked: Int? = nil) -> Int {
    var wait = first
    for _ in 1..<max(1, min(failures, 20)) where wait < slowest { wait *= 3 }
    wait = min(wait, slowest)
    return max(wait + wait * abs(salt % 26) / 100, min(asked ?? 0, 86_400))
  }

  /// When a delivery is tried again that failed at `time` for the `tries`th time; nil where it is given up.
  public func next(tries: Int, queued: Int, at time: Int, salt: Int, asked: Int? = nil) -> Int? {
    guard tries < mostTries, time - queued < longest else { return nil }
    return time + wait(after: tries, salt: salt, asked: asked)
  }
}
