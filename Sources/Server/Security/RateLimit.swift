import Synchronization

/// How often one may ask: a bucket for each peer that holds `burst` requests and gets `perSecond` new ones.
final class RateLimit: Sendable {
  private struct Bucket {
    var left: Double
    var at: ContinuousClock.Instant
  }
  private let perSecond: Double
  private let burst: Double
  private let buckets = Mutex<[String: Bucket]>([:])
  /// Peers that are remembered; beyond that all begin anew.
  private static let most = 10_000

  init(perSecond: Double, burst: Double) {
    self.perSecond = perSecond
    self.burst = burst
  }

  /// Takes one request of a peer's; false where it has none left.
  func allows(_ peer: String, at now: ContinuousClock.Instant = .now) -> Bool {
    buckets.withLock { buckets in
      if buckets.count > Self.most { buckets = [:] }
      var bucket = buckets[peer] ?? Bucket(left: burst, at: now)
      let seconds = bucket.at.duration(to: now) / .seconds(1)
      bucket.left = min(burst, bucket.left + max(0, seconds) * perSecond)
      bucket.at = now
      let isAllowed = bucket.left >= 1
      if isAllowed { bucket.left -= 1 }
      buckets[peer] = bucket
      return isAllowed
    }
  }
}
