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
    let subject = inheritedSubject(of: range, in: sentence)
    var participants = Set(inside.compactMap(\.entity))
    if opensWithPredicate(range), let entity = subject?.entity { participants.insert(entity) }
    let part = reading.sentences[sentence].part
    let content = range.map { reading.tokens[$0] }.filter(isContent)
    return Proposition(
      passage: Passage(article: article, span: span), form: form, sentence: sentence, quotations: quotations,
      entities: participants.sorted(),
      speaker: form == .statement ? quotations.first.flatMap { annotated.quotations[$0].speaker?.entity } : nil,
      voices: Array(Set(quotations.flatMap { annotated.quotations[$0].chain.compactMap(\.entity) })).sorted(),
      times: annotated.times.filter { span.contains($0.span) }.compactMap(\.value),
      words: Array(Set(content.map(\.lemma))).sorted(), stems: Array(Set(content.map(stem))).sorted(),
      quantities: quantities(in: span),
      wording: wording(
        of: span, form, quotations, subject: opensWithPredicate(range) ? subject : nil, mentions: inside),
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

  /// A clause that begins without a subject takes the one of the sentence: its first mention.
  private func inheritedSubject(of range: Range<Int>, in sentence: Int) -> Mention? {
    let reading = annotated.reading
    let frame = reading.sentences[sentence]
    guard range.lowerBound > frame.tokens.lowerBound, let first = range.first else { return nil }
    let opening = reading.tokens[first].classes
    let lacksSubject = !opening.isDisjoint(with: [
      .gerund, .finite, .participle, .relative, .auxiliary, .preposition, .adverb,
    ])
    guard lacksSubject else { return nil }
    return annotated.mentions.first {
      frame.span.contains($0.span) && $0.span.end <= reading.tokens[first].span.start && $0.entity != nil
    }
  }

  /// Whether a clause begins with the verb that its subject belongs to; a participle or a phrase says nothing of the subject by itself.
  private func opensWithPredicate(_ range: Range<Int>) -> Bool {
    range.prefix(3).contains { annotated.reading.tokens[$0].classes.contains(.finite) }
  }

  /// The words with names for pronouns and descriptions, so that "he was ready" and "Ruiz was ready" compare as equals.
  private func wording(
    of whole: TextSpan, _ form: Proposition.Form, _ quotations: [Int], subject: Mention?, mentions: [Mention]
  ) -> String {
    let text = annotated.article.text
    let said = form == .statement ? content(quotations, in: whole) : nil
    let span = said ?? whole
    var result = said.map { isBrief($0) ? speakerName(quotations) : "" } ?? subject.map { name($0) + " " } ?? ""
    var position = span.start
    for mention in mentions
    where mention.span.start >= position && mention.span.end <= span.end && isReplaced(mention, among: mentions) {
      result += text[TextSpan(position, mention.span.start)] + name(mention)
      position = mention.span.end
    }
    return result + text[TextSpan(position, max(position, span.end))]
  }

  /// A few words ("their days are over") mean too little by themselves to be compared without who said them.
  private func isBrief(_ span: TextSpan) -> Bool { annotated.reading.tokens(in: span).count <= 9 }

  private func speakerName(_ quotations: [Int]) -> String {
    guard let speaker = quotations.first.flatMap({ annotated.quotations[$0].speaker }) else { return "" }
    return speaker.entity.flatMap { entities.indices.contains($0) ? entities[$0].name + ": " : nil } ?? ""
  }

  /// What is said: how it was introduced, and by whom, tells nothing of what it means.
  private func content(_ quotations: [Int], in span: TextSpan) -> TextSpan? {
    guard let content = quotations.first.map({ annotated.quotations[$0].content }), content.overlaps(span),
      annotated.reading.tokens(in: content).contains(where: { annotated.reading.tokens[$0].classes.contains(.finite) })
    else { return nil }
    return TextSpan(max(content.start, span.start), max(max(content.start, span.start), min(span.end, content.end)))
  }

  /// Pronouns, and descriptions that do not stand beside the name itself; possessives stay, so that the sentence stays one.
  private func isReplaced(_ mention: Mention, among mentions: [Mention]) -> Bool {
    guard mention.kind == .pronoun || mention.kind == .nominal, mention.entity != nil else { return false }
    let range = annotated.reading.tokens(in: mention.span)
    if mention.kind == .pronoun {
      return !range.contains { annotated.reading.tokens[$0].classes.contains(.possessive) }
    }
    return !mentions.contains {
      $0 != mention && $0.entity == mention.entity && $0.span.start <= mention.span.end + 3
        && mention.span.start <= $0.span.end + 3
    }
  }

  func name(_ mention: Mention) -> String {
    guard let entity = mention.entity, entities.indices.contains(entity) else {
      return annotated.article.text[mention.span]
    }
    return entities[entity].name
  }
}
