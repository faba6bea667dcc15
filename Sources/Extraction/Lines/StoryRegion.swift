import NewsModel
import TextBytes

extension Page {
  /// The stretch of lines in which the story lies: the one whose paragraphs outweigh the short lines among them by the most.
  ///
  /// Each paragraph counts its words; each short line costs ``shortLineCost``; what is cut already costs nothing, so that a
  /// paywall does not part a story, but a list of other articles or a comment form does. Kadane's algorithm, O(lines).
  func storyRegion() -> Range<Int> {
    var best = (sum: 0, range: 0..<0)
    var sum = 0
    var start = 0
    var runCost = 0
    for i in lines.indices {
      if sum <= 0 {
        sum = 0
        start = i
      }
      var weight = weight(lines[i])
      if weight < 0, lines[i].label == .open {
        weight = max(weight, -max(0, Self.mostRunCost - runCost))
        runCost -= weight
      } else if weight > 0 {
        runCost = 0
      }
      sum += weight
      if sum > best.sum { best = (sum, start..<(i + 1)) }
    }
    return best.range
  }

  private static let shortLineCost = 3
  /// A list inside a story is part of it, however long; only several lists in a row part the story from what follows.
  private static let mostRunCost = 80

  private func weight(_ line: PageLine) -> Int {
    switch line.label {
    case .open, .prose, .heading:
      if line.isProse { return min(line.words, 80) }
      if line.endsInFullStop { return line.words >= 4 ? line.words : 0 }
      if line.markup?.isStoryText == true { return 0 }
      return line.hasBullet || line.endsInColon ? 0 : -Self.shortLineCost
    case .cut(.comments): return -40
    case .cut(.related), .cut(.navigation): return -Self.shortLineCost
    default: return 0
    }
  }

  /// Cuts what lies outside the story, but for the title and deck. O(lines).
  mutating func labelOutside(titleHint: String?) {
    labelOutsideElement(titleHint)
    let top = headline(titleHint)
    var region = storyRegion()
    guard !region.isEmpty else { return }
    var next = region.upperBound
    while next < lines.count, !ends(lines[next]) {
      next += 1
      if goesOn(lines[next - 1]) { region = region.lowerBound..<next }
    }
    for i in lines.indices where lines[i].label == .open && !region.contains(i) {
      if i < region.lowerBound {
        guard lines[i].isProse, lines[i].markup?.isStoryText != true, !isLead(i, top) else { continue }
        lines[i].label = .cut(.other)
      } else {
        lines[i].label = .cut(tailReason(lines[i]))
      }
    }
  }

  /// Whether a line right behind the last paragraph is the story's still.
  private func goesOn(_ line: PageLine) -> Bool {
    line.markup?.isStoryText == true && (line.label == .open || line.label == .cut(.caption))
  }

  /// Whether a line behind the last paragraph ends the story.
  private func ends(_ line: PageLine) -> Bool {
    guard case .cut(let reason) = line.label else { return !goesOn(line) }
    return [.related, .comments, .navigation, .subscribe].contains(reason) || line.markup?.place != .inside
  }

  /// Whether a paragraph stands right below the headline, in the same part of the page as the story.
  private func isLead(_ i: Int, _ top: Int?) -> Bool {
    guard let top, let markup = lines[i].markup, i > top, markup.place == .before, markup.linkShare < 0.3 else {
      return false
    }
    return lines[(top + 1)..<i].reduce(0) { $0 + ($1.label == .open ? 1 : 0) } <= 6
  }

  private func headline(_ title: String?) -> Int? {
    if let headline, let line = lines.firstIndex(where: { $0.span.start == headline }) { return line }
    let wanted = title.map { FoldHash(phrase: folded($0)) }
    return wanted.flatMap { w in lines.indices.first { FoldHash(phrase: text.bytes, lines[$0].span) == w } }
  }

  /// Cuts what lies outside the element of the story. O(lines).
  private mutating func labelOutsideElement(_ title: String?) {
    let top = headline(title)
    for i in lines.indices where lines[i].label == .open {
      switch lines[i].markup?.place {
      case .before where lines[i].isProse && i < top ?? lines.count: lines[i].label = .cut(.other)
      case .behind: lines[i].label = .cut(tailReason(lines[i]))
      default: break
      }
    }
  }
}
