import Archive
import Contract
import Desk
import Foundation
import Intake
import NewsModel

/// Polls lists, fetches what they name, brings it into an archive and tells what that did: the scheduler, the fetcher and the desk, joined.
public actor Watcher {
  /// How it is done.
  public struct Settings: Sendable {
    /// How often is asked.
    public var policy = WatchPolicy()
    /// Requests that are under way at once.
    public var lanes = 32
    /// The pages of a list that are fetched when it is received for the first time; later all that are new are.
    public var firstPages = 20
    /// Whether to end when nothing more is due.
    public var isOnce = false
    /// With ``isOnce``: how long to wait for hosts that must be left alone for a while, in milliseconds.
    public var patience = 60_000
    /// What decides the jitter.
    public var seed: UInt64 = 0
    /// Makes the usual settings.
    public init() {}
  }
  /// What was done so far.
  public struct Tally: Sendable, Hashable {
    /// Requests that were made.
    public var requests = 0
    /// Those that were answered with "not modified".
    public var unchanged = 0
    /// Those that failed or were refused.
    public var failures = 0
    /// What became of the pages that were received.
    public var pages: [Receipt.State: Int] = [:]
    /// Notices that were told.
    public var notices = 0
  }

  let settings: Settings
  let store: WatchStore
  let now: @Sendable () -> Int
  let note: @Sendable (String) -> Void
  private let fetcher: any Fetching
  private let keeper: Keeper
  private let tell: @Sendable (JSONValue) -> Void
  var scheduler: Scheduler
  var changes = WatchStore.Changes()
  /// Pages that were received and wait to be kept, and the addresses of their items: what is known of these is written when the page is.
  private var pending: [(item: String, document: RawDocument)] = []
  private var held: Set<String> = []
  private var isKeeping = false
  private let isStopped = StopFlag()
  private let reader = FetchReader()
  /// What was done so far.
  public private(set) var tally = Tally()

  /// Pages that wait to be kept, and their bytes, above which no page is fetched; lists go on.
  private static let mostPending = 64
  private static let mostPendingBytes = 32 << 20
  private static let batch = 32
  /// Why the robots.txt of an origin cannot be had, for people.
  private var faults: [String: String] = [:]
  private static let mostFaults = 10_000

  /// Makes a watch that brings pages to `desk`. `tell` gets notices, `note` lines for people; `now` gives milliseconds since 1970 and never
  /// goes back.
  public init(
    _ desk: Desk, archive: Archive, store: WatchStore, fetcher: any Fetching, rules: [NoticeRule] = [],
    settings: Settings = Settings(), tell: @escaping @Sendable (JSONValue) -> Void,
    note: @escaping @Sendable (String) -> Void = { _ in },
    now: @escaping @Sendable () -> Int = WatchClock().now
  ) {
    self.settings = settings
    self.store = store
    self.fetcher = fetcher
    self.tell = tell
    self.note = note
    self.now = now
    keeper = Keeper(
      desk, archive: archive, notifier: rules.isEmpty ? nil : Notifier(rules: rules, store: store),
      isStopped: isStopped, note: note)
    scheduler = Scheduler(settings.policy, seed: settings.seed)
  }

  /// Ends ``run(_:)`` soon: what is being fetched is given up, what is being kept is kept. It waits for nothing. True where it was asked before.
  @discardableResult public nonisolated func stop() -> Bool { isStopped.set() }

  private enum Event: Sendable {
    case read(Scheduler.Job, FetchReading)
    case kept([String], Result<Keeper.Kept, any Error>)
    case tick
  }

  /// Watches `addresses` until ``stop()``, or with `isOnce` until nothing is due. What was known from an earlier run goes on.
  public func run(_ addresses: [WebAddress]) async throws {
    try resume(addresses)
    try await keeper.begin()
    // Tracing takes all threads of the usual executor for seconds: what is timed has threads of its own.
    try await withTaskExecutorPreference(WatchExecutor.shared) { try await loop() }
    try flush()
    try await keeper.close()
  }

  private func loop() async throws {
    try await withThrowingTaskGroup(of: Event.self) { group in
      var running = 0
      addTick(to: &group)
      while !isStopped.isSet {
        while running < settings.lanes, let job = scheduler.next(at: now(), pages: hasRoom) {
          running += 1
          start(job, in: &group)
        }
        startKeeping(in: &group)
        if settings.isOnce, running == 0, !isKeeping, pending.isEmpty, isIdle { break }
        guard let event = try await group.next() else { break }
        switch event {
        case .read(let job, let reading):
          running -= 1
          try take(job, reading)
        case .kept(let items, let result): try took(items, result)
        case .tick:
          try flush()
          addTick(to: &group)
        }
      }
      group.cancelAll()
      try await finish(&group)
    }
  }

  private var hasRoom: Bool {
    pending.count < Self.mostPending
      && pending.reduce(0) { $0 + $1.document.input.count } < Self.mostPendingBytes
  }

  private var isIdle: Bool { !scheduler.hasWork(until: now() + settings.patience) }

  private func finish(_ group: inout ThrowingTaskGroup<Event, any Error>) async throws {
    while let event = try await group.next() {
      if case .kept(let items, let result) = event { try took(items, result) }
    }
  }

  private func addTick(to group: inout ThrowingTaskGroup<Event, any Error>) {
    group.addTask {
      try? await Task.sleep(for: .milliseconds(200))
      return .tick
    }
  }

  private func start(_ job: Scheduler.Job, in group: inout ThrowingTaskGroup<Event, any Error>) {
    tally.requests += 1
    let item: WatchItem? = if case .item(let address) = job.subject { scheduler.item(address) } else { nil }
    group.addTask { [fetcher, reader, settings, now] in
      let outcome = await fetcher.fetch(job.request)
      return .read(job, await reader.read(job, item, outcome, policy: settings.policy, at: now()))
    }
  }

  private func startKeeping(in group: inout ThrowingTaskGroup<Event, any Error>) {
    guard !isKeeping, !pending.isEmpty else { return }
    isKeeping = true
    let batch = pending.prefix(Self.batch)
    pending.removeFirst(batch.count)
    let (items, documents) = (batch.map(\.item), batch.map(\.document))
    // A page that was received is kept, whatever is cancelled meanwhile.
    let keeping = Task { [keeper] in try await keeper.keep(documents) }
    group.addTask { .kept(items, await keeping.result) }
  }

  /// Takes the end of a request in.
  private func take(_ job: Scheduler.Job, _ reading: FetchReading) throws {
    var result = reading.result
    switch (reading.matter, job.subject) {
    case (.list(let list), .item(let address)):
      if case .received(let validators, _) = result {
        result = .received(validators, hasNews: take(list, of: address, at: job.request.address))
      }
    case (.page(let document), .item(let address)):
      // That it is to be fetched is on the disk before that it was.
      if changes.kept[address] != nil { try flush() }
      held.insert(address)
      pending.append((address, document))
    default: break
    }
    if case .item = job.subject { count(result) }
    scheduler.finish(job, result, at: now())
    if case .robots(let origin) = job.subject { faults[origin] = reading.note }
    if faults.count > Self.mostFaults { faults = [:] }
    noteChanges(reading.note)
  }

  private func count(_ result: WatchResult) {
    switch result {
    case .unchanged: tally.unchanged += 1
    case .failed, .refused, .status: tally.failures += 1
    default: break
    }
  }

  /// Remembers what became of items, and says where one began to fail or was given up.
  private func noteChanges(_ why: String?) {
    for change in scheduler.takeChanges() {
      let address = change.item.address
      if change.isOver {
        changes.kept[address] = nil
        changes.dropped.insert(address)
      } else {
        changes.dropped.remove(address)
        changes.kept[address] = change.item
      }
      let failures = change.item.failures
      guard failures > 0, failures == 1 || change.isOver, let text = words(for: change) ?? why else { continue }
      note("\(address): \(text)\(change.isOver ? "; given up" : "")")
    }
  }

  private func words(for change: WatchChange) -> String? {
    let origin = WebAddress(change.item.moved ?? change.item.address)?.origin
    guard change.why == .noRobots, let fault = origin.flatMap({ faults[$0] }) else { return change.why?.text }
    return "\(WatchChange.Why.noRobots.text): \(fault)"
  }

  private func took(_ items: [String], _ result: Result<Keeper.Kept, any Error>) throws {
    isKeeping = false
    let kept = try result.get()
    for receipt in kept.receipts { tally.pages[receipt.state, default: 0] += 1 }
    for notice in kept.notices { tell(notice) }
    tally.notices += kept.notices.count
    let waiting = Set(pending.map(\.item))
    held.subtract(items.filter { !waiting.contains($0) })
    try flush()
  }

  /// Writes what is known now, without what is known of pages that are not kept yet.
  func flush() throws {
    noteChanges(nil)
    var ready = changes
    ready.kept = ready.kept.filter { !held.contains($0.key) }
    ready.dropped = ready.dropped.filter { !held.contains($0) }
    guard !ready.isEmpty else { return }
    try store.save(ready)
    changes.kept = changes.kept.filter { held.contains($0.key) }
    changes.dropped = changes.dropped.filter { held.contains($0) }
    changes.memories = [:]
  }
}

extension WatchChange.Why {
  /// For people.
  var text: String {
    switch self {
    case .forbidden: "is not asked for: the host's robots.txt forbids it"
    case .noRobots: "is not asked for, since the host's robots.txt cannot be had"
    case .circles: "is led on more often than is followed, or to what is no address"
    }
  }
}
