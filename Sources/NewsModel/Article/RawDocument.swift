import TextBytes

/// A document as it came in, before anything was understood.
public struct RawDocument: Sendable {
  /// How the content is to be read.
  public enum Form: String, Sendable, Hashable {
    /// The body alone, clean already.
    case text
    /// A page flattened to text, with all its furniture.
    case flattened
    /// HTML.
    case html
  }
  /// What the container (feed, WARC, JSON, command line) tells about the document. What is absent is nil or empty.
  public struct Hints: Sendable, Hashable {
    /// The address that the document was fetched from.
    public var url: String?
    /// The headline that the container gives; a title that stands on the page itself is preferred to it.
    public var title: String?
    /// The name of the publisher.
    public var outlet: String?
    /// The authors, a name each.
    public var byline: [String] = []
    /// When it was published, as precise as the container has it.
    public var published: Timestamp?
    /// Whether `published` was given by the caller (`--published`), not by the container.
    public var publishedByCaller = false
    /// When it was last changed, as the container says.
    public var modified: Timestamp?
    /// When it was fetched; what "2d ago" is counted from.
    public var fetched: Timestamp?
    /// The language that the container names.
    public var language: LanguageCode?
    /// The section that it was published in ("World").
    public var section: String?
    /// Makes hints that tell nothing.
    public init() {}
  }
  /// The id of the article to be: path, URL, or either with `#n`.
  public var id: String
  /// Where it came from, as given: a path, or `-`.
  public var source: String
  /// The SHA-256 of the bytes as they came, in lower-case hexadecimal.
  public var sha256: String
  /// The name of the encoding that the bytes were decoded from (WHATWG label in lower case).
  public var encoding: String
  /// The decoded input.
  public var input: SourceText
  /// The bytes as they came, where they are not those of `input`: another encoding, a byte order mark. ``sha256`` is of them.
  public var original: [UInt8]?
  /// How to read it.
  public var form: Form
  /// What came with it.
  public var hints: Hints

  /// Makes a document.
  public init(
    id: String, source: String, sha256: String, encoding: String, input: SourceText, form: Form, hints: Hints = Hints()
  ) {
    self.id = id
    self.source = source
    self.sha256 = sha256
    self.encoding = encoding
    self.input = input
    self.form = form
    self.hints = hints
  }
}
