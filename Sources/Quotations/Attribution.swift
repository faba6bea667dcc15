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
      let behind = isComma(apposition.upperBound) ? apposition.upperBound + 1 : apposition.upperBound
      if found.addressee == nil, has(behind, .addressee), let party = self.phrase(startingAt: behind + 1, limit: limit),
        isMedia(Party(party))
      {
        found.addressee = Party(party)
        found.end = max(found.end, party.upperBound)
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
      isDeterminer(core.upperBound) || isCapitalized(core.upperBound)
    else { return i }
    if core.contains(where: { has($0, [.venue, .document, .message, .time]) && !isInName($0) }) {
      return core.upperBound
    }
    // "preguntó | desde el balcón | el rector": any place or matter, where one who speaks follows.
    guard !has(i, .of), !canSpeak(Party(core)), let next = phrase(startingAt: core.upperBound, limit: limit),
      canSpeak(Party(next))
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
