import HTMLTree
import NewsModel
import TextBytes

extension Page {
  /// Labels what is still open: paragraphs, subheads, and the furniture around and behind the story. O(lines).
  mutating func labelBody() {
    guard let last = lines.lastIndex(where: { isOpenSentence($0) }) else {
      for i in lines.indices where lines[i].label == .open {
        lines[i].label = lines[i].words >= 6 ? .prose : .cut(.other)
      }
      return
    }
    let repeated = repeatedShortLines()
    for i in lines.indices where lines[i].label == .open {
      let line = lines[i]
      if isQuestionHead(i) {
        lines[i].label = .heading
      } else if line.isProse || line.endsInFullStop && line.words >= 2
        || line.endsInColon && line.words >= 3 && i < last
      {
        lines[i].label = .prose
      } else if i > last, lines[i].markup?.isStoryText != true {
        lines[i].label = .cut(tailReason(line))
      } else if repeated.contains(line.fold.value), !isFollowedByProse(i) {
        lines[i].label = .cut(.interface)
      } else {
        lines[i].label = inner(i)
      }
    }
    demoteHeadings()
    cutAuthorNotes()
  }

  /// "Ana Ruiz covers the ports for the Post": a note on the author among the last paragraphs.
  private mutating func cutAuthorNotes() {
    let authors = lines.filter { $0.label == .cut(.byline) && $0.words <= 16 }.flatMap {
      BylineReader(page: self).names($0)
    }
    let names = Set(authors.map { FoldHash(phrase: $0.name) })
    for i in lines.indices.filter({ lines[$0].label == .prose }).suffix(3) {
      let words = wordTokens(lines[i].tokens)
      let isNote = (2...4).contains { count in
        guard words.count > count else { return false }
        let name = words[1..<count].reduce(words[0].fold) { $0.followed(by: $1.fold) }
        return names.contains(name) && CueWords.shared.contains(words[count].fold, .bio)
      }
      if isNote { lines[i].label = .cut(.byline) }
    }
  }

  /// A short question on a line of its own before a paragraph.
  private func isQuestionHead(_ i: Int) -> Bool {
    lines[i].endsInQuestion && lines[i].words <= 14 && !lines[i].hasQuote && i > 0 && i + 1 < lines.count
      && lines[i + 1].isProse
  }

  private func isOpenSentence(_ line: PageLine) -> Bool {
    line.label == .open && (line.isProse || line.endsInFullStop && line.words >= 3)
  }

  private func repeatedShortLines() -> Set<UInt64> {
    var counts: [UInt64: Int] = [:]
    for line in lines where line.words <= 8 && line.words > 0 && !line.endsInFullStop {
      counts[line.fold.value, default: 0] += 1
    }
    return Set(counts.filter { $0.value >= 2 }.keys)
  }

  /// What a line behind the story is.
  func tailReason(_ line: PageLine) -> Removal.Reason {
    if isAgency(line) { return .credit }
    if line.isProse { return .other }
    if line.words >= 5 { return .related }
    return line.words <= 2 && line.capitalized > 0 ? .section : .interface
  }

  /// A line without a final full stop amid the story: a subhead, an item of a list, or words of a verse.
  private func inner(_ i: Int) -> LineLabel {
    let line = lines[i]
    if line.words == 0 { return .cut(.other) }
    if let markup = line.markup {
      return markup.isHeading || markup.tag == .p && line.isHeadline && line.words <= 14 ? .heading : .prose
    }
    if line.hasBullet || line.startsLower || line.words > 20 || line.endsInColon { return .prose }
    return .heading
  }

  /// A paragraph of the story's element without a full stop.
  private func mayEndStory(_ line: PageLine) -> Bool {
    line.markup?.isStoryText == true && line.markup?.tag == .p && line.words >= 4 && line.cues.best == nil
      && !line.endsInColon
  }

  /// A subhead stands before a paragraph of its story; one that ends the story heads nothing.
  private mutating func demoteHeadings() {
    var next: Int?
    for i in lines.indices.reversed() {
      switch lines[i].label {
      case .prose: next = i
      case .heading:
        if next == nil { lines[i].label = mayEndStory(lines[i]) ? .prose : .cut(tailReason(lines[i])) }
      default: break
      }
    }
  }
}
