import Archive
import Contract
import Engine
import Foundation
import NewsModel
import Stories
import Synchronization

/// Notes the stories that retire while an archive is rebuilt: the archive's own are about to be replaced.
private final class Retired: StoryStore {
  let ids = Mutex<[ID<Story>]>([])
  func retire(_ story: RetiredStory) throws(StoryStoreError) { ids.withLock { $0.append(story.id) } }
  func story(_ id: ID<Story>) throws(StoryStoreError) -> RetiredStory? { nil }
}

extension Desk {
  /// Makes all derived rows anew from the raw documents, in their order, and replays the corrections. Documents, versions and corrections
  /// stay as they are; a crash leaves the old state or the new one, with stories that wait to be traced.
  public mutating func rebuild(progress: (_ done: Int, _ of: Int) -> Void = { _, _ in }) async throws {
    let numbers = try archive.read { try $0.articles(after: 0) }
    let retired = Retired()
    var fresh = engine.grouper(store: retired)
    var changes: [StoryChange] = []
    var done = 0
    for start in stride(from: 0, to: numbers.count, by: 64) {
      let part = Array(numbers[start..<min(start + 64, numbers.count)])
      let articles = await engine.annotate(try archive.read { reader in try part.map { try reread($0, reader) } })
      try refresh(articles, part)
      for article in articles { changes += fresh.place(article) }
      done += part.count
      progress(done, numbers.count)
    }
    (grouper, position) = (fresh, numbers.last ?? 0)
    let (snapshot, last) = (fresh.snapshot(), position)
    let time = clock()
    try archive.write { writer in
      try writer.regroup(changes, closed: retired.ids.withLock { $0 }, at: time)
      try writer.keepGrouper(snapshot, position: last)
    }
    savedPosition = last
    try rebuildVersions()
  }

  /// An article read anew from its latest document.
  private func reread(_ number: Int, _ reader: ArchiveReader) throws -> Article {
    guard let card = try reader.card(number: number) else { return try reader.article(number: number) }
    var article = try read(try reader.document(card.document))
    article.id = card.id
    return article
  }

  private func read(_ stored: StoredDocument) throws -> Article {
    stored.isArticle ? try StoredArticle.read(stored.document.input.string) : engine.read(stored.document)
  }

  private func refresh(_ articles: [AnnotatedArticle], _ numbers: [Int]) throws {
    let (version, time) = (Engine.articleVersion, clock())
    try archive.write { writer in
      for (number, annotated) in zip(numbers, articles) {
        guard let card = try writer.reader.card(number: number) else { continue }
        try writer.refresh(card, annotated.article, analysis: version, at: time)
      }
    }
  }

  private func rebuildVersions() throws {
    for number in try archive.read({ try $0.articlesWithVersions() }) {
      let versions = try archive.read { try $0.versions(ofArticle: number) }
      let documents = try archive.read { reader in try versions.map { try reader.document($0.document) } }
      let articles = try documents.map(read)
      for (later, version) in versions.enumerated().dropFirst() {
        let change = Revision(engine: engine).change(from: articles[later - 1], to: engine.annotate(articles[later]))
        try archive.write { try $0.set(change, version: version, ofArticle: number) }
      }
    }
  }

  /// Takes corrections into the ledger and carries them out; gives how many were new. Lines are JSON objects, one correction each.
  public mutating func correct(_ lines: [String]) throws -> Int {
    let corrections = try lines.map { try CorrectionReader().read($0) }
    let count = try write { desk, writer in
      var count = 0
      for (line, correction) in zip(lines, corrections.map(\.first)) {
        guard let correction, try writer.correct(line, at: desk.clock()) else { continue }
        count += 1
        // What it speaks of before and after it was carried out.
        try writer.touch(correction, at: desk.clock())
        try writer.carryOut(desk.grouper?.apply(correction) ?? [], at: desk.clock())
        try writer.touch(correction, at: desk.clock())
      }
      desk.engine = desk.engine.replaying(try writer.reader.corrections())
      // In the same transaction: another process that sees the ledger must see what it did to the grouper.
      if count > 0 { try desk.noteGrouper(writer) }
      return count
    }
    try close()
    return count
  }
}

extension Desk {
  private mutating func noteGrouper(_ writer: ArchiveWriter) throws {
    guard let grouper else { return }
    try writer.keepGrouper(grouper.snapshot(), position: position)
    savedPosition = position
  }

  /// Takes a correction of entities, claims or descent out of the ledger again; `story`, and what the correction speaks of, is traced without
  /// it. False where the ledger has no such line. What was ruled on whole stories is grouped anew only by ``rebuild(progress:)``.
  public mutating func withdraw(_ line: String, from story: ID<Story>) throws -> Bool {
    let correction = try CorrectionReader().read(line).first
    let isGone = try write { desk, writer in
      guard let correction, try writer.withdraw(line) else { return false }
      try writer.touch(correction, at: desk.clock())
      try writer.touch(story, at: desk.clock())
      desk.engine = desk.engine.replaying(try writer.reader.corrections())
      try desk.noteGrouper(writer)
      return true
    }
    try close()
    return isGone
  }
}

/// An article that came as the JSON of the contract.
enum StoredArticle {
  static func read(_ json: String) throws -> Article {
    try ArticleReader().article(JSONDecoder().decode(WireArticle.self, from: Data(json.utf8)))
  }
}
