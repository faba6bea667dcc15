import Dispatch

/// Threads for what must not wait while stories are traced.
final class WatchExecutor: TaskExecutor {
  static let shared = WatchExecutor()
  private let queue = DispatchQueue(label: "watch", attributes: .concurrent)

  func enqueue(_ job: consuming ExecutorJob) {
    let job = UnownedJob(job)
    queue.async { unsafe job.runSynchronously(on: self.asUnownedTaskExecutor()) }
  }
}
