/// Says what is to be asked for next. It opens nothing, waits for nothing and reads no clock: the same calls give the same answers.
///
/// A host is asked one thing at a time, and then not for its delay; what robots.txt forbids is not asked. An item is in one place at a
/// time: it waits for its host, or it is being asked for.
/// ```swift
/// while let job = scheduler.next(at: now) { start(job) }
/// scheduler.finish(job, .unchanged, at: later)
/// for change in scheduler.takeChanges() { keep(change) }
/// ```
public struct Scheduler: Sendable {
  /// A request to be made.
  public struct Job: Sendable, Hashable {
    /// Whose request it is: an item's address, or the origin of a robots.txt.
    public enum Subject: Sendable, Hashable {
      case item(String)
      case robots(origin: String)
    }
    /// Whose request it is.
    public var subject: Subject
    /// What is asked for.
    public var request: FetchRequest
    /// How often it was led elsewhere.
    public var hop = 0
    /// Whether all of these hops were for good.
    var isPermanent = true
  }

  let policy: WatchPolicy
  var items: [String: WatchItem] = [:]
  var hosts: [String: Host] = [:]
  var origins: [String: Origin] = [:]
  var ruleBytes = 0
  /// The pages of each list.
  private var pageCounts: [String: Int] = [:]
  private var turns = Heap<Turn>()
  private var changes: [WatchChange] = []
  private var generator: SplitMix

  /// Makes a scheduler without items. `seed` decides the jitter.
  public init(_ policy: WatchPolicy, seed: UInt64) {
    self.policy = policy
    generator = SplitMix(state: seed)
  }

  /// What became of items since this was asked last.
  public mutating func takeChanges() -> [WatchChange] {
    defer { changes = [] }
    return changes
  }

  /// The number of lists and pages.
  public var count: Int { items.count }
  /// The item that is known by `address`.
  public func item(_ address: String) -> WatchItem? { items[address] }

  /// Takes an item in. One that is known stays as it is. O(log n).
  public mutating func add(_ item: WatchItem) {
    guard items[item.address] == nil else { return }
    items[item.address] = item
    countPage(item, 1)
    queue(item)
  }

  /// The pages that a list named and that are asked for some time. O(1).
  public func pages(of list: String) -> Int { pageCounts[list] ?? 0 }

  private mutating func countPage(_ item: WatchItem, _ change: Int) {
    guard item.kind == .page, let list = item.parent else { return }
    let count = (pageCounts[list] ?? 0) + change
    pageCounts[list] = count > 0 ? count : nil
  }

  /// Has a known page asked for at `time`, if it would be asked for later; false where it is not known. O(log n).
  public mutating func hasten(_ address: String, to time: Int) -> Bool {
    guard var item = items[address] else { return false }
    guard item.due > time, item.failures == 0 else { return true }
    item.due = time
    items[address] = item
    queue(item)
    return true
  }

  /// Forgets an item; one that is being asked for is forgotten when its request ends.
  public mutating func remove(_ address: String) {
    if let item = items.removeValue(forKey: address) { countPage(item, -1) }
  }

  /// The next request that may be made now; nil where nothing is due or every host that has something must be left alone. O(log n).
  /// Without `pages` only lists are asked for, and pages wait.
  public mutating func next(at now: Int, pages: Bool = true) -> Job? {
    while let turn = turns.first, turn.time <= now {
      _ = turns.popFirst()
      guard hosts[turn.host]?.turn == turn.time else { continue }
      hosts[turn.host]?.turn = nil
      if let job = take(from: turn.host, at: now, pages: pages) { return job }
      if let host = hosts[turn.host], host.queue.first == nil, !host.isBusy, host.nextTime <= now {
        hosts[turn.host] = nil
      } else {
        place(turn.host)
      }
    }
    return nil
  }

  /// When `next(at:)` may have something; nil where all is under way or nothing is watched.
  public var wakeTime: Int? { turns.first?.time }

