import NewsModel
import TextBytes

/// Collects title, deck and paragraphs, and writes the article's text.
struct Assembly {
  /// The text that spans are given in.
  let input: SourceText
  /// From that text to the input.
  let map: SourceMap
  private var bytes: [UInt8] = []
  private(set) var title: TextSpan?
  private(set) var deck: TextSpan?
  private(set) var paragraphs: [Paragraph] = []
  /// The spans of the input that are in the text.
  private(set) var kept: [TextSpan] = []
  private var bodyStart: Int?

  init(_ input: SourceText, map: SourceMap = .identity) {
    self.input = input
    self.map = map
  }

  private mutating func append(_ added: some Sequence<UInt8>) -> TextSpan {
    if !bytes.isEmpty { bytes.append(contentsOf: [0x0A, 0x0A]) }
    let start = bytes.count
    bytes.append(contentsOf: added)
    return TextSpan(start, bytes.count)
  }

  mutating func addTitle(_ span: TextSpan) {
    title = append(input.bytes[span.range])
    kept.append(span)
  }
  /// A title that the input does not hold.
  mutating func addTitle(_ words: String) { title = append(words.utf8) }
  mutating func addDeck(_ span: TextSpan) {
    deck = append(input.bytes[span.range])
    kept.append(span)
  }

  /// Adds a paragraph made of spans of the input, joined by single blanks.
  mutating func addParagraph(_ source: [TextSpan], isHeading: Bool, line: Int) {
    var words: [UInt8] = []
    for span in source {
      if !words.isEmpty { words.append(0x20) }
      words.append(contentsOf: input.bytes[span.range])
    }
    let span = append(words)
    bodyStart = bodyStart ?? span.start
    paragraphs.append(Paragraph(span: span, source: source.flatMap { map.spans($0) }, isHeading: isHeading, line: line))
    kept.append(contentsOf: source)
  }

  var text: SourceText { SourceText(repairing: bytes) }
  var body: TextSpan { TextSpan(bodyStart ?? bytes.count, bytes.count) }

  /// The removals told, and `other` for every stretch of the input that no one has accounted for.
  func removals(_ told: [Removal], in regions: [TextSpan]) -> [Removal] {
    var all = told
    let taken = (told.map(\.span) + kept).sorted()
    for region in regions {
      var at = region.start
      for span in taken where span.overlaps(region) {
        if span.start > at { addOther(TextSpan(at, span.start), to: &all) }
        at = max(at, span.end)
      }
      if at < region.end { addOther(TextSpan(at, region.end), to: &all) }
    }
    return all.sorted { $0.span < $1.span }
  }

  private func addOther(_ span: TextSpan, to all: inout [Removal]) {
    let span = input.trimmed(span)
    if !span.isEmpty { all.append(Removal(span: span, reason: .other)) }
  }
}
