import Archive
import Foundation
import NewsModel
import Synchronization
import TestSupport
import Testing

@testable import Desk

/// A receiver that answers as it is told, and a clock that only moves when it is told.
private final class Receiver: DeliverySending {
  let got = Mutex<[Delivery]>([])
  let answer: Mutex<@Sendable (Delivery) -> DeliveryOutcome>
  init(_ answer: @escaping @Sendable (Delivery) -> DeliveryOutcome) { self.answer = Mutex(answer) }
  func send(_ delivery: Delivery) async -> DeliveryOutcome {
    got.withLock { $0.append(delivery) }
    return answer.withLock { $0 }(delivery)
  }
  var count: Int { got.withLock { $0.count } }
  var types: [String] { got.withLock { $0 }.map { Self.field("type", $0) } }
  static func field(_ name: String, _ delivery: Delivery) -> String {
    let json = try? JSONSerialization.jsonObject(with: Data(delivery.body)) as? [String: Any]
    return json?[name] as? String ?? ""
  }
}

private final class Clock: Sendable {
  private let now = Mutex(1_000_000)
  var time: Int { now.withLock { $0 } }
  func pass(_ seconds: Int) { now.withLock { $0 += seconds } }
}

@Suite("Webhooks")
struct OutboxTests {
  private static let key = WebhookKey(bytes: [UInt8](0..<32))
  private static let url = "https://desk.example/hook"

  private func outbox(_ room: Room, _ clock: Clock) -> Outbox {
    Outbox(room.archive, key: Self.key, clock: { clock.time })
  }

  @Test("a new story and a changed one are told once each, with headers that the secret fits")
  func told() async throws {
    let (room, clock) = (try Room(), Clock())
    try await room.add([[document("q.txt", Pages.quake)]])
    let id = try #require(try room.archive.write { try $0.addHook(Self.url, articles: 1, at: 1) })
    let receiver = Receiver { _ in .status(204, wait: nil) }
    // What was there before is not told.
    #expect(try await outbox(room, clock).sends(receiver) == Outbox.Tally() && receiver.count == 0)
    try await room.add([[document("a.txt", Pages.ferry)]])
    #expect(try await outbox(room, clock).sends(receiver).sent == 1)
    try await room.add([[document("b.txt", Pages.secondFerry)], [document("b.txt", Pages.secondFerry)]])
    #expect(try await outbox(room, clock).sends(receiver).sent == 1)
    #expect(receiver.types == ["story.new", "story.changed"])
    let sent = receiver.got.withLock { $0[0] }
    #expect(sent.url == Self.url)
    let headers = Dictionary(uniqueKeysWithValues: sent.headers.map { ($0.name, $0.value) })
    let again = Self.key.headers(
      id: try #require(headers["webhook-id"]), body: sent.body, hook: id, url: Self.url, at: clock.time)
    #expect(again.map(\.value) == sent.headers.map(\.value) && headers["webhook-timestamp"] == String(clock.time))
    #expect(headers["webhook-signature"]?.hasPrefix("v1,") == true)
    #expect(try room.archive.read { try $0.hooks() }.map(\.sent) == [2])
  }

  @Test("the signature is that of Standard Webhooks 1.0, by the secret that the receiver was given")
  func signature() throws {
    // Worked out by another program: base64(hmac-sha256(base64-decode(secret), "s1-7.1700000000.{}")).
    let secret = Self.key.secret(of: 3, at: Self.url)
    #expect(secret == "whsec_G5I7TOmCquf2FVucOC6qls1pJxvL3WhV7AbR6GNGxfg=")
    let headers = Self.key.headers(id: "s1-7", body: Array("{}".utf8), hook: 3, url: Self.url, at: 1_700_000_000)
    #expect(headers.last?.value == "v1,UQVIKIUdSzYAWERtmZLfYIkJMRuTKkXg6nj6BDg7eEc=")
    #expect(Self.key.secret(of: 4, at: Self.url) != secret && Self.key.secret(of: 3, at: Self.url + "2") != secret)
  }

  @Test(
    "what fails is tried again, ever later, and told as it stands then; one request at a time while a receiver is away")
  func retries() async throws {
    let (room, clock) = (try Room(), Clock())
    _ = try room.archive.write { try $0.addHook(Self.url, articles: 1, at: 1) }
    try await room.add([[document("q.txt", Pages.quake)], [document("a.txt", Pages.ferry)]])
    let receiver = Receiver { _ in .status(503, wait: nil) }
    let outbox = outbox(room, clock)
    #expect(try await outbox.sends(receiver).failed == 1)
    #expect(try await outbox.sends(receiver) == Outbox.Tally() && receiver.count == 1)
    #expect(try #require(try outbox.wait()) >= 5)
    clock.pass(8)
    #expect(try await outbox.sends(receiver).failed == 1 && receiver.count == 2)
    // It comes back: everything arrives, each story once, though one changed meanwhile.
    try await room.add([[document("b.txt", Pages.secondFerry)]])
    receiver.answer.withLock { $0 = { _ in .status(200, wait: nil) } }
    clock.pass(3_600)
    #expect(try await outbox.sends(receiver).sent == 2)
    let stories = receiver.got.withLock { $0.suffix(2) }.map { String(decoding: $0.body, as: UTF8.self) }
    #expect(stories.contains { $0.contains("\"articles\":2") } && Set(stories).count == 2)
    let hook = try #require(try room.archive.read { try $0.hooks() }.first)
    #expect(try hook.waiting == 0 && hook.failures == 0 && hook.note == nil && outbox.wait() == nil)
  }

  @Test("what never arrives is given up within days, and listed; a later change of the story is told again")
  func dead() async throws {
    let (room, clock) = (try Room(), Clock())
    let id = try #require(try room.archive.write { try $0.addHook(Self.url, articles: 1, at: 1) })
    try await room.add([[document("a.txt", Pages.ferry)]])
    let receiver = Receiver { _ in .failed("no answer") }
    let outbox = outbox(room, clock)
    var dead: [String] = []
    for _ in 0..<400 {
      dead += try await outbox.sends(receiver).notes
      clock.pass(1_800)
    }
    #expect(dead.count == 1 && dead[0].contains("no answer") && (8...12).contains(receiver.count))
    let lost = try room.archive.read { try $0.deadDeliveries(of: id) }
    #expect(try lost.count == 1 && lost[0].note == "no answer" && outbox.wait() == nil)
    receiver.answer.withLock { $0 = { _ in .status(200, wait: nil) } }
    try await room.add([[document("b.txt", Pages.secondFerry)]])
    #expect(try await outbox.sends(receiver).sent == 1)
    #expect(try room.archive.read { try $0.hooks() }.first?.dead == 0)
  }

  @Test("a receiver that says 410 is not asked again for it; one that says when is not asked before")
  func answers() async throws {
    let (room, clock) = (try Room(), Clock())
    _ = try room.archive.write { try $0.addHook(Self.url, articles: 1, at: 1) }
    try await room.add([[document("a.txt", Pages.ferry)]])
    let receiver = Receiver { _ in .status(429, wait: 900) }
    let outbox = outbox(room, clock)
    _ = try await outbox.sends(receiver)
    #expect(try outbox.wait() == 900)
    clock.pass(900)
    receiver.answer.withLock { $0 = { _ in .status(410, wait: nil) } }
    #expect(try await outbox.sends(receiver).dead == 1)
  }

  @Test("each has its own hooks: size, removal, an address once")
  func registration() async throws {
    let (room, clock) = (try Room(), Clock())
    let first = try #require(try room.archive.write { try $0.addHook(Self.url, articles: 2, at: 1) })
    #expect(try room.archive.write { try $0.addHook(Self.url, articles: 1, at: 1) } == nil)
    let second = try #require(try room.archive.write { try $0.addHook(Self.url + "2", articles: 1, at: 1) })
    try await room.add([[document("a.txt", Pages.ferry)]])
    let receiver = Receiver { _ in .status(200, wait: nil) }
    _ = try await outbox(room, clock).sends(receiver)
    #expect(receiver.got.withLock { $0.map(\.url) } == [Self.url + "2"])
    #expect(
      try room.archive.write { try $0.removeHook(second) } && !(try room.archive.write { try $0.removeHook(second) }))
    try await room.add([[document("b.txt", Pages.secondFerry)]])
    _ = try await outbox(room, clock).sends(receiver)
    #expect(receiver.got.withLock { $0.map(\.url) } == [Self.url + "2", Self.url])
    #expect(try room.archive.read { try $0.hooks() }.map(\.id) == [first])
  }

