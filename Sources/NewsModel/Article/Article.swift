import TextBytes

/// A clean, dated, attributed article, and all that was cut from it.
///
/// `input` is what came in; `text` is what is read: title, deck and body, each set off from the next by a blank line, and
/// every annotation is a span of `text`. ``place(of:)`` tells in which of the three a span lies.
public struct Article: Sendable {
  /// The id that the input gives, else its path as given or its URL, with `#n` for the n-th record of a container.
  /// Corrections and anchors name the article by it.
  public var id: ID<Article>
  /// The path or address as given.
  public var source: String
  /// SHA-256 of the bytes as they came, lower-case hexadecimal.
  public var sha256: String
  /// The encoding that was decoded.
  public var encoding: String
  /// The decoded input.
  public var input: SourceText
  /// Title, deck and body: the text that annotators read.
  public var text: SourceText
  /// Where in `text` the title stands.
  public var title: TextSpan?
  /// Where in `text` the deck stands.
  public var deck: TextSpan?
  /// Where in `text` the body stands; empty where there is none.
  public var body: TextSpan
  /// The paragraphs of the body, in order, with subheads among them.
  public var paragraphs: [Paragraph]
  /// What was cut from the input, in order, with reasons.
  public var removed: [Removal]
  /// The language of the text; nil where there is too little text to tell.
  public var language: LanguageCode?
  /// What the page, its container and its sisters tell about it.
  public var metadata: Metadata

  /// Makes an article.
  public init(
    id: ID<Article>, source: String, sha256: String, encoding: String, input: SourceText, text: SourceText,
    title: TextSpan? = nil, deck: TextSpan? = nil, body: TextSpan, paragraphs: [Paragraph] = [],
    removed: [Removal] = [], language: LanguageCode? = nil, metadata: Metadata = Metadata()
  ) {
    self.id = id
    self.source = source
    self.sha256 = sha256
    self.encoding = encoding
    self.input = input
    self.text = text
    self.title = title
    self.deck = deck
    self.body = body
    self.paragraphs = paragraphs
    self.removed = removed
    self.language = language
    self.metadata = metadata
  }

  /// Which text a span of ``text`` lies in.
  public enum Place: String, Sendable, Hashable { case text, title, deck }
  /// The place of `span`. O(1).
  public func place(of span: TextSpan) -> Place {
    if let title, title.contains(span) { return .title }
    if let deck, deck.contains(span) { return .deck }
    return .text
  }
  /// The span of `text` at which `place` begins and ends; nil where the article has no such part.
  public func span(of place: Place) -> TextSpan? {
    switch place {
    case .title: title
    case .deck: deck
    case .text: body
    }
  }
}

/// A paragraph of the body.
public struct Paragraph: Hashable, Sendable {
  /// Where it stands in the article's text.
  public var span: TextSpan
  /// Where its words stand in the input; several spans where markup interrupts it or a part of the line was cut.
  public var source: [TextSpan]
  /// Whether it is a subhead of the story.
  public var isHeading: Bool
  /// The line of the input on which it begins, counted from 1 with blank lines.
  public var line: Int
  /// Makes a paragraph.
  public init(span: TextSpan, source: [TextSpan], isHeading: Bool = false, line: Int) {
    self.span = span
    self.source = source
    self.isHeading = isHeading
    self.line = line
  }
}

/// A stretch of the input that is not the article, kept with the reason why it was cut.
public struct Removal: Hashable, Sendable {
  /// The reasons of the JSON contract.
  public enum Reason: String, Sendable, Hashable, CaseIterable {
    case navigation, section, subscribe, advert, related, caption, credit, byline, date, dateline, outlet, embed,
      comments
    case disclaimer, correction, share, interface, duplicate, other
  }
  /// Where it stands in the input.
  public var span: TextSpan
  /// Why it was cut.
  public var reason: Reason
  /// Makes a removal.
  public init(span: TextSpan, reason: Reason) {
    self.span = span
    self.reason = reason
  }
}
