/// An HTTP response as a WARC record keeps it: with its header, in chunks, compressed (RFC 9110, RFC 9112).
struct HTTPMessage: Sendable {
  enum Failure: Error {
    case noHeader
    case unknownCoding(String)
    case tooLarge
  }
  let status: Int
  let type: MediaType
  /// The body as the server meant it.
  let body: [UInt8]
  /// Whether the body was cut or damaged on the way.
  let isDamaged: Bool

  /// Reads a message; its body is unpacked only for pages that were found (status 200). `limit` bounds the body. O(n).
  init(_ bytes: [UInt8], limit: Int) throws(Failure) {
    guard let (fields, start) = HeaderFields.split(bytes), fields.start.hasPrefix("HTTP/") else { throw .noHeader }
    let words = fields.start.split(separator: " ")
    status = words.count > 1 ? Int(words[1]) ?? 0 : 0
    type = MediaType(fields["Content-Type"])
    guard status == 200, type.isPage else {
      body = []
      isDamaged = false
      return
    }
    var content = Array(bytes[start...])
    var isWhole = true
    if fields["Transfer-Encoding"]?.lowercased().contains("chunked") == true, let joined = Self.joinChunks(content) {
      content = joined.bytes
      isWhole = joined.isWhole
    }
    let coding = (fields["Content-Encoding"] ?? "").lowercased()
    let unpacked = try Self.unpack(content, coding: coding, limit: limit)
    guard unpacked.bytes.count <= limit else { throw .tooLarge }
    body = unpacked.bytes
    isDamaged = !isWhole || !unpacked.isWhole
  }

  /// What the chunks hold; nil where the body is not in chunks after all, as some archives keep it.
  private static func joinChunks(_ bytes: [UInt8]) -> (bytes: [UInt8], isWhole: Bool)? {
    var result: [UInt8] = []
    var i = 0
    while i < bytes.count {
      guard let end = bytes[i...].prefix(1024).firstIndex(of: 0x0A) else { break }
      let digits = bytes[i..<end].prefix { $0 > 0x20 && $0 != UInt8(ascii: ";") }
      guard let size = Int(String(decoding: digits, as: UTF8.self), radix: 16), size >= 0 else { break }
      if size == 0 { return (result, true) }
      let last = size < bytes.count - end - 1 ? end + 1 + size : bytes.count
      result += bytes[(end + 1)..<last]
      i = last
      while i < bytes.count, bytes[i] == 0x0D || bytes[i] == 0x0A { i += 1 }
    }
    return result.isEmpty ? nil : (result, false)
  }

  private static func unpack(_ bytes: [UInt8], coding: String, limit: Int) throws(Failure) -> (
    bytes: [UInt8], isWhole: Bool
  ) {
    switch coding {
    case "", "identity", "utf-8", "none": return (bytes, true)
    case "gzip", "x-gzip", "deflate":
      // Archives often keep the header and store the body unpacked; servers send bare DEFLATE under its name.
      let isZlib = bytes.count > 1 && bytes[0] & 15 == 8 && (Int(bytes[0]) << 8 | Int(bytes[1])) % 31 == 0
      if coding == "deflate" ? bytes.first == UInt8(ascii: "<") : !bytes.starts(with: [0x1F, 0x8B]) {
        return (bytes, true)
      }
      let wrapper: Inflater.Wrapper = coding == "deflate" && !isZlib ? .bare : .headed
      guard let result = Inflater.unpack(bytes, wrapper: wrapper, limit: limit) else { throw .tooLarge }
      return result
    default:
      if bytes.drop(while: { $0 <= 0x20 }).first == UInt8(ascii: "<") { return (bytes, true) }
      throw .unknownCoding(coding)
    }
  }
}
