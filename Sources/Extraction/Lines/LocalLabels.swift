import NewsModel
import TextBytes

extension Page {
  /// Labels the lines that tell by themselves what they are. O(lines).
  mutating func labelByCues() {
    for i in lines.indices where lines[i].label == .open {
      if hasTextLabel(lines[i]) { lines[i].label = .cut(.byline) }
      if isLocalAgency(lines[i]) { lines[i].label = .cut(.credit) }
      guard let reason = furniture(lines[i]), lines[i].label == .open else { continue }
      // "Watch: …" opens headlines too; at the top of a page it is one.
      if reason == .related, i == 0, lines[i].words >= 6 { continue }
      lines[i].label = .cut(reason)
    }
  }

  /// The reason why a line is furniture by its own words, or nil.
  func furniture(_ line: PageLine) -> Removal.Reason? {
    guard let best = line.cues.best else { return nil }
    let least = line.isProse && line.cues.opening.contains(best.reason) && hasLabel(line) ? 3 : threshold(line)
    guard best.score >= least else { return nil }
    if line.isProse, !line.cues.isStrong(best.reason) { return nil }
    // "© Harbour Post. All rights reserved.": a notice, not a credit.
    if best.reason == .credit, line.cues[.disclaimer] >= 3, line.words <= 25 { return .disclaimer }
    if best.reason == .credit, !line.cues.opening.contains(.credit), line.words >= 9 { return .caption }
    if best.reason == .byline, line.words > 10 { return nil }
    if best.reason == .date, line.isProse { return nil }
    return best.reason
  }

  /// "Text: Ana Ruiz. Photos: Li Wei": a word for the author, a colon, a name.
  private func hasTextLabel(_ line: PageLine) -> Bool {
    let start = line.tokens.lowerBound
    guard line.words <= 12, line.tokens.count >= 4, text[tokens[start + 1].span] == ":" else { return false }
    return CueWords.shared.contains(tokens[start].fold, .authorLabel)
      && [start + 2, start + 3].allSatisfy { tokens[$0].kind == .word && tokens[$0].shape.contains(.capitalized) }
  }

  /// A line that is nothing but the name of an agency which only this page names.
  private func isLocalAgency(_ line: PageLine) -> Bool {
    agencies.contains { $0.words.count == line.words && matches($0.words, at: line.tokens.lowerBound, line) }
  }

  /// A line that is nothing but the name of an agency.
  func isAgency(_ line: PageLine) -> Bool {
    let core = coreTokens(of: line)
    return !core.isEmpty && AgencyName.match(self, at: core.lowerBound, before: core.upperBound)?.length == core.count
  }

  /// "Correction: …", "Editor's note: …": a colon behind the first words.
  private func hasLabel(_ line: PageLine) -> Bool {
    tokens[line.tokens].prefix(5).contains { $0.kind == .separator && text[$0.span] == ":" }
  }

  /// How strong cues must be: the more a line reads like running text, the stronger.
  private func threshold(_ line: PageLine) -> Int {
    guard line.isProse else { return line.words <= 12 && !line.cues.opening.isEmpty ? 2 : 3 }
    switch line.words {
    case ...16: return 3
    case ...30: return line.cues.opening.isEmpty ? 4 : 3
    case ...50: return 5
    default: return 7
    }
  }

  /// Labels exact and near repetitions of long lines. O(lines).
  mutating func labelDuplicates() {
    var seen: [FoldHash: Int] = [:]
    for i in lines.indices where lines[i].words >= 8 && (lines[i].label == .open || lines[i].label == .cut(.caption)) {
      let words = wordTokens(lines[i].tokens)
      let key = words.prefix(5).reduce(FoldHash.empty) { $0.followed(by: $1.fold) }
      guard let earlier = seen[key], repeats(earlier, i) else {
        seen[key] = i
        continue
      }
      if removesEarlier(earlier, i) { seen[key] = i }
    }
  }

  /// Labels one of two lines that say the same; true if it is the earlier one.
  private mutating func removesEarlier(_ earlier: Int, _ later: Int) -> Bool {
    if lines[later].label != .open || lines[earlier].label != .open {
      lines[later].label = .cut(.caption)
      lines[earlier].label = .cut(.caption)
      return false
    }
    // A sentence in the present that stands twice in a row is the caption of a picture and of its enlargement. Its words' classes come
    // last: they load the table of all words.
    if later - earlier == 1, lines[later].isProse, lines[..<earlier].contains(where: { $0.isProse }),
      isToldInPresent(lines[later])
    {
      lines[later].label = .cut(.caption)
      lines[earlier].label = .cut(.caption)
      return false
    }
    // Of two copies the one in the element of the story stays.
    if let first = lines[earlier].markup?.place, let second = lines[later].markup?.place, first != second,
      first == .inside || second == .inside
    {
      lines[first == .inside ? later : earlier].label = .cut(.duplicate)
      return second == .inside
    }
    // Of a subhead and its entry in a list, the subhead stands before a paragraph.
    let headsLater = !lines[later].isProse && isFollowedByProse(later) && !isFollowedByProse(earlier)
    if headsLater || lines[earlier].words < lines[later].words || later - earlier <= 2
      || hasSubscription(between: earlier, and: later)
    {
      lines[earlier].label = .cut(.duplicate)
      return true
    }
    lines[later].label = .cut(.duplicate)
    return false
  }

  /// Whether the next line reads like a paragraph.
  func isFollowedByProse(_ i: Int) -> Bool { i + 1 < lines.count && lines[i + 1].isProse }

  private func hasSubscription(between a: Int, and b: Int) -> Bool {
    lines[(a + 1)..<b].contains { $0.label == .cut(.subscribe) }
  }

