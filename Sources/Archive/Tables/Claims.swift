import Foundation
import GRDB
import NewsModel
import TextBytes

extension ArchiveWriter {
  func forgetClaims(ofStory story: Int) throws {
    let rows = try Row.fetchAll(
      db.cachedStatement(sql: "SELECT id, words FROM claim WHERE story = ?"), arguments: [story])
    for row in rows {
      guard let words = Packed.unpack(Array(row["words"] as Data)) else {
        throw reader.damaged("the words of a claim cannot be unpacked")
      }
      try db.cachedStatement(sql: "INSERT INTO claimWords (claimWords, rowid, text) VALUES ('delete', ?, ?)")
        .execute(arguments: [row["id"], String(decoding: words, as: UTF8.self)])
    }
    try db.cachedStatement(sql: "DELETE FROM claim WHERE story = ?").execute(arguments: [story])
  }

  /// Keeps the claims that several outlets print or that versions disagree on, so that they can be searched by the words of all their
  /// passages.
  func keepClaims(of story: Story, number: Int) throws {
    let conflicts = Set(story.discrepancies.filter { $0.verdict == .conflict }.map(\.claim))
    for (index, claim) in story.claims.enumerated() {
      let outlets = story.outlets(of: claim).count
      guard outlets > 1 || conflicts.contains(claim.id) else { continue }
      let words = Set(claim.support.map { story.articles[$0.passage.article].article.text[$0.passage.span] })
      let text = words.sorted().joined(separator: "\n")
      try db.cachedStatement(
        sql: """
          INSERT INTO claim (name, story, number, outlets, lower, upper, conflict, words) VALUES (?, ?, ?, ?, ?, ?, ?, ?)
          """
      ).execute(arguments: [
        claim.id.raw, number, index, outlets, claim.origins.lower, claim.origins.upper, conflicts.contains(claim.id),
        Data(Packed.bytes(Array(text.utf8))),
      ])
      try db.cachedStatement(sql: "INSERT INTO claimWords (rowid, text) VALUES (?, ?)")
        .execute(arguments: [db.lastInsertedRowID, text])
    }
  }

  /// Keeps who and what the articles of a story speak of, and by which names.
  func keepEntities(of story: Story, members: [Int]) throws {
    let numbers = try story.entities.map { try keep($0) }
    for (member, annotated) in zip(members, story.articles) {
      var counts: [Int: Int] = [:]
      for mention in annotated.mentions {
        if let entity = mention.entity, numbers.indices.contains(entity) { counts[numbers[entity], default: 0] += 1 }
      }
      for (entity, mentions) in counts.sorted(by: { $0.key < $1.key }) {
        try db.cachedStatement(sql: "INSERT INTO entityArticle VALUES (?, ?, ?)")
          .execute(arguments: [entity, member, mentions])
      }
    }
  }

  /// Takes an article out of the lists of the entities that it spoke of.
  func forgetEntities(ofArticle number: Int) throws {
    let known = try Data.fetchOne(
      db.cachedStatement(sql: "SELECT entities FROM annotation WHERE article = ?"), arguments: [number])
    for entity in EntityNumber.list(known ?? Data()) {
      try db.cachedStatement(sql: "DELETE FROM entityArticle WHERE entity = ? AND article = ?")
        .execute(arguments: [entity, number])
    }
  }

  private func keep(_ entity: StoryEntity) throws -> Int {
    let number = EntityNumber.of(entity.id)
    try db.cachedStatement(sql: "INSERT OR REPLACE INTO entity VALUES (?, ?, ?)")
      .execute(arguments: [number, entity.type.rawValue, entity.name])
    let names = [entity.name] + entity.names.sorted { $0.key < $1.key }.flatMap(\.value)
    for word in Set(names.flatMap { FoldedWords($0).words }).sorted() {
      try db.cachedStatement(sql: "INSERT OR IGNORE INTO entityName VALUES (?, ?)").execute(arguments: [word, number])
    }
    return number
  }
}

/// Entities by the 32 bits of their ids.
enum EntityNumber {
  static func of(_ id: ID<StoryEntity>) -> Int { Int(ContentNumber(id.raw)?.number ?? 0) }
  static func id(_ number: Int) -> ID<StoryEntity> {
    ID(ContentNumber(letter: UInt8(ascii: "e"), number: UInt32(truncatingIfNeeded: number)).text)
  }

  static func data(_ numbers: [Int]) -> Data {
    var writer = ByteWriter()
    for number in numbers { writer.fixed(UInt64(number), 4) }
    return Data(writer.bytes)
  }
  static func list(_ data: Data) -> [Int] {
    var reader = ByteReader(Array(data))
    var numbers: [Int] = []
    while let number = try? reader.fixed(4) { numbers.append(Int(number)) }
    return numbers
  }
}
