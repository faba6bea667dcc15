import TestSupport
import Testing

@testable import Watch

/// Hosts that answer as a seed decides, for simulated days.
struct Simulation {
  struct Asked {
    var start: Int
    var end: Int
    var job: Scheduler.Job
  }
  var scheduler: Scheduler
  var generator: SeededGenerator
  var asked: [Asked] = []
  private var running: [(end: Int, job: Scheduler.Job, start: Int)] = []
  private var time = 0
  let answer: (Scheduler.Job, inout SeededGenerator) -> WatchResult

  init(
    _ policy: WatchPolicy = WatchPolicy(), seed: UInt64,
    _ answer: @escaping (Scheduler.Job, inout SeededGenerator) -> WatchResult
  ) {
    scheduler = Scheduler(policy, seed: seed)
    generator = SeededGenerator(seed: seed &+ 1)
    self.answer = answer
  }

  mutating func add(_ text: String, _ kind: WatchItem.Kind = .list) {
    scheduler.add(WatchItem(kind, WebAddress(text)!, due: 0, interval: scheduler.policy.interval))
  }

  /// Runs until `end`, with as many requests at once as `lanes`.
  mutating func run(until end: Int, lanes: Int = 1_000) {
    while true {
      while running.count < lanes, let job = scheduler.next(at: time) {
        let took = Int.random(in: 1...3_000, using: &generator)
        running.append((time + took, job, time))
      }
      let next = [running.map(\.end).min(), running.count < lanes ? scheduler.wakeTime : nil].compactMap { $0 }.min()
      guard let next, next <= end else { return }
      time = max(time, next)
      let done = running.filter { $0.end <= time }
      running.removeAll { $0.end <= time }
      for one in done.sorted(by: { $0.end < $1.end }) {
        asked.append(Asked(start: one.start, end: one.end, job: one.job))
        scheduler.finish(one.job, answer(one.job, &generator), at: one.end)
      }
      _ = scheduler.takeChanges()
    }
  }

  func asked(of host: String) -> [Asked] {
    asked.filter { $0.job.request.address.host == host }.sorted { $0.start < $1.start }
  }
}

@Suite("The scheduler")
struct SchedulerTests {
  static let day = 86_400_000

  /// Faults of every kind, a tenth of them redirects between the hosts.
  private func fault(_ job: Scheduler.Job, _ generator: inout SeededGenerator) -> WatchResult {
    if case .robots = job.subject {
      switch Int.random(in: 0..<10, using: &generator) {
      case 0: return .failed
      case 1: return .status(503, wait: nil)
      case 2: return .status(404, wait: nil)
      default: return .rules(.open)
      }
    }
    switch Int.random(in: 0..<12, using: &generator) {
    case 0: return .failed
    case 1: return .status(500, wait: nil)
    case 2: return .status(429, wait: 120_000)
    case 3: return .status(404, wait: nil)
    case 4: return .refused
    case 5:
      return .moved(
        WebAddress("http://host\(Int.random(in: 0..<40, using: &generator)).example/moved"),
        isPermanent: Bool.random(using: &generator))
    case 6: return .moved(nil, isPermanent: false)
    case 7, 8: return .received(Validators(tag: "\"1\""), hasNews: Bool.random(using: &generator))
    default: return .unchanged
    }
  }

  @Test(
    "no host is asked twice at once, or before it was left alone for its delay", arguments: [1, 2, 3, 4, 5] as [UInt64])
  func politeness(_ seed: UInt64) {
    var simulation = Simulation(seed: seed, fault)
    for number in 0..<200 { simulation.add("http://host\(number % 40).example/feed\(number)") }
    simulation.run(until: Self.day / 2)
    #expect(simulation.asked.count > 2_000)
    for number in 0..<40 {
      let asked = simulation.asked(of: "host\(number).example")
      for (earlier, later) in zip(asked, asked.dropFirst()) {
        #expect(later.start - earlier.end >= simulation.scheduler.policy.delay)
      }
    }
  }

