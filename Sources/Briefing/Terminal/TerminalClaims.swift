extension TerminalPage {
  /// A section of claims.
  func claims(_ blocks: [ClaimBlock], _ footing: ClaimBlock.Footing) -> [Row] {
    guard !blocks.isEmpty else { return [] }
    let title =
      footing == .thin
      ? heading("THINLY SOURCED", "unnamed or no source, or one hand behind several outlets")
      : heading("SOLID", "two origins or more, or said in public by somebody named")
    return title + blocks.flatMap(rows)
  }

  private func rows(_ block: ClaimBlock) -> [Row] {
    let bullet = Row("  ") + Row("●", block.footing == .thin ? .warning : .good) + Row(" ")
    let count = Row(block.count, block.footing == .thin ? .warning : .good)
    let text = Phrase.words(shortened(block.text, to: 260)) + " " + .marker(block.at)
    var rows: [Row]
    if width >= 76 {
      rows = hang(bullet, text.wrapped(to: width - 4 - count.width - 2))
      rows[0] = rows[0].aligned(count, to: width)
    } else {
      rows = hang(bullet, text.wrapped(to: width - 4)) + [Row("    ") + count]
    }
    return rows + sourcing(block) + wordings(block)
  }

  /// Who ← via ← where, and at the right what kind of footing and who had it first.
  private func sourcing(_ block: ClaimBlock) -> [Row] {
    let paths = limited(block.paths, 4).joined(" · ")
    let tags = ([Phrase.faint(block.tags.joined(separator: " · ")), block.first].joined(" · ")).row
    let lines = paths.wrapped(to: width - 4).map { Row("    ") + $0 }
    guard let last = lines.last else { return [Row("    ") + tags] }
    if last.width + 2 + tags.width <= width { return lines.dropLast() + [last.aligned(tags, to: width)] }
    return lines
      + ([Phrase.faint(block.tags.joined(separator: " · ")), block.first].joined(" · "))
      .wrapped(to: width - 4).map { Row("    ") + $0 }
  }

  private func limited(_ phrases: [Phrase], _ limit: Int) -> [Phrase] {
    phrases.count <= limit ? phrases : phrases.prefix(limit - 1) + [.faint("\(phrases.count - limit + 1) more origins")]
  }

  /// The same in other words, and what else there is to know.
  private func wordings(_ block: ClaimBlock) -> [Row] {
    let each = max(36, (width - 7) / 2 - 9)
    let variants = block.variants.prefix(3).map { variant in
      Phrase.words(shortened(variant.words, around: variant.news, to: each)) + " " + .marker(variant.marker)
    }
    let rest =
      block.variants.count > 3 ? [Phrase.faint("and \(counted(block.variants.count - 3, "more wording"))")] : []
    return (variants + rest + block.notes).joined(" · ").wrapped(to: width - 4).map { Row("    ") + $0 }
  }
}
