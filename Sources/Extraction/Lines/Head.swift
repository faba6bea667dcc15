import HTMLTree
import Lexicon
import NewsModel
import TextBytes

extension Page {
  /// Finds title and deck among the lines before the story, and labels the rest of them. O(words of the page).
  mutating func labelHead(titleHint: String?) {
    guard
      let firstProse = lines.indices.first(where: { lines[$0].label == .open && lines[$0].isProse && !mayBeTitle($0) })
    else {
      labelTitle(before: lines.count, titleHint)
      return
    }
    var limit = firstProse
    // A deck may stand before the byline, but nothing stands before the title that reads like a paragraph, except a caption.
    if let dateline = firstDateline, dateline > firstProse,
      !lines[..<firstProse].contains(where: { $0.label == .open && $0.isHeadline })
    {
      limit = dateline
    }
    labelTitle(before: limit, titleHint)
    let title = lines.firstIndex { $0.label == .title }
    // Below a title, a question is a paragraph like any other.
    let lede =
      title.flatMap { t in lines.indices.first { $0 > t && lines[$0].label == .open && lines[$0].isProse } }
      ?? firstProse
    labelDeck(lede)
    labelBeforeDateline(title)
    for i in lines.indices[..<lede] where lines[i].label == .open { lines[i].label = headFurniture(i, title) }
  }

  /// A question or an exclamation near the top, as headlines have them.
  private func mayBeTitle(_ i: Int) -> Bool {
    i < 12 && (lines[i].endsInQuestion || lines[i].endsInExclamation) && lines[i].words <= 25
  }

  /// The first line of the story that begins with a dateline, if it stands near the top.
  private var firstDateline: Int? {
    var before = 0
    for i in lines.indices where lines[i].label == .open && lines[i].isProse {
      if DatelineReader(page: self).read(lines[i]) != nil { return i }
      before += 1
      // What stands above a dateline is a caption and a deck, no more.
      if before > 2 || lines[i].words > 60 { return nil }
    }
    return nil
  }

  private mutating func labelTitle(before limit: Int, _ hint: String?) {
    if let hint {
      let wanted = FoldHash(phrase: folded(hint))
      let match =
        lines.indices.first {
          lines[$0].span.start == headline && FoldHash(phrase: text.bytes, lines[$0].span) == wanted
        } ?? lines.indices.first { FoldHash(phrase: text.bytes, lines[$0].span) == wanted }
      if let match { lines[match].label = .title }
      return
    }
    let story = storyWords(from: limit)
    var best: (index: Int, score: Double)?
    var rank = 0
    for i in lines.indices[..<limit] where lines[i].label == .open && lines[i].isHeadline {
      let score = titleScore(lines[i], story) * nearness(i, limit) / (1 + 0.3 * Double(min(rank, 3)))
      if score > (best?.score ?? leastScore(i)) { best = (i, score) }
      if lines[i].words >= 4 { rank += 1 }
    }
    guard var best else { return }
    // Of two headlines one below the other the second is the deck.
    if let above = headline(above: best.index),
      titleScore(lines[above], story) * 2 >= titleScore(lines[best.index], story)
    {
      best.index = above
    }
    lines[best.index].label = .title
    for i in lines.indices
    where i != best.index && lines[i].fold == lines[best.index].fold && lines[i].words == lines[best.index].words {
      lines[i].label = .cut(.duplicate)
    }
  }

  /// The headline that stands right above line `i`, of six words or more.
  private func headline(above i: Int) -> Int? {
    guard i > 0, lines[i - 1].label == .open, lines[i - 1].isHeadline, lines[i - 1].words >= 6, lines[i].words >= 6,
      lines[i - 1].markup?.isHeading != false,
      !lines[..<(i - 1)].contains(where: { $0.label == .open && $0.words >= 6 })
    else { return nil }
    return i - 1
  }

