import Foundation
import NewsModel
import TextBytes

/// One input: opens it and tells by its content how it is to be read.
struct InputFile {
  let path: String
  /// Whether it is the only input, so that its ids need no folder.
  let isLone: Bool
  let options: DocumentStream.Options
  /// Whether a list of feeds named it; a list in a list is not followed.
  var isListed = false
  /// Whether `path` is only a name: bytes came from elsewhere, and no file is looked for, neither of this name nor beside it.
  var isInMemory = false

  /// A reader of the file, or of `given` in its place.
  func open(_ given: ByteSource? = nil) -> any RecordReader {
    do throws(IntakeError) {
      if let given { return try reader(for: given, origin: origin) }
      return try reader(for: try source(), origin: origin)
    } catch {
      return ReadRecords([.failure(error)])
    }
  }

  private var origin: DocumentOrigin {
    let name = path.split(separator: "/").last.map(String.init) ?? path
    return DocumentOrigin(source: path, name: isLone ? name : path, options: options, isInMemory: isInMemory)
  }

  private func source() throws(IntakeError) -> ByteSource {
    if path == "-" { return ByteSource(FileHandle.standardInput) }
    guard let type = FolderListing.type(of: path) else {
      throw IntakeError(place: path, reason: FolderListing.isBrokenLink(path) ? .brokenLink : .notFound)
    }
    guard type == .typeRegular else { throw IntakeError(place: path, reason: .notAFile) }
    do {
      return ByteSource(try FileHandle(forReadingFrom: URL(fileURLWithPath: path)))
    } catch {
      throw IntakeError(place: path, reason: .unreadable(error.localizedDescription))
    }
  }

  /// The reader for what `source` holds.
  func reader(for source: ByteSource, origin: DocumentOrigin) throws(IntakeError) -> any RecordReader {
    var source = source
    switch ContentKind(head: source.peek(ContentKind.headLength)) {
    case .gzip:
      guard !source.isCompressed else { throw IntakeError(place: path, reason: .binary) }
      source.unpack()
      return try reader(for: source, origin: origin)
    case .warc: return WARCReader(source, origin: origin)
    case .json: return try json(source, origin: origin)
    case .feed: return try whole(source, origin: origin, most: Self.mostFeed) { FeedReader(origin: origin).read($0) }
    case .html: return try whole(source, origin: origin) { [page($0, .html)] }
    case .flattened: return try whole(source, origin: origin) { [page($0, .flattened)] }
    case .arc: return ARCReader(source, origin: origin)
    case .otherXML(let root): return try xml(source, root: root, origin: origin)
    case .binary: throw IntakeError(place: path, reason: .binary)
    case .empty:
      if let damage = source.damage {
        throw IntakeError(place: path, reason: .damagedRecord(offset: damage.offset, damage.why))
      }
      throw IntakeError(place: path, reason: .empty)
    }
  }

  private func xml(_ source: ByteSource, root: String, origin: DocumentOrigin) throws(IntakeError) -> any RecordReader {
    let name = root.split(separator: ":").last.map(String.init) ?? root
    if NewsMLReader.roots.contains(name) {
      return try whole(source, origin: origin, most: Self.mostTree) { NewsMLReader(origin: origin).read($0) }
    }
    if SitemapReader.roots.contains(name) {
      return try whole(source, origin: origin, most: Self.mostTree) { SitemapReader(origin: origin).read($0) }
    }
    guard name == "opml", !isListed else {
      let what =
        name == "opml"
        ? "is a list of feeds that another list names; give it by itself"
        : "is XML with the root <\(root)>; give RSS, RDF, Atom, NewsML-G2, NITF, OPML or a page"
      throw IntakeError(place: path, reason: .malformed(what))
    }
    var source = source
    return OPMLReader(try load(&source, most: Self.mostTree).0, origin: origin)
  }

  /// XML is held as a whole, at ten times its size as a feed and at thirty as a tree: a larger one is refused unread.
  private static let mostFeed = 24 << 20
  private static let mostTree = 6 << 20

  private func json(_ source: ByteSource, origin: DocumentOrigin) throws(IntakeError) -> any RecordReader {
    var source = source
    guard WideText.layout(source.peek(ContentKind.headLength)) != nil else { return JSONReader(source, origin: origin) }
    let (bytes, _) = try load(&source)
    return JSONReader(ByteSource(Decoding.decode(bytes).text.bytes), origin: origin)
  }

  /// A reader of an input that must be held as a whole.
  private func whole(
    _ source: ByteSource, origin: DocumentOrigin, most: Int = .max,
    _ read: ([UInt8]) -> [Result<IntakeItem, IntakeError>]
  ) throws(IntakeError) -> any RecordReader {
    var source = source
    let (bytes, damage) = try load(&source, most: most)
    return ReadRecords(read(bytes) + (damage.map { [.failure($0)] } ?? []))
  }

  /// All bytes; a file above the limit is refused by its size, unread.
  private func load(_ source: inout ByteSource, most: Int = .max) throws(IntakeError) -> ([UInt8], damage: IntakeError?)
  {
    let limit = min(options.byteLimit, most)
    let size = path == "-" || isInMemory ? nil : FolderListing.size(of: path)
    func tooLarge(_ size: Int?) -> IntakeError {
      guard most < options.byteLimit else {
        return IntakeError(place: path, reason: .tooLarge(bytes: size, limit: limit))
      }
      return IntakeError(place: path, reason: .malformed("is XML of more than \(most >> 20) MB; split it"))
    }
    if let size, size > limit, !source.isCompressed { throw tooLarge(size) }
    guard !source.fill(limit + 1) else { throw tooLarge(nil) }
    let damage = source.damage.map { IntakeError(place: path, reason: .damagedRecord(offset: $0.offset, $0.why)) }
    return (source.take(source.available), damage)
  }

  private func page(_ bytes: [UInt8], _ form: RawDocument.Form) -> Result<IntakeItem, IntakeError> {
    let (text, encoding) = Decoding.decode(bytes)
    return .success(
      .document(origin.document(text, form, sha256: sha256(bytes), encoding: encoding, original: bytes)))
  }
}
