import NewsModel
import TextBytes

extension Page {
  /// The date that stands nearest to the headline, in short lines first; a line that says "updated" comes last. O(tokens).
  func looseDate(near title: Int?) -> (value: Timestamp, span: TextSpan, isNear: Bool)? {
    let top = title.map { lines.indices.contains($0) ? lines[$0].span.start : 0 } ?? 0
    var best: (value: Timestamp, span: TextSpan, cost: Int)?
    for line in lines {
      // A long paragraph can only begin with it: "(3 March 2021) …".
      let tokens = line.words <= 60 ? line.tokens : line.tokens.prefix(6)
      for date in PageDates.shared.dates(in: self, tokens) {
        guard let value = date.value, value.date.day != nil, value.date.year >= 1995 else { continue }
        let lead = wordTokens(line.tokens.lowerBound..<date.tokens.lowerBound)
        var cost = line.span.start < top ? (top - line.span.start) * 2 : line.span.start - top
        if line.words > 60, !lead.isEmpty { continue }
        if line.isProse, lead.count > 2 { cost += 20_000 } else if line.words > 12 || lead.count > 4 { cost += 4_000 }
        if lead.suffix(3).contains(where: { CueWords.shared.contains($0.fold, .modified) }) { cost += 5_000 }
        if case .cut(let reason) = line.label, [.related, .comments, .navigation].contains(reason) { cost += 15_000 }
        if cost < best?.cost ?? Int.max { best = (value, span(of: date.tokens), cost) }
      }
    }
    return best.map { ($0.value, $0.span, title != nil && $0.cost < 1_000) }
  }
}
