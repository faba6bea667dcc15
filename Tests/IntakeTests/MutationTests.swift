import NewsModel
import Testing

@testable import Intake

/// Small steps of one state: the same bytes on every machine (SplitMix64, Steele, Lea and Flood 2014).
struct SeededGenerator: RandomNumberGenerator {
  private var state: UInt64
  init(_ seed: UInt64) { state = seed }
  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}

@Suite("damaged bytes of any kind end in documents or errors, never in a crash")
struct MutationTests {
  static let seeds: [(String, [UInt8])] = [
    (
      "json",
      Array(
        "[{\"text\": \"The ferry \\ud83d\\udea2 left.\", \"url\": \"https://a.example\"},\n{\"raw\": \"b\", \"author\": [{\"name\": \"c\"}]}]"
          .utf8)
    ),
    (
      "jsonl",
      Array(
        "{\"text\": \"a\"}\n{\"html\": \"<p>b</p>\", \"published\": \"2024-05-02T10:11:12Z\"}\n{\"text\": \"c\"}\n".utf8
      )
    ),
    (
      "warc", record(response("4\r\n<p>a\r\n0\r\n\r\n", more: "Transfer-Encoding: chunked\r\n")) + record(response("b"))
    ),
    ("warc.gz", gzip(record(response("<p>a</p>"))) + gzip(record(response("b", media: "text/plain")))),
    (
      "rss",
      Array(
        "<?xml version=\"1.0\"?><!DOCTYPE rss [<!ENTITY a \"b\">]><rss xmlns:dc=\"http://purl.org/dc/elements/1.1/\"><channel><title>A</title><item><title>B &amp; c</title><description><![CDATA[<p>d</p>]]></description><pubDate>Thu, 02 May 2024 10:11:12 GMT</pubDate></item></channel></rss>"
          .utf8)
    ),
    (
      "atom",
      Array(
        "<feed xmlns=\"http://www.w3.org/2005/Atom\"><entry><link href=\"https://a.example\"/><content type=\"xhtml\"><div xmlns=\"http://www.w3.org/1999/xhtml\">a<b c=\"d\">e</b></div></content></entry></feed>"
          .utf8)
    ),
    (
      "html",
      Array("<html><head><meta charset=\"shift_jis\"></head><body>".utf8) + [0x8D, 0x60] + Array("</body></html>".utf8)
    ),
    ("wide", [0xFF, 0xFE] + "<p>a 🚢</p>".utf16.flatMap { [UInt8($0 & 255), UInt8($0 >> 8)] }),
  ]

  @Test("mutants", arguments: seeds.indices)
  func mutants(_ index: Int) throws {
    var generator = SeededGenerator(UInt64(index) + 1)
    for _ in 0..<300 {
      let bytes = mutate(Self.seeds[index].1, &generator)
      for item in items(bytes) {
        guard case .success(.document(let document)) = item else { continue }
        #expect(!document.id.isEmpty && document.sha256.utf8.count == 64)
      }
    }
  }

  /// Everything that the bytes give; each item has used up at least a byte.
  private func items(_ bytes: [UInt8]) -> [Result<IntakeItem, IntakeError>] {
    var items: [Result<IntakeItem, IntakeError>] = []
    var options = DocumentStream.Options()
    options.byteLimit = 4096
    var stream = DocumentStream(bytes: bytes, name: "mutant", options: options)
    while let item = stream.next() {
      items.append(item)
      if items.count > 2 * bytes.count + 2 { break }
    }
    #expect(!items.isEmpty && items.count <= 2 * bytes.count + 2)
    return items
  }

  /// One to four changes: a byte flipped, set, dropped, doubled; a stretch repeated; the end cut.
  private func mutate(_ seed: [UInt8], _ generator: inout SeededGenerator) -> [UInt8] {
    var bytes = seed
    for _ in 0..<Int.random(in: 1...4, using: &generator) where !bytes.isEmpty {
      let i = Int.random(in: bytes.indices, using: &generator)
      switch Int.random(in: 0..<6, using: &generator) {
      case 0: bytes[i] ^= 1 << UInt8.random(in: 0..<8, using: &generator)
      case 1: bytes[i] = Array("<>&\"{}[]\n\0\\;:0".utf8).randomElement(using: &generator) ?? 0
      case 2: bytes.remove(at: i)
      case 3: bytes.insert(UInt8.random(in: 0...255, using: &generator), at: i)
      case 4: bytes.insert(contentsOf: bytes[i..<min(bytes.count, i + 40)], at: i)
      default: bytes.removeSubrange(i...)
      }
    }
    return bytes
  }
}
