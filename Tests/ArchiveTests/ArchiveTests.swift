import Foundation
import GRDB
import NewsModel
import Stories
import TestSupport
import Testing
import TextBytes

@testable import Archive

/// A folder that lives as long as the test holds it.
final class Shelf {
  let url = FileManager.default.temporaryDirectory.appendingPathComponent("stemma-\(UUID().uuidString)")
  var path: String { url.appendingPathComponent("news.stemma").path }
  init() throws { try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true) }
  deinit { try? FileManager.default.removeItem(at: url) }
}

/// A document with a text of its own and the article that it holds: title and one paragraph.
func page(_ id: String, _ title: String, _ body: String, url: String? = nil) -> (RawDocument, Article) {
  let input = SourceText("<h1>\(title)</h1><p>\(body)</p>")
  let text = SourceText(title + "\n\n" + body)
  var hints = RawDocument.Hints()
  hints.url = url
  let digest = String(repeating: "0", count: 48) + String(FoldHash(input.string).value, radix: 16)
  let sha256 = digest.padding(toLength: 64, withPad: "0", startingAt: 0)
  let document = RawDocument(
    id: id, source: id, sha256: sha256, encoding: "utf-8", input: input, form: .html, hints: hints)
  var metadata = Metadata()
  metadata.url = url
  metadata.outlet = Outlet(name: "Harbour Post", evidence: "credit line")
  metadata.published = Publication(value: Timestamp(iso: "2031-03-09")!, from: .metadata)
  let bodySpan = TextSpan(title.utf8.count + 2, text.count)
  let source = TextSpan(title.utf8.count + 12, input.count - 4)
  let article = Article(
    id: ID(id), source: id, sha256: sha256, encoding: "utf-8", input: input, text: text,
    title: TextSpan(0, title.utf8.count), body: bodySpan,
    paragraphs: [Paragraph(span: bodySpan, source: [source], line: 1)],
    removed: [Removal(span: TextSpan(0, 4), reason: .interface)], language: .english, metadata: metadata)
  return (document, article)
}

@Suite("An archive")
struct ArchiveTests {
  private func add(_ archive: Archive, _ one: (RawDocument, Article), story: String) throws -> Int {
    try archive.write { writer in
      let number = try writer.add(one.0, isArticle: false, one.1, analysis: "1", at: 5)
      try writer.carryOut([.placed(article: one.1.id, story: ID(story))], at: 5)
      return number
    }
  }

  @Test("what was kept comes back, whole")
  func roundTrip() throws {
    let shelf = try Shelf()
    let one = page(
      "a.html", "Ferry stays in port", "The crew refused to sail, Æsa Lunde said.", url: "https://post.example/1")
    let two = page("b.html", "Ferry sails", "The crew agreed to sail after two days.", url: "https://post.example/2")
    do {
      let archive = try Archive(shelf.path)
      _ = try add(archive, one, story: "s00000001")
      _ = try add(archive, two, story: "s00000001")
    }
    let archive = try Archive(shelf.path, .read)
    for (number, (document, article)) in [one, two].enumerated() {
      let (kept, read) = try archive.read { (try $0.document(number + 1), try $0.article(number: number + 1)) }
      #expect(kept.document.input == document.input && kept.document.sha256 == document.sha256)
      #expect(kept.document.hints == document.hints && kept.added == 5)
      #expect(read.text == article.text && read.metadata == article.metadata && read.removed == article.removed)
      #expect(read.paragraphs == article.paragraphs && read.title == article.title && read.body == article.body)
    }
    #expect(try archive.story(ID("s00000001"))?.articles == [ID("a.html"), ID("b.html")])
  }

  @Test("no journal is left behind, neither by writers nor by readers")
  func oneFile() throws {
    let shelf = try Shelf()
    do { _ = try add(try Archive(shelf.path), page("a", "Ferry", "It sails."), story: "s00000001") }
    do { _ = try Archive(shelf.path, .read).read { try $0.articleCount() } }
    #expect(try FileManager.default.contentsOfDirectory(atPath: shelf.url.path) == ["news.stemma"])
  }

