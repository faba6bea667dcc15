import Archive
import Foundation
import NewsModel
import TestSupport
import Testing

@testable import Server

@Suite("Following an archive", .serialized)
struct EventTests {
  /// An event of a stream.
  private struct Event: Equatable {
    var id: Int
    var type: String
    var story: String
  }

  /// The events of a stream, and the first id that it names.
  private static func events(_ answer: Answer) throws -> (start: Int, events: [Event]) {
    var start: Int?
    var events: [Event] = []
    for block in unchunked(answer).components(separatedBy: "\n\n") {
      var fields: [String: String] = [:]
      for line in block.split(separator: "\n") {
        let parts = line.split(separator: ":", maxSplits: 1)
        if parts.count == 2 { fields[String(parts[0])] = String(parts[1].drop { $0 == " " }) }
      }
      guard let id = fields["id"].flatMap({ Int($0) }) else { continue }
      start = start ?? id
      guard let data = fields["data"], let type = fields["event"] else { continue }
      let json = try #require(try JSONSerialization.jsonObject(with: Data(data.utf8)) as? [String: Any])
      let body = try #require(json["data"] as? [String: Any])
      #expect(json["type"] as? String == type && (json["timestamp"] as? String)?.hasSuffix("Z") == true)
      events.append(Event(id: id, type: type, story: try #require(body["story"] as? String)))
    }
    return (try #require(start), events)
  }

  private static func unchunked(_ answer: Answer) -> String {
    var (bytes, out) = (answer.body[...], [UInt8]())
    while let end = bytes.firstRange(of: [0x0D, 0x0A]) {
      guard let size = Int(String(decoding: bytes[..<end.lowerBound], as: UTF8.self), radix: 16), size > 0 else {
        break
      }
      out += bytes[end.upperBound...].prefix(size)
      bytes = bytes[end.upperBound...].dropFirst(size + 2)
    }
    return String(decoding: out, as: UTF8.self)
  }

  private static let octets = ["Content-Type: application/octet-stream"]

  @Test("who asks from the beginning is told every story once; who asks from the end, nothing")
  func fromTheBeginning() async throws {
    try await Running.serve { server async throws in
      let answer = try await server.client.get("/api/v1/events?after=0")
      #expect(answer.status == 200 && answer["content-type"] == "text/event-stream")
      #expect(answer["cache-control"] == "no-store" && answer["content-security-policy"] != nil)
      let (start, events) = try Self.events(answer)
      #expect(
        start == 0 && events.allSatisfy { $0.type == "story.new" } && events.map(\.id) == events.map(\.id).sorted())
      #expect(Set(events.map(\.story)) == Set(try server.stories().map(\.id.raw)) && events.count == 2)
      let several = try Self.events(try await server.client.get("/api/v1/events?after=0&articles=2"))
      #expect(several.events.map(\.story) == [try server.ferry().id.raw])
      let (now, none) = try Self.events(try await server.client.get("/api/v1/events"))
      #expect(none.isEmpty && now == events.last?.id)
    }
  }

  @Test("what comes while somebody follows is told at once; who comes back misses nothing and hears nothing twice")
  func live() async throws {
    var settings = ServerSettings()
    settings.eventLife = .seconds(4)
    try await Running.serve([document("a.txt", Pages.ferry)], settings) { server async throws in
      let client = server.client
      async let following = client.get("/api/v1/events")
      try await Task.sleep(for: .milliseconds(300))
      let quake = try await client.post("/api/v1/documents?name=q.txt", Array(Pages.quake.utf8), Self.octets)
      #expect(quake.status == 201)
      let (start, events) = try Self.events(try await following)
      #expect(events.count == 1 && events[0].type == "story.new" && events[0].id > start)
      // The ferry's story changes while nobody follows.
      let second = try await client.post("/api/v1/documents?name=b.txt", Array(Pages.secondFerry.utf8), Self.octets)
      #expect(second.status == 201)
      let again = try await client.get("/api/v1/events?after=0", ["Last-Event-ID: \(events[0].id)"])
      let missed = try Self.events(again).events
      #expect(try missed.map(\.type) == ["story.changed"] && missed.map(\.story) == [server.ferry().id.raw])
      // An article that is here already changes nothing.
      _ = try await client.post("/api/v1/documents?name=b.txt", Array(Pages.secondFerry.utf8), Self.octets)
      #expect(try Self.events(try await client.get("/api/v1/events?after=\(missed[0].id)")).events.isEmpty)
    }
  }

  @Test("a silent stream shows that it lives; an id that is none is refused")
  func heartbeat() async throws {
    var settings = ServerSettings()
    (settings.heartbeat, settings.eventLife) = (.milliseconds(50), .milliseconds(600))
    try await Running.serve([document("q.txt", Pages.quake)], settings) { server async throws in
      let text = Self.unchunked(try await server.client.get("/api/v1/events"))
      #expect(text.hasPrefix("retry: 3000\nid: ") && text.components(separatedBy: ": \n\n").count > 2)
      for id in ["-1", "x", "1.5"] {
        #expect(try await server.client.get("/api/v1/events?after=\(id)").status == 400)
      }
      // An id of another archive: everything is told.
      #expect(try Self.events(try await server.client.get("/api/v1/events?after=999")).events.count == 1)
    }
  }

  @Test("so many follow at once and no more; a place is free again when one has gone")
  func bounds() async throws {
    var settings = ServerSettings()
    (settings.eventStreams, settings.eventLife) = (2, .seconds(2))
    try await Running.serve([document("q.txt", Pages.quake)], settings) { server async throws in
      let client = server.client
      #expect(try await client.send("HEAD", "/api/v1/events").status == 200)
      async let first = client.get("/api/v1/events")
      async let second = client.get("/api/v1/events")
      try await Task.sleep(for: .milliseconds(400))
      let third = try await client.get("/api/v1/events")
      #expect(third.status == 503 && third["retry-after"] == "30")
      #expect(third["content-type"] == "application/problem+json")
      #expect(try await client.get("/").status == 200)
      #expect(try await [first, second].map(\.status) == [200, 200])
      #expect(try await client.get("/api/v1/events").status == 200)
    }
  }

  @Test("nobody follows without a token where one is needed")
  func tokens() async throws {
    let file = FileManager.default.temporaryDirectory.appendingPathComponent("tokens-\(UUID().uuidString)").path
    defer { try? FileManager.default.removeItem(atPath: file) }
    let reader = try AccessToken.make(.reader, file: file)
    var settings = ServerSettings()
    settings.tokens = try AccessToken(file: file)
    try await Running.serve([document("q.txt", Pages.quake)], settings) { server async throws in
      #expect(try await server.client.get("/api/v1/events").status == 401)
      #expect(try await server.client.get("/api/v1/events", ["Authorization: Bearer \(reader)"]).status == 200)
    }
  }
}
