/// The named fields in front of a WARC record or an HTTP message (WARC 1.1, 4; RFC 9112, 5).
struct HeaderFields: Sendable {
  /// The line before the fields: `WARC/1.1`, `HTTP/1.1 200 OK`.
  let start: String
  private var fields: [String: String] = [:]

  /// Reads lines without their ends; a line that begins with white space continues the one before.
  init(lines: [[UInt8]]) {
    start = lines.first.map { Self.text($0[...]) } ?? ""
    var last = ""
    for line in lines.dropFirst() {
      if let first = line.first, first == 0x20 || first == 0x09 {
        fields[last]?.append(" " + Self.text(line[...]))
        continue
      }
      guard let colon = line.firstIndex(of: UInt8(ascii: ":")) else { continue }
      last = Self.text(line[..<colon]).lowercased()
      if fields[last] == nil { fields[last] = Self.text(line[(colon + 1)...]) }
    }
  }

  /// The value of a field; names have no case. The first of several.
  subscript(name: String) -> String? { fields[name.lowercased()] }

  /// Reads the fields at the beginning of `bytes`. Returns them and where the body begins.
  static func split(_ bytes: [UInt8]) -> (fields: HeaderFields, body: Int)? {
    var lines: [[UInt8]] = []
    var start = 0
    while start < bytes.count, start < 262_144 {
      guard let end = bytes[start...].firstIndex(of: 0x0A) else { return nil }
      let line = Array(bytes[start..<end].last == 0x0D ? bytes[start..<(end - 1)] : bytes[start..<end])
      start = end + 1
      if line.isEmpty { return lines.isEmpty ? nil : (HeaderFields(lines: lines), start) }
      lines.append(line)
    }
    return nil
  }

  private static func text(_ bytes: ArraySlice<UInt8>) -> String {
    let left = bytes.drop { $0 <= 0x20 }
    let end = left.lastIndex { $0 > 0x20 } ?? left.startIndex - 1
    return String(decoding: left[left.startIndex..<(end + 1)], as: UTF8.self)
  }
}

/// A media type with its charset (RFC 9110, 8.3).
struct MediaType: Sendable {
  /// Type and subtype in lower case.
  let name: String
  let charset: EncodingLabel?

  init(_ field: String?) {
    let parts = (field ?? "").split(separator: ";")
    name = parts.first.map { $0.lowercased().filter { $0 > " " } } ?? ""
    let parameter = parts.dropFirst().first { $0.lowercased().contains("charset=") }
    charset = parameter.flatMap { $0.split(separator: "=", maxSplits: 1).last }.flatMap { EncodingLabel($0) }
  }

  /// How a page of this type is read; nil for what is no page.
  var isHTML: Bool { name == "text/html" || name == "application/xhtml+xml" }
  var isPage: Bool { isHTML || name == "text/plain" }
}
