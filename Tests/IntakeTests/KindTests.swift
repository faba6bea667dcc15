import Foundation
import NewsModel
import Testing

@testable import Intake

@Suite("what an input is shows in its bytes")
struct KindTests {
  @Test(
    "kinds",
    arguments: [
      ("Grain ship held off Varna\n\nSign up for our newsletter", ContentKind.flattened),
      ("<!DOCTYPE html><html><body><p>Hi</p></body></html>", .html),
      ("<?xml version=\"1.0\"?>\n<!DOCTYPE html PUBLIC \"-//W3C//DTD XHTML 1.0\" \"x.dtd\">\n<html></html>", .html),
      ("<!-- saved --><div class=\"a\"><p>One.</p></div>", .html),
      ("A < B and C > D", .flattened),
      ("<b>Breaking</b> the port is shut", .flattened),
      ("Allowed tags: <a href> <b> <i> <q> <s> <em> <code> <del> <abbr> <cite> <strike> <strong> <u> <p>", .flattened),
      ("<?xml version=\"1.0\"?><rss version=\"2.0\"><channel/></rss>", .feed),
      ("<rss version=\"0.91\"><channel/></rss>", .feed),
      ("<!-- c --><rdf:RDF xmlns=\"http://purl.org/rss/1.0/\"/>", .feed),
      ("<!DOCTYPE rss [ <!ENTITY a \"<b>\"> ]><rss/>", .feed),
      ("<feed xmlns=\"http://www.w3.org/2005/Atom\"/>", .feed),
      ("<?xml version=\"1.0\"?><urlset/>", .otherXML("urlset")),
      ("{\"text\": \"a\"}", .json), (" \n[\n {\"text\": 1}]", .json), ("[1] The first note", .flattened),
      ("{ curly prose }", .flattened), ("WARC/1.0\r\n", .warc), ("filedesc://a.arc 0.0.0.0", .arc), ("  \n\t ", .empty),
      ("%PDF-1.7\nstream", .binary), ("PK\u{3}\u{4}abc", .binary), ("a\u{0}b\u{0}\u{1}c", .binary),
    ])
  func kinds(_ text: String, _ kind: ContentKind) {
    #expect(ContentKind(head: Array(text.utf8)) == kind)
  }

  @Test("UTF-16 is text, not binary", arguments: [String.Encoding.utf16, .utf16LittleEndian, .utf16BigEndian, .utf32])
  func wide(_ encoding: String.Encoding) throws {
    let bytes = [UInt8](try #require("<html><body><p>Puerto cerrado</p></body></html>".data(using: encoding)))
    #expect(ContentKind(head: bytes) == .html)
  }

  @Test("a lone file is named by its name, several by their paths")
  func ids() throws {
    let inbox = try Inbox()
    let (a, b) = (try inbox.put("a.txt", "The ferry left."), try inbox.put("deep/b.txt", "The ferry came back."))
    #expect(Reading([a]).ids == ["a.txt"])
    #expect(Reading([a]).documents.first?.source == a)
    #expect(Reading([a, b]).ids == [a, b])
    #expect(Reading([inbox.path]).ids == [inbox.path + "/a.txt", inbox.path + "/deep/b.txt"])
    #expect(Reading([a, a, a]).ids == [a, a + "#2", a + "#3"])
  }

  @Test("any kind may come in gzip")
  func packed() throws {
    #expect(try Reading(gzip(Array("The ferry left.".utf8))).texts == ["The ferry left."])
    #expect(
      try Reading(gzip(Array("{\"text\":\"a\"}\n".utf8)) + gzip(Array("{\"text\":\"b\"}\n".utf8))).texts == ["a", "b"])
    let nested = try Reading(gzip(gzip(Array("a".utf8))))
    #expect(nested.documents.isEmpty && nested.errors.map(\.reason) == [.binary])
  }
}

@Suite("input that cannot be read gets a clear error and stops nothing")
struct BadInputTests {
  @Test("one bad file among good ones")
  func among() throws {
    let inbox = try Inbox()
    try inbox.put("a.txt", "The ferry left.")
    try inbox.put("b.txt", "")
    try inbox.put("c.bin", [0, 1, 2, 3, 0, 0, 7])
    try inbox.put("d.txt", "The ferry came back.")
    try FileManager.default.createSymbolicLink(
      atPath: inbox.path + "/e.txt", withDestinationPath: inbox.path + "/gone.txt")
    let reading = Reading([inbox.path, inbox.path + "/nowhere.txt"])
    #expect(reading.texts == ["The ferry left.", "The ferry came back."])
    #expect(reading.errors.map(\.reason) == [.empty, .binary, .brokenLink, .notFound])
    #expect(reading.errors.first?.place == inbox.path + "/b.txt")
  }

  @Test("a folder without documents, and a pipe")
  func special() throws {
    let inbox = try Inbox()
    #expect(Reading([inbox.path]).errors.map(\.reason) == [.noDocuments])
    let pipe = inbox.path + "/pipe"
    let made = unsafe mkfifo(pipe, 0o600)
    try #require(made == 0)
    #expect(Reading([pipe]).errors.map(\.reason) == [.notAFile])
    #expect(Reading([inbox.path]).errors.map(\.reason) == [.noDocuments])
  }

  @Test("a file above the limit is refused by its size")
  func large() throws {
    let inbox = try Inbox()
    let path = try inbox.put("a.txt", "")
    let file = try #require(FileHandle(forWritingAtPath: path))
    file.write(Data("A line that never ends".utf8))
    // A hole of 200 MB: made and refused without being written or read.
    try file.truncate(atOffset: 200 << 20)
    try file.close()
    let reading = Reading([path])
    #expect(reading.documents.isEmpty)
    let sizes = Reading([try inbox.put("b.txt", String(repeating: "word ", count: 100))], limit: 100)
    #expect(sizes.errors.map(\.reason) == [.tooLarge(bytes: 500, limit: 100)])
    #expect(sizes.complaints.first?.contains("--max-bytes") == true)
  }

  @Test("a gzip bomb is refused at the limit")
  func bomb() throws {
    let reading = try Reading(gzip([UInt8](repeating: 0x61, count: 400_000)), limit: 100_000)
    #expect(reading.errors.map(\.reason) == [.tooLarge(bytes: nil, limit: 100_000)])
  }

  @Test("a cut gzip file gives what there was, and an error")
  func cut() throws {
    let reading = try Reading(Array(gzip(Array("The ferry left at noon.".utf8)).dropLast(12)))
    #expect(reading.texts.first?.hasPrefix("The ferry") == true)
    #expect(reading.errors.count == 1)
  }

  @Test(
    "kinds that are not read say what to do",
    arguments: [
      "filedesc://a.arc 0", "filedesc://a.arc 0.0.0.0 20070503101112 text/plain 0\n",
      "<?xml version=\"1.0\"?><urlset/>",
    ])
  func others(_ text: String) throws {
    let reading = try Reading(text)
    #expect(reading.documents.isEmpty && reading.complaints.count == 1)
  }
}
