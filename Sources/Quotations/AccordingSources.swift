import NewsModel
import TextBytes

// Where the source behind "according to" ends, with all that is told of it.
extension FrameMatcher {
  /// Behind the source with its descriptions: the comma that closes them, or the end.
  func endOfSource(_ source: Range<Int>, limit: Int) -> Int {
    var i = source.upperBound
    while i < limit, !page.isComma(i), !page.isKind(i, .dash), !page.isKind(i, .terminal), !page.inQuote(i),
      !page.isKind(i, .closeBracket), !page.isByte(i, UInt8(ascii: ";"))
    {
      i += 1
    }
    if let writer = writer(behind: source, limit: limit) { return writer.upperBound }
    if let end = lastDescription(behind: i, of: source, limit: limit) { return end }
    if let name = nameBeside(source, at: i, limit: limit) { return name.upperBound }
    guard page.isComma(i), let close = page.closingMark(of: i, limit: limit), close - i <= 14 else { return i }
    // "Según El Heraldo, que cita a dos testigos, …"
    if page.phrase(.citing, at: i + 1) != nil { return close }
    guard !page.isMedia(Party(source)), !page.has(page.head(of: source), [.document, .body]) else { return i }
    let isDescription =
      page.isDeterminer(i + 1) || page.has(i + 1, [.person, .source]) || page.hasClass(i + 1, .relative)
    let described = page.phrase(startingAt: i + 1, limit: close, wide: true)
    if isDescription, page.isCapitalized(source.upperBound - 1),
      described?.upperBound == close || page.hasClass(i + 1, .relative)
    {
      return close
    }
    return i
  }

  /// "…, according to three people, *who asked not to be named*.": a clause about the source that nothing closes but the end.
  private func lastDescription(behind comma: Int, of source: Range<Int>, limit: Int) -> Int? {
    guard comma + 1 < limit, page.isComma(comma), source.lowerBound - floor > 3 else { return nil }
    let relative = comma + 1
    let isRelative =
      page.hasClass(relative, .relative) && !page.has(relative, .that)
      || page.has(relative, .that) && page.folder.headFirst
    guard isRelative, page.isKind(relative, .word),
      !(relative..<limit).contains(where: { page.isComma($0) || page.inQuote($0) })
    else { return nil }
    return (relative..<limit).last { !page.isKind($0, .terminal) }.map { $0 + 1 }
  }

  /// "A juicio de la perita, *Ana Ruiz*, la firma": the name of the one whom the phrase describes.
  private func nameBeside(_ source: Range<Int>, at comma: Int, limit: Int) -> Range<Int>? {
    let head = page.head(of: source)
    guard page.isComma(comma), comma == source.upperBound, page.isDeterminer(source.lowerBound),
      !page.isCapitalized(source.upperBound - 1), !page.isPlural(head),
      !page.has(head, [.body, .media, .document, .group, .message]),
      let name = page.phrase(startingAt: comma + 1, limit: limit),
      page.isComma(name.upperBound) || isEnd(name.upperBound),
      page.mentionAt[name.lowerBound] >= 0
    else { return nil }
    let mention = page.mentions[Int(page.mentionAt[name.lowerBound])]
    guard mention.type == .person, mention.kind == .name, !page.isPreposition(name.upperBound + 1) else { return nil }
    return name
  }

  /// "from its operator, | Baltic Line": the name of those from whom a writing came.
  private func writer(behind source: Range<Int>, limit: Int) -> Range<Int>? {
    let comma = source.upperBound
    guard page.isComma(comma), page.has(page.head(of: source), .document),
      let last = source.last(where: { page.isPreposition($0) }), page.isDeterminer(last + 1),
      !page.isCapitalized(source.upperBound - 1), page.isCapitalized(comma + 1),
      let name = page.phrase(startingAt: comma + 1, limit: limit), page.isInName(name.lowerBound),
      page.isComma(name.upperBound) || isEnd(name.upperBound)
    else { return nil }
    return name
  }
}
