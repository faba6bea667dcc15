import NewsModel
import Testing

@testable import Intake

@Suite("ARC")
struct ARCTests {
  /// A record of version 1.
  private static func record(_ block: String, _ address: String, length: Int? = nil) -> [UInt8] {
    Array("\(address) 192.0.2.7 20070503101112 text/html \(length ?? block.utf8.count)\n\(block)\n".utf8)
  }
  private static let opening: [UInt8] = {
    let block = "1 0 Harbour Archive\nURL IP-address Archive-date Content-type Archive-length\n\n"
    return Array("filedesc://a.arc 0.0.0.0 20070503101112 text/plain \(block.utf8.count)\n\(block)".utf8)
  }()
  private static let page = record(response("<p>The ferry left.</p>"), "http://harbour.example/1")
  private static let second = record(response("Plain words.", media: "text/plain"), "http://harbour.example/2")

  @Test("pages with their address and time; other records are passed over", arguments: [false, true])
  func pages(_ isPacked: Bool) throws {
    let records = [
      Self.opening, Self.page, Self.record(response("gone", status: "404 Not Found"), "http://harbour.example/x"),
      Self.record("192.0.2.7", "dns:harbour.example"),
      Self.record(response("{}", media: "application/json"), "http://a.example/"),
      Self.second,
    ]
    let reading = try Reading(records.flatMap { isPacked ? gzip($0) : $0 })
    #expect(reading.texts == ["<p>The ferry left.</p>", "Plain words."])
    #expect(reading.ids == ["http://harbour.example/1", "http://harbour.example/2"] && reading.errors.isEmpty)
    #expect(reading.documents.map(\.form) == [.html, .flattened])
    #expect(reading.documents.first?.hints.fetched?.description == "2007-05-03T10:11:12Z")
  }

  @Test("the ten fields of version 2")
  func secondVersion() throws {
    let block = response("<p>Old</p>")
    let line = "http://harbour.example/v 192.0.2.7 20050101000000 text/html 200 - - 120 a.arc \(block.utf8.count)\n"
    #expect(try Reading(Self.opening + Array((line + block + "\n").utf8)).texts == ["<p>Old</p>"])
  }

  @Test(
    "a damaged record gives an error with its place, and the next is read",
    arguments: [
      "rubbish\nmore of it\n", "http://a.example/ 192.0.2.7 20070503101112 text/html x\nbody\n",
      "http://a.example/ 192.0.2.7 2007 text/html 4\nbody\n",
    ])
  func damaged(_ text: String) throws {
    let reading = try Reading(Self.opening + Self.page + Array(text.utf8) + Self.second)
    #expect(reading.texts == ["<p>The ferry left.</p>", "Plain words."])
    #expect(reading.errors.count == 1)
    guard case .damagedRecord? = reading.errors.first?.reason else {
      Issue.record("no damage told")
      return
    }
  }

  @Test("a record that is cut off gives what there was, and an error")
  func cut() throws {
    let reading = try Reading(Self.opening + Self.page + Self.second.dropLast(8))
    #expect(reading.texts == ["<p>The ferry left.</p>", "Plain"])
    #expect(reading.errors.count == 1)
  }

  @Test("a record above the limit is refused, and the rest is read", arguments: [false, true])
  func large(_ isPacked: Bool) throws {
    let big = Self.record(response(String(repeating: "word ", count: 30_000)), "http://harbour.example/big")
    let reading = try Reading([Self.opening, big, Self.second].flatMap { isPacked ? gzip($0) : $0 }, limit: 10_000)
    #expect(reading.texts == ["Plain words."] && reading.errors.count == 1)
  }

  @Test("a million lines that begin no record are passed over")
  func lines() throws {
    let reading = try Reading(
      Self.opening + [UInt8](repeating: 0x78, count: 9) + Array(String(repeating: "\nx", count: 1_000_000).utf8))
    #expect(reading.documents.isEmpty && !reading.errors.isEmpty)
  }
}
