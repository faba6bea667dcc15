import NewsModel
import TextBytes

/// Reads the pages of a WARC file (ISO 28500), record by record: `response` records with status 200, `resource` records and
/// `conversion` records of type `text/html` or `text/plain`. A damaged record gives an error, and the reading goes on at the next.
struct WARCReader: RecordReader {
  private var source: ByteSource
  private let origin: DocumentOrigin
  private var number = 0
  private var hasGiven = false
  private var ready: [Result<IntakeItem, IntakeError>] = []
  private var limit: Int { origin.options.byteLimit }

  init(_ source: ByteSource, origin: DocumentOrigin) {
    self.source = source
    self.origin = origin
  }

  mutating func next() -> Result<IntakeItem, IntakeError>? {
    while ready.isEmpty {
      source.skipSpace()
      if let damage = source.damage {
        source.resume()
        ready.append(.failure(origin.error(nil, .damagedRecord(offset: damage.offset, damage.why))))
      } else if source.isAtEnd() {
        if source.damage != nil { continue }
        if hasGiven { return nil }
        ready.append(
          .failure(origin.error(nil, .malformed("is a WARC file without a page of status 200; nothing to read"))))
      } else {
        readRecord()
      }
    }
    hasGiven = true
    return ready.removeFirst()
  }

  private mutating func readRecord() {
    let offset = source.offset
    guard let header = readHeader() else { return fail(offset, "its header is not that of a WARC record") }
    number += 1
    guard let length = header["Content-Length"].flatMap(Int.init), length >= 0 else {
      seek()
      return fail(offset, "it does not tell its length")
    }
    guard isWanted(header) else {
      pass(length)
      return
    }
    guard length <= limit else {
      pass(length)
      ready.append(.failure(origin.error(number, .tooLarge(bytes: length, limit: limit))))
      return
    }
    let block = source.take(length, before: "WARC/")
    give(block, header, offset: offset)
    if block.count < length {
      source.resume()
      fail(offset, "it ends after \(block.count) of \(length) bytes; what there was is read")
    }
  }

  /// Passes over a block; one far above the limit takes its gzip member with it, so that a bomb is not unpacked.
  private mutating func pass(_ length: Int) {
    if source.isCompressed, length > 8 * limit {
      source.abandonMember()
    } else {
      _ = source.skip(length)
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
    guard header["WARC-Type"]?.lowercased() == "response" else {
      return give(body: block, MediaType(header["Content-Type"]), header)
    }
    do throws(HTTPMessage.Failure) {
      let message = try HTTPMessage(block, limit: limit)
      guard message.status == 200, message.type.isPage else { return }
      give(body: message.body, message.type, header)
      if message.isDamaged { fail(offset, "its page ends too early; what there was is read") }
    } catch {
      switch error {
      case .noHeader: fail(offset, "it holds no HTTP response")
      case .unknownCoding(let name): fail(offset, "its page is packed as \"\(name)\", which is not read")
      case .tooLarge: ready.append(.failure(origin.error(number, .tooLarge(bytes: nil, limit: limit))))
      }
    }
  }

  private mutating func give(body: [UInt8], _ type: MediaType, _ header: HeaderFields) {
    let url = header["WARC-Target-URI"].map {
      $0.hasPrefix("<") && $0.hasSuffix(">") ? String($0.dropFirst().dropLast()) : $0
    }
    ready.append(
      origin.page(body, type, number: number, url: url, fetched: header["WARC-Date"].flatMap(FeedDate.read)))
  }

  private mutating func fail(_ offset: Int, _ why: String) {
    ready.append(.failure(origin.error(number == 0 ? nil : number, .damagedRecord(offset: offset, why))))
  }
}
