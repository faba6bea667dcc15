import Archive
import Foundation
import NewsModel
import TestSupport
import Testing

@testable import Server

@Suite("Adding pages", .serialized)
struct AddTests {
  /// A form as a browser sends it.
  static func form(_ fields: [(name: String, file: String?, text: String)]) -> (body: [UInt8], type: String) {
    var body = ""
    for field in fields {
      let file = field.file.map { "; filename=\"\($0)\"\r\nContent-Type: text/plain" } ?? ""
      body += "--XyZ\r\nContent-Disposition: form-data; name=\"\(field.name)\"\(file)\r\n\r\n\(field.text)\r\n"
    }
    return (Array((body + "--XyZ--\r\n").utf8), "Content-Type: multipart/form-data; boundary=XyZ")
  }

  static func send(_ server: Running, _ fields: [(name: String, file: String?, text: String)]) async throws -> Answer {
    let page = try await server.client.get("/add")
    let visitor = try #require(page.visitor)
    let code = try #require(page.text.split(separator: "name=\"code\" value=\"").last?.prefix { $0 != "\"" })
    let (body, type) = form(fields + [("code", nil, String(code))])
    return try await server.client.post(
      "/add", body, [type, "Cookie: stemma-visitor=\(visitor)", "Origin: http://127.0.0.1:\(server.client.port)"])
  }

  @Test("files that are given lead to their story, traced")
  func files() async throws {
    try await Running.serve([document("q.txt", Pages.quake)]) { server async throws in
      let answer = try await Self.send(
        server,
        [
          ("files", "a.txt", Pages.ferry), ("files", "..\\..\\b \".txt", Pages.secondFerry), ("files", "", ""),
          ("text", nil, ""),
        ])
      #expect(answer.status == 303)
      let story = try server.ferry()
      #expect(answer["location"] == "/stories/\(story.id.raw)" && story.articles == 2 && !story.isStale)
      #expect(try await server.client.get("/stories/\(story.id.raw)").text.contains("cracked hull"))
    }
  }

  @Test("pasted text is taken, with its address and outlet; the same once more is known")
  func pasted() async throws {
    try await Running.serve([document("q.txt", Pages.quake)]) { server async throws in
      let fields: [(name: String, file: String?, text: String)] = [
        ("text", nil, Pages.ferry), ("url", nil, "https://harbour.example/ferry"), ("outlet", nil, "Harbour Post"),
      ]
      let answer = try await Self.send(server, fields)
      #expect(answer.status == 303)
      #expect(try await server.client.get(answer["location"] ?? "").text.contains("Harbour Post"))
      #expect(try await Self.send(server, fields)["location"] == answer["location"])
      #expect(try server.archive.read { try $0.articleCount() } == 2)
    }
  }

  @Test("what cannot be read is told, and what was given is not lost")
  func problems() async throws {
    try await Running.serve([document("q.txt", Pages.quake)]) { server async throws in
      #expect(try await Self.send(server, []).text.contains("Nothing was given"))
      let image = try await Self.send(server, [("files", "x.png", "\u{89}PNG\r\n\u{1A}\n\0\0\0\r\0\0\0\0")])
      #expect(image.status == 422 && image.text.contains("x.png"))
      let wrong = try await Self.send(
        server, [("text", nil, Pages.ferry), ("url", nil, "javascript:alert(1)"), ("published", nil, "yesterday")])
      #expect(wrong.status == 200 && wrong.text.contains("is no address") && wrong.text.contains("is no date"))
      #expect(wrong.text.contains("pasted-"))
    }
  }

  @Test("a server that only reads takes nothing, and says so")
  func readOnly() async throws {
    try await Running.serve([document("q.txt", Pages.quake)], isReadOnly: true) { server async throws in
      #expect(try await server.client.get("/add").status == 403)
      #expect(!(try await server.client.get("/").text.contains("/add")))
      let answer = try await server.client.post(
        "/api/v1/documents", Array(Pages.ferry.utf8), ["Content-Type: application/octet-stream"])
      #expect(answer.status == 403)
    }
  }

  @Test(
    "a form that is broken off, or none, is no form",
    arguments: [
      "", "--XyZ", "--XyZ\r\n", "--XyZ\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\nb", "--other--", "--XyZx",
    ])
  func brokenForms(_ body: String) {
    #expect(Multipart.parts(Array(body.utf8), boundary: Array("XyZ".utf8)) == nil)
  }

  @Test("a form's parts are its bytes, whatever is in them")
  func parts() throws {
    let (body, type) = Self.form([
      ("a", nil, "one\r\n--Xy\r\ntwo"), ("f", "x;y=\"1\".txt", "\r\n\r\n"), ("e", "n.txt", ""),
    ])
    #expect(Multipart.boundary(String(type.dropFirst("Content-Type: ".count))) == Array("XyZ".utf8))
    #expect(Multipart.boundary("text/plain; boundary=XyZ") == nil)
    let parts = try #require(Multipart.parts(body, boundary: Array("XyZ".utf8)))
    #expect(parts.map(\.name) == ["a", "f", "e"])
    #expect(parts.map { String(decoding: $0.bytes, as: UTF8.self) } == ["one\r\n--Xy\r\ntwo", "\r\n\r\n", ""])
  }
}