  /// Whether two lines share nine words in ten, or one begins the other.
  private func repeats(_ a: Int, _ b: Int) -> Bool {
    if lines[a].fold == lines[b].fold { return true }
    let first = wordTokens(lines[a].tokens).map(\.fold)
    let second = wordTokens(lines[b].tokens).map(\.fold)
    let (short, long) = first.count <= second.count ? (first, second) : (second, first)
    if short.count >= 12, Array(long.prefix(short.count)) == short { return true }
    guard short.count * 10 >= long.count * 9 else { return false }
    let common = Set(short).intersection(long).count
    return common * 10 >= Set(long).count * 9
  }

  /// The lines above photo credits, and lines that repeat captions, are captions. O(lines).
  mutating func labelCaptions() {
    for i in lines.indices where lines[i].label == .cut(.credit) && i > 0 && lines[i].isPictureCredit {
      let above = lines[i - 1]
      guard above.label == .open else { continue }
      if !above.isProse && !above.endsInFullStop && above.words <= 30 && !(i == 1 && above.words >= 4) {
        lines[i - 1].label = .cut(.caption)
      } else if isGlued(i) && above.words <= 60 && above.isProse {
        lines[i - 1].label = .cut(.caption)
      }
    }
    for i in lines.indices
    where lines[i].label == .open
      && (hasCaptionDate(lines[i]) || endsInPhotographer(lines[i]) || opensWithAgency(lines[i]))
    {
      lines[i].label = .cut(.caption)
    }
  }

  /// "Reuters The quay after the fire.": an agency's name that a sentence of its own stands behind is the credit of a picture.
  private func opensWithAgency(_ line: PageLine) -> Bool {
    let first = line.tokens.lowerBound
    guard line.words >= 5, let match = AgencyName.match(self, at: first, before: line.tokens.upperBound),
      first + match.length < line.tokens.upperBound
    else { return false }
    let next = tokens[first + match.length]
    return next.kind == .word && next.shape.contains(.capitalized)
      && !next.classes.isDisjoint(with: [.determiner, .pronoun, .preposition, .adverb])
      && next.classes.isDisjoint(with: [.noun, .properNoun, .verb])
  }

  /// "… at the quay. (Harbour Press/Ana Ruiz)", "… / ANA RUIZ", "Credit: Ana Ruiz / Harbour Press".
  private func endsInPhotographer(_ line: PageLine) -> Bool {
    guard line.words >= 8, line.words <= 70 else { return false }
    let first = max(line.tokens.lowerBound, line.tokens.upperBound - 12)
    guard let slash = (first..<line.tokens.upperBound).last(where: { text[tokens[$0].span] == "/" }) else {
      return false
    }
    let behind = (slash + 1)..<line.tokens.upperBound
    let names = behind.prefix { tokens[$0].kind == .word && tokens[$0].shape.contains(.capitalized) }
    guard (1...4).contains(names.count), slash > line.tokens.lowerBound else { return false }
    let rest = names.endIndex..<behind.upperBound
    let before = tokens[slash - 1]
    if rest.isEmpty, before.kind == .terminal { return true }
    if !rest.isEmpty, tokens[names.endIndex].kind == .closeBracket, rest.count <= 2 {
      return opensBracket(slash, first)
    }
    guard rest.isEmpty else { return false }
    var label = slash - 1
    while label > first, tokens[label].kind == .word, tokens[label].shape.contains(.capitalized) { label -= 1 }
    return text[tokens[label].span] == ":" && label > first && slash - label <= 5
      && CueWords.shared.contains(tokens[label - 1].fold, .photo)
  }

  /// Whether names alone stand between a bracket and the slash.
  private func opensBracket(_ slash: Int, _ first: Int) -> Bool {
    var i = slash - 1
    while i > first, tokens[i].kind == .word, tokens[i].shape.contains(.capitalized) { i -= 1 }
    return tokens[i].kind == .openBracket && slash - i >= 2
  }

  /// Whether a line follows the one above without the blank line that the page puts between most others.
  func isGlued(_ i: Int) -> Bool {
    guard i > 0, lines[i].number == lines[i - 1].number + 1 else { return false }
    return blankLineShare > 0.5
  }

  /// The share of lines that a blank line stands before.
  var blankLineShare: Double {
    guard lines.count > 1 else { return 0 }
    let spaced = lines.indices.dropFirst().reduce(0) { $0 + (lines[$1].number > lines[$1 - 1].number + 1 ? 1 : 0) }
    return Double(spaced) / Double(lines.count - 1)
  }

  /// "…, in Caracas, Wednesday, Dec. 10, 2025.": the way agencies date their captions, at the end, weekday and year told.
  private func hasCaptionDate(_ line: PageLine) -> Bool {
    guard line.words >= 10, line.words <= 90 else { return false }
    return PageDates.shared.dates(in: self, line.tokens).contains { date in
      date.weekday != nil && date.value?.date.day != nil && date.tokens.lowerBound - line.tokens.lowerBound >= 8
        && PageDates.shared.isJoint(self, date.tokens.lowerBound - 1)
        && closesSentence(date.tokens.upperBound, line) && isToldInPresent(line)
    }
  }

  private func closesSentence(_ i: Int, _ line: PageLine) -> Bool {
    i == line.tokens.upperBound || tokens[i].kind == .terminal || tokens[i].kind == .openBracket
  }

  /// Whether the first verb that can carry the sentence is in the present: captions say what can be seen.
  private func isToldInPresent(_ line: PageLine) -> Bool {
    guard
      let verb = classified(line).first(where: { $0.classes.contains(.finite) && !$0.shape.contains(.capitalized) })
    else { return true }
    return verb.classes.contains(.present) && !verb.classes.contains(.past)
  }
}
