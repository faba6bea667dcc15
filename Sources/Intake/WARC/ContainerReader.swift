import NewsModel
import TextBytes

/// A reader of a container of web pages, record after record; WARC and ARC differ in their headers alone.
/// A damaged record gives an error, and the reading goes on at the next.
protocol ContainerReader: RecordReader {
  var source: ByteSource { get set }
  var pages: RecordPages { get set }
  /// Whether the header of the next record is read already.
  var holdsHeader: Bool { get }
  /// What the container is called in messages.
  static var format: String { get }
  /// Reads one record into `pages`, or passes over it.
  mutating func readRecord()
}

extension ContainerReader {
  mutating func next() -> Result<IntakeItem, IntakeError>? {
    while pages.ready.isEmpty {
      if !holdsHeader { source.skipSpace() }
      if let damage = source.damage {
        source.resume()
        pages.fail(number: nil, damage.offset, damage.why)
      } else if !holdsHeader, source.isAtEnd() {
        if source.damage != nil { continue }
        if pages.hasGiven { return nil }
        pages.add(.malformed("is \(Self.format) file without a page of status 200; nothing to read"), number: nil)
      } else {
        readRecord()
      }
    }
    return pages.take()
  }

  /// Passes over a block; one far above the limit takes its gzip member with it, so that a bomb is not unpacked.
  mutating func pass(_ length: Int) {
    if source.isCompressed, length > 8 * pages.limit {
      source.abandonMember()
    } else {
      _ = source.skip(length)
    }
  }
}

/// What the records of a container have given and nobody has taken yet.
struct RecordPages {
  let origin: DocumentOrigin
  /// The records counted so far.
  var number = 0
  private(set) var ready: [Result<IntakeItem, IntakeError>] = []
  private(set) var hasGiven = false
  var limit: Int { origin.options.byteLimit }

  init(_ origin: DocumentOrigin) { self.origin = origin }

  mutating func take() -> Result<IntakeItem, IntakeError> {
    hasGiven = true
    return ready.removeFirst()
  }

  /// A page whose bytes are `body`.
  mutating func give(body: [UInt8], _ type: MediaType, url: String?, fetched: Timestamp?) {
    ready.append(origin.page(body, type, number: number, url: url, fetched: fetched))
  }

  /// The page in an HTTP response, where it is one of status 200.
  mutating func give(response block: [UInt8], url: String?, fetched: Timestamp?, offset: Int) {
    do throws(HTTPMessage.Failure) {
      let message = try HTTPMessage(block, limit: limit)
      guard message.status == 200, message.type.isPage else { return }
      give(body: message.body, message.type, url: url, fetched: fetched)
      if message.isDamaged { fail(offset, "its page ends too early; what there was is read") }
    } catch {
      switch error {
      case .noHeader: fail(offset, "it holds no HTTP response")
      case .unknownCoding(let name): fail(offset, "its page is packed as \"\(name)\", which is not read")
      case .tooLarge: add(.tooLarge(bytes: nil, limit: limit), number: number)
      }
    }
  }

  mutating func failCut(_ offset: Int, read: Int, of length: Int) {
    fail(offset, "it ends after \(read) of \(length) bytes; what there was is read")
  }

  mutating func fail(_ offset: Int, _ why: String) { fail(number: number == 0 ? nil : number, offset, why) }

  mutating func fail(number: Int?, _ offset: Int, _ why: String) {
    add(.damagedRecord(offset: offset, why), number: number)
  }

  mutating func add(_ reason: IntakeError.Reason, number: Int?) {
    ready.append(.failure(origin.error(number, reason)))
  }
}
