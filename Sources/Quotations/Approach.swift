import NewsModel
import TextBytes

extension Page {
  /// What follows a reporting verb before its content: the one addressed, when and where.
  struct Approach {
    var addressee: Party?
    /// The first token of the content.
    var next: Int
    /// Whether "that" or "whether" opened it.
    var isExplicit = false
    var isQuestion = false
  }

  /// Skips from behind the cue to the content. `limit` is where the frame ends.
  func approach(after cue: Cue, from start: Int, limit: Int) -> Approach {
    var state = Approach(next: start)
    for _ in 0..<12 {
      let i = state.next
      guard i < limit, !inQuote(i) else { return state }
      if opensClause(i) {
        state.next = i + 1
        state.isExplicit = true
        return state
      }
      // "informó de que"
      if has(i, .of), cue.takes.contains(.that), opensClause(i + 1) {
        state.next = i + 2
        state.isExplicit = true
        return state
      }
      let asks = has(i, .whether) || isPreposition(i) && cue.takes.contains(.question) && has(i + 1, .whether)
      if asks, cue.takes.contains(.question) || cue.takes.contains(.that) {
        state.isExplicit = true
        state.isQuestion = true
        return state
      }
      guard let next = skipOne(&state, cue, limit: limit) else { return state }
      state.next = next
    }
    return state
  }

  /// Whether "that" or "que" at `i` opens a clause, and is no determiner or pronoun.
  func opensClause(_ i: Int) -> Bool {
    has(i, .that) && (hasClass(i, [.subordinator, .relative]) || !hasClass(i, [.determiner, .pronoun]))
  }

  /// One addressee, adverbial or parenthesis; nil where the content begins.
  private func skipOne(_ state: inout Approach, _ cue: Cue, limit: Int) -> Int? {
    let i = state.next
    if has(i, .addressee), state.addressee == nil, let party = phrase(startingAt: i + 1, limit: limit),
      !cue.takes.contains(.infinitive), !cue.takes.contains(.having) || isDeterminer(i + 1) || isCapitalized(i + 1)
    {
      state.addressee = Party(party)
      return behindAdjective(party.upperBound)
    }
    if cue.takes.contains(.object), state.addressee == nil {
      if hasClass(i, .pronoun), !has(i, .subject), isKind(i, .word) {
        state.addressee = Party(i..<(i + 1))
        return i + 1
      }
      if let party = objectPhrase(startingAt: i, limit: limit) {
        state.addressee = Party(party)
        return party.upperBound
      }
    }
    if isKind(i, .dash) || isKind(i, .openBracket) { return closingMark(of: i, limit: limit).map { $0 + 1 } }
    if isComma(i) {
      guard let close = closingMark(of: i, limit: limit), close - i < 16, has(close + 1, .that) || inQuote(close + 1)
      else { return nil }
      return close + 1
    }
    if isPreposition(i) || isTimePhrase(i), cue.takes.contains(.that),
      let next = complementizer(behind: i, limit: limit)
    {
      return next
    }
    if isPreposition(i), let core = phrase(startingAt: i + 1, limit: limit, wide: false) {
      guard
        isAdverbial(i, core) || follows(core.upperBound) || has(core.upperBound, .subject)
          || followsInsertion(core.upperBound, cue, limit: limit)
      else { return nil }
      return core.upperBound
    }
    if isKind(i + 1, .clitic) { return nil }
    if has(i, .time) || isFillerAdverb(i) && (follows(i + 1) || has(i + 1, .time)) { return i + 1 }
    if isDeterminer(i), has(i + 1, .time), !isKind(i + 2, .clitic) { return i + 2 }
    return nil
  }

  /// "a un agente | encubierto": behind an adjective that no noun table knows as one, where it stands behind its noun.
  private func behindAdjective(_ i: Int) -> Int {
    guard folder.headFirst, isKind(i, .word), hit(i) == nil, opensClause(i + 1) || isColon(i + 1),
      hasClass(i, [.adjective, .participle]) || tokens[i].classes.isEmpty
    else { return i }
    return i + 1
  }

  /// The "that" that only phrases without a verb part from `start`: "told reporters | in Lima on Tuesday | that".
  private func complementizer(behind start: Int, limit: Int) -> Int? {
    for i in start..<min(start + 22, limit) {
      if i > start + 1, opensClause(i) { return folder.dropsSubjects || !hasClass(i + 1, .finite) ? i : nil }
      if isReduced(i) || hasClass(i, .coordinator) && isReduced(i + 1) { continue }
      if inQuote(i) || isFiniteCue(i) { return nil }
      // "por medio de su portavoz, | Ana Ruiz, | que": the name between the commas.
      if isComma(i), i > start, isNominal(i - 1), isCapitalized(i + 1) || isCapitalized(i - 1) && opensClause(i + 1) {
        continue
      }
      guard isPreposition(i) || isNominal(i) || isDeterminer(i) || has(i, .time) || isKind(i, .clitic) else {
        return nil
      }
    }
    return nil
  }

  /// "a letter | seen by", "a note posted on its page and | sent to": a participle that describes the noun before it.
  func isReduced(_ i: Int) -> Bool {
    isKind(i, .word) && hasClass(i, [.participle, .past]) && !hasClass(i, [.noun, .auxiliary]) && isPreposition(i + 1)
      && (isNominal(i - 1) && !has(i - 1, .subject) || hasClass(i - 1, .coordinator))
  }

  /// "Tuesday", "el martes", "last night": whether words that tell when begin at `i`.
  func isTimePhrase(_ i: Int) -> Bool {
    has(i, .time) && !isInName(i) || isDeterminer(i) && has(i + 1, .time) && !isInName(i + 1)
  }

  private func isFillerAdverb(_ i: Int) -> Bool {
    has(i, .adverb) || hasClass(i, .adverb) && isKind(i, .word) && !hasClass(i, .subordinator)
  }

  /// "sostiene en su escrito, | al que accedió una agencia, | que": whether "that" follows what commas enclose.
  private func followsInsertion(_ i: Int, _ cue: Cue, limit: Int) -> Bool {
    guard isComma(i), cue.takes.contains(.that), let close = closingMark(of: i, limit: limit), close - i < 16 else {
      return false
    }
    return opensClause(close + 1)
  }

  /// Whether content opens at `i` for sure.
  private func follows(_ i: Int) -> Bool { opensClause(i) || inQuote(i) || isColon(i) }

  /// The one addressed: a name ends where the clause's own subject begins.
  private func objectPhrase(startingAt start: Int, limit: Int) -> Range<Int>? {
    guard let phrase = phrase(startingAt: start, limit: limit), !has(phrase.lowerBound, .time),
      !(isDeterminer(start) && has(start + 1, .time))
    else { return nil }
    for i in phrase.dropFirst() where isCapitalized(i) && !isCapitalized(i - 1) && isPlural(i - 1) {
      return phrase.lowerBound..<i
    }
    return phrase
  }

  func isPlural(_ i: Int) -> Bool {
    isKind(i, .word) && reading.text.bytes[tokens[i].span.end - 1] == UInt8(ascii: "s")
  }

  func closingMark(of open: Int, limit: Int) -> Int? {
    var i = open + 1
    while i < limit {
      if isComma(open) ? isComma(i) : isKind(open, .dash) ? isKind(i, .dash) : isKind(i, .closeBracket) { return i }
      if inQuote(i) { return nil }
      i += 1
    }
    return nil
  }
}
