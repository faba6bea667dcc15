extension Scheduler {
  /// A job that waits for its host.
  struct Entry: Sendable, Comparable {
    /// When it may be taken.
    var time: Int
    /// When its item was due as it was queued: an entry of an item that is due at another time by now is void.
    var due: Int
    var job: Job

    static func < (a: Entry, b: Entry) -> Bool {
      a.time != b.time ? a.time < b.time : a.job.request.address.text < b.job.request.address.text
    }
  }

  /// A host, by name: its ports are one to it.
  struct Host: Sendable {
    var queue = Heap<Entry>()
    /// Before this it is left alone.
    var nextTime = 0
    /// Whether it is being asked.
    var isBusy = false
    /// Its place in the queue of hosts.
    var turn: Int?
    /// Requests in a row that nobody answered.
    var failures = 0
  }

  /// A host's place in the queue of hosts.
  struct Turn: Sendable, Comparable {
    var time: Int
    var host: String

    static func < (a: Turn, b: Turn) -> Bool { a.time != b.time ? a.time < b.time : a.host < b.host }
  }

  /// What is known of an origin's robots.txt.
  enum Origin: Sendable {
    /// It was asked for. Until it is there nothing else is.
    case awaited(since: Int, old: RobotsRules?, failures: Int)
    /// It holds until `expiry`; `failures` in getting a newer one.
    case rules(RobotsRules, expiry: Int, failures: Int)
    /// It could not be had, so that all is forbidden (RFC 9309, 2.3.1.4).
    case closed(until: Int, failures: Int)

    var rules: RobotsRules? {
      switch self {
      case .awaited(_, let old, _): old
      case .rules(let rules, _, _): rules
      case .closed: nil
      }
    }
    var failures: Int {
      switch self {
      case .awaited(_, _, let failures), .rules(_, _, let failures), .closed(_, let failures): failures
      }
    }
  }

  /// So many origins are kept before those are forgotten whose rules hold no more.
  private static let mostOrigins = 4_096

  /// Takes in what the request for a robots.txt gave (RFC 9309, 2.3.1).
  mutating func learn(_ origin: String, _ result: WatchResult, at now: Int) {
    let old = origins[origin]?.rules
    let failures = (origins[origin]?.failures ?? 0) + 1
    let isUnavailable: Bool
    switch result {
    case .rules(let rules):
      origins[origin] = .rules(rules, expiry: now + policy.robotsLife, failures: 0)
      return
    case .status(let code, _): isUnavailable = (400..<500).contains(code) && code != 429
    case .moved: isUnavailable = true
    default: isUnavailable = false
    }
    if isUnavailable {
      origins[origin] = .rules(.open, expiry: now + policy.robotsLife, failures: 0)
    } else if let old {
      origins[origin] = .rules(old, expiry: now + jittered(policy.backoff(failures)), failures: failures)
    } else {
      origins[origin] = .closed(until: now + jittered(policy.backoff(failures)), failures: failures)
    }
    if origins.count > Self.mostOrigins { forgetOrigins(at: now) }
  }

  private mutating func forgetOrigins(at now: Int) {
    origins = origins.filter { _, state in
      switch state {
      case .awaited: true
      case .rules(_, let expiry, _): expiry > now
      case .closed(let until, _): until > now
      }
    }
  }
}

extension Scheduler {
  /// The lists that the list `name` named. O(items).
  func lists(of name: String) -> [WatchItem] { items.values.filter { $0.kind == .list && $0.parent == name } }
}