  /// The folded words of the story, without function words.
  private func storyWords(from start: Int) -> Set<FoldHash> {
    var words: Set<FoldHash> = []
    for line in lines[start...] where line.label == .open && (line.isProse || line.endsInFullStop) {
      for token in tokens[line.tokens] where token.kind == .word && !token.classes.contains(.function) {
        words.insert(token.fold)
      }
    }
    return words
  }

  /// Two words make a title only right above the date or the byline.
  private func leastScore(_ i: Int) -> Double {
    guard i == 0, i + 1 < lines.count else { return 1.2 }
    return lines[i + 1].label == .cut(.date) || lines[i + 1].label == .cut(.byline) ? 0.5 : 1.2
  }

  /// Titles stand near the story; menus are long.
  private func nearness(_ i: Int, _ limit: Int) -> Double {
    let between = lines[i..<limit].reduce(0) { $0 + ($1.label == .open ? 1 : 0) }
    return 1 / (1 + 0.12 * Double(max(0, between - 3)))
  }

  /// A title is as long as titles are and says in other words what the story says.
  private func titleScore(_ line: PageLine, _ story: Set<FoldHash>) -> Double {
    let content = tokens[line.tokens].filter { $0.kind == .word && !$0.classes.contains(.function) }
    guard !content.isEmpty else { return 0 }
    let shared = Double(content.reduce(0) { $0 + (story.contains($1.fold) ? 1 : 0) })
    let length = Double(min(line.words, 10))
    if line.words <= 2 { return shared == Double(content.count) ? 1 : 0 }
    if line.words <= 4, line.capitalized == line.words, shared == 0 { return 0 }
    return length * (0.3 + shared / Double(content.count)) * (line.endsInColon ? 0.5 : 1)
  }

  private mutating func labelDeck(_ firstProse: Int) {
    guard let title = lines.firstIndex(where: { $0.label == .title }) else { return }
    for i in lines.indices[(title + 1)...] {
      let line = lines[i]
      if line.label == .cut(.byline) || line.label == .cut(.date) { return }
      guard line.label == .open else { continue }
      if i > firstProse { return }
      if isDeck(i) { lines[i].label = .deck }
      if line.isProse || lines[i].label == .deck { return }
    }
  }

  /// A sentence between title and byline, or an unfinished one right before the lede.
  private func isDeck(_ i: Int) -> Bool {
    let line = lines[i]
    if line.markup?.isStoryText == true { return false }
    guard line.words >= 6, line.words <= 60, DatelineReader(page: self).read(line) == nil else { return false }
    var sawByline = false
    for j in (i + 1)..<max(i + 1, lines.count) {
      if lines[j].label == .cut(.byline) || lines[j].label == .cut(.date) { sawByline = true }
      if lines[j].label == .open, lines[j].isProse {
        return sawByline
          || !line.endsInFullStop && !line.endsInQuestion && line.words <= 35
            && !lines[..<i].contains { $0.label == .cut(.date) || $0.label == .cut(.byline) }
      }
    }
    return false
  }

  /// What reads like a paragraph before a line with a dateline is a caption, or the deck.
  private mutating func labelBeforeDateline(_ title: Int?) {
    guard let dateline = firstDateline else { return }
    for i in lines.indices[..<dateline] where lines[i].label == .open && lines[i].isProse {
      if lines[i].markup?.isStoryText == true, lines[i].markup?.tag == .p { continue }
      let isDeck = title.map { $0 < i } == true && lines[i].words <= 30 && !lines.contains { $0.label == .deck }
      lines[i].label = isDeck ? .deck : .cut(.caption)
    }
  }

  private func headFurniture(_ i: Int, _ title: Int?) -> LineLabel {
    let line = lines[i]
    // Where no line is the headline, the story's element begins with the story.
    if title == nil, line.markup?.isStoryText == true, line.words >= 4 { return .prose }
    if title.map({ $0 < i }) ?? false {
      if isPersonName(line) { return .cut(.byline) }
      if line.words >= 2, line.markup?.isStoryText == true { return .prose }
      let isBehindByline = lines[..<i].contains { $0.label == .cut(.date) || $0.label == .cut(.byline) }
      return line.words >= 4 && isBehindByline ? .cut(.caption) : .cut(.other)
    }
    if i == 0, isOutletLine(line) { return .cut(.outlet) }
    return line.words <= 3 ? .cut(.section) : .cut(.other)
  }

