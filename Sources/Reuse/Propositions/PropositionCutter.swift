import NewsModel
import TextBytes

/// Cuts an article, annotated with the story's entity numbers, into propositions.
public struct PropositionCutter: Sendable {
  /// Makes a cutter.
  public init() {}

  /// The propositions of `annotated`, in the order of the text. O(n).
  public func cut(_ annotated: AnnotatedArticle, article: Int, entities: [StoryEntity]) -> [Proposition] {
    let builder = PropositionBuilder(annotated: annotated, article: article, entities: entities)
    var result: [Proposition] = []
    for sentence in annotated.reading.sentences.indices {
      result += SentenceCutter(annotated: annotated, sentence: sentence, builder: builder).propositions()
    }
    return result
  }
}

/// Cuts one sentence: first what is said in it, then the clauses that are left, then events that phrases name.
private struct SentenceCutter {
  let annotated: AnnotatedArticle
  let sentence: Int
  let builder: PropositionBuilder

  private var reading: Reading { annotated.reading }
  private var frame: Sentence { reading.sentences[sentence] }

  func propositions() -> [Proposition] {
    let statements = statements()
    var result = statements
    result += clauses(outside: statements)
    result += appositions()
    addEvents(to: &result)
    result += details(of: result)
    return result.sorted { $0.passage < $1.passage }
  }

  // MARK: Details

  /// The smallest tellable parts of what was cut so far, each once; none that is little less than the whole.
  private func details(of hosts: [Proposition]) -> [Proposition] {
    let figures = annotated.times.map(\.span) + annotated.quantities.map(\.span)
    let cutter = DetailCutter(
      tokens: reading.tokens, isFigure: { i in figures.contains { $0.overlaps(reading.tokens[i].span) } },
      quoted: quotedTokens())
    var taken = hosts.map(\.passage.span)
    var result: [Proposition] = []
    for host in hosts where host.form != .event {
      for part in cutter.cut(reading.tokens(in: said(in: host))) {
        guard let span = reading.span(ofTokens: part), !taken.contains(where: { isNearly($0, span) }) else { continue }
        taken.append(span)
        result.append(
          builder.make(span, form: .detail, sentence: sentence, quotations: holders(ofPart: span, of: host)))
      }
    }
    return result
  }

  /// The words of a proposition without those that only tell who said it.
  private func said(in host: Proposition) -> TextSpan {
    guard host.form == .statement, let content = host.quotations.first.map({ annotated.quotations[$0].content }),
      content.overlaps(host.passage.span)
    else { return host.passage.span }
    return TextSpan(max(content.start, host.passage.span.start), min(content.end, host.passage.span.end))
  }

  /// What is said in a part of a statement is said by whoever says the whole; the words that name speaker and cue are the reporter's.
  private func holders(ofPart span: TextSpan, of host: Proposition) -> [Int] {
    guard let innermost = host.quotations.first,
      annotated.quotations[innermost].content.overlap(span) * 2 > span.count
    else { return holders(of: span, nil) }
    return host.quotations
  }

  private func isNearly(_ a: TextSpan, _ b: TextSpan) -> Bool { a.overlap(b) * 10 >= max(a.count, b.count) * 8 }

  // MARK: Statements

  /// One proposition a quotation whose content begins in this sentence; a quotation that only passes on another is left to that one.
  private func statements() -> [Proposition] {
    var result: [Proposition] = []
    for (number, quotation) in annotated.quotations.enumerated() {
      guard frame.span.contains(quotation.content.start) else { continue }
      let extent = extent(of: quotation)
      guard !passesOn(number, extent) else { continue }
      // That somebody did not answer is the reporter's word, not theirs.
      let isRefusal = quotation.act == .noComment || quotation.act == .noResponse
      for part in parts(of: quotation, withOpening(extent)) {
        let range = trimmed(reading.tokens(in: part))
        guard let words = reading.span(ofTokens: range) else { continue }
        result.append(
          builder.make(
            words, form: isRefusal ? .clause : .statement, sentence: sentence,
            quotations: isRefusal ? [] : holders(of: quotation.content, number)))
      }
    }
    return result
  }

