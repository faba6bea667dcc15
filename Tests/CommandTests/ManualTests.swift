import Foundation
import TestSupport
import Testing

/// What is installed beside the binary, and what it tells of itself and of an archive.
@Suite("What is installed")
struct ManualTests {
  private static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  /// A command with its options, as the binary tells of itself.
  private struct Told: Decodable {
    struct Name: Decodable {
      var kind: String
      var name: String
    }
    struct Argument: Decodable {
      var names: [Name]?
      var shouldDisplay: Bool?
    }
    var commandName: String
    var subcommands: [Told]?
    var arguments: [Argument]?
  }
  private struct Whole: Decodable { var command: Told }

  private static func commands(_ told: Told, _ path: String = "") -> [(path: String, options: [String])] {
    let own = path.isEmpty ? told.commandName : path + " " + told.commandName
    let options = (told.arguments ?? []).filter { $0.shouldDisplay ?? true }.flatMap { $0.names ?? [] }
      .filter { $0.kind == "long" }.map(\.name)
    let children = (told.subcommands ?? []).filter { $0.commandName != "help" }
    return [(own, children.isEmpty ? options : [])] + children.flatMap { commands($0, own) }
  }

  @Test("the manual page names every command and every option")
  func manual() throws {
    let folder = try Folder()
    let told = try Command.run("--experimental-dump-help", in: folder)
    let commands = Self.commands(try JSONDecoder().decode(Whole.self, from: told.output).command)
    #expect(commands.count > 15)
    let process = Process()
    let page = try folder.scratch(Data())
    process.executableURL = Self.root.appendingPathComponent("Scripts/man-page")
    process.arguments = [try #require(Command.binary).path]
    process.standardOutput = try FileHandle(forWritingTo: page)
    try process.run()
    process.waitUntilExit()
    #expect(process.terminationStatus == 0)
    let text = String(decoding: try Data(contentsOf: page), as: UTF8.self).replacing("\\-", with: "-")
    #expect(text.hasPrefix(".TH STEMMA 1"))
    for (path, options) in commands where path != "stemma" {
      let section = text.components(separatedBy: ".SS \(path)\n").dropFirst().first?.components(separatedBy: "\n.SS ")[
        0]
      let found = try #require(section, "the manual page lacks \(path)")
      for option in options where !["help", "version"].contains(option) {
        #expect(found.contains("\\fB--\(option)\\fR"), "the manual page lacks --\(option) of \(path)")
      }
    }
  }

  @Test("completions are made for the shells", arguments: ["bash", "zsh", "fish"])
  func completions(_ shell: String) throws {
    let script = try Command.run("--generate-completion-script", shell, in: try Folder())
    #expect(script.status == 0 && script.text.contains("stemma") && script.text.contains("webhook"))
  }

  @Test("a webhook is added once, listed, told its secret again, and removed")
  func webhooks() throws {
    let folder = try Folder()
    let names = try Pages.writeAll(folder)
    _ = try Command.run(["add", "--archive", "news.stemma", "--no-encoder"] + names, in: folder)
    func run(_ arguments: String...) throws -> Command.Result {
      try Command.run(["webhook"] + arguments + ["--archive", "news.stemma"], in: folder)
    }
    let added = try run("add", "https://desk.example/hook", "--articles", "2")
    #expect(added.status == 0 && added.text.hasPrefix("1\twhsec_"))
    let again = try run("add", "https://desk.example/hook")
    #expect(again.status == 64 && again.errors.contains("is registered already"))
    for wrong in ["desk.example", "ftp://desk.example", "https://", "https://me:word@desk.example/"] {
      #expect(try run("add", wrong).status == 64, "\(wrong) is taken")
    }
    let listed = try run("list")
    #expect(listed.text == "1  https://desk.example/hook  0 sent · 0 waiting\n")
    let json = try JSONSerialization.jsonObject(with: try run("list", "--format", "json").output) as? [[String: Any]]
    #expect(json?.first?["url"] as? String == "https://desk.example/hook" && json?.first?["articles"] as? Int == 2)
    #expect(try run("secret", "1").text == added.text.split(separator: "\t").last.map(String.init))
    let archive = try Data(contentsOf: folder.url.appendingPathComponent("news.stemma"))
    #expect(archive.firstRange(of: Data("whsec_".utf8)) == nil)
    #expect(try run("remove", "1").status == 0 && (try run("remove", "1").status == 64))
    #expect(try run("list").text.isEmpty)
  }

  @Test("doctor reads an archive through, and finds what was changed on the disk")
  func doctor() throws {
    let folder = try Folder()
    let names = try Pages.writeAll(folder)
    _ = try Command.run(["add", "--archive", "news.stemma", "--no-encoder"] + names, in: folder)
    let whole = try Command.run("doctor", "--archive", "news.stemma", in: folder)
    #expect(whole.status == 0 && whole.text.contains("3 documents, 3 articles, 1 story: all as they were written"))
    let file = folder.url.appendingPathComponent("news.stemma")
    let bytes = try Data(contentsOf: file)
    // What a page of the file holds stands at its end; the first pages are those of the tables.
    let size = 16_384
    var found = false
    for page in 1..<min(bytes.count / size, 12) where !found {
      var damaged = bytes
      for place in (page + 1) * size - 64..<(page + 1) * size { damaged[place] ^= 0x55 }
      try damaged.write(to: file)
      let check = try Command.run("doctor", "--archive", "news.stemma", in: folder)
      found = check.status == 1 && (check.text.contains("damaged") || check.errors.contains("damaged"))
    }
    #expect(found)
  }
}
