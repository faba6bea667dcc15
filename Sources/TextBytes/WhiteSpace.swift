import Foundation

/// Length in bytes of the white-space character at `i` (ASCII, U+0085, U+00A0, U+1680, U+2000–U+200B, U+2028, U+2029,
/// U+202F, U+205F, U+3000, U+FEFF), or nil where there is none. O(1).
@inlinable public func whiteSpaceLength(at i: Int, in bytes: Span<UInt8>, before end: Int) -> Int? {
  guard i < end else { return nil }
  let byte = bytes[i]
  if byte == 0x20 || (byte >= 0x09 && byte <= 0x0D) { return 1 }
  if byte < 0xC2 { return nil }
  if byte == 0xC2 { return i + 1 < end && (bytes[i + 1] == 0xA0 || bytes[i + 1] == 0x85) ? 2 : nil }
  guard byte == 0xE1 || byte == 0xE2 || byte == 0xE3 || byte == 0xEF, i + 2 < end else { return nil }
  let scalar = UInt32(byte & 0x0F) << 12 | UInt32(bytes[i + 1] & 0x3F) << 6 | UInt32(bytes[i + 2] & 0x3F)
  switch scalar {
  case 0x1680, 0x2000...0x200B, 0x2028, 0x2029, 0x202F, 0x205F, 0x3000, 0xFEFF: return 3
  default: return nil
  }
}

/// Length in bytes of the white-space character that ends right before `end`, or nil where there is none. O(1).
public func whiteSpaceLength(endingAt end: Int, in bytes: Span<UInt8>, after start: Int) -> Int? {
  for length in 1...3 where end - length >= start {
    if whiteSpaceLength(at: end - length, in: bytes, before: end) == length { return length }
  }
  return nil
}

/// The spans of the lines of `bytes` that hold more than white space, with their line numbers, which count from 1 and count
/// blank lines. A line ends at LF, CR LF or CR. O(n).
public func textLines(in bytes: Span<UInt8>) -> [(number: Int, span: TextSpan)] {
  var lines: [(number: Int, span: TextSpan)] = []
  var number = 1
  var start = 0
  var i = 0
  func close(_ start: Int, _ end: Int, _ number: Int) {
    var k = start
    while k < end {
      guard let n = whiteSpaceLength(at: k, in: bytes, before: end) else {
        lines.append((number, TextSpan(start, end)))
        return
      }
      k += n
    }
  }
  while i < bytes.count {
    let byte = bytes[i]
    if byte == 0x0A || byte == 0x0D {
      close(start, i, number)
      if byte == 0x0D, i + 1 < bytes.count, bytes[i + 1] == 0x0A { i += 1 }
      number += 1
      start = i + 1
    }
    i += 1
  }
  close(start, bytes.count, number)
  return lines
}

/// The first place from `start` and before `end` where `byte` stands, or the end. O(n), at the speed of memory.
public func firstIndex(of byte: UInt8, in bytes: Span<UInt8>, from start: Int, before end: Int = .max) -> Int {
  let end = min(end, bytes.count)
  guard start < end else { return end }
  return unsafe bytes.withUnsafeBufferPointer { buffer in
    guard let base = buffer.baseAddress, let found = unsafe memchr(base + start, Int32(byte), end - start)
    else { return end }
    return unsafe UnsafePointer(found.assumingMemoryBound(to: UInt8.self)) - base
  }
}
