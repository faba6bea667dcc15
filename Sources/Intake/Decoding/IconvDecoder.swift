import Foundation

/// Turns bytes of an older encoding into UTF-8; the C library's iconv does the work.
enum IconvDecoder {
  /// UTF-8 text with U+FFFD for every byte that means nothing; nil where this system has no such table. O(n).
  static func decode(_ bytes: [UInt8], from encoding: EncodingLabel) -> [UInt8]? {
    guard let converter = unsafe iconv_open("UTF-8", encoding.iconvName), unsafe converter != iconv_t(bitPattern: -1)
    else {
      return nil
    }
    defer { unsafe iconv_close(converter) }
    var input = bytes.map { CChar(bitPattern: $0) }
    var output: [UInt8] = []
    output.reserveCapacity(bytes.count + bytes.count / 2)
    var block = [CChar](repeating: 0, count: 65_536)
    var at = 0
    while at < bytes.count {
      let (used, made) = unsafe input.withUnsafeMutableBufferPointer { source in
        unsafe block.withUnsafeMutableBufferPointer { target in
          unsafe convert(converter, source, from: at, into: target)
        }
      }
      for unit in block[..<made] { output.append(UInt8(bitPattern: unit)) }
      at += used
      if used == 0, made == 0 {
        output += [0xEF, 0xBF, 0xBD]
        at += 1
        unsafe iconv(converter, nil, nil, nil, nil)
      }
    }
    return output
  }

  /// Converts one block; stops at a byte that means nothing, or where the block is full.
  private static func convert(
    _ converter: iconv_t, _ source: UnsafeMutableBufferPointer<CChar>, from start: Int,
    into target: UnsafeMutableBufferPointer<CChar>
  ) -> (used: Int, made: Int) {
    var from = unsafe source.baseAddress.map { unsafe $0 + start }
    var left = source.count - start
    var to = target.baseAddress
    var room = target.count
    unsafe iconv(converter, &from, &left, &to, &room)
    return (source.count - start - left, target.count - room)
  }
}
