import HTMLTree
import NewsModel
import TextBytes

extension Page {
  /// The block that each line stands in: characters that end a line may stand inside of a block. O(lines + blocks).
  func blocks(of blocks: [HTMLBlock]) -> [HTMLBlock] {
    var k = 0
    return lines.compactMap { line in
      while k + 1 < blocks.count, blocks[k].span.end <= line.span.start { k += 1 }
      return blocks.indices.contains(k) ? blocks[k] : nil
    }
  }

  /// The line of the headline: the last `h1` that says it, any other line that does, or a lone `h1`. O(lines).
  func titleLine(_ heading: String?, _ blocks: [HTMLBlock]) -> Int? {
    guard blocks.count == lines.count else { return nil }
    let headings = lines.indices.filter { blocks[$0].tag == .h1 }
    if let wanted = heading.map({ FoldHash(phrase: folded($0)) }) {
      let says: (Int) -> Bool = { FoldHash(phrase: text.bytes, lines[$0].span) == wanted }
      if let line = headings.last(where: says) ?? lines.indices.first(where: says) { return line }
    }
    return headings.count == 1 ? headings[0] : nil
  }

  /// Labels the lines of a page by what its markup tells. O(lines).
  ///
  /// An element that holds the headline, or all the page's paragraphs, is the story whatever its class says.
  mutating func labelByMarkup(_ blocks: [HTMLBlock], title: Int?, _ tree: HTMLTree) {
    guard blocks.count == lines.count else { return }
    let titleNode = title.map { blocks[$0].node }
    let standfirst = title.flatMap { self.standfirst(below: $0, blocks) }
    var proseWords: [Int: Int] = [:]
    var wordShare: [String: Int] = [:]
    var allWords = 0
    for (line, block) in zip(lines, blocks) where line.isProse {
      allWords += line.words
      for told in block.hints { proseWords[told.node, default: 0] += line.words }
      for word in Set(block.hints.map(\.hint.word)) { wordShare[word, default: 0] += line.words }
    }
    func tells(_ told: (hint: MarkupHints.Hint, node: Int)) -> Bool {
      if let title = titleNode, told.node <= title, title < tree.nodes[told.node].end, told.hint.word != "hidden" {
        return false
      }
      let (inside, ofWord) = (proseWords[told.node] ?? 0, wordShare[told.hint.word] ?? 0)
      if told.hint.isSure { return allWords - ofWord >= 60 || inside * 4 < allWords }
      return inside * 4 < allWords && ofWord * 5 < allWords * 2
    }
    for i in lines.indices {
      let block = blocks[i]
      lines[i].markup = LineMarkup(
        tag: block.tag, linkShare: lines[i].span.isEmpty ? 0 : Double(block.linkBytes) / Double(lines[i].span.count),
        isInArticle: block.isInArticle)
      let isShort = !lines[i].isProse && lines[i].words <= 14
      let isLead = i == standfirst
      let telling = block.hints.first { told in
        (isShort || !told.hint.isShort) && !(isLead && told.hint.mayLead) && tells(told)
      }
      if let told = telling {
        lines[i].label = .cut(told.hint.reason)
      } else if (lines[i].markup?.linkShare ?? 0) > 0.8, !lines[i].isProse,
        block.tag == .li || block.tag == .div || block.tag == .td
      {
        lines[i].label = .cut(.navigation)
        lines[i].markup?.isLink = true
      }
    }
  }

  /// The first paragraph below the headline, where no link is in it: the standfirst, even if its class calls it a teaser.
  private func standfirst(below title: Int, _ blocks: [HTMLBlock]) -> Int? {
    lines.indices.dropFirst(title + 1).prefix(12).first { lines[$0].isProse && blocks[$0].linkBytes == 0 }
  }

  /// Notes of each line where it stands to the element of the story. O(lines).
  mutating func place(in story: Int?, _ tree: HTMLTree, _ blocks: [HTMLBlock]) {
    guard let node = story, blocks.count == lines.count else { return }
    let end = tree.nodes[node].end
    for i in lines.indices {
      lines[i].markup?.place = blocks[i].node < node ? .before : blocks[i].node < end ? .inside : .behind
      if lines[i].markup?.place == .inside { judgeLink(i) }
    }
  }

  /// Cuts the sentences before the story that it holds itself: a lead that the page shows of what it hides. O(n) for each.
  mutating func cutWhatStoryRepeats() {
    let story = lines.filter { $0.markup?.place == .inside }.map { folded(text[$0.span]) }.joined(separator: " ")
    for i in lines.indices where lines[i].label == .open && lines[i].markup?.place == .before && lines[i].words >= 8 {
      if story.contains(folded(text[lines[i].span])) { lines[i].label = .cut(.duplicate) }
    }
  }

  /// In the story, an item of a list that is a link is an item still; a sentence that is a link leads to another story.
  private mutating func judgeLink(_ i: Int) {
    guard let markup = lines[i].markup else { return }
    if markup.isLink, markup.tag == .li, lines[i].words >= 4, lines[i].label == .cut(.navigation) {
      lines[i].label = .open
    } else if markup.tag == .p, markup.linkShare > 0.9, lines[i].isProse, lines[i].label == .open {
      lines[i].label = .cut(.related)
    }
  }
}
