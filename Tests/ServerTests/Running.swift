import Archive
import Desk
import Engine
import Foundation
import Intake
import NewsModel
import TestSupport

@testable import Server

/// A page as its file would be read.
func document(_ id: String, _ text: String, url: String? = nil, outlet: String? = nil) -> RawDocument {
  var stream = DocumentStream(bytes: Array(text.utf8), name: id)
  guard case .success(.document(var document)) = stream.next() else { fatalError("\(id) is no page") }
  document.hints.url = url
  document.hints.outlet = outlet
  return document
}

/// A server on a port of its own with an archive of invented pages.
struct Running {
  let client: LoopbackClient
  let archive: Archive
  let folder: URL

  func stories() throws -> [StoryCard] { try archive.read { try $0.stories(.newest) } }
  /// The story of most articles.
  func ferry() throws -> StoryCard { try stories().max { $0.articles < $1.articles }! }

  static let pages = [
    document("a.txt", Pages.ferry), document("b.txt", Pages.secondFerry), document("c.txt", Pages.spanishFerry),
    document("q.txt", Pages.quake),
  ]

  /// Runs a server while `body` runs.
  static func serve(
    _ pages: [RawDocument] = Running.pages, _ settings: ServerSettings = ServerSettings(), isReadOnly: Bool = false,
    _ body: @escaping @Sendable (Running) async throws -> Void
  ) async throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("stemma-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let archive = try Archive(folder.appendingPathComponent("news.stemma").path)
    var desk = try Desk(archive, engine: Engine(), clock: { 1_925_000_000 })
    _ = try await desk.add(pages.map(Desk.Incoming.document))
    try desk.close()
    _ = try await desk.settle()
    var settings = settings
    settings.port = 0
    // Clients of tests read until the server closes.
    if settings.eventLife == ServerSettings().eventLife { settings.eventLife = .milliseconds(200) }
    settings.eventPace = .milliseconds(20)
    let server = try Server(archive: archive.path, desk: isReadOnly ? nil : desk, settings: settings)
    let (ports, announce) = AsyncStream.makeStream(of: Int.self)
    try await withThrowingTaskGroup(of: Void.self) { group in
      group.addTask { try await server.run { announce.yield($0) } }
      var iterator = ports.makeAsyncIterator()
      let port = await iterator.next() ?? 0
      let running = Running(client: LoopbackClient(port: port), archive: archive, folder: folder)
      try await body(running)
      group.cancelAll()
      while let result = await group.nextResult() { _ = result }
    }
  }
}
