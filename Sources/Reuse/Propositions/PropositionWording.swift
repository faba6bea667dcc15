import NewsModel
import TextBytes

/// The words by which a proposition is compared: those of the text, made to stand alone.
struct PropositionWording {
  let annotated: AnnotatedArticle
  let entities: [StoryEntity]

  /// The words with names for pronouns and descriptions, so that "he was ready" and "Ruiz was ready" compare as equals.
  func wording(
    of whole: TextSpan, _ form: Proposition.Form, _ quotations: [Int], subject: Mention?, mentions: [Mention]
  ) -> String {
    let text = annotated.article.text
    let said = form == .statement ? content(quotations, in: whole) : nil
    var span = said ?? whole
    var result = said.map { needsSpeaker($0) ? speakerName(quotations) : "" } ?? ""
    if said == nil, let subject {
      result = name(subject) + " "
      span = withoutRelative(span)
    }
    var position = span.start
    for mention in mentions
    where mention.span.start >= position && mention.span.end <= span.end && isReplaced(mention, among: mentions) {
      result += text[TextSpan(position, mention.span.start)] + name(mention)
      position = mention.span.end
    }
    return result + text[TextSpan(position, max(position, span.end))]
  }

  /// A few words ("their days are over") mean too little by themselves to be compared without who said them; so do those without a
  /// subject of their own ("to have won").
  private func needsSpeaker(_ span: TextSpan) -> Bool {
    let tokens = annotated.reading.tokens[annotated.reading.tokens(in: span)]
    let opening = tokens.prefix(2).reduce(into: WordClasses()) { $0.formUnion($1.classes) }
    let isVerb = tokens.first.map { $0.classes.contains(.finite) && $0.classes.isDisjoint(with: [.noun, .properNoun]) }
    return tokens.count <= 9 || isVerb == true || !opening.isDisjoint(with: [.gerund])
      || (opening.contains(.infinitive) && opening.contains(.preposition))
  }

  /// The words behind a relative that the name of what it stands for is put in front of.
  private func withoutRelative(_ span: TextSpan) -> TextSpan {
    let range = annotated.reading.tokens(in: span)
    guard let first = range.first, range.count > 1, annotated.reading.tokens[first].classes.contains(.relative) else {
      return span
    }
    return TextSpan(annotated.reading.tokens[first + 1].span.start, span.end)
  }

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

  /// Pronouns, and descriptions where the name itself is not given; possessives stay, so that the sentence stays one.
  private func isReplaced(_ mention: Mention, among mentions: [Mention]) -> Bool {
    guard mention.kind == .pronoun || mention.kind == .nominal, mention.entity != nil else { return false }
    let range = annotated.reading.tokens(in: mention.span)
    if mention.kind == .pronoun {
      return !range.contains { annotated.reading.tokens[$0].classes.contains(.possessive) }
        && !mentions.contains { $0.span.end <= mention.span.start && mention.span.start <= $0.span.end + 1 }
    }
    return !mentions.contains { $0 != mention && $0.entity == mention.entity && $0.kind == .name }
  }

  func name(_ mention: Mention) -> String {
    guard let entity = mention.entity, entities.indices.contains(entity) else {
      return annotated.article.text[mention.span]
    }
    return entities[entity].name
  }
}
