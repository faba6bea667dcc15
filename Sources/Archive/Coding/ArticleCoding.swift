import NewsModel
import TextBytes

/// An article without its texts, which are kept beside it.
struct ArticleLayout: Coded {
  var title: TextSpan?
  var deck: TextSpan?
  var body: TextSpan
  var paragraphs: [Paragraph]
  var removed: [Removal]
  var language: LanguageCode?
  var metadata: Metadata

  init(_ article: Article) {
    title = article.title
    deck = article.deck
    body = article.body
    paragraphs = article.paragraphs
    removed = article.removed
    language = article.language
    metadata = article.metadata
  }

  func write(to writer: inout ByteWriter) {
    writer.optional(title)
    writer.optional(deck)
    writer.span(body)
    // Texts and inputs run side by side: each kind of span follows its own kind.
    writer.spans(paragraphs.map(\.span))
    writer.list(paragraphs) { writer, paragraph in
      writer.spans(paragraph.source)
      writer.flag(paragraph.isHeading)
    }
    writer.list(LineSteps.steps(of: paragraphs)) { $0.number($1) }
    writer.list(removed)
    writer.optional(language?.code)
    metadata.write(to: &writer)
  }

  init(from reader: inout ByteReader) throws(ByteReader.Damage) {
    title = try reader.optionalSpan()
    deck = try reader.optionalSpan()
    body = try reader.span()
    let spans = try reader.spans()
    let rest = try reader.list { (reader: inout ByteReader) throws(ByteReader.Damage) in
      (try reader.spans(), try reader.flag())
    }
    let lines = LineSteps.lines(try reader.numbers())
    paragraphs = zip(zip(spans, rest), lines).map {
      Paragraph(span: $0.0, source: $0.1.0, isHeading: $0.1.1, line: $1)
    }
    removed = try reader.list()
    language = try reader.optionalString().map { LanguageCode($0) }
    metadata = try reader.value()
  }

  /// The article of `document`, whose text is `text`.
  func article(name: String, document: RawDocument, text: SourceText) -> Article {
    Article(
      id: ID(name), source: document.source, sha256: document.sha256, encoding: document.encoding,
      input: document.input, text: text, title: title, deck: deck, body: body, paragraphs: paragraphs,
      removed: removed, language: language, metadata: metadata)
  }
}

/// The lines of paragraphs, each as a step from the one before.
private enum LineSteps {
  static func steps(of paragraphs: [Paragraph]) -> [Int] {
    var last = 0
    return paragraphs.map { paragraph in
      defer { last = paragraph.line }
      return paragraph.line &- last
    }
  }
  static func lines(_ steps: [Int]) -> [Int] {
    var last = 0
    return steps.map { step in
      last &+= step
      return last
    }
  }
}

extension Removal: Coded {
  func write(to writer: inout ByteWriter) {
    writer.span(span)
    writer.word(reason)
  }
  init(from reader: inout ByteReader) throws(ByteReader.Damage) {
    self.init(span: try reader.span(), reason: try reader.word(or: .other))
  }
}

extension Metadata: Coded {
  func write(to writer: inout ByteWriter) {
    for text in [url, canonicalURL, section, outlet?.name, outlet?.group, outlet?.evidence] { writer.optional(text) }
    writer.strings(byline)
    writer.strings(agency)
    writer.flag(dateline != nil)
    if let dateline {
      for text in [dateline.place, dateline.date?.description, dateline.agency] { writer.optional(text) }
    }
    writer.optional(published)
    writer.optional(modified?.description)
    writer.optional(fetched?.description)
    writer.flag(paywalled)
    writer.optional(aiDisclosure)
    writer.list(at.sorted { $0.key.rawValue < $1.key.rawValue }) { writer, field in
      writer.word(field.key)
      writer.spans(field.value)
    }
  }

  init(from reader: inout ByteReader) throws(ByteReader.Damage) {
    self.init()
    url = try reader.optionalString()
    canonicalURL = try reader.optionalString()
    section = try reader.optionalString()
    let (name, group, evidence) = (
      try reader.optionalString(), try reader.optionalString(), try reader.optionalString()
    )
    outlet = name.map { Outlet(name: $0, group: group, evidence: evidence ?? "") }
    byline = try reader.strings()
    agency = try reader.strings()
    if try reader.flag() {
      let (place, date, agency) = (
        try reader.optionalString(), try reader.optionalString(), try reader.optionalString()
      )
      dateline = Dateline(place: place, date: date.flatMap { CalendarDate(iso: $0) }, agency: agency)
    }
    published = try reader.optional()
    modified = try reader.optionalString().flatMap { Timestamp(iso: $0) }
    fetched = try reader.optionalString().flatMap { Timestamp(iso: $0) }
    paywalled = try reader.flag()
    aiDisclosure = try reader.optionalSpan()
    let fields = try reader.list { (reader: inout ByteReader) throws(ByteReader.Damage) in
      (try reader.string(), try reader.spans())
    }
    for (name, spans) in fields { if let field = Field(rawValue: name) { at[field] = spans } }
  }
}

extension Publication: Coded {
  func write(to writer: inout ByteWriter) {
    writer.string(value.description)
    writer.word(from)
    writer.spans(because)
  }
  init(from reader: inout ByteReader) throws(ByteReader.Damage) {
    let text = try reader.string()
    let source = try reader.string()
    let spans = try reader.spans()
    // A date that no calendar has was never written.
    let value = Timestamp(iso: text) ?? Timestamp(CalendarDate(year: 1)!)
    self.init(value: value, from: Source(rawValue: source) ?? .metadata, because: spans)
  }
}
