import GRDB
import NewsModel

/// An address that is told of new and changed stories, and how that goes.
public struct Hook: Sendable, Hashable {
  /// Its number.
  public var id: Int
  /// Where it is told.
  public var url: String
  /// Only stories of so many articles or more are told.
  public var articles: Int
  /// When it was registered, in seconds since 1970.
  public var added: Int
  /// How many deliveries arrived, wait, and were given up.
  public var sent, waiting, dead: Int
  /// Failures in a row, and what the last one was.
  public var failures: Int
  /// What the last failure was; nil after a success.
  public var note: String?
}

/// A story that a hook is to be told of.
public struct QueuedDelivery: Sendable, Hashable {
  /// The hook's number and address.
  public var hook: Int
  /// Where it goes.
  public var url: String
  /// What happened.
  public var event: ArchiveEvent
  /// How often it was tried.
  public var tries: Int
  /// When it was queued, in seconds since 1970.
  public var queued: Int
}

extension ArchiveReader {
  /// All hooks, in the order in which they were registered.
  public func hooks() throws -> [Hook] {
    try Row.fetchAll(
      db,
      sql: """
        SELECT *, (SELECT count(*) FROM delivery WHERE hook = hook.id AND NOT dead) AS waiting,
          (SELECT count(*) FROM delivery WHERE hook = hook.id AND dead) AS lost FROM hook ORDER BY id
        """
    ).map { row in
      Hook(
        id: row["id"], url: row["url"], articles: row["articles"], added: row["added"], sent: row["sent"],
        waiting: row["waiting"], dead: row["lost"], failures: row["failures"], note: row["note"])
    }
  }

  /// What a hook was not told in spite of all tries: story, and what the last failure was.
  public func deadDeliveries(of hook: Int, most: Int = 100) throws -> [(story: ID<Story>, note: String)] {
    try Row.fetchAll(
      db, sql: "SELECT story, note FROM delivery WHERE hook = ? AND dead ORDER BY change DESC LIMIT ?",
      arguments: [hook, most]
    ).map { (ID($0["story"]), $0["note"] ?? "") }
  }

  /// Deliveries that are due at `time`, one a hook, as their stories stand now; a hook that did not answer is left alone until its time comes.
  public func dueDeliveries(at time: Int) throws -> [QueuedDelivery] {
    let rows = try Row.fetchAll(
      db.cachedStatement(
        sql: """
          SELECT delivery.*, url, min(delivery.due) FROM delivery JOIN hook ON hook.id = delivery.hook
          WHERE NOT dead AND delivery.due <= ?1 AND hook.due <= ?1 GROUP BY hook ORDER BY hook
          """), arguments: [time])
    return try rows.map { row in
      let (story, isNew) = (ID<Story>(row["story"]), row["isNew"] as Bool)
      let card = try card(story)
      let at = try Int.fetchOne(db, sql: "SELECT at FROM change WHERE story = ?", arguments: [story.raw])
      let event = ArchiveEvent(
        id: row["change"], story: story, kind: card == nil ? .gone : isNew ? .new : .changed, at: at ?? row["queued"],
        card: card, into: card == nil ? try current(story) : nil)
      return QueuedDelivery(
        hook: row["hook"], url: row["url"], event: event, tries: row["tries"], queued: row["queued"])
    }
  }

  /// When the next delivery is due, in seconds since 1970; nil where none waits.
  public func nextDelivery() throws -> Int? {
    try Int.fetchOne(
      db.cachedStatement(
        sql: "SELECT min(max(delivery.due, hook.due)) FROM delivery JOIN hook ON hook.id = hook WHERE NOT dead"))
  }
}

extension ArchiveWriter {
  /// Registers an address, which is told what happens from now on; gives its number, or nil where it is registered.
  public func addHook(_ url: String, articles: Int, at time: Int) throws -> Int? {
    try db.execute(
      sql: "INSERT OR IGNORE INTO hook (url, articles, added, position) VALUES (?, ?, ?, ?)",
      arguments: [url, articles, time, try reader.lastEvent()])
    return db.changesCount > 0 ? Int(db.lastInsertedRowID) : nil
  }