  /// The content with the words that name speaker and cue, where they stand in the same sentence and in no outer attribution.
  private func extent(of quotation: Quotation) -> TextSpan {
    var span = quotation.content
    let outer = annotated.quotations.filter {
      $0.content.contains(quotation.content) && $0.content != quotation.content
    }
    .map(\.content).min { $0.count < $1.count }
    if let cue = quotation.cue, frame.span.contains(cue) { span = widened(span, cue, within: outer) }
    if let speaker = quotation.speaker, !speaker.implied, case .text(let name) = speaker.at, frame.span.contains(name) {
      span = widened(span, name, within: outer)
      // "PAPER quoted X as saying": without who quoted, the words would not read.
      if let cue = quotation.cue, cue.end <= name.start {
        for link in quotation.chain.dropFirst() where !link.implied {
          if case .text(let relay) = link.at, relay.end <= cue.start, relay.end + 2 >= cue.start {
            span = span.union(relay)
          }
        }
      }
    }
    return span
  }

  /// A phrase without a verb that opens the sentence goes with the statement that it leads to: "In an interview on Monday, X said …".
  private func withOpening(_ extent: TextSpan) -> TextSpan {
    let opening = frame.tokens.lowerBound..<reading.tokens(in: extent).lowerBound
    guard !opening.isEmpty, opening.count <= 15, let span = reading.span(ofTokens: opening),
      !opening.contains(where: { reading.tokens[$0].classes.contains(.finite) }), !isAttribution(span)
    else { return extent }
    return extent.union(span)
  }

  private func isAttribution(_ span: TextSpan) -> Bool {
    annotated.quotations.contains { quotation in
      quotation.content.overlaps(span) || quotation.cue.map(span.overlaps) == true
        || quotation.chain.contains {
          if case .text(let name) = $0.at { !$0.implied && name.overlaps(span) } else { false }
        }
    }
  }

  private func widened(_ span: TextSpan, _ other: TextSpan, within outer: TextSpan?) -> TextSpan {
    if let outer, !outer.contains(other) { return span }
    return span.union(other)
  }

  /// Whether quotation `number` holds, as most of its content, another statement with its speaker.
  private func passesOn(_ number: Int, _ extent: TextSpan) -> Bool {
    let content = annotated.quotations[number].content
    return annotated.quotations.enumerated().contains { other, inner in
      other != number && inner.content != content && content.contains(inner.content)
        && self.extent(of: inner).overlap(content) * 10 >= content.count * 7
    }
  }

  /// An indirect content with two predicates is two propositions; everything else is one.
  private func parts(of quotation: Quotation, _ extent: TextSpan) -> [TextSpan] {
    guard quotation.directness != .direct else { return [extent] }
    let range = reading.tokens(in: quotation.content)
    let pieces = ClauseCutter(tokens: reading.tokens, quoted: quotedTokens()).cutPredicates(range)
    guard pieces.count > 1 else { return [extent] }
    return pieces.enumerated().compactMap { index, piece in
      guard let span = reading.span(ofTokens: piece) else { return nil }
      return index == 0 && extent.start < span.start ? TextSpan(extent.start, span.end) : span
    }
  }

  private func holders(of span: TextSpan, _ innermost: Int?) -> [Int] {
    let others = annotated.quotations.indices
      .filter { $0 != innermost && annotated.quotations[$0].content.contains(span) }
      .sorted { annotated.quotations[$0].content.count < annotated.quotations[$1].content.count }
    return (innermost.map { [$0] } ?? []) + others
  }

  // MARK: Clauses

  /// The clauses of what no statement and no attribution covers.
  private func clauses(outside statements: [Proposition]) -> [Proposition] {
    var covered = statements.map(\.passage.span)
    for quotation in annotated.quotations where quotation.content.overlaps(frame.span) {
      covered.append(quotation.content)
      if let cue = quotation.cue { covered.append(cue) }
      for link in quotation.chain where !link.implied {
        if case .text(let span) = link.at { covered.append(span) }
      }
    }
    let cutter = ClauseCutter(tokens: reading.tokens, quoted: quotedTokens())
    return gaps(between: covered).flatMap { gap in
      cutter.cut(gap).filter(isWorthSaying).compactMap { range in
        reading.span(ofTokens: trimmed(range)).map {
          builder.make($0, form: .clause, sentence: sentence, quotations: holders(of: $0, nil))
        }
      }
    }
  }

  /// What stands between commas of the one just named: "X, in power since 2013, …", "X, which sailed on Monday, …".
  private func appositions() -> [Proposition] {
    let commas = frame.tokens.filter { reading.tokens[$0].kind == .separator }
    return zip(commas, commas.dropFirst()).compactMap { open, close in
      let range = (open + 1)..<close
      guard let span = reading.span(ofTokens: range), isAside(range, span),
        !annotated.quotations.contains(where: { $0.quoted.contains { $0.overlaps(span) } }),
        let subject = annotated.mentions.last(where: {
          $0.entity != nil && $0.span.end <= reading.tokens[open].span.start
        }),
        subject.span.end + 3 >= reading.tokens[open].span.start
      else { return nil }
      // What the reporter puts between commas is the reporter's own, even within what somebody says.
      var own = builder.make(span, form: .clause, sentence: sentence, quotations: [])
      if let entity = subject.entity { own.entities = Array(Set(own.entities + [entity])).sorted() }
      let words =
        reading.tokens[range.lowerBound].classes.contains(.relative) ? (range.lowerBound + 1)..<range.upperBound : range
      own.wording =
        builder.name(subject) + " " + (reading.span(ofTokens: words).map { annotated.article.text[$0] } ?? "")
      return own
    }
  }

