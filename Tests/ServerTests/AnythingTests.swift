import Archive
import Foundation
import NewsModel
import TestSupport
import Testing

@testable import Server

@Suite("Whatever is asked", .serialized)
struct AnythingTests {
  private static let odd = [
    "", "..", ".", "%00", "%zz", "%", "%ff", "%C3%A9", "-1", "0", "1", "99999999999999999999", "9223372036854775807",
    "-9223372036854775808", "s00000000", "c00000000",
    "e00000000", "'", "%22%3E%3Cscript%3E", "%E2%80%AEx", "%2F", "a%2Fb", "{story}", "*", "%2A", "NEAR(", "AND", "a:b",
    "entity:", "date:..", "date:9999-99", "is:conflict", "%22", "-", "x%20OR%20y", "9-1", "1-9", "0-4294967296",
  ]
  private static let names = [
    "q", "order", "articles", "from", "at", "all", "limit", "cursor", "lang", "entity", "claim", "name", "published",
    "x",
  ]

  @Test(
    "no answer is a fault of the server; programs are told a problem, and every answer bears the headers that all have")
  func anything() async throws {
    try await Running.serve { server async throws in
      var generator = SeededGenerator(seed: 6)
      let story = try server.ferry().id.raw
      let known = Self.odd + [story, story, "1", "a.txt"]
      for _ in 0..<600 {
        let route = Routes.all.randomElement(using: &generator)!
        let segments = route.path.split(separator: "/").map { part in
          part.hasPrefix("{") ? known.randomElement(using: &generator)! : String(part)
        }
        let query = (0..<Int.random(in: 0...3, using: &generator)).map { _ in
          "\(Self.names.randomElement(using: &generator)!)=\(known.randomElement(using: &generator)!)"
        }
        let target = "/" + segments.joined(separator: "/") + (query.isEmpty ? "" : "?" + query.joined(separator: "&"))
        let method = ["GET", "GET", "GET", "HEAD", "POST", "PUT"].randomElement(using: &generator)!
        let body = method == "POST" ? Array("code=\(known.randomElement(using: &generator)!)".utf8) : []
        let type = [
          "application/x-www-form-urlencoded", "multipart/form-data; boundary=x", "application/octet-stream", "x",
        ].randomElement(using: &generator)!
        let answer = try await server.client.send(method, target, ["Content-Type: \(type)"], body)
        #expect(answer.status < 500 || answer.status == 503, "\(method) \(target) gives \(answer.status)")
        #expect(answer["content-security-policy"] != nil, "\(method) \(target) lacks a header")
        if answer.status >= 400, target.hasPrefix("/api") {
          #expect(answer["content-type"] == "application/problem+json", "\(method) \(target)")
        }
      }
      #expect(try await server.client.get("/").status == 200)
    }
  }

  @Test("bytes that are no request end their connection and nothing else")
  func noRequests() async throws {
    try await Running.serve([document("q.txt", Pages.quake)]) { server async throws in
      for text in [
        "", "\r\n\r\n", "GET\r\n\r\n", "\u{16}\u{3}\u{1}", "GET / HTTP/9.9\r\n\r\n", "GET / HTTP/1.1\r\nHost\r\n\r\n",
      ] {
        _ = try? await server.client.raw(Array(text.utf8) + Array("\r\n\r\n".utf8), patience: 1)
      }
      let smuggled =
        "POST /add HTTP/1.1\r\nHost: localhost\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\nConnection: close\r\n\r\n0\r\n\r\n"
      let answer = try? await server.client.raw(Array(smuggled.utf8), patience: 2)
      #expect(answer == nil || (400..<500).contains(answer?.status ?? 0))
      #expect(try await server.client.get("/").status == 200)
    }
  }

  @Test("many at once, while pages are added, get whole pages")
  func crowd() async throws {
    try await Running.serve { server async throws in
      let client = server.client
      try await withThrowingTaskGroup(of: Void.self) { group in
        for number in 0..<6 {
          group.addTask {
            for round in 0..<12 {
              let target = ["/", "/?articles=1", "/search?q=ferry", "/api/v1/stories"][(number + round) % 4]
              let answer = try await client.get(target)
              #expect(answer.status == 200)
              #expect(answer.text.hasSuffix("</html>") || answer.text.hasSuffix("\n"))
            }
          }
        }
        group.addTask {
          for number in 0..<5 {
            let body = Array(Pages.quake.replacing("Tarsk", with: "Ombra \(number)").utf8)
            let answer = try await client.post(
              "/api/v1/documents?name=\(number).txt", body, ["Content-Type: application/octet-stream"])
            #expect(answer.status == 201)
          }
        }
        try await group.waitForAll()
      }
      let count = try server.archive.read { try $0.articleCount() }
      let listed = try await client.get("/api/v1/stories?limit=200")
      let stories = try #require(try JSONSerialization.jsonObject(with: Data(listed.body)) as? [[String: Any]])
      #expect(count >= 5 && stories.compactMap { $0["articles"] as? Int }.reduce(0, +) == count)
    }
  }
}
