import Hummingbird
import MCP

/// The Model Context Protocol over HTTP ("streamable HTTP"): a message a request, a JSON answer, no session and no stream of events. Who may
/// ask, from which address and which site, is settled before.
extension House {
  /// Answers one message.
  func mcp(_ asked: Asked) async throws -> Reply {
    let type = (asked.headers[.contentType] ?? "").prefix { $0 != ";" }.lowercased()
    guard type == "application/json" else { throw Problem(.unsupportedMediaType, "json") }
    if let version = asked.headers[.init("MCP-Protocol-Version")!], !Self.knownVersions.contains(version) {
      throw Problem(.badRequest, "parameter", "MCP-Protocol-Version: " + MCPServer.versions.joined(separator: ", "))
    }
    guard MCPServer.wantsAnswer(asked.body) else { return Self.taken }
    let answer = try await readers.read { [assistants, body = asked.body] in assistants.answer(body, $0) }
    guard let answer else { return Self.taken }
    var reply = Reply(.json, String(decoding: answer, as: UTF8.self))
    reply.tag = nil
    return reply
  }

  /// A client that has not negotiated yet, or does not tell, is taken for one of 2025-03-26, whose single messages are the same.
  private static let knownVersions = MCPServer.versions + ["2025-03-26"]

  /// What a notification gets: that it came.
  private static var taken: Reply {
    var reply = Reply(.json, "", status: .accepted)
    reply.headers[.contentType] = nil
    return reply
  }
}