  /// Whether anything could be asked for until `time`, without what is under way. O(hosts).
  public func hasWork(until time: Int) -> Bool {
    hosts.values.contains { host in
      guard let entry = host.queue.first, !host.isBusy else { return false }
      return max(entry.time, host.nextTime) <= time
    }
  }

  private mutating func take(from name: String, at now: Int, pages: Bool) -> Job? {
    guard let host = hosts[name], !host.isBusy, host.nextTime <= now else { return nil }
    while let entry = hosts[name]?.queue.first, entry.time <= now {
      _ = hosts[name]?.queue.popFirst()
      guard isCurrent(entry) else { continue }
      guard pages || entry.job.request.purpose != .page else {
        park(entry, until: now + 1_000)
        continue
      }
      guard let job = admitted(entry, at: now) else { continue }
      hosts[name]?.isBusy = true
      return job
    }
    return nil
  }

  /// Whether an entry is not overtaken by another of its item, and its item not removed.
  private func isCurrent(_ entry: Entry) -> Bool {
    guard case .item(let address) = entry.job.subject else { return true }
    return items[address].map { entry.job.hop > 0 || $0.due == entry.due } ?? false
  }

  /// The entry's job, or that of the robots.txt before it; nil where robots.txt forbids it or is awaited.
  private mutating func admitted(_ entry: Entry, at now: Int) -> Job? {
    let address = entry.job.request.address
    guard case .item(let name) = entry.job.subject, var item = items[name] else { return entry.job }
    switch origins[address.origin] {
    case .rules(let rules, let expiry, _) where expiry > now:
      if rules.allows(address.target) { return entry.job }
      item.failures += 1
      settle(&item, due: now + jittered(policy.mostInterval), isOver: item.kind == .page, why: .forbidden)
    case .closed(let until, _) where until > now:
      item.failures += 1
      let isOver = item.kind == .page && item.failures >= policy.attempts
      settle(&item, due: until, isOver: isOver, why: .noRobots)
    case .awaited(let since, _, _) where now - since < policy.leastInterval: park(entry, until: now + 1_000)
    case let state:
      guard let robots = address.robots else { return entry.job }
      origins[address.origin] = .awaited(since: now, old: state?.rules, failures: state?.failures ?? 0)
      park(entry, until: now)
      return Job(subject: .robots(origin: address.origin), request: FetchRequest(.robots, robots))
    }
    return nil
  }

  private mutating func park(_ entry: Entry, until time: Int) {
    var later = entry
    later.time = time
    hosts[entry.job.request.address.host]?.queue.insert(later)
  }

  /// Takes the end of a request in: when its host may be asked again, and its item too. O(log n).
  public mutating func finish(_ job: Job, _ result: WatchResult, at now: Int) {
    let follows = if case .moved(.some, _) = result { job.hop < policy.hops } else { false }
    if case .robots(let origin) = job.subject, !follows { learn(origin, result, at: now) }
    release(job.request.address, result, at: now)
    if follows, case .moved(let target?, let isPermanent) = result {
      follow(job, to: target, isPermanent: isPermanent, at: now)
    } else if case .item(let name) = job.subject, var item = items[name] {
      conclude(&item, job, result, at: now)
    }
    place(job.request.address.host)
  }

  private mutating func release(_ address: WebAddress, _ result: WatchResult, at now: Int) {
    var host = hosts[address.host] ?? Host()
    host.isBusy = false
    var wait = policy.delay
    if let delay = origins[address.origin]?.rules?.delay {
      wait = max(wait, Int(min(delay * 1_000, Double(policy.mostWait))))
    }
    if case .failed = result {
      host.failures += 1
      wait = max(wait, min(policy.delay << min(host.failures, 12), policy.leastInterval))
    } else {
      host.failures = 0
    }
    if case .status(_, let asked?) = result { wait = max(wait, min(asked, policy.mostWait)) }
    host.nextTime = now + wait
    hosts[address.host] = host
  }

