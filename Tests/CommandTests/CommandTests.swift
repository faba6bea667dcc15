import Foundation
import TestSupport
import Testing

/// Makes one bad input in a folder and gives its name.
struct BadInput: Sendable, CustomTestStringConvertible {
  let testDescription: String
  let name: String
  let make: @Sendable (Folder) throws -> Void

  static let all = [
    BadInput(testDescription: "a file that is not there", name: "missing.txt") { _ in },
    BadInput(testDescription: "an empty file", name: "empty.txt") { try $0.write("empty.txt", "") },
    BadInput(testDescription: "a file of white space", name: "blank.txt") { try $0.write("blank.txt", " \n\n\t\n") },
    BadInput(testDescription: "a binary", name: "ship.png") { folder in
      let head: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 13]
      try folder.write("ship.png", head + (0..<4000).map { UInt8(truncatingIfNeeded: $0 &* 167) })
    },
    BadInput(testDescription: "a folder without articles", name: "drawer") { folder in
      let drawer = folder.url.appendingPathComponent("drawer/inner")
      try FileManager.default.createDirectory(at: drawer, withIntermediateDirectories: true)
    },
    BadInput(testDescription: "JSON without an article", name: "none.json") { try $0.write("none.json", #"{"a": 1}"#) },
    BadInput(testDescription: "broken JSON", name: "broken.json") {
      try $0.write("broken.json", #"{"text": "The ship"#)
    },
    BadInput(testDescription: "a line of 200 MB", name: "line.txt") { folder in
      try folder.write("line.txt", "x")
      let file = try FileHandle(forWritingTo: folder.url.appendingPathComponent("line.txt"))
      try file.truncate(atOffset: 200 * 1_048_576)
      try file.close()
    },
    BadInput(testDescription: "a link to itself", name: "loop.txt") { folder in
      let link = folder.url.appendingPathComponent("loop.txt").path
      try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: link)
    },
  ]
}

@Suite("Bad input gets a clear error and loses nothing")
struct BadInputTests {
  @Test("among good ones it costs one line and the status", arguments: BadInput.all, ["read", "annotate", "group"])
  func amongGoodOnes(_ bad: BadInput, _ command: String) throws {
    let folder = try Folder()
    try folder.write("a.txt", Pages.ferry)
    try folder.write("z.txt", Pages.spanishFerry)
    try bad.make(folder)
    let result = try Command.run(command, "a.txt", bad.name, "z.txt", in: folder)
    #expect(result.status == 1)
    #expect(result.complaints.count == 1, "\(result.errors)")
    #expect(result.complaints.first?.contains(bad.name) == true, "\(result.errors)")
    #expect(result.lines.count == 2)
    #expect(result.lines.first?.contains(#""a.txt""#) == true)
    #expect(result.lines.last?.contains(#""z.txt""#) == true)
    #expect(result.seconds < 20)
  }

  @Test("a trace goes on without it", arguments: BadInput.all)
  func trace(_ bad: BadInput) throws {
    let folder = try Folder()
    let names = try Pages.writeAll(folder)
    try bad.make(folder)
    let result = try Command.run(["trace", "--no-encoder", bad.name] + names, in: folder)
    #expect(result.status == 1)
    #expect(result.complaints.count == 1, "\(result.errors)")
    #expect(result.text.contains("Ingrid Storm"))
  }

  @Test("alone it leaves nothing to trace", arguments: BadInput.all)
  func alone(_ bad: BadInput) throws {
    let folder = try Folder()
    try bad.make(folder)
    let result = try Command.run("trace", "--no-encoder", bad.name, in: folder)
    #expect(result.status == 1)
    #expect(result.output.isEmpty)
    #expect(result.errors.contains(bad.name))
  }

  @Test("a file that may not be read", .enabled(if: getuid() != 0, "root may read everything"))
  func unreadable() throws {
    let folder = try Folder()
    let names = try Pages.writeAll(folder)
    let path = folder.url.appendingPathComponent("b.txt").path
    try FileManager.default.setAttributes([.posixPermissions: 0], ofItemAtPath: path)
    let result = try Command.run(["read"] + names, in: folder)
    #expect(result.status == 1)
    #expect(result.lines.count == 2)
    #expect(result.complaints.count == 1 && result.errors.contains("b.txt"))
  }

  @Test("a bad line of JSONL does not stop the others")
  func badLine() throws {
    let folder = try Folder()
    try folder.write(
      "a.jsonl",
      #"{"id": "one", "text": "The ship sailed."}"# + "\n{nonsense\n" + #"{"id": "two", "text": "It came back."}"#
        + "\n")
    let result = try Command.run("read", "a.jsonl", in: folder)
    #expect(result.status == 1)
    #expect(result.lines.count == 2)
    #expect(result.complaints.count == 1 && result.errors.contains("a.jsonl"))
  }

