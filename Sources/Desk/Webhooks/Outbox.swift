import Archive
import Contract
import Foundation
import NewsModel

/// What is sent to a webhook: a POST of `body` with `headers`.
public struct Delivery: Sendable {
  /// Where it goes.
  public var url: String
  /// Content type, id, time and signature.
  public var headers: [(name: String, value: String)]
  /// JSON.
  public var body: [UInt8]
  /// Makes a delivery of its parts.
  public init(url: String, headers: [(name: String, value: String)], body: [UInt8]) {
    (self.url, self.headers, self.body) = (url, headers, body)
  }
}

/// What a receiver answered.
public enum DeliveryOutcome: Sendable, Hashable {
  /// A status; `wait` is what `Retry-After` says, in seconds.
  case status(Int, wait: Int?)
  /// No answer, an address that is not asked, or whatever else went wrong, in a few words.
  case failed(String)
}

/// Sends deliveries. The one that opens connections stands beside the watch; it follows no redirect, and neither throws nor crashes.
public protocol DeliverySending: Sendable {
  /// Sends one, and waits for the answer's status.
  func send(_ delivery: Delivery) async -> DeliveryOutcome
}

/// Tells webhooks of new and changed stories. What is to be sent stands in the archive until it arrived or was given up, so that neither
/// a crash nor an absent receiver loses any; whoever traced the story need not wait. A story that changes while it waits is told once, as it
/// stands then. A delivery may arrive twice (`webhook-id` tells); it arrives at least once.
public struct Outbox: Sendable {
  private let archive: Archive
  private let key: WebhookKey
  private let policy: RetryPolicy
  private let clock: @Sendable () -> Int

  /// Opens the outbox of an archive; `clock` gives seconds since 1970.
  public init(
    _ archive: Archive, key: WebhookKey, policy: RetryPolicy = RetryPolicy(),
    clock: @escaping @Sendable () -> Int = { Int(Date().timeIntervalSince1970) }
  ) {
    self.archive = archive
    self.key = key
    self.policy = policy
    self.clock = clock
  }

  /// How a round went.
  public struct Tally: Sendable, Hashable {
    /// Deliveries that arrived, that failed and are tried again, and that were given up.
    public var sent = 0, failed = 0, dead = 0
    /// What was given up, a line each.
    public var notes: [String] = []
    /// Makes a tally of nothing.
    public init() {}
  }

  /// Sends what is due until nothing is: at most one request a hook at a time, so that none is flooded. Each result is on the disk before
  /// the next is sent.
  public func sends(_ sender: some DeliverySending) async throws -> Tally {
    var tally = Tally()
    while !Task.isCancelled {
      let time = clock()
      try archive.write { try $0.queueDeliveries(at: time) }
      let due = try archive.read { try $0.dueDeliveries(at: time) }
      guard !due.isEmpty else { break }
      let outcomes = try await outcomes(of: due, sender)
      try archive.write { writer in
        for (delivery, outcome) in zip(due, outcomes) { try note(delivery, outcome, writer, &tally) }
      }
    }
    return tally
  }

  /// Seconds until something is due, as far as is known now; nil where nothing waits.
  public func wait() throws(ArchiveError) -> Int? {
    try archive.read { try $0.nextDelivery() }.map { max(0, $0 - clock()) }
  }

  private func outcomes(of due: [QueuedDelivery], _ sender: some DeliverySending) async throws -> [DeliveryOutcome] {
    try await withThrowingTaskGroup(of: (Int, DeliveryOutcome).self) { group in
      for (number, queued) in due.enumerated() {
        let delivery = try delivery(queued)
        group.addTask { (number, await sender.send(delivery)) }
      }
      var outcomes = [DeliveryOutcome](repeating: .failed("it was given up"), count: due.count)
      for try await (number, outcome) in group { outcomes[number] = outcome }
      return outcomes
    }
  }

  /// What is sent now for a delivery.
  func delivery(_ queued: QueuedDelivery) throws -> Delivery {
    let event = queued.event
    let body = Array(try JSONText.line(WireArchiveEvent(event)).utf8)
    let id = "\(event.story.raw)-\(event.id)"
    return Delivery(
      url: queued.url, headers: key.headers(id: id, body: body, hook: queued.hook, url: queued.url, at: clock()),
      body: body)
  }

  private func note(
    _ delivery: QueuedDelivery, _ outcome: DeliveryOutcome, _ writer: ArchiveWriter, _ tally: inout Tally
  ) throws {
    let time = clock()
    var (asked, note) = (nil as Int?, "")
    switch outcome {
    case .status(200...299, _):
      tally.sent += 1
      return try writer.noteArrival(delivery, at: time)
    case .status(let status, let wait): (asked, note) = (wait, "status \(status)")
    case .failed(let why): note = String(why.prefix(300))
    }
    // The same delivery waits as long in every run: no dice.
    let salt = delivery.event.id &* 31 &+ delivery.hook
    // 410 Gone: the receiver wants no more of it (Standard Webhooks 1.0).
    let tries = outcome.isGone ? policy.mostTries : delivery.tries + 1
    let next = policy.next(tries: tries, queued: delivery.queued, at: time, salt: salt, asked: asked)
    let failures = try writer.reader.hooks().first { $0.id == delivery.hook }?.failures ?? 0
    let rest = time + policy.wait(after: failures + 1, salt: salt, asked: asked)
    try writer.noteFailure(delivery, note, next: next, rest: rest)
    if next == nil {
      tally.dead += 1
      tally.notes.append("webhook \(delivery.hook): \(delivery.event.story.raw) is given up (\(note))")
    } else {
      tally.failed += 1
    }
  }
}

extension DeliveryOutcome {
  fileprivate var isGone: Bool { if case .status(410, _) = self { true } else { false } }
}
