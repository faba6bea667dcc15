import NewsModel
import TextBytes

/// Fills in what a proposition holds: who takes part, when, with which words.
struct PropositionBuilder {
  let annotated: AnnotatedArticle
  let article: Int
  let entities: [StoryEntity]

  func make(_ span: TextSpan, form: Proposition.Form, sentence: Int, quotations: [Int]) -> Proposition {
    let reading = annotated.reading
    let range = reading.tokens(in: span)
    let inside = annotated.mentions.filter { span.contains($0.span) }
    let subject = SubjectFinder(annotated: annotated).subject(of: range, in: sentence)
    var participants = Set(inside.compactMap(\.entity))
    if let entity = subject?.entity { participants.insert(entity) }
    let part = reading.sentences[sentence].part
    let content = range.map { reading.tokens[$0] }.filter(isContent)
    return Proposition(
      passage: Passage(article: article, span: span), form: form, sentence: sentence, quotations: quotations,
      entities: participants.sorted(),
      speaker: form == .statement ? quotations.first.flatMap { annotated.quotations[$0].speaker?.entity } : nil,
      voices: Array(Set(quotations.flatMap { annotated.quotations[$0].chain.compactMap(\.entity) })).sorted(),
      times: annotated.times.filter { span.contains($0.span) }.compactMap(\.value),
      words: Array(Set(content.map(\.lemma))).sorted(), stems: Array(Set(content.map(stem))).sorted(),
      quantities: quantities(in: span), subject: subject?.span,
      wording: PropositionWording(annotated: annotated, entities: entities).wording(
        of: span, form, quotations, subject: subject, mentions: inside),
      isNegated: range.contains { reading.tokens[$0].classes.contains(.negation) },
      isPossible: range.contains { isPossibility(reading.tokens[$0]) }, counts: part == .body)
  }

  /// The hash of a word's first five letters.
  private func stem(_ token: Token) -> FoldHash {
    let bytes = annotated.reading.text.bytes
    var end = token.span.start
    var letters = 0
    while end < token.span.end, letters < 5 {
      end += 1
      while end < token.span.end, bytes[end] & 0xC0 == 0x80 { end += 1 }
      letters += 1
    }
    return FoldHash(bytes, TextSpan(token.span.start, end))
  }

  private func isPossibility(_ token: Token) -> Bool { token.classes.contains(.conditional) }

  /// The quantities in `span`, without those that are times.
  private func quantities(in span: TextSpan) -> [Quantity] {
    annotated.quantities.filter { quantity in
      span.contains(quantity.span) && !annotated.times.contains { $0.span.overlaps(quantity.span) }
    }
  }
}
