import Foundation
import TestSupport
import Testing

@Suite("`stemma read --resume` goes on where it stopped")
struct ResumeTests {
  private static let count = 300

  /// A folder with one JSONL file of many articles, one of them broken.
  private static func folder() throws -> Folder {
    let folder = try Folder()
    let lines = (0..<count).map { n in
      n == 7
        ? "{\"text\": broken"
        : "{\"text\": \"Ferry \(n) left Port Halden on Sunday, the harbour master said.\", \"id\": \"f\(n % 200)\"}"
    }
    try folder.write("in.jsonl", lines.joined(separator: "\n"))
    return folder
  }

  private static func read(_ folder: Folder) -> [String] { ["read", "in.jsonl", "--resume", "state.json"] }

  /// Starts the command with its output appended to `out.jsonl`; kills it after `seconds` if it still runs.
  private static func run(_ folder: Folder, killAfter seconds: Double? = nil) throws -> Int32 {
    let output = folder.url.appendingPathComponent("out.jsonl")
    if !FileManager.default.fileExists(atPath: output.path) { try Data().write(to: output) }
    let process = Process()
    let binary = try #require(Command.binary, "no built stemma beside the tests; run swift build")
    process.executableURL = binary
    process.arguments = read(folder)
    process.currentDirectoryURL = folder.url
    let handle = try FileHandle(forWritingTo: output)
    try handle.seekToEnd()
    process.standardOutput = handle
    process.standardError = FileHandle.nullDevice
    try process.run()
    if let seconds {
      Thread.sleep(forTimeInterval: seconds)
      kill(process.processIdentifier, SIGKILL)
    }
    process.waitUntilExit()
    return process.terminationReason == .exit ? process.terminationStatus : -1
  }

  private static func output(_ folder: Folder) throws -> Data {
    try Data(contentsOf: folder.url.appendingPathComponent("out.jsonl"))
  }

  @Test("killed at any point, no record is lost or doubled")
  func killed() throws {
    let whole = try Command.run("read", "in.jsonl", in: Self.folder())
    let folder = try Self.folder()
    for round in 0..<6 { _ = try Self.run(folder, killAfter: 0.05 + 0.07 * Double(round)) }
    let status = try Self.run(folder)
    #expect(status == 1, "one record is broken, whichever run met it")
    #expect(try Self.output(folder) == whole.output)
    #expect(whole.lines.count == Self.count - 1)
  }

  @Test("what stands behind the last state is cut off, also half a line")
  func cut() throws {
    let folder = try Self.folder()
    #expect(try Self.run(folder) == 1)
    let done = try Self.output(folder)
    let path = folder.url.appendingPathComponent("state.json")
    var state = try #require(try JSONSerialization.jsonObject(with: Data(contentsOf: path)) as? [String: Any])
    #expect(state["records"] as? Int == Self.count && state["isDone"] as? Bool == true)
    state["isDone"] = false
    try JSONSerialization.data(withJSONObject: state).write(to: path)
    try (done + Data("{\"id\": \"half".utf8)).write(to: folder.url.appendingPathComponent("out.jsonl"))
    #expect(try Self.run(folder) == 1)
    #expect(try Self.output(folder) == done)
  }

  @Test("other inputs, changed inputs, a lost output and a foreign file are refused")
  func refused() throws {
    let folder = try Self.folder()
    #expect(try Self.run(folder) == 1)
    let state = folder.url.appendingPathComponent("state.json")
    #expect(try Command.run(Self.read(folder), in: folder).errors.contains("everything was read before"))
    try folder.write("b.txt", Pages.ferry)
    #expect(try Command.run("read", "b.txt", "--resume", "state.json", in: folder).errors.contains("for other inputs"))
    let text = try String(contentsOf: state, encoding: .utf8).replacing("\"isDone\":true", with: "\"isDone\":false")
    try folder.write("state.json", text)
    #expect(try Command.run(Self.read(folder), in: folder).errors.contains("append to it with >>"))
    try folder.write("in.jsonl", "{\"text\": \"Another ferry left.\"}\n")
    #expect(try Command.run(Self.read(folder), in: folder).errors.contains("not what they were"))
    try folder.write("state.json", "{}")
    let result = try Command.run(Self.read(folder), in: folder)
    #expect(result.errors.contains("is no file that --resume wrote") && result.status == 1 && result.output.isEmpty)
  }
}
