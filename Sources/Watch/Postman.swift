import Desk

/// Sends what an archive has for webhooks, with the fetcher's guards: private networks are refused, the address that was judged is the one
/// that is connected to, and no redirect is followed.
public struct WebhookSender: DeliverySending {
  private let fetcher: HTTPFetcher

  /// Makes a sender that connects as `fetcher` does.
  public init(_ fetcher: HTTPFetcher) { self.fetcher = fetcher }

  /// Posts one delivery.
  public func send(_ delivery: Delivery) async -> DeliveryOutcome {
    guard let address = WebAddress(delivery.url) else { return .failed("it is no address that can be asked") }
    return switch await fetcher.post(delivery.body, headers: delivery.headers, to: address) {
    case .status(let status, let wait): .status(status, wait: wait)
    case .refused(let why), .failed(let why): .failed(why)
    case .content, .notModified, .redirect: .failed("its answer was not understood")
    }
  }
}

/// Goes on sending what an archive has for webhooks.
public struct Postman: Sendable {
  /// Seconds between two looks at the archive, at most.
  private static let patience = 5

  private let outbox: Outbox
  private let sender: WebhookSender
  private let note: @Sendable (String) -> Void

  /// Makes a postman; `note` is told what was given up.
  public init(_ outbox: Outbox, _ sender: WebhookSender, note: @escaping @Sendable (String) -> Void) {
    self.outbox = outbox
    self.sender = sender
    self.note = note
  }

  /// Sends what is due now.
  @discardableResult
  public func sendDue() async throws -> Outbox.Tally {
    let tally = try await outbox.sends(sender)
    tally.notes.forEach(note)
    return tally
  }

  /// Sends what is due, and what becomes due, until the task is cancelled.
  public func run() async throws {
    while !Task.isCancelled {
      try await sendDue()
      let wait = min(max(try outbox.wait() ?? Self.patience, 1), Self.patience)
      try? await Task.sleep(for: .seconds(wait))
    }
  }
}
