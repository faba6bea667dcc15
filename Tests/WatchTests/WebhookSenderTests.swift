import Desk
import Testing

@testable import Watch

@Suite("The sender of webhooks")
struct WebhookSenderTests {
  private func sender(isInside: Bool = true) throws -> WebhookSender {
    var policy = AddressPolicy()
    policy.allowsPrivate = isInside
    return WebhookSender(HTTPFetcher(agent: "stemma-test", policy: policy, resolver: try ToldResolver()))
  }

  private func delivery(_ url: String) -> Delivery {
    Delivery(
      url: url, headers: [("Content-Type", "application/json"), ("webhook-id", "s1-7")], body: Array("{\"a\":1}".utf8))
  }

  @Test(
    "A status is what the receiver answered, and where it leads is not asked",
    arguments: [
      (FaultServer.Answer.reply(200, [:], []), DeliveryOutcome.status(200, wait: nil)),
      (.reply(503, ["Retry-After": "40"], []), .status(503, wait: 40)),
      (.reply(410, [:], []), .status(410, wait: nil)),
      (.leads("/elsewhere"), .status(302, wait: nil)),
    ]) func answers(answer: FaultServer.Answer, outcome: DeliveryOutcome) async throws
  {
    try await FaultServer.serve({ _ in answer }) { server in
      let url = "http://one.example:\(server.port)/in?desk=1"
      #expect(try await sender().send(delivery(url)) == outcome)
      let asked = try #require(server.asked.first)
      #expect(server.asked.count == 1)
      #expect(asked.target == "/in?desk=1")
      #expect(asked.headers["webhook-id"] == "s1-7")
      #expect(asked.headers["content-length"] == "7")
      #expect(asked.headers["user-agent"] == "stemma-test")
    }
  }

  @Test("A receiver inside is told only where that is allowed") func inside() async throws {
    try await FaultServer.serve({ _ in .reply(200, [:], []) }) { server in
      let outcome = try await sender(isInside: false).send(delivery("http://one.example:\(server.port)/"))
      guard case .failed = outcome else {
        Issue.record("\(outcome)")
        return
      }
      #expect(server.connections == 0)
    }
  }

  @Test("What is no address fails in words") func noAddress() async throws {
    #expect(try await sender().send(delivery("ftp://hook.example/")) == .failed("it is no address that can be asked"))
  }
}
