import Foundation
import Testing

@Suite("The house keeps itself in order")
struct HouseTests {
  let house = House()

  @Test("the package's arrows are those that docs/ARCHITECTURE.md draws")
  func arrows() throws {
    let drawn = try house.drawnArrows()
    let built = try house.builtArrows()
    #expect(drawn.count > 20)
    for (target, imports) in built.sorted(by: { $0.key < $1.key }) {
      let undrawn = imports.subtracting(drawn[target] ?? [])
      #expect(undrawn.isEmpty, "\(target) imports \(undrawn.sorted()), which docs/ARCHITECTURE.md does not draw")
    }
    for (target, imports) in drawn.sorted(by: { $0.key < $1.key }) {
      let gone = imports.subtracting(built[target] ?? [])
      #expect(
        gone.isEmpty, "docs/ARCHITECTURE.md draws \(target) → \(gone.sorted()), which Package.swift does not have")
    }
    #expect(Set(drawn.keys) == Set(built.keys), "the targets drawn and the targets built differ")
  }

  @Test("a target stands below what it imports")
  func order() throws {
    let rows = try house.drawnRows()
    let place = Dictionary(uniqueKeysWithValues: rows.enumerated().map { ($1.target, $0) })
    for (number, row) in rows.enumerated() {
      let upward = row.imports.filter { (place[$0] ?? -1) >= number }
      #expect(upward.isEmpty, "\(row.target) imports \(upward.sorted()) from below")
    }
  }

  @Test("a file imports only what its target declares")
  func importStatements() throws {
    let built = try house.builtArrows()
    for file in try house.swiftFiles(under: "Sources") {
      let allowed = (built[file.target] ?? []).union(House.toolchainModules)
      let undeclared = file.imports.subtracting(allowed)
      #expect(undeclared.isEmpty, "\(file.path) imports \(undeclared.sorted()), which \(file.target) does not declare")
    }
  }

  @Test("no file is longer than 400 lines")
  func lengths() throws {
    for file in try house.swiftFiles(under: "Sources") {
      #expect(file.lines.count <= 400, "\(file.path) has \(file.lines.count) lines")
    }
  }

  @Test("no regular expressions")
  func regularExpressions() throws {
    let forbidden = ["NSRegularExpression", "Regex(", "Regex<", "#/", "RegexBuilder", ".components(separatedBy:"]
    for file in try house.swiftFiles(under: "Sources") {
      for (number, line) in file.lines.enumerated() {
        let code = House.code(of: line)
        let found = forbidden.filter(code.contains)
        #expect(found.isEmpty, "\(file.path):\(number + 1) uses \(found)")
      }
    }
  }

  @Test("code does not ask which language it reads")
  func languages() throws {
    let forbidden = ["== .english", "!= .english", "== .spanish", "!= .spanish", "case .english", "case .spanish"]
    // These two ask how a language writes numeric dates and capitals, which its folder should tell.
    let known = [
      "Sources/Extraction/Metadata/DateCursor.swift", "Sources/Extraction/Metadata/PublicationReader.swift",
    ]
    for file in try house.swiftFiles(under: "Sources") where !known.contains(file.path) {
      for (number, line) in file.lines.enumerated() {
        let found = forbidden.filter(House.code(of: line).contains)
        #expect(found.isEmpty, "\(file.path):\(number + 1) asks \(found)")
      }
    }
  }

  @Test("no file names a place on somebody's machine")
  func machinePaths() throws {
    let parent = house.root.deletingLastPathComponent().path
    let forbidden =
      ["/home/", "/Users/", "/root/", "C:\\Users"] + (["/", "/tmp"].contains(parent) ? [] : [parent + "/"])
    for folder in ["Sources", "Scripts", "docs", "Evaluation", "Benchmarks", "Examples", "Training", ".ci"] {
      for file in try house.textFiles(under: folder) {
        let found = forbidden.filter(file.text.contains)
        #expect(found.isEmpty, "\(file.path) holds \(found)")
      }
    }
  }

  @Test("every table is UTF-8, without tabs or white space at the ends of lines' fields")
  func tables() throws {
    let tables = try house.files(under: "Sources").filter { $0.hasSuffix(".tsv") }
    #expect(tables.count > 20)
    for path in tables {
      let data = try #require(FileManager.default.contents(atPath: house.root.appendingPathComponent(path).path))
      guard let text = String(validating: data, as: UTF8.self) else {
        Issue.record("\(path) is not UTF-8")
        continue
      }
      let odd = text.split(separator: "\n", omittingEmptySubsequences: false).enumerated().first { _, line in
        line.hasSuffix("\r") || line.hasSuffix(" ") || line.unicodeScalars.contains { $0.value < 32 && $0 != "\t" }
      }
      #expect(odd == nil, "\(path):\((odd?.offset ?? 0) + 1) ends in white space or holds a control character")
      #expect(text.isEmpty || text.hasSuffix("\n"), "\(path) does not end in a line feed")
    }
  }
}