  @Test("an archive of the first layout is migrated, and can be searched then")
  func migration() throws {
    let shelf = try Shelf()
    let one = page("a", "Ferry stays in port", "The crew refused to sail.")
    do {
      let queue = try DatabaseQueue(path: shelf.path)
      try queue.write { db in
        try Schema.migrate(db, path: shelf.path, from: 0, to: 1)
        let writer = ArchiveWriter(db: db, path: shelf.path)
        let document = try writer.keep(one.0, isArticle: false, at: 1)
        let text = Data(Packed.bytes(one.1.text.bytes, dictionary: ArticleLayout(one.1).dictionary(of: one.1.input)))
        var bytes = ByteWriter(words: Layout.words)
        bytes.unsigned(Layout.article)
        ArticleLayout(one.1).write(to: &bytes)
        try db.execute(
          sql: "INSERT INTO article (name, document, version, analysis, text, layout) VALUES ('a', ?, 1, '1', ?, ?)",
          arguments: [document, text, Data(Packed.bytes(bytes.bytes))])
      }
    }
    let found = try Archive(shelf.path, .read).read { try $0.articles(Query("crew refused")) }
    #expect(found.hits.map(\.card.id) == [ID("a")])
    let version = try DatabaseQueue(path: shelf.path).read { try Int.fetchOne($0, sql: "PRAGMA user_version") }
    #expect(version == Schema.latest)
  }

