import NewsModel
import TextBytes

/// Reads the pages of an ARC file (Internet Archive, versions 1 and 2), the container before WARC: a line of five fields
/// (address, IP address, time, type, length; ten in version 2), then that many bytes, an HTTP response for pages of the web.
/// A damaged record gives an error, and the reading goes on at the next line that begins one.
struct ARCReader: ContainerReader {
  static let format = "an ARC"
  var source: ByteSource
  var pages: RecordPages
  var holdsHeader: Bool { found != nil }
  /// The header that the search for one has read already.
  private var found: Header?

  /// What the line in front of a record says.
  private struct Header {
    var address: String
    var fetched: Timestamp?
    var length: Int

    init?(_ line: [UInt8]) {
      let fields = line.split(separator: 0x20).map { String(decoding: $0, as: UTF8.self) }
      guard fields.count == 5 || fields.count == 10, fields[0].utf8.contains(UInt8(ascii: ":")),
        fields[2].utf8.count == 14, fields[2].utf8.allSatisfy({ (0x30...0x39).contains($0) }),
        let length = fields.last.flatMap({ Int($0) }), length >= 0
      else { return nil }
      let digits = Array(fields[2].utf8)
      func part(_ start: Int, _ count: Int) -> String {
        String(decoding: digits[start..<start + count], as: UTF8.self)
      }
      address = fields[0]
      fetched = FeedDate.read(
        "\(part(0, 4))-\(part(4, 2))-\(part(6, 2))T\(part(8, 2)):\(part(10, 2)):\(part(12, 2))Z")
      self.length = length
    }
  }

  init(_ source: ByteSource, origin: DocumentOrigin) {
    self.source = source
    pages = RecordPages(origin)
  }

  mutating func readRecord() {
    let offset = source.offset
    guard let header = readHeader() else { return pages.fail(offset, "its header is not that of an ARC record") }
    guard !header.address.hasPrefix("filedesc:") else {
      _ = source.skip(header.length)
      return
    }
    pages.number += 1
    guard header.length <= pages.limit else {
      pass(header.length)
      pages.add(.tooLarge(bytes: header.length, limit: pages.limit), number: pages.number)
      return
    }
    let block = source.take(header.length)
    if header.address.hasPrefix("http") {
      pages.give(response: block, url: header.address, fetched: header.fetched, offset: offset)
    }
    if block.count < header.length {
      source.resume()
      pages.failCut(offset, read: block.count, of: header.length)
    }
  }

  /// The header at this place; where there is none, nil, and the lines up to the next one are passed over.
  private mutating func readHeader() -> Header? {
    if let header = found {
      found = nil
      return header
    }
    guard case .bytes(let line)? = source.line(limit: 65_536), let header = Header(Self.bare(line)) else {
      seek()
      return nil
    }
    return header
  }

  private mutating func seek() {
    while let line = source.line(limit: 65_536) {
      guard case .bytes(let bytes) = line, let header = Header(Self.bare(bytes)) else { continue }
      found = header
      return
    }
  }

  private static func bare(_ line: [UInt8]) -> [UInt8] { line.last == 0x0D ? line.dropLast() : line }
}
