import Archive
import Contract
import Engine
import Foundation
import NewsModel
import Stories

extension Desk {
  /// Brings the grouper to where the archive is: another process may have added articles, or this one was killed before it noted how
  /// far it came. O(articles since the last note).
  mutating func catchUp(_ writer: ArchiveWriter) throws {
    if grouper == nil { try restore(writer.reader) }
    for number in try writer.reader.articles(after: position) {
      let article = engine.annotate(try writer.reader.article(number: number))
      let changes = grouper?.place(article) ?? []
      try writer.carryOut(changes, at: clock())
      position = number
    }
  }

  /// Takes over what another process wrote into the ledger. What it ruled on whole stories stands in the state of the grouper that it noted
  /// in the same breath.
  mutating func heed(_ reader: ArchiveReader) throws {
    guard try reader.ledgerState() != ledger else { return }
    engine = engine.replaying(try reader.corrections())
    (grouper, position, savedPosition) = (nil, 0, -1)
  }

  private mutating func restore(_ reader: ArchiveReader) throws {
    if let (position, snapshot) = try reader.grouperState(),
      let restored = engine.grouper(snapshot: snapshot, store: archive)
    {
      (grouper, self.position, savedPosition) = (restored, position, position)
    } else {
      grouper = engine.grouper(store: archive)
      position = 0
    }
  }

  /// Traces the stories that wait for it, by the ledger as it stands now, on all cores, and tells `progress` how many are done. Each is on the disk as soon as it is traced.
  public func settle(progress: (_ done: Int, _ of: Int) -> Void = { _, _ in }) async throws -> Int {
    let waiting = try archive.read { try $0.staleStories() }
    let engine = engine.replaying(try archive.read { try $0.corrections() })
    var next = waiting.makeIterator()
    var done = 0
    try await withThrowingTaskGroup(of: (Story, [Int]).self) { group in
      for _ in 0..<max(1, ProcessInfo.processInfo.activeProcessorCount) { start(next.next(), engine, in: &group) }
      while let (story, members) = try await group.next() {
        let version = engine.analysisVersion
        let isKept = try archive.write { try $0.keep(story, members: members, analysis: version, at: clock()) }
        // An article came while the story was traced.
        start(isKept ? next.next() : story.id, engine, in: &group)
        done += isKept ? 1 : 0
        progress(done, waiting.count)
      }
    }
    return done
  }

  private func start(
    _ id: ID<Story>?, _ engine: Engine, in group: inout ThrowingTaskGroup<(Story, [Int]), any Error>
  ) {
    guard let id else { return }
    group.addTask { [archive] in
      let (members, articles) = try archive.read { reader in
        let members = try reader.articles(of: id)
        return (members, try members.map { try reader.article(number: $0) })
      }
      return (engine.trace(articles.map(engine.annotate), as: id), members)
    }
  }

  /// A story as it stands: from the archive, or traced now where it waits for it. Nil where there is no such story.
  public func story(_ id: ID<Story>) throws(ArchiveError) -> Story? {
    let languages = ArticleReading()
    if let story = try archive.read({ try $0.story(id, reading: languages.read) }) { return story }
    let articles = try archive.read { reader in
      try reader.articles(of: id).map { try reader.article(number: $0) }
    }
    let engine = engine.replaying(try archive.read { try $0.corrections() })
    return articles.isEmpty ? nil : engine.trace(articles.map(engine.annotate), as: id)
  }
}
