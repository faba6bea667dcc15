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
