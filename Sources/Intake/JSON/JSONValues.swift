/// Cuts JSON text into its top-level values, or into the elements of a top-level array, without building them. Memory is
/// bounded by one value.
struct JSONValues: Sendable {
  enum Value {
    case bytes([UInt8])
    case tooLong(Int)
    /// The input ends inside the value.
    case unfinished
    /// Something that is no object and no list.
    case stray
  }
  private var isInArray = false
  private let limit: Int

  init(limit: Int) { self.limit = limit }

  /// Goes to the next value. Returns false at the end.
  mutating func advance(_ source: inout ByteSource) -> Bool {
    source.skipSpace { $0 == UInt8(ascii: ",") || $0 == UInt8(ascii: "]") }
    if !isInArray, source.fill(1), source.byte(0) == UInt8(ascii: "[") {
      isInArray = true
      _ = source.skip(1)
      return advance(&source)
    }
    return source.fill(1)
  }

  /// The value that begins here, after ``advance(_:)``. O(length).
  func value(_ source: inout ByteSource) -> Value {
    guard [UInt8(ascii: "{"), UInt8(ascii: "[")].contains(source.byte(0)) else { return stray(&source) }
    var nesting = JSONNesting()
    var length = 0
    var passed = 0
    while source.fill(length + 1) {
      let isClosed = nesting.isClosed(by: source.byte(length))
      length += 1
      if isClosed {
        if passed + length > limit { return .tooLong(passed + source.skip(length)) }
        return .bytes(source.take(length))
      }
      if passed + length > limit, length > 65_536 || passed > 0 {
        passed += source.skip(length)
        length = 0
      }
    }
    _ = source.skip(length)
    return passed > 0 ? .tooLong(passed + length) : .unfinished
  }

  /// Passes over bytes up to the next object.
  private func stray(_ source: inout ByteSource) -> Value {
    while source.fill(1), source.byte(0) != UInt8(ascii: "{") { _ = source.skip(1) }
    return .stray
  }
}

/// Follows strings and brackets (RFC 8259).
struct JSONNesting: Sendable {
  private var depth = 0
  private var isInString = false
  private var isEscaped = false

  /// Takes one byte; whether it closes what the first byte opened.
  mutating func isClosed(by byte: UInt8) -> Bool {
    if isInString {
      if isEscaped {
        isEscaped = false
      } else if byte == UInt8(ascii: "\\") {
        isEscaped = true
      } else if byte == UInt8(ascii: "\"") {
        isInString = false
      }
      return false
    }
    switch byte {
    case UInt8(ascii: "\""): isInString = true
    case UInt8(ascii: "{"), UInt8(ascii: "["): depth += 1
    case UInt8(ascii: "}"), UInt8(ascii: "]"):
      depth -= 1
      return depth <= 0
    default: break
    }
    return false
  }
}