  /// Forgets a hook and what waits for it; false where there is none.
  public func removeHook(_ id: Int) throws -> Bool {
    try db.execute(sql: "DELETE FROM delivery WHERE hook = ?", arguments: [id])
    try db.execute(sql: "DELETE FROM hook WHERE id = ?", arguments: [id])
    return db.changesCount > 0
  }

  /// Queues what happened since for every hook, up to `most` a hook: what is not queued stays among the changes, each story once. A story
  /// that waits already is told as it stands when its turn comes.
  public func queueDeliveries(at time: Int, most: Int = 1_000) throws {
    for row in try Row.fetchAll(db, sql: "SELECT id, articles, position FROM hook ORDER BY id") {
      let hook: Int = row["id"]
      let waiting = try Int.fetchOne(
        db, sql: "SELECT count(*) FROM delivery WHERE hook = ? AND NOT dead", arguments: [hook])
      let room = most - (waiting ?? 0)
      guard room > 0 else { continue }
      let (events, position) = try reader.events(after: row["position"], atLeast: row["articles"], most: room)
      guard position != row["position"] as Int else { continue }
      for event in events { try queue(event, for: hook, at: time) }
      try db.execute(sql: "UPDATE hook SET position = ? WHERE id = ?", arguments: [position, hook])
    }
  }

  private func queue(_ event: ArchiveEvent, for hook: Int, at time: Int) throws {
    // One that was given up gets a new life; one that waits keeps its place.
    try db.cachedStatement(
      sql: """
        INSERT INTO delivery (hook, story, change, isNew, queued, due) VALUES (?1, ?2, ?3, ?4, ?5, ?5)
        ON CONFLICT (hook, story) DO UPDATE SET change = ?3, tries = iif(dead, 0, tries), due = iif(dead, ?5, due),
          queued = iif(dead, ?5, queued), dead = 0
        """
    ).execute(arguments: [hook, event.story.raw, event.id, event.kind == .new, time])
  }

  /// Notes that a delivery arrived. Where its story changed while it was under way, the later state is delivered too.
  public func noteArrival(_ delivery: QueuedDelivery, at time: Int) throws {
    let own: StatementArguments = [delivery.hook, delivery.event.story.raw, delivery.event.id]
    try db.execute(sql: "DELETE FROM delivery WHERE hook = ? AND story = ? AND change = ?", arguments: own)
    if db.changesCount == 0 {
      try db.execute(
        sql: "UPDATE delivery SET isNew = 0, tries = 0, queued = ?, due = ? WHERE hook = ? AND story = ?",
        arguments: [time, time, delivery.hook, delivery.event.story.raw])
    }
    try db.execute(
      sql: "UPDATE hook SET failures = 0, due = 0, note = NULL, sent = sent + 1 WHERE id = ?",
      arguments: [delivery.hook])
  }

  /// Notes that a delivery failed. It is tried again at `next`; without it, it is given up and kept among the dead, the latest thousand a
  /// hook. The hook is left alone until `rest`.
  public func noteFailure(_ delivery: QueuedDelivery, _ note: String, next: Int?, rest: Int) throws {
    try db.execute(
      sql: """
        UPDATE delivery SET tries = tries + 1, note = ?, due = coalesce(?, due), dead = ? WHERE hook = ? AND story = ?
        """, arguments: [note, next, next == nil, delivery.hook, delivery.event.story.raw])
    try db.execute(
      sql: "UPDATE hook SET failures = failures + 1, due = ?, note = ? WHERE id = ?",
      arguments: [rest, note, delivery.hook])
    try db.execute(
      sql: """
        DELETE FROM delivery WHERE hook = ?1 AND dead AND story NOT IN
          (SELECT story FROM delivery WHERE hook = ?1 AND dead ORDER BY change DESC LIMIT 1000)
        """, arguments: [delivery.hook])
  }
}
