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

  private let open: @Sendable () throws -> Outbox?
  private let sender: WebhookSender
  private let note: @Sendable (String) -> Void

  /// Makes a postman. `open` gives the outbox, nil while no webhook is registered; `note` is told what was given up and what went wrong.
  public init(
    _ open: @escaping @Sendable () throws -> Outbox?, _ sender: WebhookSender,
    note: @escaping @Sendable (String) -> Void
  ) {
    self.open = open
    self.sender = sender
    self.note = note
  }

  /// Sends what is due now; nil where no webhook is registered.
  @discardableResult
  public func sendDue() async throws -> Outbox.Tally? {
    guard let tally = try await open()?.sends(sender) else { return nil }
    tally.notes.forEach(note)
    return tally
  }

  /// Sends what is due, and what becomes due, until the task is cancelled. What goes wrong, as where the archive is locked for long, is
  /// told once and tried again.
  public func run() async {
    var told = ""
    while !Task.isCancelled {
      var wait = Self.patience
      do {
        try await sendDue()
        wait = min(max(try open()?.wait() ?? wait, 1), wait)
        told = ""
      } catch {
        let why = "webhooks wait: \(error)"
        if why != told { note(why) }
        told = why
      }
      try? await Task.sleep(for: .seconds(wait))
    }
  }
}
