import NewsModel
import Testing

@testable import Intake

@Suite("WARC")
struct WARCTests {
  private static let info = record("software: x", type: "warcinfo", media: "application/warc-fields")
  private static let page = record(response("<p>The ferry left.</p>"), address: "<https://harbour.example/1>")
  private static let second = record(
    response("Plain words.", media: "text/plain"), address: "https://harbour.example/2")

  @Test("pages with their address and time; other records are passed over", arguments: [false, true])
  func pages(_ isPacked: Bool) throws {
    let records = [
      Self.info, record("GET / HTTP/1.1\r\n\r\n", type: "request", media: "application/http; msgtype=request"),
      Self.page,
      record(response("gone", status: "404 Not Found")), record(response("{}", media: "application/json")), Self.second,
      record("<p>Stored</p>", type: "resource", media: "text/html", address: "https://harbour.example/3"),
    ]
    let reading = try Reading(records.flatMap { isPacked ? gzip($0) : $0 })
    #expect(reading.texts == ["<p>The ferry left.</p>", "Plain words.", "<p>Stored</p>"])
    #expect(reading.ids == (1...3).map { "https://harbour.example/\($0)" } && reading.errors.isEmpty)
    #expect(reading.documents.map(\.form) == [.html, .flattened, .html])
    #expect(reading.documents.first?.hints.fetched?.description == "2024-05-02T10:11:12Z")
  }

  @Test("one gzip member around all records is read too")
  func oneMember() throws {
    #expect(try Reading(gzip(Self.page + Self.second)).texts.count == 2)
  }

  @Test(
    "a damaged record gives an error with its place, and the next is read",
    arguments: [
      record("x", length: -1), Array("WARC/1.0\r\nno header\r\n\r\nrubbish\r\n".utf8), Array("rubbish\nmore\n".utf8),
      record("no header at all"), record(response("abc", more: "Content-Encoding: br\r\n")),
    ])
  func damaged(_ bytes: [UInt8]) throws {
    let reading = try Reading(Self.page + bytes + Self.second)
    #expect(reading.ids == ["https://harbour.example/1", "https://harbour.example/2"])
    let reasons = reading.errors.map(\.reason)
    #expect(reasons.count == 1)
    guard case .damagedRecord(let offset, _)? = reasons.first else {
      Issue.record("no damage told")
      return
    }
    #expect(offset == Self.page.count)
  }

  @Test("a record that is cut off gives what there was, and an error")
  func cut() throws {
    let reading = try Reading(Self.page + Self.second.dropLast(10))
    #expect(reading.texts == ["<p>The ferry left.</p>", "Plain "])
    #expect(
      reading.complaints.first?.hasPrefix("the record at byte \(Self.page.count) is damaged: it ends after") == true)
  }

  @Test("a damaged gzip member costs itself only")
  func damagedMember() throws {
    var bad = gzip(Self.page)
    bad[10] = 7
    let reading = try Reading(gzip(Self.info) + bad + gzip(Self.second))
    #expect(reading.texts == ["Plain words."])
    #expect(
      reading.errors.map(\.reason) == [
        .damagedRecord(offset: gzip(Self.info).count, "its compressed bytes are damaged")
      ])
  }

  @Test("a record that claims more than its gzip member holds ends with it")
  func lying() throws {
    let reading = try Reading(gzip(record(response("<p>One</p>"), length: 5000)) + gzip(Self.second))
    #expect(reading.documents.count == 2 && reading.errors.count == 1)
  }

  @Test("a record above the limit is refused, a bomb is not unpacked, and the rest is read")
  func large() throws {
    let big = record(response(String(repeating: "word ", count: 30_000)))
    for records in [big + Self.second, gzip(big) + gzip(Self.second)] {
      let reading = try Reading(records, limit: 10_000)
      #expect(reading.texts == ["Plain words."] && reading.errors.count == 1)
    }
  }

  @Test("chunks, with wrong ones, and compressed bodies")
  func transfer() throws {
    func body(_ more: String, _ body: String) throws -> [String] {
      try Reading(record(response(body, more: more))).texts
    }
    #expect(try body("Transfer-Encoding: chunked\r\n", "4\r\n<p>a\r\n5;x=1\r\nb</p>\r\n0\r\n\r\n") == ["<p>ab</p>"])
    #expect(try body("Transfer-Encoding: chunked\r\n", "<p>not in chunks</p>") == ["<p>not in chunks</p>"])
    #expect(try body("Transfer-Encoding: chunked\r\n", "4\r\n<p>a\r\nzz\r\n") == ["<p>a"])
    #expect(try body("Transfer-Encoding: chunked\r\n", "7fffffffffffffff\r\n<p>a") == ["<p>a"])
    #expect(try body("Content-Encoding: gzip\r\n", "<p>unpacked already</p>") == ["<p>unpacked already</p>"])
    let head = Array(response("", more: "Content-Encoding: gzip\r\n").utf8)
    let message = try HTTPMessage(head + gzip(Array("<p>a</p>".utf8)), limit: 1000)
    #expect(message.body == Array("<p>a</p>".utf8) && !message.isDamaged)
    #expect(throws: HTTPMessage.Failure.self) {
      try HTTPMessage(head + gzip([UInt8](repeating: 65, count: 5000)), limit: 1000)
    }
  }

  @Test("the charset of the response counts")
  func charset() throws {
    var bytes = record(response("<p>misiXn</p>", media: "text/html; charset=\"windows-1252\""))
    for i in bytes.indices where bytes[i] == UInt8(ascii: "X") { bytes[i] = 0xF3 }
    let reading = try Reading(bytes)
    #expect(reading.texts == ["<p>misión</p>"] && reading.documents.first?.encoding == "windows-1252")
  }

  @Test("a file without a page says so")
  func none() throws {
    #expect(try Reading(Self.info).complaints == ["is a WARC file without a page of status 200; nothing to read"])
  }
}
