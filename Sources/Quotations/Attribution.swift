import NewsModel
import TextBytes

/// A subject with its reporting verb, and what hangs on it: "the minister told reporters on Monday".
struct Attribution {
  /// The verb with its auxiliaries.
  var cue: Range<Int>
  var hit: Cue
  var speaker: Party?
  /// Whether the speaker is that of the verb before.
  var shared = false
  /// Whether the subject stands behind the verb.
  var inverted = false
  var addressee: Party?
  /// "quoted X as saying": the one who quotes.
  var relay: Party?
  /// From the first token of the subject to behind the last adverbial.
  var start: Int
  var end: Int
}

/// A quotation before its chain is resolved.
struct Draft {
  enum Origin { case direct, report, according, continuation, response, stretch, sequel }
  var origin: Origin
  var content: TextSpan
  var parts: [TextSpan] = []
  var directness: Quotation.Directness
  var act: Quotation.Act = .statement
  var cue: TextSpan?
  var speaker: Party?
  /// Whether the speaker is to be taken from what went before.
  var inherits = false
  var relays: [Party] = []
  var addressee: Party?
  /// The number of its frame.
  var frame: Int
  /// From the first to the last word of attribution and content.
  var extent: TextSpan
}

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
      if has(i, .whether), cue.takes.contains(.question) || cue.takes.contains(.that) {
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
      return party.upperBound
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
      guard isAdverbial(i, core) || follows(core.upperBound) || has(core.upperBound, .subject) else { return nil }
      return core.upperBound
    }
    if isKind(i + 1, .clitic) { return nil }
    if has(i, .time) || isFillerAdverb(i) && (follows(i + 1) || has(i + 1, .time)) { return i + 1 }
    if isDeterminer(i), has(i + 1, .time), !isKind(i + 2, .clitic) { return i + 2 }
    return nil
  }

  /// The "that" that only phrases without a verb part from `start`: "told reporters | in Lima on Tuesday | that".
  private func complementizer(behind start: Int, limit: Int) -> Int? {
    for i in start..<min(start + 14, limit) {
      if i > start + 1, opensClause(i) { return i }
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

  /// "Tuesday", "el martes", "last night": whether words that tell when begin at `i`.
  func isTimePhrase(_ i: Int) -> Bool {
    has(i, .time) && !isInName(i) || isDeterminer(i) && has(i + 1, .time) && !isInName(i + 1)
  }

  private func isFillerAdverb(_ i: Int) -> Bool {
    has(i, .adverb) || hasClass(i, .adverb) && isKind(i, .word) && !hasClass(i, .subordinator)
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

  /// The attribution whose verb stands at `cue`, with the subject before it.
  func attribution(at cue: Int, floor: Int, limit: Int) -> Attribution? {
    guard let hit = hit(cue), quoteAt[cue] < 0 else { return nil }
    let after = cue + hit.length
    let group = verbGroupStart(cue, floor: floor)
    var found = Attribution(cue: group..<after, hit: hit.cue, start: group, end: after)
    switch subject(before: cue, floor: floor) {
    case .party(let party):
      found.speaker = party
      found.start = party.start
    case .shared: found.shared = true
    case .none: break
    }
    return found
  }

  /// The attribution whose verb stands at `cue` with its subject behind: "said Ana Ruiz", "señaló el ministro".
  func invertedAttribution(at cue: Int, floor: Int, limit: Int) -> Attribution? {
    guard let hit = hit(cue), quoteAt[cue] < 0 else { return nil }
    var i = cue + hit.length
    let group = verbGroupStart(cue, floor: floor)
    var found = Attribution(cue: group..<i, hit: hit.cue, inverted: true, start: group, end: i)
    var guardCount = 0
    while i < limit, guardCount < 3, has(i, .time) || isDeterminer(i) && has(i + 1, .time) {
      i += has(i, .time) ? 1 : 2
      guardCount += 1
    }
    if has(i, .subject), !has(i, .neuter) {
      found.speaker = Party(i..<(i + 1))
      found.end = i + 1
      return found
    }
    if has(i, .one) || hasClass(i, [.numeral, .pronoun]), has(i + 1, .of), hasClass(i + 2, .pronoun), i + 2 < limit {
      found.speaker = Party(i..<(i + 3))
      found.end = i + 3
      return found
    }
    if has(i, .addressee), let party = phrase(startingAt: i + 1, limit: limit) {
      found.addressee = Party(party)
      i = party.upperBound
    }
    i = behindVenue(i, limit: limit)
    if let length = phrase(.voice, at: i) { i += length }
    guard let phrase = phrase(startingAt: i, limit: limit, wide: !isCapitalized(i)) else { return nil }
    found.speaker = Party(phrase, apposition: appositionAfter(phrase, limit: limit))
    found.end = phrase.upperBound
    if let apposition = found.speaker?.apposition {
      found.end = closedApposition(apposition, limit: limit) ?? found.end
      let behind = apposition.upperBound
      if found.addressee == nil, has(behind, .addressee), let party = self.phrase(startingAt: behind + 1, limit: limit),
        isMedia(Party(party))
      {
        found.addressee = Party(party)
      }
    }
    return found
  }

  /// Behind what tells where or how, where a speaker follows: "señaló | en el texto | la ministra", "indicó | por separado | el juez".
  private func behindVenue(_ i: Int, limit: Int) -> Int {
    guard folder.headFirst, isPreposition(i), !has(i, .addressee) else { return i }
    let isBare = !isDeterminer(i + 1) && isKind(i + 1, .word) && !isCapitalized(i + 1)
    if isBare, isDeterminer(i + 2), isNominal(i + 3), !has(i, .of) { return i + 2 }
    guard let core = phrase(startingAt: i + 1, limit: limit), core.count <= 3,
      core.contains(where: { has($0, [.venue, .document, .message, .time]) && !isInName($0) }),
      isDeterminer(core.upperBound) || isCapitalized(core.upperBound)
    else { return i }
    return core.upperBound
  }

  /// Behind an apposition that a comma, a quotation or the end closes; nil for words that only follow a comma.
  private func closedApposition(_ apposition: Range<Int>, limit: Int) -> Int? {
    var i = apposition.upperBound
    while i < limit, i < apposition.upperBound + 8,
      isPreposition(i) || isNominal(i) || isDeterminer(i) || hasClass(i, .coordinator)
    { i += 1 }
    return i >= limit || isComma(i) || isKind(i, .terminal) || isKind(i, .dash) ? i : nil
  }

  /// The name or description behind a comma: "said the minister, Ana Ruiz".
  func appositionAfter(_ phrase: Range<Int>, limit: Int) -> Range<Int>? {
    let i = phrase.upperBound
    guard i + 1 < limit, isComma(i) else { return nil }
    return self.phrase(startingAt: i + 1, limit: limit)
  }
}
