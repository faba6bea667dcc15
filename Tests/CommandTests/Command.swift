import Foundation
import TestSupport
import Testing

/// The built `stemma`, run as a person runs it.
struct Command {
  /// What a run gave.
  struct Result {
    var status: Int32
    var output: Data
    var errors: String
    var seconds: Double
    var text: String { String(decoding: output, as: UTF8.self) }
    /// The lines of the output.
    var lines: [Substring] { text.split(separator: "\n") }
    /// The lines of standard error without the note that the encoder is not installed.
    var complaints: [Substring] { errors.split(separator: "\n").filter { !$0.contains("encoder") } }
  }

  /// The binary beside the tests; STEMMA_BINARY names another.
  static let binary: URL? = {
    let environment = ProcessInfo.processInfo.environment
    if let path = environment["STEMMA_BINARY"] { return URL(fileURLWithPath: path) }
    let package = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    let folders =
      [CommandLine.arguments.first, Bundle.main.executablePath].compactMap { $0 }.map {
        URL(fileURLWithPath: $0).deletingLastPathComponent()
      } + [package.appendingPathComponent(".build/debug")]
    return folders.map { $0.appendingPathComponent("stemma") }.first {
      FileManager.default.isExecutableFile(atPath: $0.path)
    }
  }()

  /// Runs the binary in a folder. Output goes through files, so that no pipe can fill up.
  static func run(_ arguments: String..., in folder: Folder, input: Data? = nil) throws -> Result {
    try run(arguments, in: folder, input: input)
  }

  static func run(_ arguments: [String], in folder: Folder, input: Data? = nil) throws -> Result {
    let binary = try #require(Command.binary, "no built stemma beside the tests; run swift build")
    let ends = (
      input: try folder.scratch(input ?? Data()), output: try folder.scratch(Data()), errors: try folder.scratch(Data())
    )
    let process = Process()
    process.executableURL = binary
    process.arguments = arguments
    process.currentDirectoryURL = folder.url
    process.environment = ProcessInfo.processInfo.environment.filter { !["COLUMNS", "NO_COLOR"].contains($0.key) }
    process.standardInput = try FileHandle(forReadingFrom: ends.input)
    process.standardOutput = try FileHandle(forWritingTo: ends.output)
    process.standardError = try FileHandle(forWritingTo: ends.errors)
    let began = ContinuousClock.now
    try process.run()
    process.waitUntilExit()
    let took = ContinuousClock.now - began
    #expect(process.terminationReason == .exit, "stemma \(arguments) died of a signal")
    return Result(
      status: process.terminationStatus, output: try Data(contentsOf: ends.output),
      errors: String(decoding: try Data(contentsOf: ends.errors), as: UTF8.self),
      seconds: Double(took.components.seconds) + Double(took.components.attoseconds) * 1e-18)
  }
}

/// A folder that lives as long as the test holds it.
final class Folder {
  let url: URL
  private let scratchURL: URL
  private var count = 0

  init() throws {
    let root = FileManager.default.temporaryDirectory.appendingPathComponent("stemma-\(UUID().uuidString)")
    url = root.appendingPathComponent("in")
    scratchURL = root.appendingPathComponent("ends")
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    try FileManager.default.createDirectory(at: scratchURL, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(at: url.deletingLastPathComponent()) }

  /// Writes a file into the folder.
  func write(_ name: String, _ bytes: some Sequence<UInt8>) throws {
    try Data(bytes).write(to: url.appendingPathComponent(name))
  }

  func write(_ name: String, _ text: String) throws { try write(name, text.utf8) }

  /// A file outside the folder for one end of a process.
  func scratch(_ data: Data) throws -> URL {
    count += 1
    let file = scratchURL.appendingPathComponent(String(count))
    try data.write(to: file)
    return file
  }
}

extension Pages {
  /// Writes the three into a folder and gives their names.
  static func writeAll(_ folder: Folder) throws -> [String] {
    try folder.write("a.txt", ferry)
    try folder.write("b.txt", secondFerry)
    try folder.write("c.txt", spanishFerry)
    return ["a.txt", "b.txt", "c.txt"]
  }
}
