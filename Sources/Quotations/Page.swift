import NewsModel
import TextBytes

/// A stretch of text that no quotation mark is cut by: a sentence, or several where a quotation holds the ends between them.
struct Frame: Sendable {
  var tokens: Range<Int>
  var paragraph: Int
  var part: Sentence.Part
}

/// A cue that stands in the text.
struct CueHit: Sendable {
  var cue: Cue
  var length: Int
  /// Whether it is a participle behind "have".
  var isPerfect = false
}

/// A text prepared for the matchers: its quotation marks paired, its frames cut, its cues and word uses looked up once.
final class Page {
  let reading: Reading
  let folder: CueFolder
  let entities: [Entity]
  let mentions: [Mention]
  let uses: [WordUse]
  let cues: [CueHit?]
  let quotes: [QuoteStretch]
  /// For each token the number of the stretch that it is in, marks included, or -1.
  let quoteAt: [Int32]
  /// For each token the number of the longest mention that covers it, or -1.
  let mentionAt: [Int32]
  let frames: [Frame]
  /// The entities that a word for a medium stands beside somewhere: "la agencia Lux".
  private(set) var mediums: Set<Int> = []
  /// The words of the outlet's own name.
  let outlet: [FoldHash]

  var tokens: [Token] { reading.tokens }

  init(_ input: QuotationFinder.Input, folder: CueFolder) {
    reading = input.reading
    self.folder = folder
    entities = input.entities
    mentions = input.mentions
    let tokens = input.reading.tokens
    uses = tokens.map { folder.uses(of: $0, in: input.reading.text) }
    cues = Self.findCues(tokens, uses, folder)
    let paragraphs = Self.paragraphs(of: input.reading)
    let quotes = Self.findQuotes(input.reading, paragraphs)
    var quoteAt = [Int32](repeating: -1, count: tokens.count)
    for (number, stretch) in quotes.enumerated() {
      for i in stretch.tokens { quoteAt[i] = Int32(number) }
    }
    self.quotes = quotes
    self.quoteAt = quoteAt
    mentionAt = Self.placeMentions(input.mentions, input.reading)
    frames = Self.cutFrames(input.reading, quoteAt, cues)
    let name = input.article?.metadata.outlet?.name ?? ""
    outlet = name.split(separator: " ").filter { $0.utf8.count > 2 }.map { FoldHash(String($0)) }
    mediums = Set(mentions.compactMap(mediumEntity))
  }

  private func mediumEntity(_ mention: Mention) -> Int? {
    guard mention.kind == .name, mention.type != .person, mention.type != .location else { return nil }
    let range = reading.tokens(in: mention.span)
    guard folder.headFirst else {
      return has(range.lowerBound - 1, .media) && !isCapitalized(range.lowerBound - 1) ? mention.entity : nil
    }
    return has(range.lowerBound - 1, .media) && isDeterminer(range.lowerBound - 2) ? mention.entity : nil
  }

  /// A participle behind a form of "have" ("ha explicado", "have also written") is as good as a finite verb.
  private static func findCues(_ tokens: [Token], _ uses: [WordUse], _ folder: CueFolder) -> [CueHit?] {
    tokens.indices.map { i in
      guard tokens[i].kind == .word,
        let match = folder.cues.longestMatch(at: i, count: tokens.count, fold: { tokens[$0].fold })
      else { return nil }
      var hit = CueHit(cue: match.value, length: match.length)
      // "preguntó por | qué": the preposition belongs to the question.
      if match.length > 1, i + match.length < tokens.count, uses[i + match.length].contains(.whether),
        let verb = folder.cues.longestMatch(at: i, count: i + match.length - 1, fold: { tokens[$0].fold })
      {
        hit = CueHit(cue: verb.value, length: verb.length)
      }
      if hit.cue.form.contains(.participle), !hit.cue.form.contains(.finite),
        followsHave(i, tokens, uses)
      {
        hit.cue.form.insert(.finite)
        hit.isPerfect = true
      }
      return hit
    }
  }

  /// Whether only adverbs part the word at `i` from a form of "have".
  private static func followsHave(_ i: Int, _ tokens: [Token], _ uses: [WordUse]) -> Bool {
    var k = i - 1
    while k >= 0, uses[k].contains(.adverb) || tokens[k].classes.contains(.adverb) { k -= 1 }
    return k >= 0 && uses[k].contains(.have)
  }

  private static func paragraphs(of reading: Reading) -> [Range<Int>] {
    var ranges: [Range<Int>] = []
    var last: (Int, Sentence.Part)?
    for sentence in reading.sentences {
      if let last, last == (sentence.paragraph, sentence.part), !ranges.isEmpty {
        ranges[ranges.count - 1] = ranges[ranges.count - 1].lowerBound..<sentence.tokens.upperBound
      } else {
        ranges.append(sentence.tokens)
      }
      last = (sentence.paragraph, sentence.part)
    }
    return ranges
  }

  private static func findQuotes(_ reading: Reading, _ paragraphs: [Range<Int>]) -> [QuoteStretch] {
    let pairing = QuotePairing(text: reading.text, tokens: reading.tokens)
    var quotes: [QuoteStretch] = []
    for (number, range) in paragraphs.enumerated() {
      let next = number + 1 < paragraphs.count ? paragraphs[number + 1].lowerBound : nil
      let nextOpens = next.map { reading.tokens[$0].kind == .openQuote } ?? false
      quotes += pairing.stretches(in: range, nextOpens: nextOpens)
    }
    return quotes
  }

