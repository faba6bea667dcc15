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

@Suite("Corrections by hand", .serialized)
struct CorrectTests {
  private static func send(_ server: Running, _ story: String, _ fields: [(String, String)]) async throws -> Answer {
    let page = try await server.client.get("/stories/\(story)/correct")
    let visitor = try #require(page.visitor)
    let code = try #require(page.text.split(separator: "name=\"code\" value=\"").last?.prefix { $0 != "\"" })
    let body = AddressQuery.text([(name: "code", value: String(code))] + fields.map { (name: $0.0, value: $0.1) })
    return try await server.client.post(
      "/stories/\(story)/correct", Array(body.utf8),
      ["Content-Type: application/x-www-form-urlencoded", "Cookie: stemma-visitor=\(visitor)"])
  }

  @Test("a new name is the entity's until it is taken back")
  func rename() async throws {
    try await Running.serve { server async throws in
      let story = try server.ferry().id.raw
      let entity = try #require(try server.archive.read { try $0.entities(named: "Edda Lunde") }.first).id.raw
      let fields = [("what", "rename"), ("entity", entity), ("name", "Edda \"E.\" Lunde-Berg"), ("by", "AR")]
      #expect(try await Self.send(server, story, fields).status == 303)
      let line = try #require(try server.archive.read { try $0.correctionLines() }.first)
      let page = try await server.client.get("/stories/\(story)/correct")
      #expect(page.text.contains("Edda &quot;E.&quot; Lunde-Berg") && page.text.contains("by:AR"))
      #expect(try await Self.send(server, story, [("undo", line)]).status == 303)
      #expect(try server.archive.read { try $0.correctionLines() }.isEmpty)
      let after = try await server.client.get("/stories/\(story)/correct")
      #expect(!after.text.contains("Lunde-Berg"))
      #expect(try await Self.send(server, story, [("undo", line)]).status == 422)
    }
  }

  @Test("two that are one are merged; passages that say something else leave their claim")
  func mergeAndPart() async throws {
    try await Running.serve { server async throws in
      let story = try server.ferry().id.raw
      let names = try server.archive.read { reader in
        try ["Edda Lunde", "Nordlys Lines"].map { try reader.entities(named: $0)[0].id.raw }
      }
      #expect(
        try await Self.send(server, story, [("what", "merge"), ("entity", names[0]), ("entity", names[1])]).status
          == 303)
      let merged = try await server.client.get("/entities/\(names[0])")
      #expect(merged.text.contains("Edda Lunde") && merged.text.contains("Nordlys Lines"))
      let page = try await server.client.get("/stories/\(story)")
      var places: [String] = []
      for claim in Markup.links(page.text) where claim.contains("/claims/") && places.count < 2 {
        let id = claim.split(separator: "/").last ?? ""
        let form = try await server.client.get("/stories/\(story)/correct?claim=\(id)")
        places = form.text.components(separatedBy: "name=\"place\" value=\"").dropFirst().map {
          String($0.prefix { $0 != "\"" })
        }
      }
      try #require(places.count > 1)
      #expect(
        try await Self.send(server, story, [("what", "part"), ("kept", places[0]), ("place", places[1])]).status == 303)
      #expect(try server.archive.read { try $0.correctionLines() }.contains { $0.contains("notSameClaim") })
    }
  }

  @Test(
    "what is no correction is refused",
    arguments: [[], [("what", "merge")], [("what", "rename"), ("entity", "e1")], [("what", "part"), ("kept", "x")]])
  func refused(_ fields: [(String, String)]) async throws {
    try await Running.serve { server async throws in
      #expect(try await Self.send(server, try server.ferry().id.raw, fields).status == 422)
      #expect(try server.archive.read { try $0.correctionLines() }.isEmpty)
    }
  }
}
