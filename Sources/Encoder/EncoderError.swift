/// Why the sentence encoder could not be loaded. The description says what to do next.
public struct EncoderError: Error, Hashable, CustomStringConvertible {
  /// What is wrong with the weight file.
  public enum Reason: Hashable, Sendable {
    /// There is no file, or it cannot be opened.
    case absent
    /// The file is shorter, or longer, than it says. Lengths in bytes.
    case truncated(expected: Int, found: Int)
    /// It is no weight file.
    case notWeights
    /// It was written for another version of Stemma.
    case version(found: Int, expected: Int)
    /// The named array is missing, or has another shape.
    case malformed(array: String)
  }
  /// What is wrong.
  public let reason: Reason
  /// The file at fault.
  public let path: String

  /// Makes an error.
  public init(_ reason: Reason, path: String) {
    self.reason = reason
    self.path = path
  }

  /// One sentence for people, with what to do.
  public var description: String {
    switch reason {
    case .absent: "no encoder weights at \(path); run Scripts/fetch-encoder"
    case .truncated(let expected, let found):
      "\(path) has \(found) bytes of \(expected); remove it and run Scripts/fetch-encoder"
    case .notWeights: "\(path) is not a weight file; remove it and run Scripts/fetch-encoder"
    case .version(let found, let expected):
      "\(path) has version \(found), this program reads \(expected); remove it and run Scripts/fetch-encoder"
    case .malformed(let array): "\(path) has no usable array \(array); remove it and run Scripts/fetch-encoder"
    }
  }
}
