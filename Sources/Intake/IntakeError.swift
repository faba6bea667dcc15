/// Why an input, or one document of a container, could not be read.
public struct IntakeError: Error, Hashable, Sendable, CustomStringConvertible {
  /// What is wrong.
  public enum Reason: Hashable, Sendable {
    case notFound
    /// A symbolic link that leads nowhere.
    case brokenLink
    /// A pipe, a socket or a device.
    case notAFile
    case unreadable(String)
    case empty
    case binary
    /// A document, a line or a record above the limit; `bytes` is nil where it was not read to its end.
    case tooLarge(bytes: Int?, limit: Int)
    case noDocuments
    /// A record of a container that is cut or broken; `offset` counts bytes from the start of the file to the record.
    case damagedRecord(offset: Int, String)
    /// Something else, said in full.
    case malformed(String)
  }
  /// The input as it was named, with `#n` for the n-th record of a container.
  public let place: String
  /// What is wrong.
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
    case .brokenLink: "is a link that leads nowhere; mend or remove it"
    case .notAFile: "is a pipe, a socket or a device; give files, or send the bytes to standard input and name it -"
    case .unreadable(let why): "cannot be opened (\(why)); check that you may read it"
    case .empty: "is empty; nothing to read"
    case .binary: "is not text; give a page's text, HTML, a feed, WARC or JSON"
    case .tooLarge(let bytes, let limit):
      "is \(bytes.map(Self.size) ?? "longer") and only \(Self.size(limit)) are allowed for one document; split it, or raise --max-bytes"
    case .noDocuments: "holds no document; give files, or a folder with files in it"
    case .damagedRecord(let offset, let why):
      "the record at byte \(offset) is damaged: \(why); fetch it anew if you need it"
    case .malformed(let what): what
    }
  }

  private static func size(_ bytes: Int) -> String {
    bytes >= 10 * 1_048_576 ? "\(bytes / 1_048_576) MB" : "\(bytes) bytes"
  }
}
