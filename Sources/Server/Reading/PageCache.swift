import Synchronization

/// Answers that were made since the archive last changed.
final class PageCache: Sendable {
  private struct Pages {
    var generation = 0
    var replies: [String: Reply] = [:]
    var bytes = 0
  }
  private let pages = Mutex(Pages())
  /// Bytes that are kept; beyond that all are made anew.
  private let most: Int

  init(most: Int = 64 * 1_048_576) { self.most = most }

  /// Answers that hang on one story, with what it was then: others' changes leave them as they are.
  private struct Lasting {
    var replies: [String: (stamp: Int, reply: Reply)] = [:]
    var bytes = 0
  }
  private let lasting = Mutex(Lasting())

  /// The answer that was made when the story was as it is now.
  func lastingReply(_ key: String, _ stamp: Int) -> Reply? {
    lasting.withLock { list in list.replies[key].flatMap { $0.stamp == stamp ? $0.reply : nil } }
  }

  /// Keeps an answer for as long as the story is as it is.
  func keepLasting(_ reply: Reply, _ key: String, _ stamp: Int) {
    let size = reply.body.count + key.utf8.count + 512
    guard size < most / 8 else { return }
    lasting.withLock { list in
      if list.bytes + size > most { list = Lasting() }
      if let old = list.replies.updateValue((stamp, reply), forKey: key) {
        list.bytes -= old.reply.body.count + key.utf8.count + 512
      }
      list.bytes += size
    }
  }

  /// Counts the changes of the archive that were noticed.
  var generation: Int { pages.withLock { $0.generation } }

  /// Notes that the archive changed, where nobody did since `seen`: gives the generation that what is read now belongs to.
  func forgetAll(since seen: Int) -> Int {
    pages.withLock { pages in
      let next = pages.generation + 1
      pages = Pages(generation: next)
      return seen + 1
    }
  }

  func reply(_ key: String, _ generation: Int) -> Reply? {
    pages.withLock { $0.generation == generation ? $0.replies[key] : nil }
  }

  /// Keeps an answer, unless the archive changed since it was begun.
  func keep(_ reply: Reply, _ key: String, _ generation: Int) {
    let size = reply.body.count + key.utf8.count + 512
    guard size < most / 8 else { return }
    pages.withLock { pages in
      guard pages.generation == generation else { return }
      if pages.bytes + size > most { (pages.replies, pages.bytes) = ([:], 0) }
      if pages.replies.updateValue(reply, forKey: key) == nil { pages.bytes += size }
    }
  }
}