  /// A dated phrase without a verb, or a relative clause of some length.
  private func isAside(_ range: Range<Int>, _ span: TextSpan) -> Bool {
    let hasFinite = range.contains { reading.tokens[$0].classes.contains(.finite) }
    if let first = range.first, reading.tokens[first].classes.contains(.relative) {
      return hasFinite && (5...40).contains(range.count)
    }
    return !hasFinite && (3...9).contains(range.count)
      && annotated.times.contains { span.contains($0.span) && $0.span.count < span.count }
  }

  private func gaps(between covered: [TextSpan]) -> [Range<Int>] {
    var gaps: [Range<Int>] = []
    var start = frame.tokens.lowerBound
    for i in frame.tokens {
      guard covered.contains(where: { $0.overlaps(reading.tokens[i].span) }) else { continue }
      if start < i { gaps.append(start..<i) }
      start = i + 1
    }
    if start < frame.tokens.upperBound { gaps.append(start..<frame.tokens.upperBound) }
    return gaps
  }

  /// Three content words at least (fewer where they are a whole sentence), and a verb, unless it goes on from the clause before or is a headline.
  private func isWorthSaying(_ range: Range<Int>) -> Bool {
    let content = range.filter { isContent(reading.tokens[$0]) }.count
    let isSentence =
      range.count + 1 >= frame.tokens.count && range.contains { reading.tokens[$0].classes.contains(.finite) }
    guard content >= 3 || (isSentence && content >= 1 && range.count >= 3) else { return false }
    let goesOn =
      range.lowerBound > frame.tokens.lowerBound
      && [.separator, .dash].contains(reading.tokens[range.lowerBound - 1].kind)
    return frame.part != .body || goesOn || range.contains { reading.tokens[$0].classes.contains(.verb) }
  }

  /// `range` without marks at its ends, and without the words at its head that only tie it to what stands before.
  private func trimmed(_ range: Range<Int>) -> Range<Int> {
    var lower = range.lowerBound
    var upper = range.upperBound
    let isVerbless = !range.contains { reading.tokens[$0].classes.contains(.verb) }
    let hasFinite = range.contains { reading.tokens[$0].classes.contains(.finite) }
    func isMark(_ token: Token) -> Bool {
      [.separator, .dash, .terminal, .openBracket, .closeBracket].contains(token.kind)
    }
    func isTie(_ token: Token) -> Bool {
      let classes = token.classes
      guard classes.isDisjoint(with: [.relative, .verb, .pronoun]) || classes.contains(.complementizer) else {
        return false
      }
      if classes.contains(.preposition), !isVerbless, !hasFinite { return false }
      return !classes.isDisjoint(with: [.coordinator, .subordinator, .complementizer])
        || (isVerbless && !classes.isDisjoint(with: [.preposition, .negation, .adverb])
          && classes.isDisjoint(with: .noun))
    }
    while lower < upper, isMark(reading.tokens[lower]) || (lower < range.lowerBound + 4 && isTie(reading.tokens[lower]))
    { lower += 1 }
    while lower < upper, isMark(reading.tokens[upper - 1]) || reading.tokens[upper - 1].classes.contains(.coordinator) {
      upper -= 1
    }
    return lower..<upper
  }

  private func quotedTokens() -> [Range<Int>] {
    annotated.quotations.flatMap(\.quoted).filter { $0.overlaps(frame.span) }.map { reading.tokens(in: $0) }
  }

  // MARK: Events

  /// Events with two parties, or with one and a date: told by a proposition that is little more than the event, or, where a phrase
  /// or a small part of the sentence names them, by one of their own.
  private func addEvents(to result: inout [Proposition]) {
    let hosts = result
    for (number, event) in annotated.events.enumerated() where frame.span.contains(event.trigger) {
      let extent = event.extent.overlaps(frame.span) ? event.extent : event.trigger
      let host = hosts.indices.filter { hosts[$0].passage.span.contains(event.trigger) }
        .min { hosts[$0].passage.span.count < hosts[$1].passage.span.count }
      guard let host else { continue }
      let span = hosts[host].passage.span
      if extent.count * 10 >= span.count * 6, !isPhrase(event) || !hasFinite(span) {
        result[host].events.append(number)
      } else if isTelling(event, number), isPhrase(event) || extent.count * 20 < span.count * 9 {
        guard isFragment(extent) else {
          result.append(proposition(of: number, extent))
          continue
        }
        if names(event, in: span), !isCounted(event) {
          result.append(proposition(of: number, span))
        }
      }
    }
  }

