import TextBytes

/// How well attributions were found, counted as PolNeAR's users do: direct quotations by characters, and source, cue and content by exact span.
///
/// A direct quotation is one whose content holds a double quotation mark. It counts as found when found contents cover half of its bytes, and its
/// speaker as right when the best of them names one that shares a word with the expected source. A found quotation with marks counts as right
/// when an expected content covers half of it.
public struct QuotationScore: Sendable {
  /// One attribution, expected or found; each part may be broken in several spans.
  public struct Attribution: Sendable {
    /// Who is quoted.
    public var source: [TextSpan]
    /// By what word.
    public var cue: [TextSpan]
    /// What is said.
    public var content: [TextSpan]
    /// Names of the speaker beside the words at `source`.
    public var names: [String]
    /// Makes an attribution.
    public init(source: [TextSpan], cue: [TextSpan], content: [TextSpan], names: [String] = []) {
      self.source = source
      self.cue = cue
      self.content = content
      self.names = names
    }
  }
  /// Matches of one part, for an F measure.
  public struct Count: Sendable {
    /// How many there are.
    public var expected = 0
    /// How many were found.
    public var found = 0
    /// How many of these are right.
    public var right = 0
    /// The harmonic mean of precision and recall; 0 where nothing is right.
    public var f: Double { right == 0 ? 0 : 2 * Double(right) / Double(expected + found) }
  }
  /// Direct quotations.
  public private(set) var direct = Count()
  /// All attributions that have a content.
  public private(set) var all = Count()
  /// Direct quotations found with the right speaker.
  public private(set) var rightSpeakers = 0
  /// Sources with exact edges.
  public private(set) var source = Count()
  /// Cues with exact edges.
  public private(set) var cue = Count()
  /// Contents with exact edges.
  public private(set) var content = Count()
  /// Found quotations with marks, and how many of them an expected content covers.
  public private(set) var marked = Count()

  /// Makes an empty score.
  public init() {}

  /// The share of direct quotations found.
  public var directRecall: Double { Double(direct.right) / Double(max(1, direct.expected)) }
  /// The share of all attributions whose content was found.
  public var recall: Double { Double(all.right) / Double(max(1, all.expected)) }
  /// The share of found quotations with marks that an expected content covers.
  public var precision: Double { Double(marked.right) / Double(max(1, marked.found)) }
  /// The share of the direct quotations found whose speaker is right.
  public var speakerAccuracy: Double { Double(rightSpeakers) / Double(max(1, direct.right)) }

  /// Counts one text. O(expected × found).
  public mutating func add(expected: [Attribution], found: [Attribution], in text: SourceText) {
    for gold in expected where !gold.content.isEmpty {
      let covered = bytes(of: gold.content, in: found)
      let isFound = covered * 2 >= gold.content.reduce(0) { $0 + $1.count }
      all.expected += 1
      all.right += isFound ? 1 : 0
      guard holdsMark(gold.content, text, margin: 0) else { continue }
      direct.expected += 1
      guard isFound else { continue }
      direct.right += 1
      let best = found.max { shared($0.content, gold.content) < shared($1.content, gold.content) }
      if let best, sharesWord(best, gold, text) { rightSpeakers += 1 }
    }
    for candidate in found where holdsMark(candidate.content, text, margin: 3) {
      marked.found += 1
      let size = candidate.content.reduce(0) { $0 + $1.count }
      if expected.contains(where: { shared($0.content, candidate.content) * 2 >= size }) { marked.right += 1 }
    }
    match(&source, expected.map(\.source), found.map(\.source), text)
    match(&cue, expected.map(\.cue), found.map(\.cue), text)
    match(&content, expected.map(\.content), found.map(\.content), text)
  }

  private func match(_ count: inout Count, _ expected: [[TextSpan]], _ found: [[TextSpan]], _ text: SourceText) {
    let gold = Set(expected.compactMap { hull($0, text) })
    let mine = Set(found.compactMap { hull($0, text) })
    count.expected += gold.count
    count.found += mine.count
    count.right += gold.intersection(mine).count
  }

  /// From the first to the last byte, without quotation marks, punctuation and an opening "that".
  private func hull(_ spans: [TextSpan], _ text: SourceText) -> TextSpan? {
    guard let first = spans.min(), let end = spans.map(\.end).max() else { return nil }
    var (lower, upper) = (first.start, end)
    while lower < upper, Self.trimmed.contains(text.bytes[lower]) { lower += 1 }
    while lower < upper, Self.trimmed.contains(text.bytes[upper - 1]) { upper -= 1 }
    let that = Array("that ".utf8)
    if text.bytes[lower..<upper].starts(with: that) { lower += that.count }
    while lower < upper, Self.trimmed.contains(text.bytes[lower]) { lower += 1 }
    return lower < upper ? TextSpan(lower, upper) : nil
  }
  /// White space, ASCII marks, and the bytes of curly quotation marks.
  private static let trimmed = Set(Array(" ,.;:\"'!?()-\u{201C}\u{201D}\u{2018}\u{2019}".utf8))

  private func holdsMark(_ spans: [TextSpan], _ text: SourceText, margin: Int) -> Bool {
    let marks = ["\"", "\u{201C}", "\u{201D}"]
    return spans.contains { span in
      let words = text[TextSpan(max(0, span.start - margin), min(text.count, span.end + margin))]
      return marks.contains { words.contains($0) }
    }
  }

  private func shared(_ a: [TextSpan], _ b: [TextSpan]) -> Int {
    a.reduce(0) { total, span in total + b.reduce(0) { $0 + $1.overlap(span) } }
  }

  private func bytes(of content: [TextSpan], in found: [Attribution]) -> Int {
    content.reduce(0) { total, span in
      var end = span.start
      let pieces = found.flatMap(\.content).filter { $0.overlaps(span) }.sorted()
      return total
        + pieces.reduce(0) { sum, piece in
          let lower = max(piece.start, end)
          let upper = min(piece.end, span.end)
          end = max(end, upper)
          return sum + max(0, upper - lower)
        }
    }
  }

  private func sharesWord(_ found: Attribution, _ gold: Attribution, _ text: SourceText) -> Bool {
    let expected = Set(gold.source.flatMap { words(text[$0]) })
    return (found.source.map { text[$0] } + found.names).contains { !expected.isDisjoint(with: words($0)) }
  }

  private func words(_ string: String) -> [String] {
    folded(string).split { !$0.isLetter && !$0.isNumber }.map(String.init).filter {
      !["the", "a", "an", "of", "s"].contains($0)
    }
  }
}
