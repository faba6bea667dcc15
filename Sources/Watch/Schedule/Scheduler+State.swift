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
    /// When it holds no more; never for what is awaited.
    var end: Int {
      switch self {
      case .awaited: .max
      case .rules(_, let expiry, _): expiry
      case .closed(let until, _): until
      }
    }
    var failures: Int {
      switch self {
      case .awaited(_, _, let failures), .rules(_, _, let failures), .closed(_, let failures): failures
      }
    }
  }

  /// What is known of so many origins is kept, with so many bytes of rules, before the oldest is forgotten; it is asked for again where it is needed.
  private static let mostOrigins = 4_096
  private static let mostRuleBytes = 32 << 20

  /// Takes in what the request for a robots.txt gave (RFC 9309, 2.3.1).
  mutating func learn(_ origin: String, _ result: WatchResult, at now: Int) {
    let old = origins[origin]
    let failures = (old?.failures ?? 0) + 1
    let isUnavailable: Bool
    switch result {
    case .rules(let rules):
      return note(origin, .rules(rules, expiry: now + policy.robotsLife, failures: 0), at: now)
    case .status(let code, _): isUnavailable = (400..<500).contains(code) && code != 429
    case .moved: isUnavailable = true
    default: isUnavailable = false
    }
    if isUnavailable {
      note(origin, .rules(.open, expiry: now + policy.robotsLife, failures: 0), at: now)
    } else if let rules = old?.rules {
      note(origin, .rules(rules, expiry: now + jittered(policy.backoff(failures)), failures: failures), at: now)
    } else {
      note(origin, .closed(until: now + jittered(policy.backoff(failures)), failures: failures), at: now)
    }
  }

  private mutating func note(_ origin: String, _ state: Origin, at now: Int) {
    origins[origin] = state
    ruleBytes += state.rules?.byteCount ?? 0
    guard origins.count > Self.mostOrigins || ruleBytes > Self.mostRuleBytes else { return }
    // Half of what is bounded stays, so that this is paid for by many origins. What is awaited stays, too.
    let oldestLast = origins.sorted { ($0.value.end, $0.key) > ($1.value.end, $1.key) }
    (origins, ruleBytes) = ([:], 0)
    for (name, state) in oldestLast {
      let bytes = state.rules?.byteCount ?? 0
      guard
        state.end == .max || name == origin
          || (state.end > now && origins.count < Self.mostOrigins / 2 && ruleBytes + bytes < Self.mostRuleBytes / 2)
      else { continue }
      origins[name] = state
      ruleBytes += bytes
    }
  }
}

extension Scheduler {
  /// The lists that the list `name` named. O(items).
  func lists(of name: String) -> [WatchItem] { items.values.filter { $0.kind == .list && $0.parent == name } }
}
