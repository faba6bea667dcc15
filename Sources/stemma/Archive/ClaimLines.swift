import Archive
import Foundation
import NewsModel
import TextBytes

/// A claim that was found, for people.
struct ClaimLines {
  private let hit: ClaimHit
  private let style: TerminalStyle

  init(_ hit: ClaimHit, _ style: TerminalStyle) {
    self.hit = hit
    self.style = style
  }

  var lines: [String] {
    let (story, claim) = (hit.story, hit.story.claims[hit.claim])
    let (lower, upper) = (claim.origins.lower, claim.origins.upper)
    let origins = Plural.text(lower, "origin") + (upper > lower ? ", perhaps \(upper)" : "")
    let outlets = Plural.text(story.outlets(of: claim).count, "outlet")
    var lines = [
      style.bold(Plain.line(claim.text)),
      "  \(outlets) → \(origins) · \(claim.basis.rawValue) · \(claim.id.raw) · \(story.id.raw) \(Plain.line(story.title))",
    ]
    for discrepancy in story.discrepancies where discrepancy.claim == claim.id && discrepancy.verdict == .conflict {
      let values = discrepancy.values.map { Plain.line($0.value) }.joined(separator: " ≠ ")
      lines.append("  \(discrepancy.kind.rawValue): \(values)")
    }
    var shown: Set<String> = []
    for support in claim.support {
      let article = story.articles[support.passage.article].article
      let words = Plain.line(article.text[support.passage.span])
      guard shown.insert("\(article.id.raw) \(words)").inserted else { continue }
      lines.append("  " + style.faint("[\(marker(support.passage, article))] ") + words)
    }
    return lines
  }

  private func marker(_ passage: Passage, _ article: Article) -> String {
    let place = article.place(of: passage.span)
    guard place == .text else { return "\(article.id.raw):\(place.rawValue)" }
    let line = article.paragraphs.last { $0.span.start <= passage.span.start }?.line
    return article.id.raw + (line.map { ":\($0)" } ?? "")
  }
}

/// Bold and faint, on a terminal that wants them.
struct TerminalStyle {
  private let isColored = Console.isTerminal && ProcessInfo.processInfo.environment["NO_COLOR"] == nil

  func bold(_ text: String) -> String { isColored ? "\u{1B}[1m\(text)\u{1B}[0m" : text }
  func faint(_ text: String) -> String { isColored ? "\u{1B}[2m\(text)\u{1B}[0m" : text }

  /// A passage with the words that were asked for standing out.
  func marked(_ passage: FoundPassage, in text: SourceText) -> String {
    var line = ""
    var at = passage.span.start
    for match in passage.matches where match.start >= at {
      line += Plain.line(text[TextSpan(at, match.start)]) + mark(Plain.line(text[match]))
      at = match.end
    }
    line += Plain.line(text[TextSpan(at, passage.span.end)])
    return (passage.isCutBefore ? "…" : "") + line + (passage.isCutAfter ? "…" : "")
  }

  private func mark(_ words: String) -> String { isColored ? "\u{1B}[1;33m\(words)\u{1B}[0m" : "*\(words)*" }
}
