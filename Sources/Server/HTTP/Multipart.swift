/// A part of a form with files.
struct FormPart: Sendable {
  var name: String
  /// The file's name; nil where the part is no file.
  var file: String?
  var bytes: ArraySlice<UInt8>
}

/// `multipart/form-data` (RFC 7578) as browsers send it: the whole body is at hand, and no part is copied.
enum Multipart {
  /// More parts than a form of ours sends are not read.
  private static let mostParts = 600
  private static let longestHead = 8_192

  /// The boundary that a content type names; nil where it is another type or names none.
  static func boundary(_ contentType: String) -> [UInt8]? {
    let fields = fields(contentType.utf8)
    guard fields.first?.lowercased() == "multipart/form-data" else { return nil }
    let value = fields.dropFirst().compactMap { parameter("boundary", $0) }.first
    guard let value, (1...70).contains(value.utf8.count) else { return nil }
    return Array(value.utf8)
  }

  /// The parts of a body, in order; nil where it is broken off or is no such body. O(length).
  static func parts(_ body: [UInt8], boundary: [UInt8]) -> [FormPart]? {
    let dashes = Array("--".utf8) + boundary
    let line: [UInt8] = [0x0D, 0x0A]
    guard body.starts(with: dashes) else { return nil }
    var at = dashes.count
    var parts: [FormPart] = []
    while parts.count < mostParts {
      if body[at...].starts(with: Array("--".utf8)) { return parts }
      guard body[at...].starts(with: line), let headEnd = find(line + line, in: body, from: at, upTo: longestHead)
      else { return nil }
      let head = body[(at + 2)..<max(at + 2, headEnd)]
      let start = headEnd + 4
      guard let end = find(line + dashes, in: body, from: start, upTo: .max) else { return nil }
      if let part = part(head, body[start..<end]) { parts.append(part) }
      at = end + 2 + dashes.count
    }
    return nil
  }

  private static func part(_ head: ArraySlice<UInt8>, _ bytes: ArraySlice<UInt8>) -> FormPart? {
    for line in head.split(whereSeparator: { $0 == 0x0D || $0 == 0x0A }) {
      let fields = fields(line)
      guard fields.first?.lowercased().hasPrefix("content-disposition:") == true else { continue }
      guard let name = fields.compactMap({ parameter("name", $0) }).first else { return nil }
      return FormPart(name: name, file: fields.compactMap { parameter("filename", $0) }.first, bytes: bytes)
    }
    return nil
  }

  /// The fields of a header, parted by semicolons outside quotation marks.
  private static func fields(_ line: some Collection<UInt8>) -> [String] {
    var isQuoted = false
    return line.split { byte in
      if byte == UInt8(ascii: "\"") { isQuoted.toggle() }
      return byte == UInt8(ascii: ";") && !isQuoted
    }.map { String(decoding: $0, as: UTF8.self).trimmingWhiteSpace }
  }

  /// The value of `name=value` or `name="value"`; browsers write a quotation mark in a name as `%22`.
  private static func parameter(_ name: String, _ field: String) -> String? {
    guard field.lowercased().hasPrefix(name + "=") else { return nil }
    var value = field.utf8.dropFirst(name.utf8.count + 1)
    let mark = UInt8(ascii: "\"")
    if value.first == mark, value.last == mark, value.count > 1 { value = value.dropFirst().dropLast() }
    return String(decoding: value, as: UTF8.self).replacing("%22", with: "\"")
  }

  private static func find(_ pattern: [UInt8], in body: [UInt8], from start: Int, upTo most: Int) -> Int? {
    guard start <= body.count - pattern.count else { return nil }
    let last = min(body.count - pattern.count, most == .max ? .max : start + most)
    var i = start
    while i <= last {
      if body[i] == pattern[0], body[i..<(i + pattern.count)].elementsEqual(pattern) { return i }
      i += 1
    }
    return nil
  }
}
