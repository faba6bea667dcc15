import NewsModel
import TextBytes

/// Reads an article that ``ArticleWriter`` wrote.
///
/// The decoded input is not part of the JSON; it is laid out anew from the pieces that are (title, deck, paragraphs, removals,
/// each with its position), with line breaks between them, so that every anchor resolves again.
public struct ArticleReader {
  /// Why JSON that looks like an article cannot be taken for one.
  public struct ContractError: Error, Hashable, CustomStringConvertible {
    /// What is wrong, and with which article.
    public let description: String
  }

  /// Makes a reader.
  public init() {}

  /// The article of `wire`. O(n).
  public func article(_ wire: WireArticle) throws(ContractError) -> Article {
    let body = Array(wire.text.unicodeScalars)
    for paragraph in wire.paragraphs
    where paragraph.start < 0 || paragraph.end > body.count || paragraph.start > paragraph.end {
      throw ContractError(
        description: "article \(wire.id): a paragraph lies outside its text; write it anew with `stemma read`")
    }
    let input = try layOut(wire, body)
    let text = SourceText([wire.title, wire.deck, wire.text].compactMap { $0 }.joined(separator: "\n\n"))
    var offset = 0
    func place(_ part: String?) -> TextSpan? {
      guard let part else { return nil }
      defer { offset += part.utf8.count + 2 }
      return TextSpan(offset, offset + part.utf8.count)
    }
    let title = place(wire.title)
    let deck = place(wire.deck)
    let bodySpan = place(wire.text) ?? TextSpan(0, 0)
    let bodyIndex = CodePointIndex(SourceText(wire.text))
    let inputIndex = CodePointIndex(input)
    func source(_ start: Int, _ end: Int) -> TextSpan {
      let lower = inputIndex.byte(atCodePoint: max(0, start))
      return TextSpan(lower, max(lower, inputIndex.byte(atCodePoint: max(0, end))))
    }
    return Article(
      id: ID(wire.id), source: wire.source, sha256: wire.sha256, encoding: wire.encoding, input: input, text: text,
      title: title, deck: deck, body: bodySpan,
      paragraphs: wire.paragraphs.map { paragraph in
        Paragraph(
          span: TextSpan(
            bodySpan.start + bodyIndex.byte(atCodePoint: paragraph.start),
            bodySpan.start + bodyIndex.byte(atCodePoint: paragraph.end)),
          source: paragraph.source.map { source($0.start, $0.end) }, isHeading: paragraph.heading ?? false,
          line: paragraph.line ?? 1)
      },
      removed: wire.removed.map {
        Removal(span: source($0.start, $0.end), reason: .init(rawValue: $0.reason) ?? .other)
      },
      language: wire.language.map { LanguageCode($0) }, metadata: metadata(wire, source))
  }

  /// The pieces of the input at their places, in code points; line feeds where nothing is known to stand.
  private func layOut(_ wire: WireArticle, _ body: [Unicode.Scalar]) throws(ContractError) -> SourceText {
    let ranges =
      wire.removed.map { ($0.start, $0.end) } + wire.at.values.joined().map { ($0.start, $0.end) }
      + wire.paragraphs.flatMap { $0.source.map { ($0.start, $0.end) } }
    guard ranges.allSatisfy({ $0.0 >= 0 && $0.0 <= $0.1 && $0.1 <= 1 << 26 }) else {
      throw ContractError(
        description: "article \(wire.id): an anchor lies outside the input; write it anew with `stemma read`")
    }
    var pieces: [(start: Int, scalars: [Unicode.Scalar])] = wire.removed.map {
      ($0.start, Array($0.exact.unicodeScalars))
    }
    for anchors in wire.at.values { pieces += anchors.map { ($0.start, Array($0.exact.unicodeScalars)) } }
    for paragraph in wire.paragraphs {
      var taken = paragraph.start
      for range in paragraph.source {
        let length = max(0, min(range.end - range.start, paragraph.end - taken))
        pieces.append((range.start, Array(body[taken..<(taken + length)])))
        taken += length
      }
    }
    let length = pieces.map { $0.start + $0.scalars.count }.max() ?? 0
    guard pieces.allSatisfy({ $0.start >= 0 }), length <= 1 << 26 else {
      throw ContractError(
        description: "article \(wire.id): an anchor lies outside the input; write it anew with `stemma read`")
    }
    var scalars = [Unicode.Scalar](repeating: "\n", count: length)
    for piece in pieces {
      scalars.replaceSubrange(piece.start..<(piece.start + piece.scalars.count), with: piece.scalars)
    }
    var string = String.UnicodeScalarView()
    string.append(contentsOf: scalars)
    return SourceText(String(string))
  }

  private func metadata(_ wire: WireArticle, _ source: (Int, Int) -> TextSpan) -> Metadata {
    var metadata = Metadata()
    metadata.url = wire.url
    metadata.canonicalURL = wire.canonicalUrl
    metadata.section = wire.section
    metadata.outlet = wire.outlet.map { Outlet(name: $0.name, group: $0.group, evidence: $0.evidence) }
    metadata.byline = wire.byline
    metadata.agency = wire.agency
    metadata.dateline = wire.dateline.map {
      Dateline(place: $0.place, date: $0.date.flatMap { CalendarDate(iso: $0) }, agency: $0.agency)
    }
    metadata.published = wire.published.flatMap { publication in
      publication.value.flatMap { Timestamp(iso: $0) }.map {
        Publication(
          value: $0, from: .init(rawValue: publication.from) ?? .metadata,
          because: (publication.because ?? []).map { source($0.start, $0.end) })
      }
    }
    metadata.modified = wire.modified.flatMap { Timestamp(iso: $0) }
    metadata.fetched = wire.fetched.flatMap { Timestamp(iso: $0) }
    metadata.paywalled = wire.paywalled
    metadata.aiDisclosure = wire.aiDisclosure.map { source($0.start, $0.end) }
    for (key, anchors) in wire.at {
      guard let field = Metadata.Field(rawValue: key) else { continue }
      metadata.at[field] = anchors.map { source($0.start, $0.end) }
    }
    return metadata
  }
}
