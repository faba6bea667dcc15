import NewsModel
import TextBytes

extension SentenceCutter {
  /// The smallest tellable parts of what was cut so far, each once; none that is little less than the whole.
  func details(of hosts: [Proposition]) -> [Proposition] {
    let cutter = DetailCutter(tokens: reading.tokens, isFigure: isFigure, quoted: quotedTokens())
    var taken = hosts.map(\.passage.span)
    var result: [Proposition] = []
    for host in hosts where host.form != .event {
      for part in cutter.cut(reading.tokens(in: said(in: host))) {
        guard let span = reading.span(ofTokens: part), !taken.contains(where: { isNearly($0, span) }) else { continue }
        taken.append(span)
        result.append(
          builder.make(span, form: .detail, sentence: sentence, quotations: holders(ofPart: span, of: host)))
      }
    }
    return result
  }

  /// The words of a proposition without those that only tell who said it.
  private func said(in host: Proposition) -> TextSpan {
    guard host.form == .statement, let content = host.quotations.first.map({ annotated.quotations[$0].content }),
      content.overlaps(host.passage.span)
    else { return host.passage.span }
    return TextSpan(max(content.start, host.passage.span.start), min(content.end, host.passage.span.end))
  }

  /// What is said in a part of a statement is said by whoever says the whole; the words that name speaker and cue are the reporter's.
  private func holders(ofPart span: TextSpan, of host: Proposition) -> [Int] {
    guard let innermost = host.quotations.first,
      annotated.quotations[innermost].content.overlap(span) * 2 > span.count
    else { return holders(of: span, nil) }
    return host.quotations
  }

  private func isNearly(_ a: TextSpan, _ b: TextSpan) -> Bool { a.overlap(b) * 10 >= max(a.count, b.count) * 8 }
}
