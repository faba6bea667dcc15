import Foundation
import NewsModel
import TextBytes

/// One thing that an input holds.
public enum IntakeItem: Sendable {
  /// A document to be extracted.
  case document(RawDocument)
  /// A line of JSON that Stemma itself wrote (`read`, `annotate`): an article already.
  case articleJSON(String, place: String)
}

/// Reads inputs one after the other; each gives documents or an error, and an error does not stop the others.
public struct DocumentStream: Sendable {
  /// What the caller sets for all documents.
  public struct Options: Sendable {
    /// The publication date of documents that carry none.
    public var published: Timestamp?
    /// The day on which documents without such a note were fetched.
    public var fetched: Timestamp?
    /// The largest document that is read, in bytes.
    public var byteLimit = 64 * 1_048_576
    /// Makes options that set nothing.
    public init() {}
  }

  private var pending: [String]
  private var ready: [Result<IntakeItem, IntakeError>] = []
  private let options: Options

  /// Makes a stream over `inputs`: paths of files or folders, or `-` for standard input.
  public init(_ inputs: [String], options: Options = Options()) {
    pending = Array(inputs.reversed())
    self.options = options
  }

  /// The next document or error; nil at the end. Memory is bounded by one input document (and its container's current record).
  public mutating func next() -> Result<IntakeItem, IntakeError>? {
    while ready.isEmpty {
      guard let input = pending.popLast() else { return nil }
      open(input)
    }
    return ready.removeFirst()
  }

  private mutating func open(_ input: String) {
    let type = FolderListing.type(of: input)
    guard input == "-" || type != nil else {
      ready.append(.failure(IntakeError(place: input, reason: .notFound)))
      return
    }
    if type == .typeDirectory {
      let files = FolderListing.files(in: input)
      if files.isEmpty { ready.append(.failure(IntakeError(place: input, reason: .noDocuments))) }
      pending += files.reversed()
    } else {
      ready = FileReader(options: options).read(input)
    }
  }
}

/// The files below a folder, sorted by path; what begins with a point is passed over.
enum FolderListing {
  /// What stands at `path`, links followed; nil for nothing.
  static func type(of path: String) -> FileAttributeType? {
    let real = URL(fileURLWithPath: path).resolvingSymlinksInPath().path
    return try? FileManager.default.attributesOfItem(atPath: real)[.type] as? FileAttributeType
  }

  static func files(in folder: String) -> [String] {
    guard let walk = FileManager.default.enumerator(atPath: folder) else { return [] }
    var files: [String] = []
    for case let path as String in walk where !path.split(separator: "/").contains(where: { $0.hasPrefix(".") }) {
      let full = folder.hasSuffix("/") ? folder + path : folder + "/" + path
      if type(of: full) == .typeRegular { files.append(full) }
    }
    return files.sorted()
  }
}

/// Reads one file and tells by its content what it is.
struct FileReader {
  let options: DocumentStream.Options

  func read(_ path: String) -> [Result<IntakeItem, IntakeError>] {
    do throws(IntakeError) {
      let bytes = try load(path)
      return try documents(in: bytes, place: path)
    } catch {
      return [.failure(error)]
    }
  }

  private func load(_ path: String) throws(IntakeError) -> [UInt8] {
    if path == "-" { return [UInt8](FileHandle.standardInput.readDataToEndOfFile()) }
    let size = (try? FileManager.default.attributesOfItem(atPath: path)[.size] as? Int) ?? 0
    guard size <= options.byteLimit else {
      throw IntakeError(place: path, reason: .tooLarge(bytes: size, limit: options.byteLimit))
    }
    do {
      return [UInt8](try Data(contentsOf: URL(fileURLWithPath: path)))
    } catch {
      throw IntakeError(place: path, reason: .unreadable(error.localizedDescription))
    }
  }

  private func documents(in bytes: [UInt8], place: String) throws(IntakeError) -> [Result<IntakeItem, IntakeError>] {
    guard bytes.contains(where: { $0 > 0x20 }) else { throw IntakeError(place: place, reason: .empty) }
    guard !ContentKind.isBinary(bytes) else { throw IntakeError(place: place, reason: .binary) }
    let (text, encoding) = Decoding.decode(bytes)
    switch ContentKind(text) {
    case .json: return JSONDocuments(options: options).read(text, place: place)
    case .html: return [.success(.document(document(text, bytes, encoding, .html, place)))]
    case .text: return [.success(.document(document(text, bytes, encoding, .flattened, place)))]
    }
  }

  private func document(
    _ text: SourceText, _ bytes: [UInt8], _ encoding: String, _ form: RawDocument.Form, _ place: String
  ) -> RawDocument {
    var hints = RawDocument.Hints()
    hints.published = options.published
    hints.publishedByCaller = options.published != nil
    hints.fetched = options.fetched
    return RawDocument(
      id: place, source: place, sha256: sha256(bytes), encoding: encoding, input: text, form: form, hints: hints)
  }
}

/// What a text is, told by how it begins.
enum ContentKind {
  case text, html, json

  /// Judges by the first bytes and, for HTML, by how many tags stand in the first 4 KB.
  init(_ text: SourceText) {
    let head = text.bytes.prefix(4096).drop { $0 <= 0x20 }
    let opening = String(decoding: head.prefix(64), as: UTF8.self).lowercased()
    if opening.hasPrefix("{") || opening.hasPrefix("[{") || opening.hasPrefix("[\n") {
      self = .json
    } else if opening.hasPrefix("<!doctype html") || opening.hasPrefix("<html") || opening.hasPrefix("<!--")
      || head.filter({ $0 == UInt8(ascii: "<") }).count > 12
    {
      self = .html
    } else {
      self = .text
    }
  }

  /// Whether the bytes are no text: NUL bytes (outside UTF-16), or many control characters.
  static func isBinary(_ bytes: [UInt8]) -> Bool {
    if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) { return false }
    let head = bytes.prefix(8192)
    let controls = head.filter { $0 < 0x09 || ($0 > 0x0D && $0 < 0x20 && $0 != 0x1B) }.count
    return head.contains(0) || controls * 20 > head.count
  }
}
