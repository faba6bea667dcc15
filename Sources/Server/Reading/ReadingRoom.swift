import Archive
import Dispatch
import Foundation
import Synchronization

/// Reads the archive for several visitors at once, on threads of its own, so that none waits in the event loop. Each lane has its own
/// connection; they read on while somebody writes.
final class ReadingRoom: Sendable {
  private final class Lane: Sendable {
    let archive: Archive
    let queue: DispatchQueue
    /// The number by which the lane's connection last told the archive's changes.
    let changes = Mutex<Int?>(nil)
    init(_ archive: Archive, _ number: Int) {
      self.archive = archive
      queue = DispatchQueue(label: "reading room \(number)", qos: .userInitiated)
    }
  }
  private let lanes: [Lane]
  private let waiting: Mutex<[Int]>
  let cache = PageCache()

  /// Opens the archive as often as there are processors.
  init(_ path: String, lanes count: Int = max(2, ProcessInfo.processInfo.activeProcessorCount)) throws(ArchiveError) {
    var lanes: [Lane] = []
    for number in 0..<count { lanes.append(Lane(try Archive(path, .read), number)) }
    self.lanes = lanes
    waiting = Mutex([Int](repeating: 0, count: count))
  }

  /// An answer made from the archive as it is now; with a `key` it is kept until the archive changes.
  func reply(_ key: String?, _ make: @escaping @Sendable (ArchiveReader) throws -> Reply) async throws -> Reply {
    try await read { [cache] reader, generation in
      if let key, let known = cache.reply(key, generation) { return known }
      let reply = try make(reader)
      if let key, reply.status == .ok { cache.keep(reply, key, generation) }
      return reply
    }
  }

  /// What a closure reads.
  func read<Value: Sendable>(_ body: @escaping @Sendable (ArchiveReader) throws -> Value) async throws -> Value {
    try await read { reader, _ in try body(reader) }
  }

  private func read<Value: Sendable>(
    _ body: @escaping @Sendable (ArchiveReader, _ generation: Int) throws -> Value
  ) async throws -> Value {
    let number = waiting.withLock { counts in
      let least = counts.indices.min { counts[$0] < counts[$1] } ?? 0
      counts[least] += 1
      return least
    }
    defer { waiting.withLock { $0[number] -= 1 } }
    let lane = lanes[number]
    return try await withCheckedThrowingContinuation { continuation in
      lane.queue.async { [cache] in
        continuation.resume(
          with: Result {
            // Before the transaction: what it sees is this state or a later one.
            let seen = cache.generation
            // A problem with the request is none of the archive's.
            return try lane.archive.read { reader -> Result<Value, Problem> in
              let now = try reader.changeNumber()
              let isNew = lane.changes.withLock { last in
                defer { last = now }
                return last != now
              }
              do { return .success(try body(reader, isNew ? cache.forgetAll(since: seen) : seen)) } catch let problem
                as Problem
              { return .failure(problem) }
            }.get()
          })
      }
    }
  }
}