  private static func placeMentions(_ mentions: [Mention], _ reading: Reading) -> [Int32] {
    var at = [Int32](repeating: -1, count: reading.tokens.count)
    for (number, mention) in mentions.enumerated() {
      for i in reading.tokens(in: mention.span) where at[i] < 0 || mentions[Int(at[i])].span.count < mention.span.count
      {
        at[i] = Int32(number)
      }
    }
    return at
  }

  private static func cutFrames(_ reading: Reading, _ quoteAt: [Int32], _ cues: [CueHit?]) -> [Frame] {
    var frames: [Frame] = []
    for sentence in reading.sentences where !sentence.tokens.isEmpty {
      if let last = frames.last, last.paragraph == sentence.paragraph, last.part == sentence.part {
        let first = sentence.tokens.lowerBound
        let isInside = quoteAt[first] >= 0 && quoteAt[first] == quoteAt[first - 1]
        if isInside || answersQuote(sentence.tokens, reading.tokens, quoteAt, cues) {
          frames[frames.count - 1].tokens = last.tokens.lowerBound..<sentence.tokens.upperBound
          continue
        }
      }
      frames.append(Frame(tokens: sentence.tokens, paragraph: sentence.paragraph, part: sentence.part))
    }
    return frames
  }

  /// Whether a sentence is the attribution of a question or exclamation before it: “Really?” Ruiz asked.
  private static func answersQuote(_ range: Range<Int>, _ tokens: [Token], _ quoteAt: [Int32], _ cues: [CueHit?])
    -> Bool
  {
    let first = range.lowerBound
    guard first >= 2, quoteAt[first - 1] >= 0, quoteAt[first] < 0, tokens[first - 2].kind == .terminal else {
      return false
    }
    for i in range.prefix(12) {
      if quoteAt[i] >= 0 || tokens[i].kind == .separator && i == first { return false }
      guard let cue = cues[i]?.cue, cue.form.contains(.finite), cue.takes.contains(.quote) else { continue }
      let next = i + (cues[i]?.length ?? 1)
      guard next < range.upperBound, tokens[next].kind != .terminal, tokens[next].kind != .separator else {
        return true
      }
      return i == first || tokens[next].classes.contains(.preposition) || tokens[next].classes.contains(.adverb)
        || tokens[next].shape.contains(.capitalized) && next + 1 < range.upperBound
          && tokens[next + 1].kind == .terminal
    }
    return false
  }
}

// What the matchers ask of single tokens. All are false behind the last token.
extension Page {
  /// The cue that begins at `i`, or nil.
  func hit(_ i: Int) -> CueHit? { cues.indices.contains(i) ? cues[i] : nil }
  func has(_ i: Int, _ use: WordUse) -> Bool { uses.indices.contains(i) && !uses[i].isDisjoint(with: use) }
  func hasClass(_ i: Int, _ classes: WordClasses) -> Bool {
    tokens.indices.contains(i) && !tokens[i].classes.isDisjoint(with: classes)
  }
  func isKind(_ i: Int, _ kind: Token.Kind) -> Bool { tokens.indices.contains(i) && tokens[i].kind == kind }
  func isByte(_ i: Int, _ byte: UInt8) -> Bool {
    tokens.indices.contains(i) && tokens[i].span.count == 1 && reading.text.bytes[tokens[i].span.start] == byte
  }
  func isComma(_ i: Int) -> Bool { isByte(i, UInt8(ascii: ",")) }
  func isColon(_ i: Int) -> Bool { isByte(i, UInt8(ascii: ":")) }
  func inQuote(_ i: Int) -> Bool { quoteAt.indices.contains(i) && quoteAt[i] >= 0 }
  func isCapitalized(_ i: Int) -> Bool { tokens.indices.contains(i) && tokens[i].shape.contains(.capitalized) }
  func isInName(_ i: Int) -> Bool {
    mentionAt.indices.contains(i) && mentionAt[i] >= 0 && mentions[Int(mentionAt[i])].kind == .name
  }

  /// The phrase of the kind `use` that begins at `i`: its length in tokens, or nil.
  func phrase(_ use: PhraseUse, at i: Int) -> Int? {
    guard tokens.indices.contains(i), let table = folder.phrases[use] else { return nil }
    return table.longestMatch(at: i, count: tokens.count) { tokens[$0].fold }?.length
  }

  /// Whether `i` begins a sentence or a line.
  func isStart(_ i: Int) -> Bool {
    guard tokens.indices.contains(i), let sentence = reading.sentence(at: tokens[i].span.start) else { return true }
    return reading.sentences[sentence].tokens.lowerBound == i
  }

  /// Whether a party is the article's own outlet: "told the Tribune", "a este medio".
  func isOwnOutlet(_ party: Party) -> Bool {
    if phrase(.own, at: party.tokens.lowerBound) != nil { return true }
    let names = party.tokens.filter { isKind($0, .word) && !isDeterminer($0) && tokens[$0].span.count > 2 }
    return !names.isEmpty && !outlet.isEmpty
      && names.allSatisfy { isCapitalized($0) && outlet.contains(tokens[$0].fold) }
  }
}
