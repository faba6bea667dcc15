/// The encoding that a document states about itself in its first 4 KB: `<?xml … encoding="…"?>`, or the `charset` of a
/// `<meta>` (HTML, 13.2.3.2).
enum DeclaredEncoding {
  static func find(in bytes: [UInt8]) -> EncodingLabel? {
    let head = bytes.prefix(4096).map { $0 >= 0x41 && $0 <= 0x5A ? $0 | 0x20 : $0 }
    if let label = xmlDeclaration(head) { return label }
    var from = 0
    while let tag = find("<meta", in: head, from: from) {
      let end = head[tag...].firstIndex(of: UInt8(ascii: ">")) ?? head.count
      if let place = find("charset", in: head, from: tag, before: end),
        let label = value(head, from: place + 7, before: end)
      {
        return label
      }
      from = max(end, tag + 5)
    }
    return nil
  }

  private static func xmlDeclaration(_ head: [UInt8]) -> EncodingLabel? {
    guard let start = find("<?xml", in: head, from: 0, before: 64), let end = find("?>", in: head, from: start),
      let place = find("encoding", in: head, from: start, before: end)
    else { return nil }
    return value(head, from: place + 8, before: end)
  }

  /// The label behind `=`, with or without quotation marks.
  private static func value(_ head: [UInt8], from start: Int, before end: Int) -> EncodingLabel? {
    let rest = head[start..<end].drop { $0 <= 0x20 }
    guard rest.first == UInt8(ascii: "=") else { return nil }
    let marks: [UInt8] = [UInt8(ascii: "\""), UInt8(ascii: "'")]
    let label = rest.dropFirst().drop { $0 <= 0x20 || marks.contains($0) }
      .prefix { $0 > 0x20 && !marks.contains($0) && $0 != UInt8(ascii: ";") && $0 != UInt8(ascii: "/") }
    return EncodingLabel(String(decoding: label, as: UTF8.self))
  }

  private static func find(_ word: String, in bytes: [UInt8], from start: Int, before end: Int? = nil) -> Int? {
    let word = Array(word.utf8)
    let last = min(end ?? bytes.count, bytes.count) - word.count
    guard start <= last else { return nil }
    return (start...last).first { bytes[$0] == word[0] && bytes[$0...].starts(with: word) }
  }
}