  private mutating func follow(_ job: Job, to target: WebAddress, isPermanent: Bool, at now: Int) {
    var next = job
    next.hop += 1
    next.isPermanent = job.isPermanent && isPermanent
    next.request.address = target
    next.request.validators = Validators()
    if case .item(let name) = job.subject {
      guard let item = items[name] else { return }
      next.request.validators = item.validators(at: target)
    }
    enqueue(Entry(time: now, due: now, job: next))
  }

  private mutating func conclude(_ item: inout WatchItem, _ job: Job, _ result: WatchResult, at now: Int) {
    switch result {
    case .received(let validators, let hasNews):
      item.validators = validators
      item.validated = job.request.address.text
      if job.hop > 0, job.isPermanent { item.moved = job.request.address.text }
      succeed(&item, hasNews: hasNews)
    case .unchanged: succeed(&item, hasNews: false)
    case .moved: return fail(&item, result, why: .circles, at: now)
    default: return fail(&item, result, why: nil, at: now)
    }
    if item.kind == .list { return settle(&item, due: now + jittered(item.interval), isOver: false) }
    let isOver = item.visits > policy.revisits.count
    settle(&item, due: now + jittered(isOver ? 0 : policy.revisits[item.visits - 1]), isOver: isOver)
  }

  private func succeed(_ item: inout WatchItem, hasNews: Bool) {
    item.failures = 0
    item.visits += 1
    let next = hasNews ? item.interval / 2 : item.interval + item.interval / 2
    item.interval = min(max(next, policy.leastInterval), policy.mostInterval)
  }

  private mutating func fail(_ item: inout WatchItem, _ result: WatchResult, why: WatchChange.Why?, at now: Int) {
    item.failures += 1
    // What moved for good and is not there any more is looked for where it was.
    if item.failures > 1 { (item.moved, item.validators) = (nil, Validators()) }
    var isOver = item.failures >= policy.attempts
    switch result {
    case .refused: isOver = true
    case .status(let code, _) where (400..<500).contains(code) && ![408, 425, 429].contains(code): isOver = true
    default: break
    }
    let asked = if case .status(_, let wait?) = result { min(wait, policy.mostWait) } else { 0 }
    let due = now + max(jittered(policy.backoff(item.failures)), asked)
    settle(&item, due: due, isOver: isOver && item.kind == .page, why: why)
  }

  private mutating func settle(_ item: inout WatchItem, due: Int, isOver: Bool, why: WatchChange.Why? = nil) {
    item.due = due
    items[item.address] = isOver ? nil : item
    if isOver { countPage(item, -1) }
    changes.append(WatchChange(item: item, isOver: isOver, why: why))
    if !isOver { queue(item) }
  }

  /// Up to a tenth less than `time`: never more, so that an interval's bound holds.
  mutating func jittered(_ time: Int) -> Int { time - Int(generator.next() % UInt64(max(time / 10, 1))) }

  private mutating func queue(_ item: WatchItem) {
    guard let address = WebAddress(item.moved ?? item.address) ?? WebAddress(item.address) else { return }
    let request = FetchRequest(item.kind == .list ? .list : .page, address, validators: item.validators(at: address))
    enqueue(Entry(time: item.due, due: item.due, job: Job(subject: .item(item.address), request: request)))
  }

  private mutating func enqueue(_ entry: Entry) {
    let host = entry.job.request.address.host
    hosts[host, default: Host()].queue.insert(entry)
    place(host)
  }

  /// Gives a host its next turn, if it has none as early.
  private mutating func place(_ name: String) {
    guard let host = hosts[name], !host.isBusy else { return }
    let time = max(host.queue.first?.time ?? host.nextTime, host.nextTime)
    guard host.turn.map({ $0 > time }) ?? true else { return }
    hosts[name]?.turn = time
    turns.insert(Turn(time: time, host: name))
  }
}
