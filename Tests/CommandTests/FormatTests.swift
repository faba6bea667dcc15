import Foundation
import TestSupport
import Testing

@Suite("Formats and assistants, by the command line")
struct FormatTests {
  /// An archive of the three pages about the ferry.
  private func archive(_ folder: Folder) throws {
    let names = try Pages.writeAll(folder)
    let added = try Command.run(["add", "--no-encoder", "--archive", "news.stemma"] + names, in: folder)
    #expect(added.status == 0, "\(added.errors)")
  }

  @Test(
    "a story is printed alike from pages and from an archive",
    arguments: ["csv", "graphml", "web-annotation", "plover"])
  func formats(_ format: String) throws {
    let folder = try Folder()
    try archive(folder)
    let traced = try Command.run(
      "trace", "--no-encoder", "--format", format, "a.txt", "b.txt", "c.txt", in: folder)
    #expect(traced.status == 0 && !traced.output.isEmpty, "\(traced.errors)")
    let exported = try Command.run("export", "--archive", "news.stemma", "--format", format, in: folder)
    #expect(exported.text == traced.text)
  }

  @Test("evidence is a ZIP file, with its seal on standard error")
  func evidence() throws {
    let folder = try Folder()
    try archive(folder)
    let packed = try Command.run(
      "export", "--archive", "news.stemma", "--format", "evidence", "-o", "story.zip", in: folder)
    #expect(packed.status == 0 && packed.output.isEmpty)
    #expect(packed.errors.contains("seal: "))
    let file = try Data(contentsOf: folder.url.appendingPathComponent("story.zip"))
    #expect(file.starts(with: [0x50, 0x4B, 3, 4]))
    let again = try Command.run("export", "--archive", "news.stemma", "--format", "evidence", in: folder)
    #expect(again.output == file)
  }

  @Test("formats of stories are refused for what is none")
  func notStories() throws {
    let folder = try Folder()
    try archive(folder)
    let shown = try Command.run("show", "a.txt", "--archive", "news.stemma", "--format", "csv", in: folder)
    #expect(shown.status != 0 && shown.errors.contains("is a format of stories"))
  }

  @Test("an assistant's messages get a line each, and standard output holds nothing else")
  func assistant() throws {
    let folder = try Folder()
    try archive(folder)
    let lines = [
      #"{"jsonrpc":"2.0","id":1,"method":"initialize","params":{"protocolVersion":"2025-06-18","capabilities":{}}}"#,
      #"{"jsonrpc":"2.0","method":"notifications/initialized"}"#, "", "garbage", #"[{"jsonrpc":"2.0"}]"#,
      String(repeating: "[", count: 3 << 20),
      #"{"jsonrpc":"2.0","id":2,"method":"tools/call","params":{"name":"who_said","arguments":{"speaker":"Edda Lunde"}}}"#,
      #"{"jsonrpc":"2.0","id":3,"method":"ping"}"#,
    ]
    let input = Data(lines.joined(separator: "\n").utf8)
    let result = try Command.run(["mcp", "--archive", "news.stemma"], in: folder, input: input)
    #expect(result.status == 0, "\(result.errors)")
    let answers = try result.lines.map { line in
      try #require(try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any], "\(line)")
    }
    #expect(answers.map { $0["error"] == nil } == [true, false, false, false, true, true])
    #expect(result.lines[4].contains("cracked hull"))
    #expect(result.lines[0].contains("2025-06-18"))
  }

  @Test("an archive that is not there is an error")
  func noArchive() throws {
    let result = try Command.run("mcp", "--archive", "nowhere.stemma", in: try Folder())
    #expect(result.status == 1 && result.output.isEmpty)
  }
}
