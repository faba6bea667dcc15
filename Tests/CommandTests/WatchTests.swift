import Foundation
import TestSupport
import Testing

/// `stemma watch` as a process. Nothing listens where it asks: what it fetches is tested where a server can be told how to answer.
@Suite("watch", .serialized)
struct WatchCommandTests {
  private static let opml = "<?xml version=\"1.0\"?><opml version=\"2.0\"><body>"

  @Test(
    "what cannot be watched is said, with what to do",
    arguments: [
      ("ftp://one.example/feed", "ftp://one.example/feed: is no address that can be asked"),
      ("http://user:word@one.example/", "is no address that can be asked"),
      ("one.example/feed.xml", "one.example/feed.xml: is neither a file nor an address"),
      ("empty.opml", "empty.opml: names no feed"),
      ("odd.opml", "odd.opml: names no feed"),
      ("page.html", "page.html: is no list of feeds; give an OPML file"),
      (".", ".: cannot be read"),
    ])
  func arguments(_ argument: String, _ complaint: String) throws {
    let folder = try Folder()
    try folder.write("empty.opml", Self.opml + "</body></opml>")
    try folder.write("odd.opml", Self.opml + "<outline xmlUrl=\"file:///etc/passwd\"/></body></opml>")
    try folder.write("page.html", "<!DOCTYPE html><title>A page</title>")
    let result = try Command.run("watch", argument, "--archive", "news.stemma", "--no-encoder", in: folder)
    #expect(result.status == 1)
    #expect(result.errors.contains(complaint), "\(result.errors)")
    #expect(!FileManager.default.fileExists(atPath: folder.url.appendingPathComponent("news.stemma").path))
  }

  @Test("a rule that nobody knows, and one that is not there, are said by file and line")
  func rules() throws {
    let folder = try Folder()
    try folder.write("rules", "conflict ferry\nsecond-origin ferry\n")
    for (file, complaint) in [("rules", "rules: line 2: \"second-origin\" is none of"), ("none", "none: ")] {
      let result = try Command.run(
        "watch", "http://one.example/feed", "--rules", file, "--archive", "news.stemma", "--no-encoder", in: folder)
      #expect(result.status == 1)
      #expect(result.errors.contains(complaint), "\(result.errors)")
    }
  }

  @Test("this machine is not asked without leave, and what is refused is said")
  func inside() throws {
    let folder = try Folder()
    let result = try Command.run(
      "watch", "http://127.0.0.1/feed", "http://127.0.0.1:9/feed", "--once", "--archive", "news.stemma", "--no-encoder",
      in: folder)
    #expect(result.status == 0)
    #expect(result.errors.contains("--allow-private would let it"), "\(result.errors)")
    #expect(result.errors.contains("port 9 is not asked"), "\(result.errors)")
    #expect(result.errors.contains("robots.txt cannot be had: it leads into a private network"), "\(result.errors)")
    #expect(result.errors.contains("0 new articles"))
  }

  @Test("SIGTERM and SIGINT end it with 0; one watch at a time has an archive", arguments: [SIGTERM, SIGINT])
  func signals(_ signal: Int32) throws {
    let folder = try Folder()
    let (process, errors) = try start(folder)
    defer { if process.isRunning { process.terminate() } }
    #expect(try says("http://127.0.0.1:1/feed", errors))
    let second = try Command.run(
      "watch", "http://127.0.0.1:1/feed", "--archive", "news.stemma", "--no-encoder", "--once", in: folder)
    #expect(second.status == 1)
    #expect(second.errors.contains("another watch has this archive"), "\(second.errors)")
    kill(process.processIdentifier, signal)
    process.waitUntilExit()
    #expect(process.terminationReason == .exit && process.terminationStatus == 0)
    #expect(try String(contentsOf: errors, encoding: .utf8).contains("0 new articles"))
  }

  private func start(_ folder: Folder) throws -> (Process, URL) {
    let errors = try folder.scratch(Data())
    let process = Process()
    process.executableURL = Command.binary
    process.arguments = [
      "watch", "http://127.0.0.1:1/feed", "--allow-private", "--delay", "0", "--archive", "news.stemma", "--no-encoder",
    ]
    process.currentDirectoryURL = folder.url
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = FileHandle.nullDevice
    process.standardError = try FileHandle(forWritingTo: errors)
    try process.run()
    return (process, errors)
  }

  /// Whether it says `text` within a minute.
  private func says(_ text: String, _ errors: URL) throws -> Bool {
    for _ in 0..<1_200 {
      if try String(contentsOf: errors, encoding: .utf8).contains(text) { return true }
      Thread.sleep(forTimeInterval: 0.05)
    }
    return false
  }
}
