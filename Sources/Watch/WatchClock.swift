import Foundation

/// The time of day as it was when the watch began, and what passed since: a clock that is set back or on stops no watch.
public struct WatchClock: Sendable {
  private let began = Int(Date().timeIntervalSince1970 * 1_000)
  private let start = ContinuousClock.now

  /// Makes a clock that is right now.
  public init() {}

  /// Milliseconds since 1970.
  @Sendable public func now() -> Int {
    let passed = (ContinuousClock.now - start).components
    return began + Int(passed.seconds) * 1_000 + Int(passed.attoseconds / 1_000_000_000_000_000)
  }
}
