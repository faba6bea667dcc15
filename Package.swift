// swift-tools-version: 6.2
import PackageDescription

/// What every target of this project holds to: warnings are errors, and unsafe memory is marked where it is used.
let house: [SwiftSetting] = [
  .treatAllWarnings(as: .error),
  .strictMemorySafety(),
  .enableUpcomingFeature("ExistentialAny"),
]

func room(_ name: String, _ imports: [Target.Dependency] = [], resources: Bool = false) -> Target {
  .target(
    name: name, dependencies: imports, resources: resources ? [.copy("Resources")] : nil, swiftSettings: house)
}

func tests(_ name: String, _ imports: [Target.Dependency] = [], exclude: [String] = []) -> Target {
  .testTarget(
    name: "\(name)Tests", dependencies: [.init(stringLiteral: name), "TestSupport"] + imports, exclude: exclude,
    swiftSettings: house)
}

func systemLibrary(_ name: String, pkgConfig: String? = nil, apt: String, brew: String) -> Target {
  .systemLibrary(name: name, path: "Sources/C/\(name)", pkgConfig: pkgConfig, providers: [.apt([apt]), .brew([brew])])
}

let arguments: Target.Dependency = .product(name: "ArgumentParser", package: "swift-argument-parser")
let mustache: Target.Dependency = .product(name: "Mustache", package: "swift-mustache")
let grdb: Target.Dependency = .product(name: "GRDB", package: "GRDB.swift")
let nio: Target.Dependency = .product(name: "NIOCore", package: "swift-nio")
let nioHTTP1: Target.Dependency = .product(name: "NIOHTTP1", package: "swift-nio")
let nioPosix: Target.Dependency = .product(name: "NIOPosix", package: "swift-nio")
let hummingbirdCore: Target.Dependency = .product(name: "HummingbirdCore", package: "hummingbird")
let hummingbird: Target.Dependency = .product(name: "Hummingbird", package: "hummingbird")
let httpClient: Target.Dependency = .product(name: "AsyncHTTPClient", package: "async-http-client")

