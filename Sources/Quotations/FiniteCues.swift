import NewsModel
import TextBytes

// Which reporting words stand in the text as verbs with a subject.
extension Page {
  /// Whether the cue at `i` is a verb that can carry a clause here: no "to" or article before it, no name.
  func isFiniteCue(_ i: Int) -> Bool {
    guard let hit = hit(i) else { return false }
    if hit.cue.form.contains(.gerund), isPassive(before: i) { return true }
    guard hit.cue.form.contains(.finite) else { return false }
    if hit.isPerfect { return true }
    let classes = tokens[i].classes
    if hit.length == 1, !classes.isDisjoint(with: [.noun, .properNoun, .adjective]),
      classes.isDisjoint(with: [.verb, .finite]),
      !isVerbInPlace(i)
    {
      return false
    }
    if i > 0, !isStart(i) {
      if tokens[i].shape.contains(.capitalized) && isInName(i) { return false }
      if has(i - 1, [.to, .of, .possessive]) && !has(i - 1, .subject) { return false }
      if hasClass(i, .noun), hasClass(i - 1, [.adjective, .numeral]), !hasClass(i - 1, .noun), i > 1,
        isDeterminer(i - 2)
      {
        return false
      }
      let before = tokens[i - 1]
      if !before.classes.isDisjoint(with: [.determiner, .possessive]),
        before.classes.isDisjoint(with: [.pronoun, .subordinator, .relative])
      {
        return false
      }
      if hasClass(i - 1, .auxiliary) || hit.cue.form.contains(.participle) && has(i - 1, .adverb), isPassive(before: i)
      {
        return false
      }
    }
    return true
  }

  /// "records | show.", "the hackers, a group of four, | say they …": a form that is a noun elsewhere.
  private func isVerbInPlace(_ i: Int) -> Bool {
    if isPlural(i), isPlural(i - 1) { return false }
    if isShown(at: i) || !folder.dropsSubjects && isInserted(at: i) { return true }
    if folder.dropsSubjects {
      // "la ONG | alerta | de que", "…, alerta | un informe"
      if isComma(i - 1) { return isDeterminer(i + 1) }
      let opens = opensClause(i + 1) || has(i + 1, .of) && opensClause(i + 2)
      return opens && isNominal(i - 1) && (isCapitalized(i - 1) || !hasClass(i - 1, .adjective))
    }
    guard i > 0, !isDeterminer(i - 1), !hasClass(i - 1, [.adjective, .preposition]),
      !has(i - 1, .possessive)
    else {
      return false
    }
    if has(i + 1, .to), hit(i)?.cue.takes.contains(.having) == true { return true }
    if has(i + 1, .subject) || opensClause(i + 1) || isDeterminer(i + 1) || hasClass(i + 1, .pronoun) { return true }
    // "…, say scientists"
    if isComma(i - 1), isNominal(i + 1), isCapitalized(i + 1) || isPlural(i + 1) && !isPlural(i) { return true }
    if isCapitalized(i - 1) || isPlural(i - 1), isCapitalized(i + 1), !isCapitalized(i) { return true }
    return isPlural(i - 1) && (isKind(i + 1, .terminal) || i + 1 >= tokens.count)
  }

  /// "El acta municipal | consigna dos multas": what writings have on record, behind a writing.
  private func isShown(at i: Int) -> Bool {
    guard hit(i)?.cue.takes.contains(.written) == true,
      isDeterminer(i + 1) || isNominal(i + 1) || opensClause(i + 1),
      let writing = phrase(endingAt: i - 1, floor: max(0, i - 8))
    else { return false }
    return isDeterminer(writing.lowerBound) && has(head(of: writing), .document)
  }

  /// ", the firm's accounts | show,", ", or so the mayor | claims,": subject and verb agree, and commas enclose them.
  private func isInserted(at i: Int) -> Bool {
    guard isComma(i + 1) || isKind(i + 1, .terminal), isPlural(i - 1) != isPlural(i),
      let subject = phrase(endingAt: i - 1, floor: max(0, i - 8)), canSpeak(Party(subject))
    else { return false }
    let before = subject.lowerBound - 1
    return isComma(before) || phrase(.aside, at: before - 1) == 2 && isComma(before - 2)
  }

  /// Whether the word before `i` is a form of "be", so that what stands at `i` is told of somebody.
  func isPassive(before i: Int) -> Bool {
    var k = i - 1
    while k >= 0, hasClass(k, [.adverb, .negation]) || has(k, .adverb) { k -= 1 }
    return k >= 0 && has(k, .be)
  }
}
