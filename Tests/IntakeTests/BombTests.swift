import CZlib
import NewsModel
import Testing

@testable import Intake

/// Inputs made to exhaust a reader. Each must end soon, in little memory, with a clear error, and what follows must be read.
@Suite("bombs", .timeLimit(.minutes(1)))
struct BombTests {
  private static let page = record(response("<p>The ferry left.</p>"), address: "https://harbour.example/1")

  /// A gzip member of `count` zero bytes behind `head`; zlib packs them a thousandfold.
  private static func zeros(_ count: Int, behind head: [UInt8]) -> [UInt8] {
    var stream = unsafe z_stream()
    unsafe deflateInit2_(
      &stream, 6, Z_DEFLATED, 31, 8, Z_DEFAULT_STRATEGY, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size))
    defer { unsafe deflateEnd(&stream) }
    var result: [UInt8] = []
    var block = [UInt8](repeating: 0, count: 1 << 20)
    func pack(_ bytes: [UInt8], _ flush: Int32) {
      var bytes = bytes
      unsafe bytes.withUnsafeMutableBufferPointer { source in
        unsafe block.withUnsafeMutableBufferPointer { target in
          unsafe stream.next_in = source.baseAddress
          unsafe stream.avail_in = UInt32(source.count)
          unsafe stream.next_out = target.baseAddress
          unsafe stream.avail_out = UInt32(target.count)
          unsafe deflate(&stream, flush)
        }
      }
      unsafe result += block.prefix(block.count - Int(stream.avail_out))
    }
    pack(head, Z_NO_FLUSH)
    let megabyte = [UInt8](repeating: 0, count: 1 << 20)
    for _ in 0..<(count >> 20) { pack(megabyte, Z_NO_FLUSH) }
    pack([], Z_FINISH)
    return result
  }

  @Test("hundreds of megabytes of zeros behind a WARC record, and in one that claims them", arguments: [false, true])
  func archive(_ isClaimed: Bool) throws {
    let head = isClaimed ? record("", length: 60 << 20) : Self.page
    let bomb = Self.zeros(256 << 20, behind: isClaimed ? Array(head.dropLast(4)) : head)
    let reading = try Reading(bomb + gzip(Self.page))
    #expect(reading.texts.last == "<p>The ferry left.</p>")
    #expect(reading.complaints.contains { $0.contains("gzip bomb") }, "\(reading.complaints)")
  }

  @Test("an endless line in packed JSON")
  func line() throws {
    let reading = try Reading(Self.zeros(256 << 20, behind: Array("{\"text\": \"".utf8)))
    #expect(reading.texts.isEmpty && !reading.errors.isEmpty)
  }

  @Test("brackets 100,000 deep", arguments: ["[", "{\"a\":"])
  func brackets(_ open: String) throws {
    let reading = try Reading("{\"text\":" + String(repeating: open, count: 100_000))
    #expect(reading.texts.isEmpty && reading.errors.count == 1)
  }

  @Test("elements 100,000 deep in every XML", arguments: ["rss", "feed", "newsItem", "nitf", "urlset", "opml"])
  func elements(_ root: String) throws {
    let reading = try Reading("<?xml version=\"1.0\"?><\(root)>" + String(repeating: "<b>", count: 100_000))
    #expect(reading.texts.isEmpty && !reading.errors.isEmpty)
  }

  @Test(
    "XML too large to be held as a whole is refused by its size", arguments: [("rss", 25), ("nitf", 7), ("urlset", 7)])
  func largeXML(_ root: String, megabytes: Int) throws {
    let head = Array("<?xml version=\"1.0\"?><\(root)>".utf8)
    let reading = try Reading(head + [UInt8](repeating: 0x20, count: megabytes << 20))
    #expect(reading.documents.isEmpty)
    #expect(reading.complaints.first?.hasPrefix("is XML of more than \(megabytes - 1) MB") == true)
  }

  @Test(
    "HTML elements 100,000 deep are refused wherever the page comes from",
    arguments: ["<div>", "<b>", "<a><table><td>"])
  func page(_ tags: String) throws {
    let deep = "<html><body>" + String(repeating: tags, count: 100_000)
    #expect(try Reading(deep + "<p>It left.</p>").complaints.first?.hasPrefix("nests more than 10000") == true)
    let archive = try Reading(record(response(deep)) + Self.page)
    #expect(archive.texts == ["<p>The ferry left.</p>"] && archive.errors.count == 1)
  }

  @Test("an attribute of many megabytes is refused in HTML, closed or not", arguments: ["\">", ""])
  func longTag(_ end: String) throws {
    let page = "<html><body><p title=\"" + String(repeating: "a", count: 9 << 20) + end + "It left.</p>"
    #expect(try Reading(page).complaints == ["has a tag of more than 8 MB, as no page of news does; it is not read"])
  }

  @Test("many elements side by side, and tags in scripts, are no nesting")
  func flat() throws {
    let cells = String(repeating: "<tr><td><p>a<br><img src=b></tr><div><B>c</b></DIV>", count: 20_000)
    let script = "<script>" + String(repeating: "'<div>'+", count: 20_000) + "</script>"
    #expect(try Reading("<html><body>" + script + cells).documents.count == 1)
  }

  @Test("entities are not expanded in news XML either")
  func entities() throws {
    let bomb = (0..<20).map { "<!ENTITY e\($0 + 1) \"&e\($0);&e\($0);&e\($0);\">" }.joined()
    let reading = try Reading(
      "<!DOCTYPE nitf [<!ENTITY e0 \"ha\">\(bomb)]><nitf><body><body.content><p>a &e20;</p></body.content></body></nitf>"
    )
    #expect(reading.texts == ["<p>a &amp;e20;</p>"])
  }

  @Test("a million declarations without an end cost no more than one")
  func declarations() throws {
    let reading = try Reading("<rss>" + String(repeating: "<!<>", count: 1_000_000) + "</rss>")
    #expect(reading.errors.count == 1)
  }

  @Test("entries of broken XML are read up to a limit")
  func entries() throws {
    let text = "<rss><channel>" + String(repeating: "<item>", count: 20_000)
    #expect(Feed(Array(text.utf8)).isCut)
  }

  @Test("an attribute longer than XML parsers take")
  func attribute() throws {
    let reading = try Reading(
      "<rss><channel><item><description x=\"" + String(repeating: "a", count: 20_000_000)
        + "\">One</description></item><item><description>Two</description></item></channel></rss>")
    #expect(reading.texts.contains("Two") && reading.errors.contains { "\($0)".contains("broken XML") })
  }
}
