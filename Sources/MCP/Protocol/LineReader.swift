/// Cuts a stream of bytes into lines of bounded length.
public struct LineReader {
  /// What stands between two line breaks.
  public enum Line: Equatable {
    case message([UInt8])
    /// More than may be kept; its bytes were passed over.
    case tooLong
  }
  private var pending: [UInt8] = []
  private var isTooLong = false
  private let longest: Int

  /// Makes a reader that keeps lines of up to `longest` bytes.
  public init(longest: Int = MCPServer.longestMessage) { self.longest = longest }

  /// The lines that `bytes` complete, blank ones left out. O(length).
  public mutating func take(_ bytes: some Sequence<UInt8>) -> [Line] {
    var lines: [Line] = []
    for byte in bytes {
      if byte == 0x0A {
        if let line = finish() { lines.append(line) }
      } else if pending.count == longest {
        isTooLong = true
      } else {
        pending.append(byte)
      }
    }
    return lines
  }

  /// What is left where the stream ends without a line break.
  public mutating func finish() -> Line? {
    defer { (pending, isTooLong) = ([], false) }
    if isTooLong { return .tooLong }
    if pending.last == 0x0D { pending.removeLast() }
    return pending.allSatisfy { $0 == 0x20 || $0 == 0x09 } ? nil : .message(pending)
  }
}
