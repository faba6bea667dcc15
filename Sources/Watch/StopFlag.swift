import Synchronization

/// Whether somebody asked for the end. Asking waits for nobody.
final class StopFlag: Sendable {
  private let value = Atomic(false)
  var isSet: Bool { value.load(ordering: .relaxed) }
  /// Asks; true where it was asked before.
  func set() -> Bool { value.exchange(true, ordering: .relaxed) }
}
