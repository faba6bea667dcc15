import NewsModel
import TextBytes

/// The body of an HTTP response as somebody fetched it: unpacked within a bound, and read as a page.
public struct FetchedBody: Sendable {
  /// Why a body cannot be used.
  public enum Failure: Error, Sendable, Hashable {
    /// Unpacked it would be longer than the bound.
    case tooLarge
    /// It ends too early, or its compression is damaged.
    case damaged
    /// Its content coding is none of gzip and deflate (RFC 9110, 8.4.1).
    case unknownCoding(String)
  }
  /// The bytes as the server meant them.
  public let bytes: [UInt8]
  private let type: MediaType

  /// Undoes the content coding; `limit` bounds the result, and no more is ever unpacked. O(length of the result).
  public init(_ body: [UInt8], coding: String?, type: String?, limit: Int) throws(Failure) {
    self.type = MediaType(type)
    let coding = (coding ?? "").lowercased().filter { $0 > " " }
    switch coding {
    case "", "identity": bytes = body
    case "gzip", "x-gzip", "deflate":
      let isZlib = body.count > 1 && body[0] & 15 == 8 && (Int(body[0]) << 8 | Int(body[1])) % 31 == 0
      let wrapper: Inflater.Wrapper = coding == "deflate" && !isZlib ? .bare : .headed
      guard let unpacked = Inflater.unpack(body, wrapper: wrapper, limit: limit) else { throw .tooLarge }
      guard unpacked.isWhole else { throw .damaged }
      bytes = unpacked.bytes
    default: throw .unknownCoding(coding)
    }
    guard bytes.count <= limit else { throw .tooLarge }
  }

  /// Undoes gzip where the bytes are such by themselves, as those of `sitemap.xml.gz` are; else gives them as they are.
  public func unpackedFile(limit: Int) throws(Failure) -> [UInt8] {
    guard bytes.starts(with: [0x1F, 0x8B]) else { return bytes }
    guard let unpacked = Inflater.unpack(bytes, limit: limit) else { throw .tooLarge }
    guard unpacked.isWhole else { throw .damaged }
    return unpacked.bytes
  }

  /// The body as a document with the address `url`; what `hints` says of it stays. Throws for what is no page. O(n).
  public func page(url: String, source: String, hints: RawDocument.Hints) throws(IntakeError) -> RawDocument {
    guard type.isPage || type.name.isEmpty else {
      throw IntakeError(place: url, reason: .malformed("is no page but \(type.name.prefix(80)); skipped"))
    }
    guard bytes.contains(where: { $0 > 0x20 }) else { throw IntakeError(place: url, reason: .empty) }
    let kind = ContentKind(head: Array(bytes.prefix(ContentKind.headLength)))
    guard kind == .html || kind == .flattened else { throw IntakeError(place: url, reason: .binary) }
    let (text, encoding) = Decoding.decode(bytes, declared: type.charset)
    if kind == .html, let fault = PageGuard.fault(text.bytes) {
      throw IntakeError(place: url, reason: .malformed(fault))
    }
    var hints = hints
    hints.url = url
    let origin = DocumentOrigin(source: source, name: url, options: DocumentStream.Options())
    return origin.document(
      text, type.isHTML || kind == .html ? .html : .flattened, sha256: sha256(bytes), encoding: encoding,
      original: bytes, hints: hints)
  }
}