  @Test("truncated and foreign weights: a warning, and the trace goes on", arguments: [0, 40, 5000])
  func weights(_ size: Int) throws {
    let folder = try Folder()
    let names = try Pages.writeAll(folder)
    try folder.write(
      "weights.bin", Array("STEMMAEN".utf8.prefix(size)) + [UInt8](repeating: 1, count: max(0, size - 8)))
    let result = try Command.run(["trace", "--weights", "weights.bin"] + names, in: folder)
    #expect(result.status == 0)
    #expect(result.errors.contains("warning") && result.errors.contains("weights.bin"), "\(result.errors)")
    #expect(result.errors.split(separator: "\n").count == 1)
    let plain = try Command.run(["trace", "--no-encoder"] + names, in: folder)
    #expect(result.output == plain.output)
  }

  @Test(
    "a wrong option says what to write instead",
    arguments: [
      ["trace", "--published", "yesterday"], ["trace", "--only", "nonsense"], ["trace", "--corrections", "none.jsonl"],
      ["read", "--no-such"],
    ])
  func options(_ arguments: [String]) throws {
    let folder = try Folder()
    try folder.write("a.txt", Pages.ferry)
    let result = try Command.run(arguments + ["a.txt"], in: folder)
    #expect(result.status != 0)
    #expect(result.output.isEmpty)
    #expect(result.errors.contains(arguments[arguments.count - 1]), "\(result.errors)")
  }
}

@Suite("Encodings")
struct EncodingTests {
  private func read(_ bytes: [UInt8]) throws -> [String: Any] {
    let folder = try Folder()
    try folder.write("page.txt", bytes)
    let result = try Command.run("read", "page.txt", in: folder)
    #expect(result.status == 0, "\(result.errors)")
    return try #require(try JSONSerialization.jsonObject(with: result.output) as? [String: Any])
  }

  private static let paragraph =
    "The harbour master at Port Halden said on Monday that the ferry would stay until the hull was mended. "

  @Test("Windows-1252 with curly quotation marks and a dash")
  func windows1252() throws {
    let article = try read(
      Array((Self.paragraph + "The owner called it ").utf8) + [0x93] + Array("a small matter".utf8) + [
        0x94, 0x20, 0x97,
      ] + Array(" and didn".utf8) + [0x92] + Array("t say more.\n".utf8))
    #expect(article["encoding"] as? String == "windows-1252")
    #expect((article["text"] as? String)?.contains("called it “a small matter” — and didn’t say") == true)
  }

  @Test("Latin-1 Spanish")
  func latin1() throws {
    let text =
      "La capitana declaró el lunes que el buque permanecerá en el puerto según informó la compañía naviera en un comunicado.\n"
    let article = try read(text.unicodeScalars.map { UInt8($0.value) })
    #expect(["windows-1252", "iso-8859-1"].contains(article["encoding"] as? String))
    #expect(
      (article["text"] as? String)?.contains("declaró el lunes que el buque permanecerá en el puerto según") == true)
    #expect(article["language"] as? String == "es")
  }

  @Test("UTF-8 with broken sequences keeps what is sound")
  func invalidUTF8() throws {
    let article = try read(
      Array((Self.paragraph + "The señora wrote “no” to the compañía").utf8) + [0xE2, 0x80]
        + Array(" and the crew agreed — ".utf8) + [0xC3] + Array(" all of them.\n".utf8))
    let text = try #require(article["text"] as? String)
    #expect(text.contains("The señora wrote “no” to the compañía"))
    #expect(text.contains("and the crew agreed —"))
    #expect(text.contains("all of them."))
  }

  @Test(
    "UTF-8 and UTF-16 with byte order marks", arguments: [String.Encoding.utf16LittleEndian, .utf16BigEndian, .utf8])
  func byteOrderMarks(_ encoding: String.Encoding) throws {
    let data = try #require(("\u{FEFF}" + Self.paragraph + "The crew said «sí».\n").data(using: encoding))
    let text = try #require(try read([UInt8](data))["text"] as? String)
    #expect(text.hasPrefix("The harbour master"))
    #expect(text.contains("«sí»"))
  }

  @Test("line ends of every kind", arguments: ["\n", "\r\n", "\r"])
  func lineEnds(_ end: String) throws {
    let text = Self.paragraph + end + end + "The crew said that it agreed with the harbour master on Tuesday." + end
    let article = try read(Array(text.utf8))
    #expect((article["paragraphs"] as? [Any])?.count == 2)
    #expect((article["text"] as? String)?.contains("\r") == false)
  }
}