  /// An event of a definite kind with two parties, or with one and a date; an undated one is left out where the article dates another
  /// between the same parties, since it may be that one or not.
  private func isTelling(_ event: EventMention, _ number: Int) -> Bool {
    let parties = Set(event.participants.map(\.entity))
    guard event.mode != nil, event.status != .hypothetical, !parties.isEmpty else { return false }
    guard parties.count >= 2 || event.date != nil || isPhrase(event) else { return false }
    guard event.date == nil else { return true }
    return !annotated.events.enumerated().contains { other, rival in
      other != number && rival.type == event.type && rival.mode == event.mode && rival.date != nil
        && Set(rival.participants.map(\.entity)).intersection(parties).count >= 2
    }
  }

  /// Whether the event is one of a row ("their first meeting"): which one cannot be told from the phrase.
  private func isCounted(_ event: EventMention) -> Bool {
    let trigger = reading.tokens(in: event.trigger).lowerBound
    guard trigger > frame.tokens.lowerBound else { return false }
    return !reading.tokens[trigger - 1].classes.isDisjoint(with: [.numeral, .adjective])
  }

  /// Whether `span` itself names a party to the event.
  private func names(_ event: EventMention, in span: TextSpan) -> Bool {
    let parties = Set(event.participants.map(\.entity))
    return annotated.mentions.contains { mention in
      span.contains(mention.span) && mention.kind != .pronoun && mention.entity.map(parties.contains) == true
    }
  }

  private func hasFinite(_ span: TextSpan) -> Bool {
    reading.tokens[reading.tokens(in: span)].contains { $0.classes.contains(.finite) }
  }

  /// Whether a noun names the event: "in a phone call", "the seizure of".
  private func isPhrase(_ event: EventMention) -> Bool {
    reading.tokens(in: event.trigger).contains {
      reading.tokens[$0].classes.contains(.noun) && !reading.tokens[$0].classes.contains(.finite)
    }
  }

  /// Too little to read by itself: "the call".
  private func isFragment(_ extent: TextSpan) -> Bool {
    reading.tokens(in: extent).filter { isContent(reading.tokens[$0]) }.count < 3
  }

  private func proposition(of number: Int, _ span: TextSpan) -> Proposition {
    let event = annotated.events[number]
    var own = builder.make(span, form: .event, sentence: sentence, quotations: holders(of: event.trigger, nil))
    own.events = [number]
    own.entities = Array(Set(own.entities + event.participants.map(\.entity))).sorted()
    if let date = event.date, !own.times.contains(date) { own.times.append(date) }
    return own
  }
}

extension ClauseCutter {
  /// Cuts only before a second predicate that shares its subject ("… spoke by phone | and reaffirmed his support"), and between two full
  /// clauses that both say a good deal.
  func cutPredicates(_ range: Range<Int>) -> [Range<Int>] {
    var pieces: [Range<Int>] = []
    var start = range.lowerBound
    for i in range where i > start && tokens[i].classes.contains(.coordinator) {
      guard !quoted.contains(where: { $0.contains(i) }), i + 1 < range.upperBound else { continue }
      let next = tokens[i + 1].classes
      let isPredicate =
        next.contains(.finite) && next.isDisjoint(with: [.noun, .adverb, .preposition, .subjunctive])
        && !next.isDisjoint(with: [.past, .auxiliary])
      let halves = [start..<i, (i + 1)..<range.upperBound]
      guard isPredicate ? halves.allSatisfy(isWorthCutting) : halves.allSatisfy(isFullClause) else { continue }
      pieces.append(start..<i)
      start = i + 1
    }
    pieces.append(start..<range.upperBound)
    return pieces
  }

  /// Whether a half says so much, with a verb of its own, that it is a claim by itself.
  private func isFullClause(_ range: Range<Int>) -> Bool {
    range.contains { tokens[$0].classes.contains(.finite) } && range.filter { isContent(tokens[$0]) }.count >= 6
  }

  private func isWorthCutting(_ range: Range<Int>) -> Bool {
    range.count >= 4 && range.filter { isContent(tokens[$0]) }.count >= 2
  }
}
