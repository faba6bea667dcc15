import Archive
import Contract
import Desk
import Engine
import Foundation
import NewsModel
import TestSupport
import Testing

@testable import Server

#if canImport(FoundationXML)
  import FoundationXML
#endif

@Suite("The API", .serialized)
struct APITests {
  private static func json(_ answer: Answer) throws -> Any { try JSONSerialization.jsonObject(with: Data(answer.body)) }

  @Test("a story is the JSON of the contract, byte for byte what `show` prints")
  func story() async throws {
    try await Running.serve { server async throws in
      let id = try server.ferry().id
      let answer = try await server.client.get("/api/v1/stories/\(id.raw)")
      let desk = try Desk(server.archive, engine: Engine())
      let story = try #require(try desk.story(id))
      #expect(answer.text == (try JSONText.pretty(StoryWriter.trace(Trace(stories: [story])))) + "\n")
      #expect(answer["content-type"] == "application/json")
    }
  }

  @Test("a list goes on where its Link header says, and gives everything once")
  func cursors() async throws {
    try await Running.serve { server async throws in
      var target: String? = "/api/v1/search?q=on&limit=1"
      var found: [String] = []
      while let next = target, found.count < 10 {
        let answer = try await server.client.get(next)
        let hits = try #require(try Self.json(answer) as? [String: Any])
        found += (hits["articles"] as? [[String: Any]] ?? []).compactMap { $0["article"] as? String }
        target = answer["link"].map { String($0.dropFirst().prefix { $0 != ">" }) }
      }
      #expect(found.sorted() == ["a.txt", "b.txt", "q.txt"])
      let first = try await server.client.get("/api/v1/stories?limit=1")
      let link = try #require(first["link"])
      let cursor = try #require(link.split(separator: "cursor=").last?.prefix { $0 != ">" && $0 != "&" })
      #expect(try await server.client.get("/api/v1/stories?limit=1&cursor=\(cursor)").status == 200)
      #expect(try await server.client.get("/api/v1/stories?order=disputed&cursor=\(cursor)").status == 400)
    }
  }

  @Test(
    "what cannot be asked is a problem, told as RFC 9457 has it",
    arguments: [
      ("/api/v1/stories?limit=0", 400), ("/api/v1/stories?order=best", 400), ("/api/v1/stories?cursor=%25", 400),
      ("/api/v1/stories/s00000000", 404), ("/api/v1/search", 400), ("/api/v1/search?q=no:thing", 400),
      ("/api/v1/articles/..%2Fx", 404), ("/api/v1/entities/e12", 404), ("/api/v1/nope", 404), ("/api", 404),
    ])
  func problems(_ target: String, _ status: Int) async throws {
    try await Running.serve([document("q.txt", Pages.quake)]) { server async throws in
      let answer = try await server.client.get(target)
      #expect(answer.status == status && answer["content-type"] == "application/problem+json")
      let problem = try #require(try Self.json(answer) as? [String: Any])
      #expect(problem["status"] as? Int == status && (problem["title"] as? String)?.isEmpty == false)
      #expect((problem["detail"] as? String)?.isEmpty == false)
    }
  }

  @Test("a method that a place does not know is refused, with those that it knows; HEAD is GET without a body")
  func methods() async throws {
    try await Running.serve([document("q.txt", Pages.quake)]) { server async throws in
      let answer = try await server.client.send("DELETE", "/api/v1/stories")
      #expect(answer.status == 405 && answer["allow"] == "GET, HEAD")
      let (head, get) = (try await server.client.send("HEAD", "/"), try await server.client.get("/"))
      #expect(head.status == 200 && head.body.isEmpty && head["content-length"] == String(get.body.count))
    }
  }

  @Test("an article's id may hold slashes and blanks")
  func articleIDs() async throws {
    var page = document("q.txt", Pages.quake)
    page.id = "in box/q.txt"
    try await Running.serve([page]) { server async throws in
      let answer = try await server.client.get("/api/v1/articles/in%20box%2Fq.txt")
      #expect(answer.status == 200)
      #expect((try Self.json(answer) as? [String: Any])?["id"] as? String == "in box/q.txt")
    }
  }

  @Test("everything that openapi.json describes answers as it says, and it describes everything of the API")
  func description() async throws {
    try await Running.serve { server async throws in
      let answer = try await server.client.get("/api/openapi.json")
      let description = try #require(try Self.json(answer) as? [String: Any])
      #expect(description["openapi"] as? String == "3.1.0")
      let paths = try #require(description["paths"] as? [String: [String: [String: Any]]])
      let described = paths.flatMap { path, methods in methods.keys.map { "\($0.uppercased()) \(path)" } }
      #expect(Set(described) == Set(Routes.api.map { "\($0.method.rawValue) \($0.path)" }))
      let examples = try Self.examples(server)
      for (path, methods) in paths.sorted(by: { $0.key < $1.key }) {
        for (method, operation) in methods {
          let octets = method == "post" ? ["Content-Type: application/octet-stream"] : []
          let body = method == "post" ? Array(Pages.quake.replacing("Tarsk", with: "Ombra").utf8) : []
          let example = try await server.client.send(
            method.uppercased(), Self.fill(path, operation, examples), octets, body)
          let responses = try #require(operation["responses"] as? [String: [String: Any]])
          let response = try #require(responses[String(example.status)], "\(method) \(path) gives \(example.status)")
          #expect((200...201).contains(example.status), "\(path): \(example.text)")
          let content = try #require(response["content"] as? [String: [String: Any]])
          let type = try #require(example["content-type"]).prefix { $0 != ";" }
          let media = try #require(content[String(type)], "\(path) gives \(type)")
          for header in (response["headers"] as? [String: Any] ?? [:]).keys where header != "Link" {
            #expect(example[header.lowercased()] != nil, "\(path) lacks \(header)")
          }
          guard type == "application/json" else { continue }
          let schema = try #require(media["schema"] as? [String: Any])
          let faults = Schema(description).faults(of: try Self.json(example), schema, at: path)
          #expect(faults.isEmpty, "\(faults.prefix(5))")
        }
      }
    }
  }

