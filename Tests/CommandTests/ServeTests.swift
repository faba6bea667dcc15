import Foundation
import TestSupport
import Testing

/// `stemma serve` as a process.
@Suite("serve", .serialized)
struct ServeTests {
  @Test("without an archive, with a port that is taken or without a token it ends and says what to do")
  func cannotStart() throws {
    let folder = try Folder()
    let missing = try Command.run("serve", "--archive", "none.stemma", "--no-encoder", in: folder)
    #expect(missing.status == 1 && missing.errors.contains("make one with `stemma add FILE…`"))
    let names = try Pages.writeAll(folder)
    _ = try Command.run(["add", "--archive", "news.stemma", "--no-encoder"] + names, in: folder)
    let open = try Command.run("serve", "--archive", "news.stemma", "--no-encoder", "--host", "0.0.0.0", in: folder)
    #expect(open.status == 1 && open.errors.contains("--make-token editor"))
    let odd = try Command.run("serve", "--archive", "news.stemma", "--no-encoder", "--port", "99999", in: folder)
    #expect(odd.status == 64)
    let (process, errors) = try start(folder, "--port", "0")
    defer { process.terminate() }
    let port = try #require(try port(errors))
    let taken = try Command.run(
      "serve", "--archive", "news.stemma", "--no-encoder", "--port", String(port), in: folder)
    #expect(taken.status == 1 && taken.errors.contains("another process listens on 127.0.0.1 port \(port)"))
  }

  @Test("a token is printed once, and its file holds only its hash, for its owner alone")
  func makeToken() throws {
    let folder = try Folder()
    let made = try Command.run("serve", "--make-token", "editor", "--archive", "news.stemma", in: folder)
    let file = folder.url.appendingPathComponent("news.stemma.tokens")
    let kept = try String(contentsOf: file, encoding: .utf8)
    let token = made.text.trimmingCharacters(in: .whitespacesAndNewlines)
    #expect(made.status == 0 && token.utf8.count == 48 && kept.hasPrefix("editor ") && !kept.contains(token))
    let rights = try FileManager.default.attributesOfItem(atPath: file.path)[.posixPermissions] as? Int
    #expect(rights == 0o600)
  }

  @Test("SIGTERM and SIGINT end it with 0", arguments: [SIGTERM, SIGINT])
  func signals(_ signal: Int32) throws {
    let folder = try Folder()
    let names = try Pages.writeAll(folder)
    _ = try Command.run(["add", "--archive", "news.stemma", "--no-encoder"] + names, in: folder)
    let (process, errors) = try start(folder, "--port", "0")
    #expect(try port(errors) != nil)
    kill(process.processIdentifier, signal)
    process.waitUntilExit()
    #expect(process.terminationReason == .exit && process.terminationStatus == 0)
  }

  private func start(_ folder: Folder, _ arguments: String...) throws -> (Process, URL) {
    let errors = try folder.scratch(Data())
    let process = Process()
    process.executableURL = Command.binary
    process.arguments = ["serve", "--archive", "news.stemma", "--no-encoder"] + arguments
    process.currentDirectoryURL = folder.url
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = FileHandle.nullDevice
    process.standardError = try FileHandle(forWritingTo: errors)
    try process.run()
    return (process, errors)
  }

  /// The port that it says it listens on, within some seconds.
  private func port(_ errors: URL) throws -> Int? {
    for _ in 0..<200 {
      let text = try String(contentsOf: errors, encoding: .utf8)
      if let start = text.range(of: "http://127.0.0.1:") {
        return Int(text[start.upperBound...].prefix { $0.isNumber })
      }
      Thread.sleep(forTimeInterval: 0.05)
    }
    return nil
  }
}
