import NewsModel

/// One thing that an input holds.
public enum IntakeItem: Sendable {
  /// A document to be extracted.
  case document(RawDocument)
  /// A line of JSON that Stemma itself wrote (`read`, `annotate`): an article already.
  case articleJSON(String, place: String)
}

/// Reads inputs one after the other; each gives documents or an error, and an error does not stop the others.
///
/// What an input is shows in its bytes, not in its name: flattened text, HTML, WARC, a feed, JSON or JSONL, any of them in gzip.
/// ```swift
/// var stream = DocumentStream(["inbox", "page.html"])
/// while let item = stream.next() { … }
/// ```
public struct DocumentStream: Sendable {
  /// What the caller sets for all documents.
  public struct Options: Sendable {
    /// The publication date of documents that carry none.
    public var published: Timestamp?
    /// The day on which documents without such a note were fetched.
    public var fetched: Timestamp?
    /// The largest document that is read, in bytes; at most 1 GB.
    public var byteLimit = 64 * 1_048_576
    /// Makes options that set nothing.
    public init() {}
  }

  private var pending: [String]
  private var reader: (any RecordReader)?
  private var ids = UniqueIDs()
  private let options: Options
  private let isLoneInput: Bool
  /// How far the stream has come.
  public private(set) var position = StreamPosition()

  /// Makes a stream over `inputs`: paths of files or folders, or `-` for standard input.
  public init(_ inputs: [String], options: Options = Options()) {
    pending = inputs.reversed()
    isLoneInput = inputs.count == 1
    var options = options
    options.byteLimit = min(max(options.byteLimit, 1), 1 << 30)
    self.options = options
  }

  /// Makes a stream over bytes in memory, which are read as a file called `name` would be. No file is opened, whatever the bytes name.
  public init(bytes: [UInt8], name: String, options: Options = Options()) {
    self.init([], options: options)
    reader = InputFile(path: name, isLone: true, options: self.options, isInMemory: true).open(ByteSource(bytes))
  }

  /// The next document or error; nil at the end. Memory is bounded by one document: containers are read record by record.
  /// Ids are unique over the stream: a second document of the same id gets `#2`.
  public mutating func next() -> Result<IntakeItem, IntakeError>? {
    while true {
      if let item = reader?.next() {
        position.pass(item)
        return unique(item)
      }
      guard let input = pending.popLast() else { return nil }
      reader = open(input)
    }
  }

  /// Passes over what was read before, up to `goal`, without giving it. False where the inputs are no longer the same: then
  /// the stream has passed over something else. It reads the inputs again, but nothing is extracted.
  public mutating func skip(to goal: StreamPosition) -> Bool {
    while position.records < goal.records {
      if next() == nil { return false }
    }
    return position == goal
  }

  private mutating func open(_ input: String) -> any RecordReader {
    if input != "-", FolderListing.isFolder(input) {
      let files = FolderListing.files(in: input)
      pending += files.reversed()
      return ReadRecords(files.isEmpty ? [.failure(IntakeError(place: input, reason: .noDocuments))] : [])
    }
    // A folder's only file is named by its path, as its sisters would be.
    let isLoneFile = isLoneInput && pending.isEmpty && reader == nil
    return InputFile(path: input, isLone: isLoneFile, options: options).open()
  }

  private mutating func unique(_ item: Result<IntakeItem, IntakeError>) -> Result<IntakeItem, IntakeError> {
    guard case .success(.document(var document)) = item else { return item }
    if document.form == .html, let what = PageGuard.fault(document.input.bytes) {
      return .failure(IntakeError(place: document.source, reason: .malformed(what)))
    }
    document.id = ids.unique(document.id)
    return .success(.document(document))
  }
}
