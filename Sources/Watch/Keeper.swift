import Archive
import Contract
import Desk
import Foundation
import Languages
import NewsModel

/// Brings pages into the archive, and says what that did to the stories that somebody wants to be told of.
actor Keeper {
  /// What was kept.
  struct Kept: Sendable {
    var receipts: [Receipt]
    var notices: [JSONValue]
  }
  /// Nil only while a call has it: a second hand on it would make each write copy the whole.
  private var desk: Desk?
  private let archive: Archive
  private let notifier: Notifier?
  private let languages = LanguageReader()
  private let isStopped: StopFlag
  private let note: @Sendable (String) -> Void

  init(
    _ desk: Desk, archive: Archive, notifier: Notifier?, isStopped: StopFlag, note: @escaping @Sendable (String) -> Void
  ) {
    self.desk = desk
    self.archive = archive
    self.notifier = notifier
    self.isStopped = isStopped
    self.note = note
  }

  /// Notes what is in the archive before anything is fetched, so that only what comes is told. O(stories that nobody noted).
  func begin() async throws {
    guard let notifier, let desk = desk.take() else { return }
    defer { self.desk = desk }
    _ = try await desk.settle()
    for card in try archive.read({ try $0.stories() })
    where try !isStopped.isSet && !notifier.store.hasDigest(card.id.raw) {
      if let story = try archive.read({ try $0.story(card.id, reading: languages.read) }) { try notifier.note(story) }
    }
  }

  /// Keeps documents and traces the stories that they touch. All is on the disk when it returns.
  func keep(_ documents: [RawDocument]) async throws -> Kept {
    guard var desk = desk.take() else { throw CancellationError() }
    defer { self.desk = desk }
    let receipts = try await patiently { try await desk.add(documents.map { .document($0) }) }
    let touched = try archive.read { try $0.staleStories() }
    _ = try await patiently { try await desk.settle() }
    guard let notifier else { return Kept(receipts: receipts, notices: []) }
    var notices: [JSONValue] = []
    for id in touched {
      if let story = try archive.read({ try $0.story(id, reading: languages.read) }) {
        notices += try notifier.notices(story)
      }
    }
    return Kept(receipts: receipts, notices: notices)
  }

  /// Tries again while another process writes to the archive for longer than one waits (`stemma rebuild` does), until the watch is stopped.
  private func patiently<Value>(_ body: () async throws -> Value) async throws -> Value {
    var hasTold = false
    while true {
      do { return try await body() } catch let error as ArchiveError where error.reason == .locked && !isStopped.isSet {
        if !hasTold { note("\(error.path): another process is writing to it; what was fetched waits until it is done") }
        hasTold = true
        try await Task.sleep(for: .seconds(1))
      }
    }
  }

  func close() throws { try desk?.close() }
}
