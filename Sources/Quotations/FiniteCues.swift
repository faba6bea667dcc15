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
    if !classes.isDisjoint(with: [.noun, .properNoun, .adjective]), classes.isDisjoint(with: [.verb, .finite]),
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
        before.classes.isDisjoint(with: [.pronoun, .subordinator])
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

  /// Whether the word before `i` is a form of "be", so that what stands at `i` is told of somebody.
  func isPassive(before i: Int) -> Bool {
    var k = i - 1
    while k >= 0, hasClass(k, [.adverb, .negation]) || has(k, .adverb) { k -= 1 }
    return k >= 0 && has(k, .be)
  }
}
