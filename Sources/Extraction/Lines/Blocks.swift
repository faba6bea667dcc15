import NewsModel

extension Page {
  /// Fills blocks of furniture: what stands among a paywall's lines, below a list's heading, behind a comment form. O(lines).
  mutating func labelBlocks() {
    fillSubscription()
    fillRelated()
    fillComments()
  }

  private mutating func fillSubscription() {
    let anchors = lines.indices.filter { lines[$0].label == .cut(.subscribe) }
    for (a, b) in zip(anchors, anchors.dropFirst()) where b - a > 1 && b - a <= 7 {
      let gap = (a + 1)..<b
      guard gap.allSatisfy({ belongsToOffer(lines[$0]) }) else { continue }
      for i in gap where lines[i].label == .open { lines[i].label = .cut(.subscribe) }
    }
    for i in lines.indices where lines[i].label == .cut(.subscribe) {
      extendOffer(from: i, by: 1)
      extendOffer(from: i, by: -1)
    }
  }

  /// Whether a line between two lines of an offer can be one of its lines.
  private func belongsToOffer(_ line: PageLine) -> Bool {
    guard line.label == .open else { return line.label != .title }
    return !line.isProse || line.hasPrice || line.cues[.subscribe] > 0
  }

  /// Goes on from a line of an offer over lines that have a price, a bullet, a footnote star, or its words.
  private mutating func extendOffer(from start: Int, by step: Int) {
    var i = start + step
    while lines.indices.contains(i), lines[i].label == .open {
      let line = lines[i]
      let speaks =
        line.hasPrice && (line.words <= 12 || line.cues[.subscribe] > 0)
        || line.cues[.subscribe] > 0 && line.words <= 12 && !line.isProse
      guard speaks || line.hasBullet && line.words <= 14 && !line.isProse else { return }
      lines[i].label = .cut(.subscribe)
      i += step
    }
  }

  /// Headlines below "Related" and its like: all of them at the end of a page; amid the story, the run down to the next paragraph.
  private mutating func fillRelated() {
    guard let lastProse = lines.lastIndex(where: { $0.label == .open && $0.isProse }) else { return }
    for i in lines.indices where lines[i].label == .cut(.related) && lines[i].words <= 6 {
      var j = i + 1
      while j < lines.count, lines[j].label == .open, !lines[j].isProse, lines[j].words >= 4, !lines[j].endsInFullStop {
        // Before a paragraph a lone headline may be a subhead; the first below the mark is not.
        if j > i + 1, j < lastProse, j + 1 < lines.count, lines[j + 1].isProse, lines[j + 1].label == .open { break }
        lines[j].label = .cut(.related)
        j += 1
      }
    }
  }

  private mutating func fillComments() {
    guard let first = lines.indices.first(where: { lines[$0].label == .cut(.comments) && hasNoStory(behind: $0) })
    else {
      return
    }
    for i in first..<lines.count where lines[i].label == .open { lines[i].label = .cut(.comments) }
  }

  private func hasNoStory(behind i: Int) -> Bool {
    let before = lines[..<i].reduce(0) { $0 + ($1.label == .open && $1.isProse ? 1 : 0) }
    let behind = lines[i...].reduce(0) { $0 + ($1.label == .open && $1.isProse && $1.words >= 25 ? 1 : 0) }
    return before >= 2 && behind * 3 <= before
  }
}
