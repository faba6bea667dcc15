import Intake

/// What is made of SHA-256.
enum Digest {
  /// 32 bytes. O(n).
  static func sha256(_ bytes: [UInt8]) -> [UInt8] { digest(bytes) }

  /// HMAC-SHA-256 (RFC 2104).
  static func hmac(_ message: [UInt8], key: [UInt8]) -> [UInt8] { Intake.hmac(message, key: key) }

  /// Whether two are the same, in a time that does not tell where they differ.
  static func areEqual(_ a: [UInt8], _ b: [UInt8]) -> Bool {
    guard a.count == b.count else { return false }
    return zip(a, b).reduce(UInt8(0)) { $0 | ($1.0 ^ $1.1) } == 0
  }

  /// Bytes that nobody can guess, from the system.
  static func random(_ count: Int) -> [UInt8] {
    var generator = SystemRandomNumberGenerator()
    return (0..<count).map { _ in UInt8.random(in: 0...255, using: &generator) }
  }
}