  @Test("every feed is asked again within its longest interval, and none is lost", arguments: [11, 12, 13] as [UInt64])
  func completeness(_ seed: UInt64) {
    var simulation = Simulation(seed: seed) { job, generator in
      let result = fault(job, &generator)
      // Redirects stay on the host, so that every request for a feed is seen there.
      guard case .moved(.some, let isPermanent) = result else { return result }
      return .moved(WebAddress("/moved", from: job.request.address), isPermanent: isPermanent)
    }
    for number in 0..<150 { simulation.add("http://own\(number).example/feed") }
    simulation.run(until: 2 * Self.day)
    #expect(simulation.scheduler.count == 150)
    let policy = simulation.scheduler.policy
    // A request, its robots.txt and five hops may each wait for a busy host and take three seconds.
    let slack = 7 * (policy.leastInterval + 3_000 + policy.delay)
    for number in 0..<150 {
      let starts = simulation.asked(of: "own\(number).example").map(\.start)
      #expect(starts.first.map { $0 <= policy.delay } == true)
      for (earlier, later) in zip(starts, starts.dropFirst()) {
        #expect(later - earlier <= policy.mostInterval + slack, "own\(number)")
      }
      #expect((starts.last ?? 0) >= 2 * Self.day - policy.mostInterval - slack, "own\(number)")
    }
  }

  @Test("the same seed gives the same requests, whatever the order of calls for other hosts")
  func determinism() {
    func requests() -> [String] {
      var simulation = Simulation(seed: 7, fault)
      for number in 0..<50 { simulation.add("http://host\(number % 20).example/feed\(number)") }
      simulation.run(until: Self.day / 4)
      return simulation.asked.map { "\($0.start) \($0.job.request.address)" }
    }
    #expect(requests() == requests())
  }

  @Test("robots.txt comes first, what it forbids is not asked, and its delay holds")
  func robots() {
    let rules = RobotsRules(Array("User-agent: *\nDisallow: /no\nCrawl-delay: 30".utf8), agent: "stemma")
    var simulation = Simulation(seed: 3) { job, _ in
      if case .robots = job.subject { .rules(rules) } else { .unchanged }
    }
    for path in ["no/a", "yes", "also"] { simulation.add("http://one.example/\(path)") }
    simulation.run(until: Self.day / 4)
    let asked = simulation.asked(of: "one.example")
    #expect(asked.first?.job.request.purpose == .robots)
    #expect(!asked.contains { $0.job.request.address.target.hasPrefix("/no") })
    #expect(zip(asked, asked.dropFirst()).allSatisfy { $1.start - $0.end >= 30_000 })
    #expect(simulation.scheduler.count == 3)
  }

  @Test("a host without a robots.txt that can be had is not asked for anything else")
  func closed() {
    var simulation = Simulation(seed: 3) { _, _ in .failed }
    simulation.add("http://dead.example/feed")
    simulation.add("http://dead.example/page", .page)
    simulation.run(until: Self.day)
    #expect(simulation.asked.allSatisfy { $0.job.request.purpose == .robots })
    // Twice an interval at most, with backoff.
    #expect((8...40).contains(simulation.asked.count))
    #expect(simulation.scheduler.count == 1)
  }

  @Test("a redirect that never ends is left after five hops; one for good is remembered")
  func redirects() {
    var loop = Simulation(seed: 5) { job, _ in
      if case .robots = job.subject { return .rules(.open) }
      return .moved(WebAddress("http://one.example/again"), isPermanent: false)
    }
    loop.add("http://one.example/feed")
    loop.run(until: 120_000)
    #expect(loop.asked.count == 7)
    var moved = Simulation(seed: 5) { job, _ in
      if case .robots = job.subject { return .rules(.open) }
      return job.request.address.host == "old.example"
        ? .moved(WebAddress("http://new.example/feed"), isPermanent: true)
        : .received(Validators(tag: "x"), hasNews: false)
    }
    moved.add("http://old.example/feed")
    moved.run(until: Self.day)
    #expect(moved.asked(of: "old.example").count == 2)
    let later = moved.asked(of: "new.example").filter { $0.job.request.purpose == .list }
    #expect(later.count > 10)
    #expect(later.dropFirst().allSatisfy { $0.job.request.validators.tag == "x" })
  }

  @Test("a page is asked for again three times and then no more; one that is gone is given up")
  func pages() {
    var simulation = Simulation(seed: 5) { job, _ in
      if case .robots = job.subject { return .rules(.open) }
      return job.request.address.target == "/gone" ? .status(410, wait: nil) : .received(Validators(), hasNews: true)
    }
    simulation.add("http://one.example/page", .page)
    simulation.add("http://one.example/gone", .page)
    simulation.run(until: 5 * Self.day)
    #expect(simulation.asked.count { $0.job.request.address.target == "/page" } == 4)
    #expect(simulation.asked.count { $0.job.request.address.target == "/gone" } == 1)
    #expect(simulation.scheduler.count == 0)
  }

