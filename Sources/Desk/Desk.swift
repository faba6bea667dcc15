import Archive
import Contract
import Engine
import Foundation
import Intake
import NewsModel
import Stories

/// Keeps an archive and its stories in step with the documents that come: what a command line, a server and a watch do alike.
///
/// A document is acknowledged when it and its article are on the disk and it has a place in a story. Stories are traced after that, each
/// only when an article of its own came, went or changed; what a crash leaves untraced is traced the next time.
///
/// ```swift
/// var desk = try Desk(archive, engine: Engine(encoder: encoder))
/// let receipts = try await desk.add(items)
/// try await desk.settle()
/// try desk.close()
/// ```
public struct Desk: Sendable {
  let archive: Archive
  var engine: Engine
  let clock: @Sendable () -> Int
  var grouper: StoryGrouper?
  /// The number of the last article that the grouper placed.
  var position = 0
  /// The position that the archive knows the grouper's state of.
  var savedPosition = -1
  /// The ledger as it stood when the engine took its corrections.
  var ledger: [Int]

  /// Opens the desk on an archive; the corrections of its ledger are replayed. `clock` gives seconds since 1970.
  public init(
    _ archive: Archive, engine: Engine, clock: @escaping @Sendable () -> Int = { Int(Date().timeIntervalSince1970) }
  ) throws(ArchiveError) {
    self.archive = archive
    let (corrections, ledger) = try archive.read { (try $0.corrections(), try $0.ledgerState()) }
    self.engine = engine.replaying(corrections)
    self.ledger = ledger
    self.clock = clock
  }

  /// Something that came in: a document, or an article that Stemma had read before with the JSON that it came as.
  public enum Incoming: Sendable {
    case document(RawDocument)
    case article(Article, json: String)

    /// The document to be kept, and whether it is an article's JSON.
    var document: (RawDocument, isArticle: Bool) {
      switch self {
      case .document(let document): return (document, false)
      case .article(let article, let json):
        let document = RawDocument(
          id: article.id.raw, source: article.source, sha256: article.sha256, encoding: "utf-8",
          input: .init(json), form: .text)
        return (document, true)
      }
    }
  }

  /// Keeps what came in, places it in stories, and returns when it is on the disk: a receipt each, in order. What was here before is not
  /// analysed again. O(length), whatever the archive holds.
  public mutating func add(_ incoming: [Incoming]) async throws(ArchiveError) -> [Receipt] {
    let known = try archive.read { reader in
      try incoming.map { one in
        let (document, isArticle) = one.document
        return try reader.receipt(for: document, isArticle: isArticle)
      }
    }
    let fresh = incoming.indices.filter { known[$0] == nil }
    guard !fresh.isEmpty else { return known.compactMap { $0 } }
    let articles = await engine.annotate(fresh.map { article(of: incoming[$0]) })
    let receipts = try write { desk, writer in
      var annotated = articles.makeIterator()
      return try incoming.indices.map { number in
        if let receipt = known[number] { return receipt }
        return try desk.keep(incoming[number], annotated.next()!, writer)
      }
    }
    if position - savedPosition >= Self.noteEvery { try close() }
    return receipts
  }

  /// Articles after which the grouper's state is noted: so many at most must be placed again after a crash.
  private static let noteEvery = 2_000

  /// Writes, with the grouper brought to where the archive and its ledger are: others may have written to both. Where that fails the grouper may know what the archive does not: it is
  /// read anew the next time.
  mutating func write<Value>(_ body: (inout Desk, ArchiveWriter) throws -> Value) throws(ArchiveError) -> Value {
    do {
      return try archive.write { writer in
        try heed(writer.reader)
        try catchUp(writer)
        let value = try body(&self, writer)
        if let failure = grouper?.failure { throw failure }
        ledger = try writer.reader.ledgerState()
        return value
      }
    } catch {
      (grouper, position, savedPosition) = (nil, 0, -1)
      throw error
    }
  }

  private func article(of incoming: Incoming) -> Article {
    switch incoming {
    case .document(let document): engine.read(document)
    case .article(let article, _): article
    }
  }

  private mutating func keep(
    _ incoming: Incoming, _ annotated: AnnotatedArticle, _ writer: ArchiveWriter
  ) throws -> Receipt {
    let (document, isArticle) = incoming.document
    if let receipt = try complete(document, writer) { return receipt }
    // Its twin may have come a moment before, or it is an older version, of which its container tells more now.
    if let receipt = try writer.reader.receipt(for: document, isArticle: isArticle) { return receipt }
    if let receipt = try revise(document, isArticle: isArticle, annotated, writer) { return receipt }
    var newcomer = annotated
    newcomer.article.id = try writer.reader.freeID(annotated.article.id)
    position = try writer.add(
      document, isArticle: isArticle, newcomer.article, analysis: Engine.articleVersion, at: clock())
    try writer.carryOut(grouper?.place(newcomer) ?? [], at: clock())
    let story = try writer.reader.card(newcomer.article.id)?.story
    return Receipt(article: newcomer.article.id, story: story, version: 1, state: .added)
  }

  /// Takes over what the container of a known document tells now and did not before.
  private func complete(_ document: RawDocument, _ writer: ArchiveWriter) throws -> Receipt? {
    guard let (card, filled) = try writer.complete(document, at: clock()) else { return nil }
    var article = engine.read(filled)
    article.id = card.id
    try writer.refresh(card, article, analysis: Engine.articleVersion, at: clock())
    return Receipt(article: card.id, story: card.story, version: card.version, state: .completed)
  }

  /// Takes a document for another version of an article, if it is one.
  private func revise(
    _ document: RawDocument, isArticle: Bool, _ annotated: AnnotatedArticle, _ writer: ArchiveWriter
  ) throws -> Receipt? {
    guard let (card, isCertain) = try writer.reader.predecessor(of: annotated.article) else { return nil }
    let before = try writer.reader.article(number: card.number)
    guard isCertain || Revision.isVersion(annotated.article, of: before) else { return nil }
    var later = annotated
    later.article.id = card.id
    let change = Revision(engine: engine).change(from: before, to: later)
    try writer.revise(
      card, document, isArticle: isArticle, later.article, change: change, analysis: Engine.articleVersion,
      at: clock())
    return Receipt(
      article: card.id, story: card.story, version: card.version + 1, state: .revised, change: change)
  }

  /// Notes how far the grouper came, so that the next run goes on there. Without it the next run places the last articles again.
  public mutating func close() throws(ArchiveError) {
    guard let grouper, position != savedPosition else { return }
    let (snapshot, position) = (grouper.snapshot(), position)
    try archive.write { try $0.keepGrouper(snapshot, position: position) }
    savedPosition = position
  }
}
