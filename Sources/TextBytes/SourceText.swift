/// One immutable text as UTF-8 bytes. Everything Stemma finds is a ``TextSpan`` into one of these; the bytes are never
/// copied, and a `String` is made only to show something.
public struct SourceText: Hashable, Sendable {
  /// The text; always valid UTF-8.
  public let bytes: [UInt8]

  /// Makes a text of a string. O(n).
  public init(_ string: String) { bytes = Array(string.utf8) }

  /// Makes a text of bytes, putting U+FFFD where they are not valid UTF-8. O(n).
  public init(repairing bytes: [UInt8]) {
    self.bytes = isValidUTF8(bytes.span) ? bytes : Array(String(decoding: bytes, as: UTF8.self).utf8)
  }

  /// Makes a text of bytes that are valid UTF-8; nil for others. O(n).
  public init?(validating bytes: [UInt8]) {
    guard isValidUTF8(bytes.span) else { return nil }
    self.bytes = bytes
  }

  /// The empty text.
  public static let empty = SourceText("")

  /// Length in bytes.
  public var count: Int { bytes.count }
  /// The span of the whole text.
  public var span: TextSpan { TextSpan(0, bytes.count) }

  /// The words at `span`, as a string. O(length of the span).
  public subscript(span: TextSpan) -> String { String(decoding: bytes[span.range], as: UTF8.self) }
  /// The whole text, as a string. O(n).
  public var string: String { String(decoding: bytes, as: UTF8.self) }

  /// `span` without the white space at its ends. O(length of the span).
  public func trimmed(_ span: TextSpan) -> TextSpan {
    var lower = span.start
    var upper = span.end
    while lower < upper, let n = whiteSpaceLength(at: lower, in: bytes.span, before: upper) { lower += n }
    while lower < upper, let n = whiteSpaceLength(endingAt: upper, in: bytes.span, after: lower) { upper -= n }
    return TextSpan(lower, upper)
  }
}

/// Whether `bytes` are valid UTF-8: no overlong form, no surrogate, nothing above U+10FFFF. O(n).
public func isValidUTF8(_ bytes: Span<UInt8>) -> Bool {
  var i = 0
  while i < bytes.count {
    if bytes[i] < 0x80 {
      i = asciiEnd(bytes, from: i)
      continue
    }
    guard let (_, length) = decodeScalar(at: i, in: bytes) else { return false }
    i += length
  }
  return true
}

/// The first place from `start` where a byte is not ASCII, or the end. Reads eight bytes at a time. O(n).
public func asciiEnd(_ bytes: Span<UInt8>, from start: Int) -> Int {
  unsafe bytes.withUnsafeBytes { raw in
    var i = start
    while i + 8 <= raw.count {
      let eight = unsafe raw.loadUnaligned(fromByteOffset: i, as: UInt64.self) & 0x8080_8080_8080_8080
      if eight != 0 { return i + UInt64(littleEndian: eight).trailingZeroBitCount / 8 }
      i += 8
    }
    while i < raw.count, unsafe raw[i] < 0x80 { i += 1 }
    return i
  }
}

/// The Unicode scalar that begins at `i` and its length in bytes, or nil where the bytes are not valid UTF-8 there.
@inlinable public func decodeScalar(at i: Int, in bytes: Span<UInt8>) -> (scalar: UInt32, length: Int)? {
  let first = bytes[i]
  if first < 0x80 { return (UInt32(first), 1) }
  let length = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2
  guard first >= 0xC2, first <= 0xF4, i + length <= bytes.count else { return nil }
  var scalar = UInt32(first) & (0x7F >> UInt32(length))
  for k in 1..<length {
    let byte = bytes[i + k]
    guard byte & 0xC0 == 0x80 else { return nil }
    scalar = scalar << 6 | UInt32(byte & 0x3F)
  }
  let least: UInt32 = length == 2 ? 0x80 : length == 3 ? 0x800 : 0x10000
  guard scalar >= least, scalar <= 0x10FFFF, !(0xD800...0xDFFF).contains(scalar) else { return nil }
  return (scalar, length)
}
