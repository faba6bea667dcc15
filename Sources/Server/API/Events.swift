import Archive
import Contract
import Desk
import Hummingbird
import NewsModel
import Synchronization

/// Those who follow the archive: how many at once, and at which pace.
final class Followers: Sendable {
  /// A place among them, for as long as it is held.
  final class Seat: Sendable {
    private let followers: Followers
    fileprivate init(_ followers: Followers) { self.followers = followers }
    deinit { followers.count.withLock { $0 -= 1 } }
  }
  private let count = Mutex(0)
  private let seen = Mutex<(event: Int, at: ContinuousClock.Instant)?>(nil)

  /// A place; nil where `most` are taken.
  func seat(most: Int) -> Seat? {
    let isFree = count.withLock { count in
      guard count < most else { return false }
      count += 1
      return true
    }
    return isFree ? Seat(self) : nil
  }

  /// The id of the last event, as of `pace` ago at most: the archive is asked once for all.
  func lastEvent(_ readers: ReadingRoom, pace: Duration) async throws -> Int {
    if let seen = seen.withLock({ $0 }), ContinuousClock.now - seen.at < pace { return seen.event }
    let event = try await readers.read { try $0.lastEvent() }
    seen.withLock { $0 = (event, .now) }
    return event
  }
}

/// Server-sent events (WHATWG HTML, 9.2): new, changed and vanished stories, as they come. Nothing waits in memory for a slow reader: each
/// asks the archive for what comes after its own position, a few at a time, when it has taken what came before.
struct EventStream: Sendable {
  let house: House
  let connection: Connection
  var position: Int
  var articles: Int

  private static let batch = 64

  /// Writes until the reader goes, the server ends, or it has lasted long enough; the reader comes back then with the last id that it saw.
  func write(to writer: inout any ResponseBodyWriter) async throws {
    var (position, quiet) = (position, ContinuousClock.now)
    let (pace, end) = (house.settings.eventPace, ContinuousClock.now + house.settings.eventLife)
    try await send("retry: 3000\nid: \(position)\n\n", to: &writer)
    while connection.isServing, ContinuousClock.now < end {
      if try await house.followers.lastEvent(house.readers, pace: pace) > position {
        let (events, next) = try await house.readers.read { [position, articles] reader in
          try reader.events(after: position, atLeast: articles, most: Self.batch)
        }
        let text = try events.map(Self.text).joined()
        // Others' positions may have passed without anything to tell.
        if !text.isEmpty { try await send(text, to: &writer) }
        (position, quiet) = (next, text.isEmpty ? quiet : .now)
        if !events.isEmpty { continue }
      }
      if ContinuousClock.now - quiet > house.settings.heartbeat {
        try await send(": \n\n", to: &writer)
        quiet = .now
      }
      try await Task.sleep(for: pace)
    }
  }

  private static func text(_ event: ArchiveEvent) throws -> String {
    "id: \(event.id)\nevent: story.\(event.kind.rawValue)\ndata: \(try JSONText.line(WireArchiveEvent(event)))\n\n"
  }

  /// Sends; the connection is given up where its reader does not take it in time.
  private func send(_ text: String, to writer: inout any ResponseBodyWriter) async throws {
    let deadline = Task { [connection, patience = house.settings.eventPatience] in
      try await Task.sleep(for: patience)
      connection.abandon()
    }
    defer { deadline.cancel() }
    try await writer.write(ByteBuffer(string: text))
  }
}

extension House {
  /// Follows the archive from now on, or from behind the event that is named.
  func apiEvents(_ asked: Asked) async throws -> Reply {
    let articles = try asked.number("articles", in: 1...1_000_000, or: 1)
    let named = asked.headers[.init("Last-Event-ID")!].flatMap { $0.isEmpty ? nil : $0 } ?? asked.query["after"]
    guard let position = try await position(named) else {
      throw Problem(.badRequest, "parameter", "after, Last-Event-ID: 0 –")
    }
    guard let seat = followers.seat(most: settings.eventStreams) else {
      var problem = Problem(.serviceUnavailable, "followers")
      problem.headers[.retryAfter] = "30"
      throw problem
    }
    let stream = EventStream(
      house: self, connection: asked.connection, position: position, articles: articles)
    var reply = Reply(.events) { writer in
      defer { withExtendedLifetime(seat) {} }
      try await stream.write(to: &writer)
      try await writer.finish(nil)
    }
    reply.headers[.cacheControl] = "no-store"
    // Proxies (nginx) must not gather it.
    reply.headers[.init("X-Accel-Buffering")!] = "no"
    return reply
  }

  private func position(_ named: String?) async throws -> Int? {
    let last = try await readers.read { try $0.lastEvent() }
    guard let named else { return last }
    guard let position = Int(named), position >= 0 else { return nil }
    // An id that was not given yet is another archive's: everything is told.
    return position > last ? 0 : position
  }
}
