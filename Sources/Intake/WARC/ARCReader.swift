import NewsModel
import TextBytes

/// Reads the pages of an ARC file (Internet Archive, versions 1 and 2), the container before WARC: a line of five fields
/// (address, IP address, time, type, length; ten in version 2), then that many bytes, an HTTP response for pages of the web.
/// A damaged record gives an error, and the reading goes on at the next line that begins one.
struct ARCReader: RecordReader {
  private var source: ByteSource
  private let origin: DocumentOrigin
  private var number = 0
  private var hasGiven = false
  private var ready: [Result<IntakeItem, IntakeError>] = []
  /// The header that the search for one has read already.
  private var found: Header?
  private var limit: Int { origin.options.byteLimit }

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
    self.origin = origin
  }

  mutating func next() -> Result<IntakeItem, IntakeError>? {
    while ready.isEmpty {
      if found == nil { source.skipSpace() }
      if let damage = source.damage {
        source.resume()
        ready.append(.failure(origin.error(nil, .damagedRecord(offset: damage.offset, damage.why))))
      } else if found == nil, source.isAtEnd() {
        if source.damage != nil { continue }
        if hasGiven { return nil }
        ready.append(
          .failure(origin.error(nil, .malformed("is an ARC file without a page of status 200; nothing to read"))))
      } else {
        readRecord()
      }
    }
    hasGiven = true
    return ready.removeFirst()
  }

  private mutating func readRecord() {
    let offset = source.offset
    guard let header = readHeader() else { return fail(offset, "its header is not that of an ARC record") }
    guard !header.address.hasPrefix("filedesc:") else {
      _ = source.skip(header.length)
      return
    }
    number += 1
    guard header.length <= limit else {
      if source.isCompressed, header.length > 8 * limit {
        source.abandonMember()
      } else {
        _ = source.skip(header.length)
      }
      ready.append(.failure(origin.error(number, .tooLarge(bytes: header.length, limit: limit))))
      return
    }
    let block = source.take(header.length)
    if header.address.hasPrefix("http") { give(block, header, offset) }
    if block.count < header.length {
      source.resume()
      fail(offset, "it ends after \(block.count) of \(header.length) bytes; what there was is read")
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

  private mutating func give(_ block: [UInt8], _ header: Header, _ offset: Int) {
    do throws(HTTPMessage.Failure) {
      let message = try HTTPMessage(block, limit: limit)
      guard message.status == 200, message.type.isPage else { return }
      ready.append(
        origin.page(message.body, message.type, number: number, url: header.address, fetched: header.fetched))
      if message.isDamaged { fail(offset, "its page ends too early; what there was is read") }
    } catch {
      switch error {
      case .noHeader: fail(offset, "it holds no HTTP response")
      case .unknownCoding(let name): fail(offset, "its page is packed as \"\(name)\", which is not read")
      case .tooLarge: ready.append(.failure(origin.error(number, .tooLarge(bytes: nil, limit: limit))))
      }
    }
  }

  private mutating func fail(_ offset: Int, _ why: String) {
    ready.append(.failure(origin.error(number == 0 ? nil : number, .damagedRecord(offset: offset, why))))
  }
}