  @Test("a newer layout, another file and no file are refused, each in its words")
  func refusals() throws {
    let shelf = try Shelf()
    #expect(throws: ArchiveError(path: shelf.path, reason: .notFound)) { try Archive(shelf.path, .read) }
    #expect(throws: ArchiveError(path: shelf.path, reason: .notFound)) { try Archive(shelf.path, .update) }
    do { _ = try Archive(shelf.path) }
    do {
      let queue = try DatabaseQueue(path: shelf.path)
      try queue.write { try $0.execute(sql: "PRAGMA user_version = 99") }
    }
    for access in [Archive.Access.read, .update, .write] {
      #expect(throws: ArchiveError(path: shelf.path, reason: .newer(found: 99, known: Schema.latest))) {
        try Archive(shelf.path, access)
      }
    }
    let text = shelf.url.appendingPathComponent("notes.txt").path
    try Data(String(repeating: "These are no tables. ", count: 200).utf8).write(to: URL(fileURLWithPath: text))
    let other = shelf.url.appendingPathComponent("other.sqlite").path
    do {
      let queue = try DatabaseQueue(path: other)
      try queue.write { try $0.execute(sql: "CREATE TABLE t (a)") }
    }
    for path in [text, other] {
      for access in [Archive.Access.read, .write] {
        #expect(throws: ArchiveError(path: path, reason: .notAnArchive)) { try Archive(path, access) }
      }
    }
    #expect(try Data(contentsOf: URL(fileURLWithPath: text)).starts(with: Array("These are".utf8)))
  }

  @Test("a transaction that throws leaves nothing")
  func allOrNothing() throws {
    let archive = try Archive(try Shelf().path)
    let one = page("a", "Ferry", "It sails.")
    struct Stop: Error {}
    _ = try? archive.write { writer in
      _ = try writer.add(one.0, isArticle: false, one.1, analysis: "1", at: 1)
      throw Stop()
    }
    #expect(try archive.read { try $0.articleCount() } == 0)
    #expect(try archive.read { try $0.receipt(for: one.0, isArticle: false) } == nil)
  }

  @Test("addresses are one where only what counts clicks differs")
  func addresses() {
    let same = ["https://www.post.example/a/?utm_source=x", "http://post.example/a", "https://post.example/a/#top"]
    #expect(Set(same.map(Address.normal)) == ["post.example/a"])
    let other = ["https://post.example/a?id=1", "https://post.example/a?id=2", "https://post.example/b"]
    #expect(Set(other.map(Address.hash)).count == 3)
  }

  @Test("bytes that were packed with another dictionary, or cut, are not unpacked")
  func packing() {
    let text = Array("The crew of the ferry refused to sail, and the crew stayed.".utf8)
    let packed = Packed.bytes(text, dictionary: text[...])
    #expect(packed.count < text.count / 2)
    #expect(Packed.unpack(packed, dictionary: text[...]) == text)
    #expect(Packed.unpack(packed) == nil)
    #expect(Packed.unpack(Array(packed.dropLast(3)), dictionary: text[...]) == nil)
    #expect(Packed.unpack([]) == nil)
    #expect(Packed.unpack(Packed.bytes([])) == [])
  }

  @Test("a changed bit anywhere in what is packed is noticed; what was packed without a seal is still read")
  func seals() {
    let text = Array("The harbour master said that two officials named three cracks in the hull of the ferry.".utf8)
    let packed = Packed.bytes(text)
    #expect(Packed.isSealed(packed) && Packed.sealed(packed) == packed)
    for place in packed.indices {
      for bit in 0..<8 {
        var damaged = packed
        damaged[place] ^= 1 << UInt8(bit)
        #expect(Packed.unpack(damaged) == nil && !Packed.isSealed(damaged), "byte \(place), bit \(bit)")
      }
    }
    let old = Array(packed.dropLast(4))
    #expect(Packed.unpack(old) == text && !Packed.isSealed(old) && Packed.sealed(old) == packed)
  }

  @Test("an archive of the second layout gets seals, and its stories are known as told")
  func secondLayout() throws {
    let shelf = try Shelf()
    let one = page("a", "Ferry stays in port", "The crew refused to sail.")
    do { _ = try add(try Archive(shelf.path), one, story: "s00000001") }
    do {
      let queue = try DatabaseQueue(path: shelf.path)
      try queue.write { db in
        for (table, column) in [("document", "input"), ("article", "text"), ("article", "layout")] {
          let packed = try #require(try Data.fetchOne(db, sql: "SELECT \(column) FROM \(table)"))
          try db.execute(sql: "UPDATE \(table) SET \(column) = ?", arguments: [packed.dropLast(4)])
        }
        try db.execute(
          sql: """
            DROP TABLE change; DROP TABLE hook; DROP TABLE delivery; DROP TRIGGER articlePlaced; DROP INDEX storyNewest;
            DROP INDEX storyThinnest; DROP INDEX storyDisputed; ALTER TABLE story DROP COLUMN members;
            PRAGMA user_version = 2
            """)
        try db.execute(sql: "UPDATE story SET body = x'00', stale = 0")
      }
    }
    let archive = try Archive(shelf.path, .update)
    #expect(try archive.read { try $0.article(number: 1).text } == one.1.text)
    #expect(try archive.read { try $0.events(after: 0).events.map(\.story) } == [ID("s00000001")])
    #expect(try archive.read { try $0.faults() } == [])
    #expect(try archive.read { try $0.stories().map(\.articles) } == [1])
  }

  @Test("damage on the disk is found, and told where")
  func faults() throws {
    let shelf = try Shelf()
    let archive = try Archive(shelf.path)
    _ = try add(archive, page("a", "Ferry", "It sails."), story: "s00000001")
    _ = try add(archive, page("b", "Ferry again", "It does not sail."), story: "s00000001")
    #expect(try archive.read { try $0.faults() } == [])
    try archive.queue.write { db in
      let packed = try #require(try Data.fetchOne(db, sql: "SELECT text FROM article WHERE id = 2"))
      var bytes = Array(packed)
      bytes[bytes.count / 2] ^= 0x10
      try db.execute(sql: "UPDATE article SET text = ? WHERE id = 2", arguments: [Data(bytes)])
    }
    #expect(try archive.read { try $0.faults() } == ["article 2: text is not what was written"])
    #expect(throws: ArchiveError.self) { try archive.read { try $0.article(number: 2) } }
  }

  @Test("stories that go are told to those who knew them, with where they went")
  func gone() throws {
    let shelf = try Shelf()
    let archive = try Archive(shelf.path)
    let (one, two) = (page("a", "Ferry", "It sails."), page("b", "Ferry again", "It does not sail."))
    _ = try add(archive, one, story: "s00000001")
    _ = try add(archive, two, story: "s00000002")
    try archive.write { writer in
      for (number, name) in [(1, "s00000001"), (2, "s00000002")] {
        let article = try writer.reader.article(number: number)
        let reading = Reading(text: article.text, language: .english, tokens: [], sentences: [])
        let story = Story(
          id: ID(name), title: "Ferry", articles: [AnnotatedArticle(article: article, reading: reading)])
        #expect(try writer.keep(story, members: [number], analysis: "1", at: 7))
        // Traced again, it is the same.
        #expect(try writer.keep(story, members: [number], analysis: "1", at: 8))
      }
    }
    let (events, position) = try archive.read { try $0.events(after: 0) }
    #expect(events.map(\.kind) == [.new, .new] && events.map(\.at) == [7, 7] && position == events[1].id)
    try archive.write { try $0.carryOut([.merged(ID("s00000002"), into: ID("s00000001"))], at: 9) }
    let later = try archive.read { try $0.events(after: position) }
    #expect(later.events.map(\.kind) == [.gone] && later.events[0].story == ID("s00000002"))
    #expect(later.events[0].into == ID("s00000001") && later.events[0].card == nil)
    // Who never knew it is not told; the position passes.
    let fresh = try archive.read { try $0.events(after: 0) }
    #expect(fresh.events.map(\.story) == [ID("s00000001")] && fresh.position == later.position)
  }
}
