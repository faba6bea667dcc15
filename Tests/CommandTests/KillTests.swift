import Archive
import Foundation
import NewsModel
import TestSupport
import Testing

/// Kills the real process at random moments. STEMMA_KILLS says how often (`make test-kill`: 200).
@Suite("kill -9", .serialized)
struct KillTests {
  private static let kills = ProcessInfo.processInfo.environment["STEMMA_KILLS"].flatMap(Int.init) ?? 24
  private static let pages = 24

  @Test("loses no acknowledged document, and what goes on after it ends as if nothing had happened")
  func kill() throws {
    let folder = try Folder()
    let names = try writePages(folder)
    let whole = try seconds(names, folder, archive: "whole.stemma")
    let expected = try export("whole.stemma", folder)
    var generator = SeededGenerator(seed: 200)
    var round = 0
    var killed = 0
    while killed < Self.kills {
      let archive = "round\(round).stemma"
      var acknowledged: Set<String> = []
      // Some rounds are killed often in their first moments, some once and late.
      let share = [0.3, 0.6, 1.0][round % 3]
      for _ in 0..<4 where killed < Self.kills {
        let delay = Double.random(in: 0...1, using: &generator) * whole * share
        acknowledged.formUnion(try run(names, folder, archive: archive, killAfter: delay))
        killed += 1
        try check(acknowledged, in: archive, folder)
        if Bool.random(using: &generator) {
          _ = try run([], folder, archive: archive, killAfter: delay / 2)
          try check(acknowledged, in: archive, folder)
        }
      }
      _ = try seconds(names, folder, archive: archive)
      #expect(try export(archive, folder) == expected, "round \(round)")
      for file in [archive, archive + "-wal", archive + "-shm"] {
        try? FileManager.default.removeItem(at: folder.url.appendingPathComponent(file))
      }
      round += 1
    }
  }

  private func writePages(_ folder: Folder) throws -> [String] {
    let stories = [Pages.ferry, Pages.secondFerry, Pages.spanishFerry]
    return try (0..<Self.pages).map { number in
      let ship = ["Ingrid Storm", "Marta Voss", "Olav Brekke", "Signe Dahl"][number / 3 % 4]
      let name = "page\(number < 10 ? "0" : "")\(number).txt"
      let page = stories[number % 3].replacing("Ingrid Storm", with: ship)
      try folder.write(name, page.replacing("cracked hull", with: "hull that cracked \(number) times"))
      return name
    }
  }

  /// Adds everything without a kill; gives how long that takes.
  private func seconds(_ names: [String], _ folder: Folder, archive: String) throws -> Double {
    let result = try Command.run(
      ["add", "--no-encoder", "--archive", archive, "-"], in: folder, input: try list(names, folder))
    #expect(result.status == 0, "\(result.errors)")
    return result.seconds
  }

  private func export(_ archive: String, _ folder: Folder) throws -> Set<Substring> {
    let result = try Command.run("export", "--format", "jsonl", "--archive", archive, in: folder)
    #expect(result.status == 0, "\(result.errors)")
    return Set(result.lines)
  }

  /// Starts an addition (without names, a rebuild), kills it after `delay` seconds and gives the articles that it had acknowledged.
  private func run(
    _ names: [String], _ folder: Folder, archive: String, killAfter delay: Double
  ) throws -> Set<String> {
    let binary = try #require(Command.binary, "no built stemma beside the tests; run swift build")
    let process = Process()
    process.executableURL = binary
    process.arguments =
      names.isEmpty
      ? ["rebuild", "--no-encoder", "--archive", archive]
      : ["add", "--no-encoder", "--format", "jsonl", "--archive", archive, "-"]
    process.currentDirectoryURL = folder.url
    let output = try folder.scratch(Data())
    process.standardInput = try FileHandle(forReadingFrom: folder.scratch(try list(names, folder)))
    process.standardOutput = try FileHandle(forWritingTo: output)
    process.standardError = FileHandle.nullDevice
    try process.run()
    Thread.sleep(forTimeInterval: delay)
    Foundation.kill(process.processIdentifier, SIGKILL)
    process.waitUntilExit()
    let lines = try Data(contentsOf: output).split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: true)
    return Set(lines.compactMap { try? JSONDecoder().decode(Receipt.self, from: $0).article })
  }

  private struct Receipt: Decodable { var article: String }

  /// Pages as lines of JSON: from standard input each is made safe, and acknowledged, on its own.
  private func list(_ names: [String], _ folder: Folder) throws -> Data {
    let lines = try names.map { name in
      let text = try String(contentsOf: folder.url.appendingPathComponent(name), encoding: .utf8)
      return try JSONSerialization.data(withJSONObject: ["id": name, "raw": text])
    }
    return Data(lines.joined(separator: [UInt8(ascii: "\n")]))
  }

  /// Every acknowledged article is there with its document and a story.
  private func check(_ acknowledged: Set<String>, in archive: String, _ folder: Folder) throws {
    guard !acknowledged.isEmpty else { return }
    let opened = try Archive(folder.url.appendingPathComponent(archive).path, .update)
    try opened.read { reader in
      for name in acknowledged.sorted() {
        let card = try #require(try reader.card(ID<Article>(name)), "\(name) was acknowledged and is lost")
        #expect(card.story != nil)
        let text = try String(contentsOf: folder.url.appendingPathComponent(name), encoding: .utf8)
        #expect(try reader.document(card.document).document.input.string == text)
        #expect(try reader.article(number: card.number).text.count > 0)
      }
    }
  }
}
