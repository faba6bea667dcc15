import NewsModel
import TextBytes

/// A paragraph's own words, with the dateline that stands before them and the wire credit that stands behind them.
struct ParagraphParts {
  var span: TextSpan
  var dateline: (reading: DatelineReader.Reading, cut: TextSpan)?
  var credit: (agencies: [String], cut: TextSpan)?

  /// What was cut, with the reasons.
  var removed: [Removal] {
    [dateline.map { Removal(span: $0.cut, reason: .dateline) }, credit.map { Removal(span: $0.cut, reason: .credit) }]
      .compactMap { $0 }
  }
}

extension Page {
  /// The parts of the paragraph that `line` is.
  func parts(of line: PageLine, mayHaveDateline: Bool) -> ParagraphParts {
    var parts = ParagraphParts(span: line.span)
    if mayHaveDateline, let found = DatelineReader(page: self).read(line) {
      let cut = span(of: found.tokens)
      parts.dateline = (found, cut)
      parts.span = text.trimmed(TextSpan(cut.end, parts.span.end))
    }
    if let found = CreditReader(page: self).read(line) {
      let cut = TextSpan(tokens[found.tokens.lowerBound].span.start, parts.span.end)
      if cut.start > parts.span.start {
        parts.credit = (found.agencies, cut)
        parts.span = text.trimmed(TextSpan(parts.span.start, cut.start))
      }
    }
    return parts
  }
}