  private static func examples(_ server: Running) throws -> [String: String] {
    let story = try server.ferry().id
    let desk = try Desk(server.archive, engine: Engine())
    let traced = try #require(try desk.story(story))
    return [
      "story": story.raw, "claim": traced.claims[0].id.raw, "article": "a.txt", "entity": traced.entities[0].id.raw,
      "q": "ferry", "format": "csv",
    ]
  }

  /// An address with its open segments and the parameters that must be there.
  private static func fill(_ path: String, _ operation: [String: Any], _ examples: [String: String]) -> String {
    var path = path
    for (name, value) in examples { path = path.replacing("{\(name)}", with: value) }
    let parameters = operation["parameters"] as? [[String: Any]] ?? []
    let needed = parameters.filter { $0["in"] as? String == "query" && $0["required"] as? Bool == true }
    let query = needed.compactMap { $0["name"] as? String }.map { "\($0)=\(examples[$0] ?? "")" }
    return path + (query.isEmpty ? "" : "?" + query.joined(separator: "&"))
  }

  @Test("feeds are XML, with an entry an article")
  func feeds() async throws {
    try await Running.serve { server async throws in
      let feed = try await server.client.get("/stories/\(try server.ferry().id.raw)/feed.atom")
      #expect(feed["content-type"]?.hasPrefix("application/atom+xml") == true)
      #expect(feed.text.components(separatedBy: "<entry>").count == 4)
      #expect(feed.text.contains("<updated>2031-01-01T") && feed.text.contains("href=\"http://127.0.0.1:"))
      #expect(XMLParser(data: Data(feed.body)).parse())
      let search = try await server.client.get("/search.atom?q=is:single-origin")
      #expect(XMLParser(data: Data(search.body)).parse() && search.text.contains("/claims/c"))
    }
  }
}

/// As much of JSON Schema 2020-12 as openapi.json uses.
struct Schema {
  private let description: [String: Any]
  init(_ description: [String: Any]) { self.description = description }

  func faults(of value: Any, _ schema: [String: Any], at place: String) -> [String] {
    if let name = (schema["$ref"] as? String)?.split(separator: "/").last {
      let components = description["components"] as? [String: Any]
      guard let found = (components?["schemas"] as? [String: [String: Any]])?[String(name)] else {
        return ["\(place): no schema \(name)"]
      }
      return faults(of: value, found, at: place)
    }
    if let choices = schema["oneOf"] as? [[String: Any]] {
      let fitting = choices.filter { faults(of: value, $0, at: place).isEmpty }
      return fitting.count == 1 ? [] : ["\(place): \(fitting.count) of the choices fit"]
    }
    let types = (schema["type"] as? [String]) ?? (schema["type"] as? String).map { [$0] } ?? []
    guard types.isEmpty || types.contains(where: { Schema.isOf(value, $0) }) else {
      return ["\(place): is no \(types)"]
    }
    if let allowed = schema["enum"] as? [String], let text = value as? String, !allowed.contains(text) {
      return ["\(place): \(text) is none of \(allowed)"]
    }
    return inside(value, schema, place)
  }

  private func inside(_ value: Any, _ schema: [String: Any], _ place: String) -> [String] {
    var found: [String] = []
    if let list = value as? [Any] {
      if let least = schema["minItems"] as? Int, list.count < least { found.append("\(place): too few") }
      guard let items = schema["items"] as? [String: Any] else { return found }
      return found + list.enumerated().flatMap { faults(of: $1, items, at: "\(place)[\($0)]") }
    }
    guard let object = value as? [String: Any] else { return found }
    found += (schema["required"] as? [String] ?? []).filter { object[$0] == nil }.map { "\(place): lacks \($0)" }
    for (name, part) in schema["properties"] as? [String: [String: Any]] ?? [:] {
      if let inner = object[name] { found += faults(of: inner, part, at: "\(place).\(name)") }
    }
    return found
  }

  private static func isOf(_ value: Any, _ type: String) -> Bool {
    switch type {
    case "null": value is NSNull
    case "string": value is String
    case "boolean", "integer": value is NSNumber
    case "array": value is [Any]
    default: value is [String: Any]
    }
  }
}
