import NewsModel
import TextBytes

extension StorySource {
  /// The words of a passage as a report shows them: without the conjunction or the mark that ties them to what stands before. What
  /// is left is still one stretch of the article.
  func shown(_ passage: Passage) -> String {
    guard holds(passage) else { return "" }
    let annotated = story.articles[passage.article]
    let span = annotated.reading.withoutLooseEnds(passage.span)
    return withMarksClosed(clean(annotated.article.text[span]))
  }

  /// A claim's words: a passage, or what was built from one.
  func shown(_ claim: Claim) -> String {
    clean(claim.text) == words(claim.textAt) ? shown(claim.textAt) : withMarksClosed(clean(claim.text))
  }

  /// Whether the words stand inside quotation marks in the article.
  func isQuoted(_ passage: Passage) -> Bool {
    holds(passage)
      && story.articles[passage.article].quotations.contains { quotation in
        quotation.quoted.contains { $0.contains(passage.span) }
      }
  }

  /// The paragraph (or title) around a passage, in three parts.
  func surroundings(of passage: Passage) -> (before: String, words: String, after: String) {
    guard holds(passage) else { return ("", "", "") }
    let article = story.articles[passage.article].article
    var home = article.span(of: article.place(of: passage.span)) ?? passage.span
    if article.place(of: passage.span) == .text, let index = lines[passage.article].paragraph(at: passage.span.start) {
      home = article.paragraphs[index].span
    }
    home = home.union(passage.span)
    return (
      clean(article.text[TextSpan(home.start, passage.span.start)], keepsEnds: true), clean(article.text[passage.span]),
      clean(article.text[TextSpan(passage.span.end, home.end)], keepsEnds: true)
    )
  }
}

extension Reading {
  /// `span` without coordinators ("and") at its ends, a leading complementizer ("that") and loose punctuation; whole where nothing
  /// else is left.
  func withoutLooseEnds(_ span: TextSpan) -> TextSpan {
    let range = tokens(in: span)
    var first = range.lowerBound
    while first < range.upperBound, isLeadIn(tokens[first]) { first += 1 }
    guard first < range.upperBound else { return span }
    var last = range.upperBound - 1
    while last > first, isLeadOut(tokens[last]) { last -= 1 }
    let lower = first > range.lowerBound ? tokens[first].span.start : span.start
    let upper = last < range.upperBound - 1 ? tokens[last].span.end : span.end
    return TextSpan(lower, max(lower, upper))
  }

  private func isLeadOut(_ token: Token) -> Bool {
    switch token.kind {
    case .separator, .dash, .openBracket: true
    case .word: token.classes.contains(.coordinator)
    default: false
    }
  }

  private func isLeadIn(_ token: Token) -> Bool {
    switch token.kind {
    case .separator, .dash, .terminal, .closeBracket, .closeQuote: return true
    case .word:
      // A capital begins a sentence, whose first word is part of it.
      if token.shape.contains(.capitalized) { return false }
      if token.classes.contains(.coordinator) { return true }
      return token.classes.contains(.subordinator)
        && !token.classes.isDisjoint(with: [.relative, .determiner, .pronoun])
        && token.classes.isDisjoint(with: [.preposition, .adverb])
    default: return false
    }
  }
}