  @Test("waits grow threefold up to six hours, within a quarter, and end")
  func policy() {
    let policy = RetryPolicy()
    let waits = (1...12).map { policy.wait(after: $0, salt: 0) }
    #expect(waits.prefix(5) == [5, 15, 45, 135, 405] && waits.last == 21_600 && waits == waits.sorted())
    #expect((0..<26).allSatisfy { (5...6).contains(policy.wait(after: 1, salt: $0)) })
    #expect(
      policy.wait(after: 1, salt: 7, asked: 1_000) == 1_000 && policy.wait(after: 1, salt: 7, asked: .max) == 86_400)
    #expect(policy.next(tries: 12, queued: 0, at: 0, salt: 0) == nil)
    #expect(policy.next(tries: 1, queued: 0, at: 3 * 86_400, salt: 0) == nil)
    #expect(policy.next(tries: 1, queued: 0, at: 0, salt: 0) == 5)
  }

  @Test("a key is made once, for its owner alone; a lost one is an error that says what to do")
  func keyFile() throws {
    let room = try Room()
    let path = room.folder.appendingPathComponent("news.stemma.webhooks").path
    #expect(throws: WebhookKey.Failure.self) { try WebhookKey(file: path) }
    let made = try WebhookKey(file: path, isMade: true)
    #expect(try WebhookKey(file: path).secret(of: 1, at: "x") == made.secret(of: 1, at: "x"))
    let rights = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
    #expect(rights == 0o600)
    try Data("short".utf8).write(to: URL(fileURLWithPath: path))
    #expect(throws: WebhookKey.Failure.self) { try WebhookKey(file: path, isMade: true) }
  }
}
