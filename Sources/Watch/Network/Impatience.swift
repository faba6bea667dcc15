import Synchronization

/// Waits for work that cannot be interrupted, but not for ever.
enum Impatience {
  /// What `work` gives, or `late` where it takes longer or this task is cancelled; the work then goes on, and nobody has its result.
  static func run<Value: Sendable>(
    milliseconds: Int, _ work: @escaping @Sendable () async throws -> Value, late: @escaping @Sendable () -> any Error
  ) async throws -> Value {
    let answer = Answer<Value>()
    let timer = Task(executorPreference: WatchExecutor.shared) {
      try? await Task.sleep(for: .milliseconds(milliseconds))
      answer.give(.failure(late()))
    }
    defer { timer.cancel() }
    return try await withTaskCancellationHandler {
      try await withCheckedThrowingContinuation { continuation in
        answer.wait(continuation)
        Task(executorPreference: WatchExecutor.shared) {
          do { answer.give(.success(try await work())) } catch { answer.give(.failure(error)) }
        }
      }
    } onCancel: {
      answer.give(.failure(CancellationError()))
    }
  }
}

/// The first of several results, for one who waits.
private final class Answer<Value: Sendable>: Sendable {
  private enum State {
    case open
    case awaited(CheckedContinuation<Value, any Error>)
    case given(Result<Value, any Error>)
  }
  private let state = Mutex(State.open)

  func wait(_ continuation: CheckedContinuation<Value, any Error>) {
    let early: Result<Value, any Error>? = state.withLock { state in
      if case .given(let result) = state { return result }
      state = .awaited(continuation)
      return nil
    }
    if let early { continuation.resume(with: early) }
  }

  func give(_ result: Result<Value, any Error>) {
    let waiting: CheckedContinuation<Value, any Error>? = state.withLock { state in
      switch state {
      case .open: state = .given(result)
      case .awaited(let continuation):
        state = .given(result)
        return continuation
      case .given: break
      }
      return nil
    }
    waiting?.resume(with: result)
  }
}
