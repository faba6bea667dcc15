import Foundation

/// The package as its files say it is.
struct House {
  /// Modules of the toolchain, which no arrow is drawn for. FoundationNetworking is none of them: nothing is fetched at run time.
  static let toolchainModules: Set<String> = [
    "Foundation", "FoundationEssentials", "FoundationXML", "Synchronization", "Dispatch", "Glibc", "Musl", "Darwin",
    "Swift",
  ]
  /// The package's folder.
  let root: URL

  init(file: String = #filePath) {
    root = URL(fileURLWithPath: file).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
  }

  struct SwiftFile {
    var path: String
    var target: String
    var lines: [Substring]
    var imports: Set<String>
  }

  /// A row of the flow's table.
  struct Row {
    var target: String
    var imports: Set<String>
  }

  /// Paths of all files in a folder, from the package's folder, in order; none where there is no such folder.
  func files(under folder: String) throws -> [String] {
    let start = root.appendingPathComponent(folder).path
    guard FileManager.default.fileExists(atPath: start) else { return [] }
    return try FileManager.default.subpathsOfDirectory(atPath: start).filter {
      var isFolder: ObjCBool = false
      return unsafe FileManager.default.fileExists(atPath: start + "/" + $0, isDirectory: &isFolder)
        && !isFolder.boolValue
    }.map { folder + "/" + $0 }.sorted()
  }

  /// The files in a folder that hold text.
  func textFiles(under folder: String) throws -> [(path: String, text: String)] {
    try files(under: folder).filter { !$0.contains("/.venv") && !$0.contains("/out/") }.compactMap { path in
      (try? String(contentsOf: root.appendingPathComponent(path), encoding: .utf8)).map { (path, $0) }
    }
  }

  /// The Swift files in a folder; a file's target is the folder below.
  func swiftFiles(under folder: String) throws -> [SwiftFile] {
    try files(under: folder).filter { $0.hasSuffix(".swift") }.map { path in
      let text = try String(contentsOf: root.appendingPathComponent(path), encoding: .utf8)
      let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
      let target = path.split(separator: "/").dropFirst().first.map(String.init) ?? ""
      return SwiftFile(path: path, target: target, lines: lines, imports: Set(lines.compactMap(House.importedModule)))
    }
  }

  /// The module that a line imports.
  static func importedModule(_ line: Substring) -> String? {
    var words = line.split(separator: " ")
    while let word = words.first, word.hasPrefix("@") || ["public", "internal", "package", "private"].contains(word) {
      words.removeFirst()
    }
    guard words.first == "import", words.count >= 2 else { return nil }
    let kinds: Set<Substring> = ["struct", "class", "enum", "func", "protocol", "var", "let", "typealias"]
    let name = kinds.contains(words[1]) && words.count > 2 ? words[2] : words[1]
    return name.split(separator: ".").first.map(String.init)
  }

  /// A line without its comment; comments that follow code are not looked for.
  static func code(of line: Substring) -> Substring {
    let trimmed = line.drop { $0 == " " }
    return trimmed.hasPrefix("//") ? "" : trimmed
  }

  /// The rows under "The flow" in docs/ARCHITECTURE.md.
  func drawnRows() throws -> [Row] {
    let page = try String(contentsOf: root.appendingPathComponent("docs/ARCHITECTURE.md"), encoding: .utf8)
    var isFlow = false
    var rows: [Row] = []
    for line in page.split(separator: "\n") {
      if line.hasPrefix("## ") { isFlow = line == "## The flow" }
      let cells = line.split(separator: "|")
      guard isFlow, line.hasPrefix("| `"), cells.count == 4 else { continue }
      rows.append(Row(target: House.codeWords(cells[0]).first ?? "", imports: Set(House.codeWords(cells[3]))))
    }
    return rows
  }

  /// What each target imports, as drawn.
  func drawnArrows() throws -> [String: Set<String>] {
    Dictionary(try drawnRows().map { ($0.target, $0.imports) }) { $0.union($1) }
  }

  private static func codeWords(_ cell: Substring) -> [String] {
    cell.split(separator: "`", omittingEmptySubsequences: false).enumerated().filter { $0.offset % 2 == 1 }.map {
      String($0.element)
    }
  }

  /// What each target but tests imports, as built: targets and products.
  func builtArrows() throws -> [String: Set<String>] {
    var arrows: [String: Set<String>] = [:]
    for target in try describe().targets where target.type != "test" {
      arrows[target.name] = Set((target.target_dependencies ?? []) + (target.product_dependencies ?? []))
    }
    return arrows
  }

  private struct Description: Decodable {
    struct Target: Decodable {
      var name: String
      var type: String
      // The keys are SwiftPM's.
      // swift-format-ignore: AlwaysUseLowerCamelCase
      var target_dependencies: [String]?
      // swift-format-ignore: AlwaysUseLowerCamelCase
      var product_dependencies: [String]?
    }
    var targets: [Target]
  }

  /// `swift package describe`, with a scratch folder of its own: the build that runs this test holds the other.
  private func describe() throws -> Description {
    let scratch = FileManager.default.temporaryDirectory.appendingPathComponent("stemma-house-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: scratch) }
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = [
      "swift", "package", "--package-path", root.path, "--scratch-path", scratch.path, "describe", "--type", "json",
    ]
    let output = Pipe()
    process.standardOutput = output
    process.standardError = FileHandle.nullDevice
    process.standardInput = FileHandle.nullDevice
    try process.run()
    let data = try output.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    return try JSONDecoder().decode(Description.self, from: data)
  }
}