// The arrows of docs/ARCHITECTURE.md; Tests/HouseTests holds this list to that drawing.
let package = Package(
  name: "stemma",
  platforms: [.macOS(.v15)],
  products: [
    .executable(name: "stemma", targets: ["stemma"]),
    .library(
      name: "Stemma",
      targets: [
        "TextBytes", "NewsModel", "Contract", "Lexicon", "Languages", "Times", "Intake", "Extraction", "Entities",
        "Quotations", "Events", "Encoder", "Stories", "Engine", "Briefing", "Exports", "Archive", "Desk",
      ]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/hummingbird-project/swift-mustache", from: "2.1.1"),
    .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
    // Without its reader of configurations, which nothing here needs.
    .package(url: "https://github.com/hummingbird-project/hummingbird", from: "2.28.1", traits: ["FullFoundation"]),
    .package(url: "https://github.com/apple/swift-nio", from: "2.101.2"),
    .package(url: "https://github.com/swift-server/async-http-client", from: "1.37.0"),
  ],
  targets: [
    systemLibrary("CGumbo", pkgConfig: "gumbo", apt: "libgumbo-dev", brew: "gumbo-parser"),
    systemLibrary("CZlib", pkgConfig: "zlib", apt: "zlib1g-dev", brew: "zlib"),
    systemLibrary("CDigest", pkgConfig: "libmd", apt: "libmd-dev", brew: "libmd"),

    // How the C library's allocator keeps what was freed.
    .systemLibrary(name: "CMemory", path: "Sources/C/CMemory"),

    // The encoder's inner loops: Swift cannot choose wider instructions while the program runs.
    .target(name: "CMatrix", path: "Sources/C/CMatrix"),

    room("TextBytes"),
    room("NewsModel", ["TextBytes"]),
    room("Contract", ["NewsModel", "TextBytes"]),
    room("Lexicon", ["TextBytes"], resources: true),
    room("HTMLTree", ["TextBytes", "CGumbo"]),
    room("Languages", ["NewsModel", "Lexicon", "TextBytes"], resources: true),
    room("Times", ["Languages", "Lexicon", "NewsModel", "TextBytes"], resources: true),
    room("Intake", ["NewsModel", "TextBytes", "CZlib", "CDigest"]),
    room("Extraction", ["HTMLTree", "Languages", "Times", "Lexicon", "NewsModel", "TextBytes"], resources: true),
    room("Entities", ["Languages", "Lexicon", "NewsModel", "TextBytes"], resources: true),
    room("Quotations", ["Languages", "Lexicon", "NewsModel", "TextBytes"], resources: true),
    room("Events", ["Languages", "Lexicon", "NewsModel", "TextBytes"], resources: true),
    room("Quantities", ["Lexicon", "NewsModel", "TextBytes"], resources: true),
    room("Encoder", ["TextBytes", "CMatrix"]),
    room("Fingerprints", ["NewsModel", "TextBytes"]),
    room("Stories", ["Fingerprints", "Encoder", "NewsModel", "TextBytes"]),
    room("Identity", ["NewsModel", "Lexicon", "TextBytes"]),
    room("Reuse", ["Fingerprints", "Encoder", "Lexicon", "NewsModel", "TextBytes"], resources: true),
    room("Sourcing", ["NewsModel", "Lexicon", "TextBytes"], resources: true),
    room(
      "Engine",
      [
        "TextBytes", "NewsModel", "Lexicon", "Languages", "Times", "Intake", "Extraction", "Entities", "Quotations",
        "Events", "Quantities", "Encoder", "Fingerprints", "Stories", "Identity", "Reuse", "Sourcing",
      ]),
    room("Briefing", ["NewsModel", "Contract", "Lexicon", "TextBytes", mustache], resources: true),
    room("Exports", ["NewsModel", "Contract", "Intake", "CZlib"], resources: true),
    room("Archive", ["NewsModel", "Contract", "Stories", "TextBytes", "CZlib", grdb]),
    room(
      "Desk",
      [
        "TextBytes", "NewsModel", "Contract", "Intake", "Languages", "Encoder", "Fingerprints", "Stories", "Engine",
        "Archive",
      ]),
    room("MCP", ["NewsModel", "Contract", "Archive"]),
    room(
      "Server",
      [
        "TextBytes", "NewsModel", "Contract", "Lexicon", "Languages", "Quantities", "Intake", "Archive", "Desk",
        "Briefing", "Exports", "MCP", mustache, hummingbird, hummingbirdCore, nio,
      ], resources: true),
    room(
      "Watch",
      [
        "TextBytes", "NewsModel", "Contract", "Languages", "Intake", "Archive", "Desk", httpClient, nio, nioHTTP1,
        nioPosix,
        grdb,
      ]),
    room("Scoring", ["NewsModel", "Contract", "TextBytes"]),
    room("TestSupport", ["NewsModel", "Contract", "TextBytes"]),
    .executableTarget(
      name: "stemma",
      dependencies: [
        "Engine", "Briefing", "Contract", "Intake", "NewsModel", "TextBytes", "Stories", "Encoder", "Lexicon",
        "Languages", "Archive", "Desk", "Exports", "MCP", "Server", "Sourcing", "Watch", "CMemory",
        arguments,
      ],
      swiftSettings: house),
    .executableTarget(
      name: "evaluate",
      dependencies: [
        "Scoring", "NewsModel", "TextBytes", "Languages", "Times", "Intake", "Entities", "Quotations", "Events",
        "Encoder",
        "Reuse", "Engine", arguments,
      ],
      swiftSettings: house),

    tests("TextBytes"),
    tests("NewsModel", ["TextBytes"]),
    tests("Contract", ["Extraction", "NewsModel", "TextBytes"]),
    tests("Lexicon", ["TextBytes"]),
    tests("HTMLTree", ["TextBytes"]),
    tests("Languages", ["NewsModel", "TextBytes"]),
    tests("Times", ["Languages", "NewsModel", "TextBytes"]),
    tests("Intake", ["NewsModel", "TextBytes"]),
    tests("Extraction", ["Languages", "NewsModel", "TextBytes"]),
    tests("Entities", ["Languages", "NewsModel", "TextBytes"]),
    tests("Quotations", ["Languages", "Entities", "NewsModel", "TextBytes"]),
    tests("Events", ["Languages", "Entities", "Times", "NewsModel", "TextBytes"]),
    tests("Quantities", ["Languages", "NewsModel", "TextBytes"]),
    tests("Encoder", ["TextBytes"]),
    tests("Fingerprints", ["NewsModel", "TextBytes"]),
    tests("Stories", ["NewsModel", "TextBytes"]),
    tests("Identity", ["NewsModel", "TextBytes"]),
    tests(
      "Reuse",
      ["Languages", "Times", "Entities", "Quotations", "Events", "Quantities", "Identity", "NewsModel", "TextBytes"]),
    tests("Sourcing", ["Engine", "NewsModel", "TextBytes"]),
    tests("Engine", ["Contract", "NewsModel", "Sourcing", "TextBytes"]),
    tests("Briefing", ["Contract", "NewsModel", "TextBytes"], exclude: ["Golden"]),
    tests("Exports", ["Contract", "Intake", "NewsModel", "TextBytes"]),
    tests("Archive", ["NewsModel", "Stories", "TextBytes", grdb]),
    tests("MCP", ["Archive", "Contract", "Desk", "Engine", "Intake", "NewsModel"]),
    tests("Desk", ["Archive", "Contract", "Engine", "Intake", "NewsModel", "TextBytes"]),
    tests(
      "Server", ["Archive", "Briefing", "Contract", "Desk", "Engine", "Exports", "Intake", "NewsModel", "TextBytes"]),
    tests(
      "Watch",
      ["Archive", "Contract", "Desk", "Engine", "Intake", "NewsModel", "TextBytes", nio, nioHTTP1, nioPosix]),
    tests("Scoring", ["NewsModel", "TextBytes"]),
    .testTarget(name: "HouseTests", swiftSettings: house),
    .testTarget(
      name: "CommandTests", dependencies: ["TestSupport", "Contract", "Archive", "NewsModel"], swiftSettings: house),
  ]
)
