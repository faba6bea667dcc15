import Archive
import Contract

/// An archive as a server of the Model Context Protocol: five tools that read. It keeps nothing between messages, so that any transport can
/// hand it one.
///
/// ```swift
/// let reply = try archive.read { MCPServer().answer(line, $0) }
/// ```
public struct MCPServer: Sendable {
  /// The versions of the protocol that are spoken, the latest last.
  public static let versions = ["2025-06-18", "2025-11-25"]
  /// The most bytes that a message may have.
  public static let longestMessage = 1 << 20
  private let tools: [any Tool] = [FindStories(), TraceClaim(), CompareOutlets(), WhoSaid(), TellTimeline()]
  private let version: String

  /// Makes a server; `version` is Stemma's.
  public init(version: String) { self.version = version }

  /// The answer to a message, in one line without its end; nil where none is due. It never throws: what cannot be answered is told to the
  /// client in the words of the protocol.
  public func answer(_ message: [UInt8], _ reader: ArchiveReader) -> [UInt8]? {
    guard message.count <= Self.longestMessage else { return Self.tooLong }
    do {
      switch try Message(message) {
      case .notification, .answer: return nil
      case .request(let id, let method, let parameters):
        let result = try result(method, parameters ?? [:], id, reader)
        return Self.line(["jsonrpc": "2.0", "id": id, "result": result])
      }
    } catch {
      return Self.line(error.response)
    }
  }

  /// What is answered to a message that is longer than ``longestMessage``, of which nothing was read.
  public static var tooLong: [UInt8] {
    line(ProtocolError(.invalidRequest, "the message is longer than \(longestMessage) bytes").response)
  }

  /// Whether a message asks for an answer, as far as can be told without an archive.
  public static func wantsAnswer(_ message: [UInt8]) -> Bool {
    switch try? Message(message) {
    case .notification?, .answer?: false
    default: true
    }
  }

  private func result(
    _ method: String, _ parameters: JSONValue, _ id: JSONValue, _ reader: ArchiveReader
  ) throws(ProtocolError) -> JSONValue {
    switch method {
    case "initialize": return try welcome(parameters, id)
    case "ping": return [:]
    case "tools/list": return ["tools": .list(tools.map(\.description))]
    case "tools/call": return try call(parameters, id, reader)
    default: throw ProtocolError(.unknownMethod, "there is no method \(method.prefix(100))", id: id)
    }
  }

  /// The client's version where it is spoken, else the latest: the client decides whether it goes on.
  private func welcome(_ parameters: JSONValue, _ id: JSONValue) throws(ProtocolError) -> JSONValue {
    guard let asked = parameters["protocolVersion"]?.text else {
      throw ProtocolError(.invalidParameters, "initialize needs protocolVersion", id: id)
    }
    return [
      "protocolVersion": .text(Self.versions.contains(asked) ? asked : Self.versions[Self.versions.count - 1]),
      "capabilities": ["tools": ["listChanged": false]],
      "serverInfo": ["name": "stemma", "title": "Stemma", "version": .text(version)],
      "instructions": """
      Tells who reports what on whose word in one archive of news articles. It reports sourcing, never truth. Every answer holds for this \
      archive alone, and every line of it has an anchor: the document, the place in code points, the exact words. What "missing" names, \
      the archive does not have: do not fill it in. Begin with find_stories.
      """,
    ]
  }

  private func call(
    _ parameters: JSONValue, _ id: JSONValue, _ reader: ArchiveReader
  ) throws(ProtocolError) -> JSONValue {
    guard let name = parameters["name"]?.text else {
      throw ProtocolError(.invalidParameters, "tools/call needs the name of a tool", id: id)
    }
    guard let tool = tools.first(where: { $0.name == name }) else {
      let known = tools.map(\.name).joined(separator: ", ")
      throw ProtocolError(.invalidParameters, "there is no tool \(name.prefix(100)); there are \(known)", id: id)
    }
    do {
      let arguments = try Arguments(parameters["arguments"], of: tool)
      let answer = try tool.answer(arguments, Shelf(reader)).value
      return [
        "content": [["type": "text", "text": .text(Self.text(answer))]], "structuredContent": answer, "isError": false,
      ]
    } catch {
      return ["content": [["type": "text", "text": .text(Self.reason(error))]], "isError": true]
    }
  }

  /// What went wrong inside a tool. What an error says of files is for who runs the server, not for who asks.
  private static func reason(_ error: any Error) -> String {
    switch error {
    case let error as Refusal: error.description
    case let error as QueryError: "the search cannot be read: \(error)"
    default: "the archive cannot be read; whoever runs it finds more with: stemma list stories"
    }
  }

  private static func text(_ value: JSONValue) -> String { (try? JSONText.line(value)) ?? "{}" }
  private static func line(_ value: JSONValue) -> [UInt8] { Array(text(value).utf8) }
}
