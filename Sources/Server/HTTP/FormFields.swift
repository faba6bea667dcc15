/// Names and values of a query or of a form, in their order; `application/x-www-form-urlencoded` as the URL Standard reads it.
struct FormFields: Sendable, Hashable {
  private(set) var list: [(name: String, value: String)] = []

  /// Reads at most `most` fields: more than a page of ours has in its address.
  init(_ encoded: some StringProtocol, most: Int = 64) {
    for part in encoded.utf8.split(separator: UInt8(ascii: "&")).prefix(most) {
      let name = part.prefix { $0 != UInt8(ascii: "=") }
      let value = part.dropFirst(name.count + 1)
      list.append((Self.decode(name), Self.decode(value)))
    }
  }

  /// The first value of a name; nil where it does not stand there.
  subscript(name: String) -> String? { list.first { $0.name == name }?.value }

  /// A whole number from 0 to a million, the nearest where it lies outside; nil where there is none or it is no number.
  func number(_ name: String) -> Int? { self[name].flatMap { Int($0) }.map { min(max($0, 0), 1_000_000) } }

  static func == (a: FormFields, b: FormFields) -> Bool {
    a.list.map(\.name) == b.list.map(\.name) && a.list.map(\.value) == b.list.map(\.value)
  }
  func hash(into hasher: inout Hasher) { hasher.combine(list.map(\.name)) }

  private static func decode(_ bytes: some Collection<UInt8>) -> String {
    String(decoding: Percent.decoded(bytes.map { $0 == UInt8(ascii: "+") ? 0x20 : $0 }), as: UTF8.self)
  }
}

/// Percent-encoding (RFC 3986).
enum Percent {
  /// The bytes that were meant; a `%` without two digits behind it stays.
  static func decoded(_ bytes: [UInt8]) -> [UInt8] {
    var out: [UInt8] = []
    out.reserveCapacity(bytes.count)
    var i = 0
    while i < bytes.count {
      if bytes[i] == UInt8(ascii: "%"), i + 2 < bytes.count, let high = digit(bytes[i + 1]),
        let low = digit(bytes[i + 2])
      {
        out.append(high << 4 | low)
        i += 3
      } else {
        out.append(bytes[i])
        i += 1
      }
    }
    return out
  }

  /// `text` fit to stand in a path's segment or in a query's value.
  static func encoded(_ text: String) -> String {
    let digits = Array("0123456789ABCDEF".utf8)
    var out: [UInt8] = []
    for byte in text.utf8 {
      switch byte {
      case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x2E, 0x5F, 0x7E: out.append(byte)
      default: out += [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
      }
    }
    return String(decoding: out, as: UTF8.self)
  }

  private static func digit(_ byte: UInt8) -> UInt8? {
    switch byte {
    case 0x30...0x39: byte - 0x30
    case 0x41...0x46: byte - 0x37
    case 0x61...0x66: byte - 0x57
    default: nil
    }
  }
}
