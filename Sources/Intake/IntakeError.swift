/// Why an input, or one document of a container, could not be read.
public struct IntakeError: Error, Hashable, Sendable, CustomStringConvertible {
  /// What is wrong.
  public enum Reason: Hashable, Sendable {
    case notFound
    case unreadable(String)
    case empty
    case binary
    case tooLarge(bytes: Int, limit: Int)
    case noDocuments
    case malformed(String)
  }
  /// The input as it was named.
  public let place: String
  public let reason: Reason

  /// Makes an error.
  public init(place: String, reason: Reason) {
    self.place = place
    self.reason = reason
  }

  /// One line for standard error: where, what, and what to do.
  public var description: String { "\(place): \(message)" }

  private var message: String {
    switch reason {
    case .notFound: "there is no such file; check the path"
    case .unreadable(let why): "cannot be opened (\(why)); check that you may read it"
    case .empty: "is empty; nothing to read"
    case .binary: "is not text; give a page's text, HTML, a feed, WARC or JSON"
    case .tooLarge(let bytes, let limit):
      "is \(bytes / 1_048_576) MB, more than the \(limit / 1_048_576) MB allowed for one document; split it, or raise --max-bytes"
    case .noDocuments: "holds no document; give files, or a folder with files in it"
    case .malformed(let what): what
    }
  }
}
