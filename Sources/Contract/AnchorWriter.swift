import NewsModel
import TextBytes

/// Turns byte spans of one article into the contract's anchors.
struct AnchorWriter {
  let article: Article
  /// Whether anchors name their article, as they do in a story.
  let namesArticle: Bool
  private let text: CodePointIndex
  private let input: CodePointIndex

  init(_ article: Article, namesArticle: Bool) {
    self.article = article
    self.namesArticle = namesArticle
    text = CodePointIndex(article.text)
    input = CodePointIndex(article.input)
  }

  /// An anchor in title, deck or body. A span that leaves its part is cut off at the part's end.
  func anchor(_ span: TextSpan) -> WireAnchor {
    let place = article.place(of: span)
    let home = article.span(of: place) ?? article.body
    let base = text.codePoint(atByte: home.start)
    let lower = max(span.start, home.start)
    let upper = max(lower, min(span.end, home.end))
    return WireAnchor(
      start: text.codePoint(atByte: lower) - base, end: text.codePoint(atByte: upper) - base,
      exact: article.text[TextSpan(lower, upper)], in: place == .text ? nil : place.rawValue,
      article: namesArticle ? article.id.raw : nil)
  }

  /// An anchor in the decoded input.
  func source(_ span: TextSpan) -> WireAnchor {
    WireAnchor(
      start: input.codePoint(atByte: span.start), end: input.codePoint(atByte: span.end), exact: article.input[span],
      in: "source", article: namesArticle ? article.id.raw : nil)
  }

  /// Code points of a body span, without its words.
  func range(_ span: TextSpan) -> WireArticle.Range {
    let base = text.codePoint(atByte: article.body.start)
    return WireArticle.Range(
      start: text.codePoint(atByte: span.start) - base, end: text.codePoint(atByte: span.end) - base)
  }

  /// Code points of an input span, without its words.
  func sourceRange(_ span: TextSpan) -> WireArticle.Range {
    WireArticle.Range(start: input.codePoint(atByte: span.start), end: input.codePoint(atByte: span.end))
  }
}

extension ArticleWriter {
  /// The anchor of a span of the article's text. O(length of the span).
  public func anchor(_ span: TextSpan) -> WireAnchor { anchors.anchor(span) }
}
