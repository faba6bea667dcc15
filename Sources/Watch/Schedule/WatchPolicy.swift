/// How often is asked. All times are in milliseconds.
public struct WatchPolicy: Sendable {
  /// Between the end of one request to a host and the beginning of the next; a host may ask for more (`Crawl-delay`, `Retry-After`).
  public var delay = 2_000
  /// Between two requests for one feed: at first, at least, at most.
  public var interval = 900_000
  /// The shortest time between two requests for one feed that always has news.
  public var leastInterval = 300_000
  /// The longest time between two requests for one feed, whatever became of them. Waiting for a busy host comes on top, and what the host asks for.
  public var mostInterval = 7_200_000
  /// When a page is asked for again, counted from the last time: updates and corrections come early.
  public var revisits = [3_600_000, 21_600_000, 86_400_000]
  /// How often a page that fails is asked for before it is given up.
  public var attempts = 4
  /// Hops that a redirect may take.
  public var hops = 5
  /// How long a robots.txt holds (RFC 9309, 2.4).
  public var robotsLife = 86_400_000
  /// The most that a host is obeyed when it says how long to wait.
  public var mostWait = 86_400_000
  /// The product token that robots.txt is read for.
  public var agent = "stemma"
  /// Makes the usual policy.
  public init() {}

  /// The time after the n-th failure in a row: it doubles, up to the longest interval.
  func backoff(_ failures: Int) -> Int {
    min(leastInterval << min(max(failures - 1, 0), 20), mostInterval)
  }
}
