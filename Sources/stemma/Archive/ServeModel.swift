import Archive
import ArgumentParser
import Foundation
import MCP

/// `stemma mcp`.
struct ServeModel: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "mcp", abstract: "Serves an archive to assistants, over standard input and output.",
    discussion: """
      Speaks the Model Context Protocol (2025-06-18 and 2025-11-25): a JSON-RPC message a line, until the input ends. Five tools read the \
      archive: find_stories, trace_claim, compare_outlets, who_said, timeline. Nothing is changed. `stemma serve` offers the same at /mcp.
      """)
  @OptionGroup var place: ArchiveOptions

  func run() async throws {
    let archive = try place.open(.read)
    let server = MCPServer(version: Stemma.configuration.version)
    var lines = LineReader()
    Console.note("serves \(archive.path) to assistants; the end of the input ends it")
    var buffer = [UInt8](repeating: 0, count: 65_536)
    while true {
      // What is there, and no waiting for the rest of the buffer.
      let count = unsafe buffer.withUnsafeMutableBytes { unsafe read(0, $0.baseAddress, $0.count) }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { break }
      for line in lines.take(buffer.prefix(count)) { try answer(line, server, archive) }
    }
    if let line = lines.finish() { try answer(line, server, archive) }
  }

  private func answer(_ line: LineReader.Line, _ server: MCPServer, _ archive: Archive) throws {
    switch line {
    case .tooLong: Console.write(Data(MCPServer.tooLong + [0x0A]))
    case .message(let message):
      let reply = try Failing.run { try archive.read { server.answer(message, $0) } }
      if let reply { Console.write(Data(reply + [0x0A])) }
    }
  }
}