  /// Capitals at the very top name the outlet, unless they are words of the story: then they are a kicker.
  private func isOutletLine(_ line: PageLine) -> Bool {
    guard line.isAllCapitals, line.words >= 2, line.words <= 6 else { return false }
    let content = tokens[line.tokens].filter { $0.kind == .word && !$0.classes.contains(.function) }
    let story = storyWords(from: 0)
    let sectionFollows = lines.count > 1 && (lines[1].label == .cut(.section) || lines[1].label == .cut(.date))
    return sectionFollows || !content.contains { story.contains($0.fold) }
  }

  /// Two to five capitalised words: how a byline stands alone.
  func isPersonName(_ line: PageLine) -> Bool { looksLikeName(line) && !isMadeOfCommonWords(line) }

  private func looksLikeName(_ line: PageLine) -> Bool {
    guard (2...5).contains(line.words), !line.endsInFullStop, !line.endsInQuestion, !line.endsInColon else {
      return false
    }
    let isCapitalized = tokens[line.tokens].allSatisfy { token in
      switch token.kind {
      case .word:
        (token.shape.contains(.capitalized) || token.classes.contains(.function) && token.span.count <= 3)
          && !token.shape.contains(.hasDigit)
      case .dash, .symbol, .closeQuote, .openQuote: false
      default: text[token.span] == "," || text[token.span] == "."
      }
    }
    return isCapitalized && line.capitalized >= 2
  }

  /// "Key Points": every word is an ordinary one, and none is a given name.
  private func isMadeOfCommonWords(_ line: PageLine) -> Bool {
    let names = wordTokens(line.tokens)
    let given = names.first.flatMap { Lexicon.shared.givenNames[$0.fold] }
    if let given, !given.isCommonWord { return false }
    let ordinary: WordClasses = [.noun, .verb, .adjective, .adverb, .function]
    let words = classified(line).filter { $0.kind == .word || $0.kind == .number }
    guard words.allSatisfy({ !$0.classes.isDisjoint(with: ordinary) }) else { return false }
    let isSurname = names.last.map { Lexicon.shared.surnames[$0.fold] != nil } == true
    return given == nil || !isSurname
  }

  /// Bare names in the head are the authors where they stand twice, beside a date or byline, and are nobody in the story. O(lines²) over the head.
  mutating func labelBareBylines() {
    let prose = lines.indices.filter { lines[$0].label == .open && lines[$0].isProse }
    // A deck may stand above the byline.
    let firstProse = prose.count > 1 ? prose[1] : prose.first ?? 0
    let head = lines.indices.prefix(min(40, lines.count))
    for i in head where lines[i].label == .open && looksLikeName(lines[i]) {
      let twice = head.contains { $0 != i && lines[$0].fold == lines[i].fold && lines[$0].words == lines[i].words }
      let besideDate = [i - 1, i + 1].contains {
        lines.indices.contains($0) && (lines[$0].label == .cut(.date) || lines[$0].label == .cut(.byline))
      }
      let below = i > 0 && lines[..<i].contains { $0.words >= 4 }
      guard below, i < firstProse || besideDate, twice && lines[i].words <= 4 || besideDate, !isInStory(i),
        !isMadeOfCommonWords(lines[i])
      else {
        continue
      }
      lines[i].label = .cut(.byline)
    }
  }

  private func isInStory(_ i: Int) -> Bool {
    let name = wordTokens(lines[i].tokens).map(\.fold)
    return lines.contains { line in
      guard line.label == .open, line.isProse else { return false }
      let words = wordTokens(line.tokens).map(\.fold)
      guard words.count >= name.count else { return false }
      return (0...(words.count - name.count)).contains { Array(words[$0..<($0 + name.count)]) == name }
    }
  }
}
