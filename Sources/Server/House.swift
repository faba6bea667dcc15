import Archive
import Foundation
import Languages
import MCP
import Mustache
import NewsModel

/// What those who answer requests share.
struct House: Sendable {
  let readers: ReadingRoom
  /// Nil where the server only reads.
  let clerk: Clerk?
  let visitors = Visitors()
  let followers = Followers()
  let site: Site
  let settings: ServerSettings
  let language = LanguageReader()
  var assistants: MCPServer { MCPServer(version: settings.version) }

  /// An answer that hangs on the archive, the request's address and the visitor's language alone; it is kept until the archive changes.
  func page(_ asked: Asked, _ make: @escaping @Sendable (ArchiveReader) throws -> Reply) async throws -> Reply {
    try await readers.reply(key(asked), make)
  }

  /// The same for an answer that hangs on one story of the archive alone: it is kept until that story is another.
  func page(_ asked: Asked, of story: String, _ make: @escaping @Sendable (ArchiveReader) throws -> Reply)
    async throws -> Reply
  {
    let (key, cache) = (key(asked), readers.cache)
    return try await readers.reply(key) { reader in
      guard let stamp = try reader.stamp(of: ID(story)) else { return try make(reader) }
      if let known = cache.lastingReply(key, stamp) { return known }
      let reply = try make(reader)
      if reply.status == .ok { cache.keepLasting(reply, key, stamp) }
      return reply
    }
  }

  private func key(_ asked: Asked) -> String {
    "\(asked.authority) \(asked.words.language) \(clerk == nil || asked.role < .editor ? "reads" : "edits") \(asked.target)"
  }

  /// The story of an id, as the last trace left it. A story that waits to be traced is given to the clerk, and the visitor is told to come
  /// back; where there is no clerk, to trace it.
  func story(_ id: String, _ reader: ArchiveReader) throws -> Story {
    guard let current = try reader.current(ID<Story>(id)) else { throw Problem.notFound(id) }
    if let story = try reader.story(current, reading: language.read) { return story }
    if let clerk {
      Task { [note = settings.note] in
        do { try await clerk.settle() } catch { note("story \(id) cannot be traced: \(error)") }
      }
    }
    var problem = Problem(.serviceUnavailable, clerk == nil ? "untraced" : "tracing", id)
    problem.headers[.retryAfter] = "3"
    throw problem
  }
}
