/// Turns byte offsets of one text into Unicode code point offsets and back, as the JSON contract counts.
///
/// It keeps one checkpoint every 256 bytes: a lookup is O(256), building O(n).
public struct CodePointIndex: Sendable {
  private let bytes: [UInt8]
  private let checkpoints: [UInt32]
  private static let stride = 256

  /// Indexes `text`. O(n).
  public init(_ text: SourceText) {
    bytes = text.bytes
    var checkpoints: [UInt32] = []
    checkpoints.reserveCapacity(bytes.count / Self.stride + 1)
    var scalars: UInt32 = 0
    let view = text.bytes.span
    var start = 0
    // Up to where all is ASCII, a letter a byte.
    var ascii = 0
    while start < view.count {
      checkpoints.append(scalars)
      let end = min(start + Self.stride, view.count)
      if ascii < end { ascii = asciiEnd(view, from: start) }
      if ascii >= end {
        scalars += UInt32(end - start)
      } else {
        for i in start..<end where view[i] & 0xC0 != 0x80 { scalars += 1 }
      }
      start = end
    }
    self.checkpoints = checkpoints
  }

  /// The number of code points before byte `offset`. O(256).
  public func codePoint(atByte offset: Int) -> Int {
    guard !checkpoints.isEmpty else { return 0 }
    let block = min(offset / Self.stride, checkpoints.count - 1)
    var scalars = Int(checkpoints[block])
    let view = bytes.span
    for i in (block * Self.stride)..<min(offset, view.count) where view[i] & 0xC0 != 0x80 { scalars += 1 }
    return scalars
  }

  /// The byte offset at which code point number `position` begins, or the length of the text behind the last. O(log n + 256).
  public func byte(atCodePoint position: Int) -> Int {
    var low = 0
    var high = checkpoints.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if Int(checkpoints[middle]) <= position { low = middle } else { high = middle }
    }
    guard !checkpoints.isEmpty else { return 0 }
    var scalars = Int(checkpoints[low])
    var i = low * Self.stride
    // A checkpoint may fall inside a character, whose first byte the block before has counted.
    while i < bytes.count, bytes[i] & 0xC0 == 0x80 { i += 1 }
    while i < bytes.count {
      if scalars == position { return i }
      scalars += 1
      i += 1
      while i < bytes.count, bytes[i] & 0xC0 == 0x80 { i += 1 }
    }
    return bytes.count
  }
}