  @Test("what a host asks for with Retry-After holds for all that it has")
  func waiting() {
    var simulation = Simulation(seed: 5) { job, _ in
      if case .robots = job.subject { return .rules(.open) }
      return .status(503, wait: 3_600_000)
    }
    simulation.add("http://one.example/a")
    simulation.add("http://one.example/b")
    simulation.run(until: Self.day / 2)
    let asked = simulation.asked(of: "one.example").dropFirst()
    #expect(asked.count >= 5)
    #expect(zip(asked, asked.dropFirst()).allSatisfy { $1.start - $0.end >= 3_600_000 })
  }

  @Test("validators go back only to the address that sent them")
  func validators() {
    var simulation = Simulation(seed: 5) { job, _ in
      if case .robots = job.subject { return .rules(.open) }
      return job.request.address.target == "/feed"
        ? .moved(WebAddress("http://one.example/today"), isPermanent: false)
        : .received(Validators(tag: "t"), hasNews: false)
    }
    simulation.add("http://one.example/feed")
    simulation.run(until: Self.day / 4)
    let lists = simulation.asked.filter { $0.job.request.purpose == .list }
    #expect(
      lists.filter { $0.job.request.address.target == "/feed" }.allSatisfy { $0.job.request.validators.tag == nil })
    let today = lists.filter { $0.job.request.address.target == "/today" }
    #expect(today.count > 3)
    #expect(today.dropFirst().allSatisfy { $0.job.request.validators.tag == "t" })
  }

  @Test("what a host asks for with Retry-After holds in a later run, too")
  func waitingIsKept() throws {
    let policy = WatchPolicy()
    var scheduler = Scheduler(policy, seed: 1)
    let address = try #require(WebAddress("http://one.example/feed"))
    scheduler.add(WatchItem(.list, address, due: 0, interval: policy.interval))
    let robotsTurn = scheduler.next(at: 0)
    let robots = try #require(robotsTurn)
    scheduler.finish(robots, .rules(.open), at: 0)
    let jobTurn = scheduler.next(at: policy.delay)
    let job = try #require(jobTurn)
    scheduler.finish(job, .status(503, wait: 36_000_000), at: policy.delay)
    #expect((scheduler.item(address.text)?.due ?? 0) >= 36_000_000)
  }

  @Test("the pages of a list are counted while they are asked for")
  func pageCounts() throws {
    var scheduler = Scheduler(WatchPolicy(), seed: 1)
    for number in 0..<3 {
      var item = WatchItem(.page, try #require(WebAddress("http://one.example/\(number)")), due: 0)
      item.parent = "http://one.example/feed"
      scheduler.add(item)
      scheduler.add(item)
    }
    #expect(scheduler.pages(of: "http://one.example/feed") == 3)
    let robotsTurn = scheduler.next(at: 0)
    let robots = try #require(robotsTurn)
    scheduler.finish(robots, .rules(.open), at: 0)
    let jobTurn = scheduler.next(at: 10_000)
    let job = try #require(jobTurn)
    scheduler.finish(job, .status(404, wait: nil), at: 10_000)
    #expect(scheduler.pages(of: "http://one.example/feed") == 2)
    scheduler.remove("http://one.example/1")
    scheduler.remove("http://one.example/2")
    #expect(scheduler.pages(of: "http://one.example/feed") == 0)
  }

  @Test("what is kept of robots.txt is bounded, in hosts and in bytes")
  func robotsBound() {
    let large = RobotsRules(
      Array("User-agent: *\n".utf8)
        + (0..<2_000).flatMap { Array("Disallow: /\($0)\(String(repeating: "x", count: 200))\n".utf8) }, agent: "stemma"
    )
    var scheduler = Scheduler(WatchPolicy(), seed: 1)
    for number in 0..<1_000 { scheduler.learn("http://host\(number).example:80", .rules(large), at: number) }
    #expect(scheduler.origins.values.reduce(0) { $0 + ($1.rules?.byteCount ?? 0) } <= 33 << 20)
    // The one that was learned last is known.
    #expect(scheduler.origins["http://host999.example:80"]?.rules != nil)
    for number in 0..<10_000 { scheduler.learn("http://small\(number).example:80", .rules(.open), at: 2_000 + number) }
    #expect(scheduler.origins.count <= 4_097)
  }
}
