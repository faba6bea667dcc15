import Foundation
import NewsModel
import Testing

@testable import Intake

/// A folder that a test fills; it goes when the test is over.
final class Inbox {
  let path: String

  init() throws {
    path = FileManager.default.temporaryDirectory.appendingPathComponent("intake-\(UUID().uuidString)").path
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  /// Writes a file and returns its path.
  @discardableResult func put(_ name: String, _ bytes: [UInt8]) throws -> String {
    let file = path + "/" + name
    let folder = URL(fileURLWithPath: file).deletingLastPathComponent()
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    try Data(bytes).write(to: URL(fileURLWithPath: file))
    return file
  }

  @discardableResult func put(_ name: String, _ text: String) throws -> String { try put(name, Array(text.utf8)) }
}

/// All that a stream gives.
struct Reading {
  var documents: [RawDocument] = []
  var articles: [String] = []
  var errors: [IntakeError] = []

  init(_ inputs: [String], limit: Int? = nil, published: Timestamp? = nil) {
    var options = DocumentStream.Options()
    options.published = published
    if let limit { options.byteLimit = limit }
    var stream = DocumentStream(inputs, options: options)
    while let item = stream.next() { take(item) }
  }

  /// What one file of these bytes gives.
  init(_ bytes: [UInt8], name: String = "input", limit: Int? = nil) throws {
    let inbox = try Inbox()
    self.init([try inbox.put(name, bytes)], limit: limit)
  }

  init(_ text: String, limit: Int? = nil) throws { try self.init(Array(text.utf8), limit: limit) }

  private mutating func take(_ item: Result<IntakeItem, IntakeError>) {
    switch item {
    case .success(.document(let document)): documents.append(document)
    case .success(.articleJSON(let text, _)): articles.append(text)
    case .failure(let error): errors.append(error)
    }
  }

  /// The texts of the documents.
  var texts: [String] { documents.map(\.input.string) }
  /// The ids of the documents.
  var ids: [String] { documents.map(\.id) }
  /// What the errors say, without the place.
  var complaints: [String] { errors.map { String($0.description.dropFirst($0.place.utf8.count + 2)) } }
}

/// The bytes as one gzip member with stored blocks (RFC 1951, 3.2.4; RFC 1952).
func gzip(_ bytes: [UInt8]) -> [UInt8] {
  var result: [UInt8] = [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 255]
  var start = 0
  repeat {
    let block = bytes[start..<min(bytes.count, start + 65_535)]
    start += block.count
    result.append(start == bytes.count ? 1 : 0)
    let length = UInt16(block.count)
    for number in [length, ~length] { result += [UInt8(number & 255), UInt8(number >> 8)] }
    result += block
  } while start < bytes.count
  var crc: UInt32 = 0xFFFF_FFFF
  for byte in bytes {
    crc ^= UInt32(byte)
    for _ in 0..<8 { crc = crc & 1 == 1 ? crc >> 1 ^ 0xEDB8_8320 : crc >> 1 }
  }
  for number in [~crc, UInt32(truncatingIfNeeded: bytes.count)] {
    result += (0..<4).map { UInt8(number >> (8 * UInt32($0)) & 255) }
  }
  return result
}

/// A WARC record.
func record(
  _ block: String, type: String = "response", media: String = "application/http; msgtype=response",
  address: String = "https://harbour.example/a", length: Int? = nil
) -> [UInt8] {
  let head = """
    WARC/1.0\r
    WARC-Type: \(type)\r
    WARC-Target-URI: \(address)\r
    WARC-Date: 2024-05-02T10:11:12Z\r
    Content-Type: \(media)\r
    Content-Length: \(length ?? block.utf8.count)\r
    \r

    """
  return Array((head + block + "\r\n\r\n").utf8)
}

/// An HTTP response.
func response(_ body: String, status: String = "200 OK", media: String = "text/html; charset=utf-8", more: String = "")
  -> String
{
  "HTTP/1.1 \(status)\r\nContent-Type: \(media)\r\n\(more)\r\n\(body)"
}
