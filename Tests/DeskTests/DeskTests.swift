import Archive
import Contract
import Engine
import Foundation
import Intake
import NewsModel
import TestSupport
import Testing

@testable import Desk

/// A desk on an archive in a folder of its own.
final class Room {
  let folder = FileManager.default.temporaryDirectory.appendingPathComponent("stemma-\(UUID().uuidString)")
  let archive: Archive
  init() throws {
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    archive = try Archive(folder.appendingPathComponent("news.stemma").path)
  }
  deinit { try? FileManager.default.removeItem(at: folder) }

  func desk() throws -> Desk { try Desk(archive, engine: Engine(), clock: { 1_000_000 }) }

  /// Adds pages one batch at a time, each by a desk of its own, as so many runs would.
  @discardableResult func add(_ batches: [[RawDocument]]) async throws -> [Receipt] {
    var receipts: [Receipt] = []
    for batch in batches {
      var desk = try desk()
      receipts += try await desk.add(batch.map(Desk.Incoming.document))
      try desk.close()
      _ = try await desk.settle()
    }
    return receipts
  }

  /// All stories as JSON, by id.
  func stories() throws -> [String] {
    let desk = try desk()
    return try archive.read { try $0.stories().map(\.id) }.sorted().map { id in
      try JSONText.line(StoryWriter(try #require(try desk.story(id))).write())
    }
  }
}

/// A page as its file would be read.
func document(_ id: String, _ text: String, url: String? = nil, fetched: String? = nil) -> RawDocument {
  var options = DocumentStream.Options()
  options.fetched = fetched.flatMap { Timestamp(iso: $0) }
  var stream = DocumentStream(bytes: Array(text.utf8), name: id, options: options)
  guard case .success(.document(var document)) = stream.next() else { fatalError("\(id) is no page") }
  document.hints.url = url
  return document
}

@Suite("A desk")
struct DeskTests {
  @Test("keeps the same bytes once, whatever they are called")
  func idempotence() async throws {
    let room = try Room()
    let first = try await room.add([[document("a.txt", Pages.ferry), document("again.txt", Pages.ferry)]])
    #expect(first.map(\.state) == [.added, .known])
    #expect(first.map(\.article.raw) == ["a.txt", "a.txt"])
    let before = try room.stories()
    let second = try await room.add([[document("a.txt", Pages.ferry)]])
    #expect(second.map(\.state) == [.known] && second.map(\.story) == [first[0].story])
    #expect(try room.archive.read { try $0.articleCount() } == 1)
    #expect(try room.stories() == before)
  }

  @Test("the same text on two addresses is two articles")
  func twoAddresses() async throws {
    let room = try Room()
    let receipts = try await room.add([
      [
        document("a", Pages.ferry, url: "https://one.example/ferry"),
        document("a", Pages.ferry, url: "https://two.example/ferry"),
      ]
    ])
    #expect(receipts.map(\.state) == [.added, .added])
    #expect(receipts.map(\.article.raw) == ["a", "a#2"])
  }

  @Test("one by one or in one go, in the same order, the stories are the same, and they are those of a trace")
  func increments() async throws {
    let pages = [
      document("a.txt", Pages.ferry), document("q.txt", Pages.quake), document("b.txt", Pages.secondFerry),
      document("c.txt", Pages.spanishFerry),
    ]
    let (whole, single) = (try Room(), try Room())
    try await whole.add([pages])
    try await single.add(pages.map { [$0] })
    let stories = try whole.stories()
    #expect(try single.stories() == stories)
    let engine = Engine()
    let trace = engine.trace(await engine.annotate(pages.map(engine.read)))
    #expect(try trace.stories.map { try JSONText.line(StoryWriter($0).write()) }.sorted() == stories.sorted())
  }

  @Test("traces only the stories that a new article touches")
  func touched() async throws {
    let room = try Room()
    try await room.add([[document("a.txt", Pages.ferry), document("q.txt", Pages.quake)]])
    var desk = try room.desk()
    _ = try await desk.add([.document(document("b.txt", Pages.secondFerry))])
    #expect(try room.archive.read { try $0.staleStories().count } == 1)
    #expect(try await desk.settle() == 1)
  }

  @Test("goes on where it was killed before it noted how far it came")
  func noClose() async throws {
    let (whole, killed) = (try Room(), try Room())
    let pages = [document("a.txt", Pages.ferry), document("q.txt", Pages.quake), document("b.txt", Pages.secondFerry)]
    try await whole.add([pages])
    for page in pages {
      var desk = try killed.desk()
      _ = try await desk.add([.document(page)])
    }
    _ = try await killed.desk().settle()
    #expect(try killed.stories() == whole.stories())
  }

  @Test("two writers do not lose each other's articles")
  func twoWriters() async throws {
    let (whole, shared) = (try Room(), try Room())
    let pages = [document("a.txt", Pages.ferry), document("q.txt", Pages.quake), document("b.txt", Pages.secondFerry)]
    try await whole.add([pages])
    var (one, other) = (try shared.desk(), try shared.desk())
    _ = try await one.add([.document(pages[0])])
    _ = try await other.add([.document(pages[1])])
    _ = try await one.add([.document(pages[2])])
    try other.close()
    try one.close()
    _ = try await one.settle()
    #expect(try shared.stories() == whole.stories())
  }

  @Test("heeds what another process rules on stories while this one runs")
  func ledgerOfOthers() async throws {
    let room = try Room()
    var server = try room.desk()
    _ = try await server.add([.document(document("a.txt", Pages.ferry)), .document(document("q.txt", Pages.quake))])
    try server.close()
    _ = try await server.settle()
    #expect(try room.stories().count == 2)
    var other = try room.desk()
    #expect(try other.correct([#"{"sameStory": ["a.txt", "q.txt"]}"#]) == 1)
    _ = try await other.settle()
    #expect(try room.stories().count == 1)
    // The first desk places by the ruling, and does not undo it.
    _ = try await server.add([.document(document("b.txt", Pages.secondFerry))])
    try server.close()
    _ = try await server.settle()
    #expect(try room.stories().count == 1)
    #expect(try room.archive.read { try $0.stories().map(\.articles) } == [3])
  }

  @Test("a check reads everything, and finds a document that is not what came")
  func check() async throws {
    let room = try Room()
    try await room.add([[document("a.txt", Pages.ferry), document("q.txt", Pages.quake)]])
    let whole = try ArchiveCheck(room.archive)
    #expect(whole.faults == [] && whole.documents == 2 && whole.articles == 2 && whole.stories == 2)
    var forged = document("z.txt", Pages.spanishFerry)
    forged.sha256 = String(repeating: "0", count: 64)
    try await room.add([[forged]])
    let check = try ArchiveCheck(room.archive)
    #expect(check.faults.count == 1 && check.faults[0].contains("document 3: is not what came"))
  }

  @Test("takes over what a container tells of a known document, and never the other way round")
  func completion() async throws {
    let room = try Room()
    let page = Pages.ferry.replacing("Published March 9, 2031", with: "2 days ago")
    try await room.add([[document("a.txt", page)]])
    let receipts = try await room.add([[document("a.txt", page, fetched: "2031-03-11")], [document("a.txt", page)]])
    #expect(receipts.map(\.state) == [.completed, .known])
    let card = try #require(try room.archive.read { try $0.card(ID<Article>("a.txt")) })
    #expect(card.published?.hasPrefix("2031-03-09") == true)
  }

  @Test("keeps the bytes as they came where the text was decoded from others")
  func bytes() async throws {
    let room = try Room()
    let bytes = Array("Ferri en el puerto\n\nLa tripulaci".utf8) + [0xF3] + Array("n se neg".utf8) + [0xF3, 0x20, 0x61]
    var stream = DocumentStream(bytes: bytes, name: "l.txt")
    guard case .success(.document(let document)) = stream.next() else { fatalError("no page") }
    #expect(document.input.string.contains("tripulación se negó"))
    try await room.add([[document]])
    let kept = try room.archive.read { try $0.document(1).document }
    #expect(kept.original == bytes && kept.input == document.input && kept.sha256 == document.sha256)
  }

  @Test("keeps an article that Stemma had read elsewhere")
  func articleJSON() async throws {
    let room = try Room()
    let engine = Engine()
    let article = engine.read(document("a.txt", Pages.ferry))
    let json = try JSONText.line(ArticleWriter(article).article())
    var desk = try room.desk()
    let first = try await desk.add([.article(article, json: json)])
    let second = try await desk.add([.article(article, json: json), .document(document("b.txt", Pages.secondFerry))])
    #expect((first + second).map(\.state) == [.added, .known, .added])
    try await desk.rebuild()
    _ = try await desk.settle()
    #expect(try room.archive.read { try $0.stories().map(\.articles) } == [2])
  }
}
