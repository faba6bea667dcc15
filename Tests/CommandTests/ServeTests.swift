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

  @Test("SIGTERM ends it while somebody follows the archive, who gets an ordered end")
  func followers() throws {
    let bash = URL(fileURLWithPath: "/bin/bash")
    try #require(FileManager.default.isExecutableFile(atPath: bash.path), "there is no bash to follow with")
    let folder = try Folder()
    let (process, errors) = try start(folder, "--port", "0", "--create")
    let port = try #require(try port(errors))
    let got = try folder.scratch(Data())
    let follower = Process()
    follower.executableURL = bash
    let request = "GET /api/v1/events HTTP/1.1\\r\\nHost: localhost\\r\\n\\r\\n"
    follower.arguments = ["-c", "exec 3<>/dev/tcp/127.0.0.1/\(port); printf '\(request)' >&3; cat <&3"]
    follower.standardOutput = try FileHandle(forWritingTo: got)
    try follower.run()
    defer { follower.terminate() }
    let patience = ContinuousClock.now + .seconds(20)
    while try Data(contentsOf: got).firstRange(of: Data("retry:".utf8)) == nil, ContinuousClock.now < patience {
      Thread.sleep(forTimeInterval: 0.05)
    }
    kill(process.processIdentifier, SIGTERM)
    process.waitUntilExit()
    #expect(process.terminationReason == .exit && process.terminationStatus == 0)
    let text = String(decoding: try Data(contentsOf: got), as: UTF8.self)
    #expect(text.contains("text/event-stream") && text.hasSuffix("0\r\n\r\n"))
    #expect(FileManager.default.fileExists(atPath: folder.url.appendingPathComponent("news.stemma").path))
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
