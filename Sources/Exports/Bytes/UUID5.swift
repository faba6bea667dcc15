import Intake

/// Identifiers made from names (RFC 9562, 5.5: SHA-1 in a namespace).
enum UUID5 {
  /// The namespace that STIX 2.1 sets apart for cyber-observable objects.
  static let stixNamespace: [UInt8] = [
    0x00, 0xAB, 0xED, 0xB4, 0xAA, 0x42, 0x46, 0x6C, 0x9C, 0x01, 0xFE, 0xD2, 0x33, 0x15, 0xA9, 0xB7,
  ]
  /// The namespace of addresses (RFC 9562, 6.6).
  private static let addresses: [UInt8] = [
    0x6B, 0xA7, 0xB8, 0x11, 0x9D, 0xAD, 0x11, 0xD1, 0x80, 0xB4, 0x00, 0xC0, 0x4F, 0xD4, 0x30, 0xC8,
  ]

  /// The identifier of something of Stemma's.
  static func make(_ name: String) -> String { make(Name.base + name, in: addresses) }

  /// The identifier of a name in a namespace.
  static func make(_ name: String, in namespace: [UInt8]) -> String {
    var bytes = Array(sha1(namespace + Array(name.utf8)).prefix(16))
    bytes[6] = bytes[6] & 0x0F | 0x50
    bytes[8] = bytes[8] & 0x3F | 0x80
    let ends = [0, 4, 6, 8, 10, 16]
    return zip(ends, ends.dropFirst()).map { bytes[$0..<$1].hex }.joined(separator: "-")
  }
}
