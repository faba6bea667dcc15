import Foundation

/// Reads JSON, and JSON with the two faults that scrapers make: bare control characters in strings, and halves of surrogate pairs.
enum JSONRepair {
  /// The object or list, or nil where no repair helps. O(n).
  static func object(_ bytes: [UInt8]) -> Any? {
    if let object = try? JSONSerialization.jsonObject(with: Data(bytes)) { return object }
    return try? JSONSerialization.jsonObject(with: Data(repaired(bytes)))
  }

  private static func repaired(_ bytes: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count)
    var i = 0
    while i < bytes.count {
      if bytes[i] < 0x20 {
        result.append(0x20)
        i += 1
      } else if bytes[i] == UInt8(ascii: "\\"), i + 1 < bytes.count {
        let length = copyEscape(bytes, at: i, to: &result)
        i += length
      } else {
        result.append(bytes[i])
        i += 1
      }
    }
    return result
  }

  /// Copies the escape at `i`, U+FFFD for a surrogate without its other half. Returns how many bytes it took.
  private static func copyEscape(_ bytes: [UInt8], at i: Int, to result: inout [UInt8]) -> Int {
    guard let unit = unit(bytes, at: i), unit & 0xF800 == 0xD800 else {
      result += bytes[i...(i + 1)]
      return 2
    }
    if unit < 0xDC00, let second = self.unit(bytes, at: i + 6), second & 0xFC00 == 0xDC00 {
      result += bytes[i..<(i + 12)]
      return 12
    }
    result += Array("\\uFFFD".utf8)
    return 6
  }

  /// The value of `\uXXXX` at `i`.
  private static func unit(_ bytes: [UInt8], at i: Int) -> UInt16? {
    guard i + 6 <= bytes.count, bytes[i] == UInt8(ascii: "\\"), bytes[i + 1] == UInt8(ascii: "u") else { return nil }
    return UInt16(String(decoding: bytes[(i + 2)..<(i + 6)], as: UTF8.self), radix: 16)
  }
}
