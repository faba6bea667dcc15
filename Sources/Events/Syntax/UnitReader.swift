import NewsModel
import TextBytes

/// Cuts sentences into units, with mentions and time expressions held together.
struct UnitReader {
  let reading: Reading
  let folder: EventFolder
  let mentions: [Mention]
  /// For each token: the outermost mention that holds it; the time expression that holds it.
  private var mentionNumbers: [Int: Int] = [:]
  /// For each token: every mention that begins there, in the order of the input.
  private var mentionStarts: [Int: [Int]] = [:]
  private var timeNumbers: [Int: Int] = [:]

  init(reading: Reading, folder: EventFolder, mentions: [Mention], times: [TimeExpression]) {
    self.reading = reading
    self.folder = folder
    self.mentions = mentions
    for (number, time) in times.enumerated() {
      for token in reading.tokens(in: time.span) where timeNumbers[token] == nil { timeNumbers[token] = number }
    }
    for number in mentions.indices {
      guard let token = reading.tokens(in: mentions[number].span).first else { continue }
      mentionStarts[token, default: []].append(number)
    }
    let order = mentions.indices.sorted {
      mentions[$0].span.count != mentions[$1].span.count ? mentions[$0].span.count > mentions[$1].span.count : $0 < $1
    }
    for number in order {
      for token in reading.tokens(in: mentions[number].span) where mentionNumbers[token] == nil {
        mentionNumbers[token] = number
      }
    }
  }

  func mentionOf(_ i: Int) -> Int? { mentionNumbers[i] }
  func mentionsAt(_ i: Int) -> [Int] { mentionStarts[i] ?? [] }
  func timeOf(_ i: Int) -> Int? { timeNumbers[i] }
  private func token(_ i: Int) -> Token { reading.tokens[i] }

  /// The units of a sentence, in order; every token is in one, or is an adverb or filler that is left out. O(tokens).
  func read(_ sentence: Range<Int>) -> [Unit] {
    var units: [Unit] = []
    var i = sentence.lowerBound
    while i < sentence.upperBound {
      let next: Int
      if let time = timeOf(i) {
        var stop = i + 1
        while stop < sentence.upperBound, timeOf(stop) == time { stop += 1 }
        units.append(Unit(kind: .time, tokens: i..<stop, head: i, time: time))
        next = stop
      } else if let mark = markKind(token(i)) {
        units.append(Unit(kind: mark, tokens: i..<(i + 1), head: i))
        next = i + 1
      } else if let group = verbGroup(at: i, before: sentence.upperBound) {
        units.append(group)
        next = group.tokens.upperBound
      } else if folder.has("clitic-pronoun", token(i)), i + 1 < sentence.upperBound, isVerb(i + 1),
        token(i + 1).classes.contains(.finite)
      {
        units.append(Unit(kind: .adverb, tokens: i..<(i + 1), head: i))
        next = i + 1
      } else if let phrase = nounPhrase(at: i, before: sentence.upperBound, after: units.last) {
        units.append(phrase)
        next = phrase.tokens.upperBound
      } else {
        if let kind = functionKind(i, after: units) { units.append(Unit(kind: kind, tokens: i..<(i + 1), head: i)) }
        next = i + 1
      }
      i = max(next, i + 1)
    }
    return units
  }

  private func markKind(_ token: Token) -> Unit.Kind? {
    switch token.kind {
    case .separator: return token.fold == Self.comma ? .comma : .colon
    case .terminal: return .end
    case .dash: return .dash
    case .openQuote: return .openQuote
    case .closeQuote: return .closeQuote
    case .openBracket, .closeBracket: return .bracket
    default: return nil
    }
  }
  private static let comma = FoldHash(",")

  private func functionKind(_ i: Int, after units: [Unit]) -> Unit.Kind? {
    let classes = token(i).classes
    if classes.contains(.relative), !classes.contains(.subordinator) || followsNoun(units) { return .relative }
    if folder.has("subordinator", token(i)), !classes.contains(.preposition) || opensClause(i) { return .subordinator }
    if classes.contains(.preposition) {
      return classes.contains(.subordinator) && opensClause(i) ? .subordinator : .preposition
    }
    if classes.contains(.relative) { return .relative }
    if classes.contains(.subordinator) { return .subordinator }
    if classes.contains(.coordinator) { return .coordinator }
    if classes.contains(.interrogative) { return .subordinator }
    return .adverb
  }

  /// Whether what comes next, if it may be a relative, refers to a noun just before.
  private func followsNoun(_ units: [Unit]) -> Bool {
    let last = units.last?.kind == .comma ? units.dropLast().last : units.last
    return last?.kind == .nounPhrase
  }

  /// Whether "after", "desde" and their like, here, are followed by a clause: a finite verb before the next mark.
  private func opensClause(_ i: Int) -> Bool {
    var k = i + 1
    while k < reading.tokens.count, k < i + 9 {
      let classes = token(k).classes
      if token(k).kind == .separator || token(k).kind == .terminal || classes.contains(.coordinator) { return false }
      if classes.contains(.relative) || (k > i + 1 && classes.contains(.subordinator)) { return false }
      if mentionOf(k) == nil, timeOf(k) == nil, isFinite(k) { return true }
      k += 1
    }
    return false
  }

  private func isFinite(_ i: Int) -> Bool {
    let classes = token(i).classes
    return (classes.contains(.finite) && !classes.contains(.participle) || folder.isFiniteForm(token(i))) && isVerb(i)
  }

  func isVerb(_ i: Int) -> Bool {
    let classes = token(i).classes
    if mentionOf(i) == nil, folder.isFiniteForm(token(i)) { return true }
    guard mentionOf(i) == nil, token(i).kind == .word || token(i).kind == .clitic else { return false }
    if isDemonymsNoun(i) { return false }
    guard !classes.isDisjoint(with: [.verb, .auxiliary, .modal]) else { return false }
    if classes.contains(.properNoun) { return false }
    return classes.isDisjoint(with: [.noun, .adjective]) || !followsNominalOpener(i)
  }

  /// "Peruvian *troops*": of people and bodies, what may be a verb is a noun behind a demonym.
  func isDemonymsNoun(_ i: Int) -> Bool {
    guard i > 0, let before = mentionOf(i - 1), mentions[before].kind == .demonym, mentionOf(i) == nil else {
      return false
    }
    return folder.isOfficial(token(i))
  }

  /// Whether the word before `i` asks for a noun: an article, a possessive, an adjective, a preposition.
  private func followsNominalOpener(_ i: Int) -> Bool {
    guard i > 0 else { return false }
    let before = token(i - 1).classes
    return !before.isDisjoint(with: [.determiner, .possessive, .preposition, .numeral])
      || (before.contains(.adjective) && !before.contains(.noun))
      || mentionOf(i - 1).map { mentions[$0].kind == .demonym } == true
  }
}
