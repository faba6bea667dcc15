import Contract
import Foundation
import Intake
import NewsModel
import Testing
import TextBytes

@testable import Exports

/// Python 3, with which packs are checked as somebody without Stemma would.
private let python: String? = ["/usr/bin/python3", "/usr/local/bin/python3", "/opt/homebrew/bin/python3"].first {
  FileManager.default.isExecutableFile(atPath: $0)
}

@Suite("Evidence packs")
struct EvidenceTests {
  @Test("the same story and documents give the same bytes; the seal changes with them")
  func sameBytes() throws {
    let pack = try EvidencePack(Exported.ship, documents: Exported.documents, report: "<p>")
    #expect(pack.bytes == (try EvidencePack(Exported.ship, documents: Exported.documents, report: "<p>")).bytes)
    #expect(pack.seal != (try EvidencePack(Exported.ship, documents: Exported.documents, report: "<b>")).seal)
    #expect(pack.bytes.starts(with: [0x50, 0x4B, 3, 4]))
  }

  @Test("every passage of every claim is among the anchors, with its document's hash")
  func anchors() throws {
    let story = Exported.ship.stories[0]
    let lines = try AnchorList(story).lines.map { try JSONDecoder().decode(JSONValue.self, from: Data($0.utf8)) }
    let claims = lines.filter { $0["for"] == "claim" }
    #expect(claims.count == story.claims.flatMap(\.support).count)
    #expect(lines.allSatisfy { $0["sha256"]?.text?.utf8.count == 64 })
  }

  @Test("a whole pack holds, in its zip and in a folder", .enabled(if: python != nil, "python3 is not here"))
  func whole() throws {
    let pack = try EvidencePack(Exported.ship, documents: Exported.documents)
    let checked = try Checked(pack)
    #expect(checked.zip.status == 0, "\(checked.zip.text)")
    #expect(checked.zip.text.contains("Everything holds."))
    #expect(checked.zip.text.contains(pack.seal))
    #expect(try checked.folder().status == 0)
    #expect(try checked.folder(["--seal", pack.seal]).status == 0)
    #expect(try checked.folder(["--seal", "00"]).status == 1)
  }

  @Test(
    "a changed, added or missing file is told", .enabled(if: python != nil, "python3 is not here"),
    arguments: [
      "articles/0001/text.txt", "articles/0002/received.txt", "anchors.jsonl", "story.json", "manifest.json",
      "README.txt",
    ])
  func tampered(_ name: String) throws {
    let checked = try Checked(EvidencePack(Exported.ship, documents: Exported.documents))
    var file = checked.unpacked.appendingPathComponent(name)
    let before = try Data(contentsOf: file)
    try (before + Data(" ".utf8)).write(to: file)
    let changed = try checked.folder()
    #expect(changed.status == 1 && changed.text.contains("\(name) was changed"), "\(changed.text)")
    try FileManager.default.removeItem(at: file)
    #expect(try checked.folder().status != 0)
    try before.write(to: file)
    file = checked.unpacked.appendingPathComponent("articles/0009")
    try before.write(to: file)
    let added = try checked.folder()
    #expect(added.status == 1 && added.text.contains("articles/0009 was added"))
  }

  @Test(
    "a story that was changed before it was packed does not hold", .enabled(if: python != nil, "python3 is not here"))
  func forged() throws {
    var words = Exported.ship
    words.stories[0].claims[0].support[0].exact += "!"
    var place = Exported.ship
    place.stories[0].claims[0].support[0].start += 1
    var text = Exported.ship
    text.stories[0].articles[0].text.removeFirst()
    var hash = Exported.ship
    hash.stories[0].articles[0].sha256 = String(repeating: "0", count: 64)
    for trace in [words, place, text, hash] {
      let checked = try Checked(EvidencePack(trace, documents: Exported.documents))
      #expect(checked.zip.status == 1 && checked.zip.text.contains("DOES NOT HOLD"), "\(checked.zip.text)")
    }
    var documents = Exported.documents
    documents["000_harbour-post.txt"]?.input = SourceText("another page")
    let exchanged = try Checked(EvidencePack(Exported.ship, documents: documents)).zip
    #expect(
      exchanged.status == 1 && exchanged.text.contains("does not have the hash of the story"), "\(exchanged.text)")
  }

  @Test(
    "a document that is not at hand is told, and nothing is claimed of it",
    .enabled(if: python != nil, "python3 is not here"))
  func missing() throws {
    var documents = Exported.documents
    documents["000_harbour-post.txt"] = nil
    let checked = try Checked(EvidencePack(Exported.ship, documents: documents)).zip
    #expect(checked.status == 0, "\(checked.text)")
    #expect(checked.text.contains("of 1 the document is not in the pack"))
    #expect(checked.text.contains("point into documents that are not in the pack"))
  }

  @Test("a document in another encoding comes as it was received", .enabled(if: python != nil, "python3 is not here"))
  func encodings() throws {
    var trace = Exported.ship
    var documents = Exported.documents
    let id = "002_el-faro-del-este.txt"
    var document = try #require(documents[id])
    var received: [UInt8] = [0xFF, 0xFE]
    for unit in document.input.string.utf16 { received += [UInt8(unit & 0xFF), UInt8(unit >> 8)] }
    document.original = received
    document.encoding = "utf-16le"
    documents[id] = document
    trace.stories[0].articles[2].sha256 = digest(received).hex
    let checked = try Checked(EvidencePack(trace, documents: documents))
    #expect(checked.zip.status == 0, "\(checked.zip.text)")
    let kept = try Data(contentsOf: checked.unpacked.appendingPathComponent("articles/0003/received.txt"))
    #expect(Array(kept) == received)
  }
}

/// A pack on the disk, unpacked by Python's own reader.
private final class Checked {
  struct Result {
    var status: Int32
    var text: String
  }
  private let root: URL
  let unpacked: URL
  let zip: Result

  init(_ pack: EvidencePack) throws {
    root = FileManager.default.temporaryDirectory.appendingPathComponent("stemma-\(UUID().uuidString)")
    unpacked = root.appendingPathComponent("pack")
    try FileManager.default.createDirectory(at: unpacked, withIntermediateDirectories: true)
    let file = root.appendingPathComponent("pack.zip")
    try Data(pack.bytes).write(to: file)
    let extracted = try Self.run(["-m", "zipfile", "-e", file.path, unpacked.path])
    #expect(extracted.status == 0, "\(extracted.text)")
    zip = try Self.run([unpacked.appendingPathComponent("verify.py").path, file.path])
  }

  deinit { try? FileManager.default.removeItem(at: root) }

  func folder(_ arguments: [String] = []) throws -> Result {
    try Self.run([unpacked.appendingPathComponent("verify.py").path] + arguments)
  }

  private static func run(_ arguments: [String]) throws -> Result {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: try #require(python))
    process.arguments = ["-B"] + arguments
    let pipe = Pipe()
    (process.standardOutput, process.standardError) = (pipe, pipe)
    try process.run()
    let data = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return Result(status: process.terminationStatus, text: String(decoding: data, as: UTF8.self))
  }
}
