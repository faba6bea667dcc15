import CDigest

/// The SHA-256 of `bytes` in lower-case hexadecimal. O(n).
func sha256(_ bytes: [UInt8]) -> String { digest(bytes).hex }

/// The 32 bytes of the SHA-256 of `bytes` (FIPS 180-4), by the processor's own instructions where it has them, else by libmd. O(n).
package func digest(_ bytes: [UInt8]) -> [UInt8] {
  guard hasInstructions else { return plainDigest(bytes) }
  var digest = [UInt8](repeating: 0, count: 32)
  unsafe digest.withUnsafeMutableBufferPointer { result in
    unsafe bytes.withUnsafeBufferPointer { unsafe stemma_sha256($0.baseAddress, $0.count, result.baseAddress) }
  }
  return digest
}

/// HMAC-SHA-256 (RFC 2104): 32 bytes. O(n).
package func hmac(_ message: [UInt8], key: [UInt8]) -> [UInt8] {
  let short = key.count > 64 ? digest(key) : key
  let padded = short + [UInt8](repeating: 0, count: 64 - short.count)
  return digest(padded.map { $0 ^ 0x5C } + digest(padded.map { $0 ^ 0x36 } + message))
}

private let hasInstructions = stemma_has_sha() != 0

/// The SHA-256 of `bytes` by libmd. O(n).
func plainDigest(_ bytes: [UInt8]) -> [UInt8] {
  var context = SHA2_CTX()
  var digest = [UInt8](repeating: 0, count: 32)
  unsafe SHA256Init(&context)
  unsafe bytes.withUnsafeBufferPointer { buffer in
    unsafe SHA256Update(&context, buffer.baseAddress, buffer.count)
  }
  unsafe digest.withUnsafeMutableBufferPointer { buffer in
    unsafe SHA256Final(buffer.baseAddress, &context)
  }
  return digest
}

/// The 20 bytes of the SHA-1 of `bytes`: for identifiers that a standard makes with it (RFC 9562), never for safety. O(n).
package func sha1(_ bytes: [UInt8]) -> [UInt8] {
  var context = SHA1_CTX()
  var digest = [UInt8](repeating: 0, count: 20)
  unsafe SHA1Init(&context)
  unsafe bytes.withUnsafeBufferPointer { buffer in
    unsafe SHA1Update(&context, buffer.baseAddress, buffer.count)
  }
  unsafe digest.withUnsafeMutableBufferPointer { buffer in
    unsafe SHA1Final(buffer.baseAddress, &context)
  }
  return digest
}

extension Sequence<UInt8> {
  /// Lower-case hexadecimal.
  package var hex: String {
    let digits = Array("0123456789abcdef".utf8)
    return String(decoding: flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
  }
}
