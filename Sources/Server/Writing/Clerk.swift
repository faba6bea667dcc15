import Archive
import Desk
import Intake
import NewsModel

/// The one who writes: takes documents and corrections in, one after another, and traces the stories that they touch.
actor Clerk {
  /// Nil only while a turn has it: a second hand on it would make each write copy the whole.
  private var desk: Desk?
  private var last: Task<Void, Never>?
  private var isSettling = false

  init(_ desk: sending Desk) { self.desk = desk }

  /// Keeps documents and traces their stories. The receipts are given when all is on the disk and traced.
  func add(_ incoming: [Desk.Incoming]) async throws -> [Receipt] {
    try await inTurn { desk in
      let receipts = try await desk.add(incoming)
      try desk.close()
      _ = try await desk.settle()
      return receipts
    }
  }

  /// Takes a correction into the ledger and traces the stories that it touches.
  func correct(_ line: String) async throws {
    try await inTurn { desk in _ = try desk.correct([line]) }
    try await settle()
  }

  /// Takes a correction out of the ledger and traces its story without it; false where it does not stand there.
  func withdraw(_ line: String, from story: ID<Story>) async throws -> Bool {
    let isGone = try await inTurn { desk in try desk.withdraw(line, from: story) }
    try await settle()
    return isGone
  }

  /// Traces the stories that wait for it, once for all who ask meanwhile.
  func settle() async throws {
    guard !isSettling else { return }
    isSettling = true
    defer { isSettling = false }
    try await inTurn { desk in _ = try await desk.settle() }
  }

  /// Waits for the work that is under way.
  func finish() async { await last?.value }

  private func inTurn<Value: Sendable>(_ work: @escaping @Sendable (inout Desk) async throws -> Value) async throws
    -> Value
  {
    let before = last
    let turn = Task {
      await before?.value
      guard var desk = self.desk.take() else { throw CancellationError() }
      defer { self.desk = desk }
      return try await work(&desk)
    }
    last = Task { _ = await turn.result }
    return try await turn.value
  }
}
