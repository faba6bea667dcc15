import Foundation
import TestSupport
import Testing

@testable import Server

@Suite("Assistants over HTTP", .serialized)
struct AssistantTests {
  private static let headers = ["Content-Type: application/json", "Accept: application/json, text/event-stream"]
  private static let list = Array(#"{"jsonrpc":"2.0","id":1,"method":"tools/list"}"#.utf8)

  private func answer(_ answer: Answer) throws -> [String: Any] {
    try #require(try JSONSerialization.jsonObject(with: Data(answer.body)) as? [String: Any])
  }

  @Test("a message a request: JSON for what asks, nothing for what tells")
  func messages() async throws {
    try await Running.serve(isReadOnly: true) { server async throws in
      let call =
        #"{"jsonrpc":"2.0","id":"a","method":"tools/call","params":{"name":"find_stories","arguments":{"query":"ferry"}}}"#
      let found = try await server.client.post("/mcp", Array(call.utf8), Self.headers)
      #expect(found.status == 200 && found["content-type"] == "application/json")
      let result = try answer(found)
      #expect(result["id"] as? String == "a")
      #expect(found.text.contains("In this archive: ") && found.text.contains("\"exact\""))
      let note = Array(#"{"jsonrpc":"2.0","method":"notifications/initialized"}"#.utf8)
      let taken = try await server.client.post("/mcp", note, Self.headers)
      #expect(taken.status == 202 && taken.body.isEmpty)
      let odd = try await server.client.post("/mcp", Array("nonsense".utf8), Self.headers)
      #expect(odd.status == 200 && odd.text.contains("-32700"))
    }
  }

  @Test("what is no such request is refused")
  func refused() async throws {
    try await Running.serve([document("q.txt", Pages.quake)]) { server async throws in
      let client = server.client
      #expect(try await client.get("/mcp").status == 405)
      #expect(try await client.send("DELETE", "/mcp").status == 405)
      #expect(try await client.post("/mcp", Self.list, ["Content-Type: text/plain"]).status == 415)
      #expect(
        try await client.post("/mcp", Self.list, Self.headers + ["MCP-Protocol-Version: 1999-01-01"]).status == 400)
      #expect(
        try await client.post("/mcp", Self.list, Self.headers + ["MCP-Protocol-Version: 2025-06-18"]).status == 200)
      #expect(
        try await client.post("/mcp", Self.list, Self.headers + ["Origin: https://elsewhere.example"]).status == 403)
      #expect(try await client.post("/mcp", Self.list, Self.headers + ["Host: elsewhere.example"]).status == 421)
      let long = [UInt8](repeating: 0x20, count: 1 << 20 | 1)
      #expect(try await client.post("/mcp", long, Self.headers).status == 413)
    }
  }

  @Test("where tokens are asked for, assistants need one; a reader's is enough")
  func tokens() async throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("stemma-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let file = folder.appendingPathComponent("tokens").path
    let token = try AccessToken.make(.reader, file: file)
    var settings = ServerSettings()
    settings.tokens = try AccessToken(file: file)
    try await Running.serve([document("q.txt", Pages.quake)], settings) { server async throws in
      #expect(try await server.client.post("/mcp", Self.list, Self.headers).status == 401)
      let own = try await server.client.post("/mcp", Self.list, Self.headers + ["Authorization: Bearer \(token)"])
      #expect(own.status == 200 && own.text.contains("trace_claim"))
    }
  }
}
