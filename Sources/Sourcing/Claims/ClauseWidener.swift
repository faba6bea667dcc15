import NewsModel
import TextBytes

/// Widens a passage that was cut from the middle of a clause to words that read as one.
struct ClauseWidener {
  /// How many bytes of its clause may be shown before a part that does not read by itself, and behind one that breaks off.
  private static let (leadLimit, tailLimit) = (200, 120)
  /// How long a sentence may be that is shown to its end for want of a verb.
  private static let sentenceLimit = 260

  private let input: SourcingInput

  init(_ input: SourcingInput) { self.input = input }

  /// `passage`, of `proposition`, from where its clause begins to where it ends. O(sentence · propositions).
  func widened(_ passage: Passage, of proposition: Proposition) -> Passage {
    closed(completed(opened(passage, of: proposition), of: proposition))
  }

  // MARK: Beginnings

  /// The passage from where its clause begins, where its own words lack a subject or a verb: "… | after a tram overturned in Lodi".
  private func opened(_ passage: Passage, of proposition: Proposition) -> Passage {
    guard proposition.subject == nil, startsInMidSentence(proposition), !standsAlone(proposition) else {
      return passage
    }
    let host = input.propositions.filter {
      $0.passage.article == passage.article && $0.sentence == proposition.sentence
        && $0.passage.span.start < passage.span.start && $0.passage.span.contains(passage.span) && standsAlone($0)
    }.min { $0.passage.span.count < $1.passage.span.count }
    let sentence = input.articles[passage.article].reading.sentences[proposition.sentence].span
    let start = host?.passage.span.start ?? sentence.start
    guard passage.span.start - start <= Self.leadLimit else { return passage }
    return Passage(article: passage.article, span: TextSpan(start, passage.span.end))
  }

  /// Whether its own words have a verb and something before it that no clause word ties to what went before.
  private func standsAlone(_ proposition: Proposition) -> Bool {
    hasFiniteVerb(proposition) && !opensWithVerb(proposition)
      && !opens(proposition, with: [.subordinator, .preposition])
  }

  /// Whether a word of it can carry a clause. O(words).
  func hasFiniteVerb(_ proposition: Proposition) -> Bool {
    let reading = input.articles[proposition.passage.article].reading
    return reading.tokens[reading.tokens(in: proposition.passage.span)].contains { $0.classes.contains(.finite) }
  }

  /// Whether it begins with a verb, or with a word that ties a clause to what stands before: its subject is elsewhere. O(log words).
  func opensWithVerb(_ proposition: Proposition) -> Bool {
    opens(proposition, with: [.verb, .auxiliary, .complementizer, .relative])
  }

  /// Whether it begins, amid its sentence, with a word of one of these classes.
  private func opens(_ proposition: Proposition, with classes: WordClasses) -> Bool {
    let reading = input.articles[proposition.passage.article].reading
    let first = reading.tokens(in: proposition.passage.span).lowerBound
    guard startsInMidSentence(proposition), reading.tokens.indices.contains(first) else { return false }
    return !reading.tokens[first].classes.isDisjoint(with: classes)
  }

  /// Whether something of its sentence stands before it. O(1).
  func startsInMidSentence(_ proposition: Proposition) -> Bool {
    let sentence = input.articles[proposition.passage.article].reading.sentences[proposition.sentence]
    return proposition.passage.span.start > sentence.span.start
  }

  // MARK: Ends

  /// The passage to where its clause ends: to the next mark or clause where it breaks off amid a phrase, to the end of the sentence where it has
  /// no verb but those of clauses that hang on it.
  private func completed(_ passage: Passage, of proposition: Proposition) -> Passage {
    let reading = input.articles[passage.article].reading
    let own = reading.tokens(in: passage.span)
    let sentence = reading.tokens(in: reading.sentences[proposition.sentence].span)
    var rest = own.upperBound..<max(own.upperBound, sentence.upperBound)
    while let last = rest.last, [.terminal, .closeQuote].contains(reading.tokens[last].kind) { rest.removeLast() }
    guard let next = rest.first, reading.tokens[next].kind != .openQuote else { return passage }
    let isWhole = proposition.form == .statement || hasMainVerb(own, reading)
    let end = isWhole ? clauseEnd(rest, reading) : rest.upperBound
    guard end > next else { return passage }
    let span = passage.span.union(reading.tokens[end - 1].span)
    let limit = isWhole ? passage.span.count + Self.tailLimit : Self.sentenceLimit
    return span.count <= limit ? Passage(article: passage.article, span: span) : passage
  }

  /// Whether a finite verb of `range` is its own: none of a clause that a relative word opens, or a clause word ahead of every verb.
  private func hasMainVerb(_ range: Range<Int>, _ reading: Reading) -> Bool {
    var isDependent = false
    for i in range {
      let token = reading.tokens[i]
      if token.kind == .separator { isDependent = false }
      if !token.classes.isDisjoint(with: [.relative, .subordinator]) { isDependent = true }
      if token.classes.contains(.finite), !isDependent { return true }
    }
    return false
  }

  /// Where the clause that breaks off before `rest` ends: its beginning, if it does not break off.
  private func clauseEnd(_ rest: Range<Int>, _ reading: Reading) -> Int {
    rest.first { i in
      let token = reading.tokens[i]
      guard token.kind == .word || token.kind == .number || token.kind == .clitic else { return true }
      if token.classes.contains(.coordinator) { return leadsOn(rest, from: i + 1, reading) }
      return !token.classes.isDisjoint(with: [.subordinator, .relative, .complementizer])
    } ?? rest.upperBound
  }

  /// Whether a verb follows before the next mark: "… and | closed at 212".
  private func leadsOn(_ rest: Range<Int>, from start: Int, _ reading: Reading) -> Bool {
    for i in start..<max(start, rest.upperBound) {
      if reading.tokens[i].kind == .separator || reading.tokens[i].kind == .dash { return false }
      if reading.tokens[i].classes.contains(.finite) { return true }
    }
    return false
  }

  /// The passage with the mark that closes a quotation which it opens, where that follows at once or behind one other mark.
  private func closed(_ passage: Passage) -> Passage {
    let tokens = input.articles[passage.article].reading.tokens
    let own = input.articles[passage.article].reading.tokens(in: passage.span)
    let open = own.reduce(0) { $0 + (tokens[$1].kind == .openQuote ? 1 : tokens[$1].kind == .closeQuote ? -1 : 0) }
    let near = own.upperBound..<min(own.upperBound + 2, tokens.count)
    guard open > 0, let last = near.first(where: { tokens[$0].kind == .closeQuote }),
      (near.lowerBound..<last).allSatisfy({ [.terminal, .separator].contains(tokens[$0].kind) })
    else { return passage }
    return Passage(article: passage.article, span: passage.span.union(tokens[last].span))
  }
}
