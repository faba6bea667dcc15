import NewsModel
import TextBytes

/// Reads the pages of a WARC file (ISO 28500), record by record: `response` records with status 200, `resource` records and
/// `conversion` records of type `text/html` or `text/plain`. A damaged record gives an error, and the reading goes on at the next.
struct WARCReader: ContainerReader {
  static let format = "a WARC"
  var source: ByteSource
  var pages: RecordPages
  var holdsHeader: Bool { false }

  init(_ source: ByteSource, origin: DocumentOrigin) {
    self.source = source
    pages = RecordPages(origin)
  }

  mutating func readRecord() {
    let offset = source.offset
    guard let header = readHeader() else { return pages.fail(offset, "its header is not that of a WARC record") }
    pages.number += 1
    guard let length = header["Content-Length"].flatMap(Int.init), length >= 0 else {
      seek()
      return pages.fail(offset, "it does not tell its length")
    }
    guard isWanted(header) else {
      pass(length)
      return
    }
    guard length <= pages.limit else {
      pass(length)
      pages.add(.tooLarge(bytes: length, limit: pages.limit), number: pages.number)
      return
    }
    let block = source.take(length, before: "WARC/")
    give(block, header, offset: offset)
    if block.count < length {
      source.resume()
      pages.failCut(offset, read: block.count, of: length)
    }
  }

  /// The header at this place; nil, and at the next record, where there is none.
  private mutating func readHeader() -> HeaderFields? {
    guard source.peek(5) == Array("WARC/".utf8) else {
      seek()
      return nil
    }
    var lines: [[UInt8]] = []
    var size = 0
    while size < 262_144, case .bytes(var line)? = source.line(limit: 65_536) {
      if line.last == 0x0D { line.removeLast() }
      if line.isEmpty { return HeaderFields(lines: lines) }
      size += line.count
      lines.append(line)
    }
    seek()
    return nil
  }

  /// Goes to the next line that begins a record.
  private mutating func seek() {
    while source.line(limit: 65_536) != nil, source.peek(5) != Array("WARC/".utf8) {}
  }

  private func isWanted(_ header: HeaderFields) -> Bool {
    let type = MediaType(header["Content-Type"])
    switch header["WARC-Type"]?.lowercased() {
    case "response": return type.name == "application/http"
    case "resource", "conversion": return type.isPage
    default: return false
    }
  }

  private mutating func give(_ block: [UInt8], _ header: HeaderFields, offset: Int) {
    let url = header["WARC-Target-URI"].map {
      $0.hasPrefix("<") && $0.hasSuffix(">") ? String($0.dropFirst().dropLast()) : $0
    }
    let fetched = header["WARC-Date"].flatMap(FeedDate.read)
    if header["WARC-Type"]?.lowercased() == "response" {
      pages.give(response: block, url: url, fetched: fetched, offset: offset)
    } else {
      pages.give(body: block, MediaType(header["Content-Type"]), url: url, fetched: fetched)
    }
  }
}
