import Archive
import ArgumentParser
import Contract
import Desk
import Foundation
import NewsModel
import TextBytes

/// `stemma search`.
struct SearchCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "search", abstract: "Finds articles, or claims, in an archive.",
    discussion: """
      Words must all stand in the article, in any order; case and accents do not count. "Words in quotation marks" must stand together, \
      -word must not stand there, wor* is the beginning of a word. Fields: entity:NAME (or its id), outlet:NAME, lang:es, date:2025-12, \
      date:2025-12-01..2025-12-31. With is:single-origin or is:conflict claims are found instead: those that several outlets print from \
      one origin, or on which versions conflict.
      """)
  @Argument(help: "Words, phrases, fields.")
  var query: [String]
  @OptionGroup var place: ArchiveOptions
  @Option(help: "text or json.")
  var format = PlainFormat.text
  @Option(help: "How many are shown.")
  var limit = 20
  @Option(help: "How many are passed over.")
  var skip = 0

  func run() async throws {
    guard limit > 0, skip >= 0 else { throw ValidationError("--limit must be 1 or more, --skip 0 or more") }
    try Failing.run {
      let query = try Query(self.query.map(Self.requoted).joined(separator: " "))
      let archive = try place.open(.read)
      if query.properties.isEmpty {
        try show(try archive.read { try $0.articles(query, most: limit, from: skip) }, query)
      } else {
        try show(try archive.read { try $0.claims(query, most: limit, from: skip) }, query)
      }
      try Waiting.tell(archive)
    }
  }

  /// The shell has taken quotation marks off: an argument with blanks in it was one phrase, or a field with one, or a whole query.
  private static func requoted(_ argument: String) -> String {
    guard argument.contains(" "), !argument.contains("\"") else { return argument }
    let parts = argument.split(separator: ":", maxSplits: 1).map(String.init)
    if parts.count == 2, ["entity", "outlet"].contains(parts[0]) { return "\(parts[0]):\"\(parts[1])\"" }
    return argument.contains(":") || argument.contains(" -") ? argument : "\"\(argument)\""
  }

  private func show(_ found: Hits<ArticleHit>, _ query: Query) throws {
    if format == .json {
      return Console.print(try JSONText.pretty(WireHits(found, query: self.query.joined(separator: " "))))
    }
    let style = TerminalStyle()
    for (index, hit) in found.hits.enumerated() {
      if index > 0 { Console.print("") }
      let card = hit.card
      let facts = [card.outlet, card.published.map { String($0.prefix(10)) }, card.language].compactMap { $0 }
      Console.print(style.bold(Plain.line(card.title ?? card.id.raw)))
      let ids = [card.id.raw, card.story?.raw].compactMap { $0 }
      Console.print("  " + (facts + ids).map(Plain.line).joined(separator: " · "))
      for passage in hit.passages {
        let mark = passage.line.map { "[\($0)] " } ?? "[title] "
        Console.print("  " + style.faint(mark) + style.marked(passage, in: hit.article.text))
      }
    }
    Console.note(Self.tally(found.count, found.hits.count, skip, "article"))
  }

  private func show(_ found: Hits<ClaimHit>, _ query: Query) throws {
    if format == .json {
      return Console.print(try JSONText.pretty(WireClaimHits(found, query: self.query.joined(separator: " "))))
    }
    let style = TerminalStyle()
    for (index, hit) in found.hits.enumerated() {
      if index > 0 { Console.print("") }
      for line in ClaimLines(hit, style).lines { Console.print(line) }
    }
    Console.note(Self.tally(found.count, found.hits.count, skip, "claim"))
  }

  private static func tally(_ count: Int, _ shown: Int, _ skip: Int, _ what: String) -> String {
    guard count > 0 else { return "nothing found" }
    let limit = Hits<ArticleHit>.mostCounted
    let many = count > limit ? "more than \(limit) \(what)s" : Plural.text(count, what)
    return shown == count ? many : "\(many) · shown: \(skip + 1) to \(skip + shown) (--limit, --skip)"
  }
}

/// Says on standard error how many stories wait to be traced.
enum Waiting {
  static func tell(_ archive: Archive) throws {
    let count = try archive.read { try $0.staleStories().count }
    guard count > 0 else { return }
    let stories = Plural.text(count, "story waits", "stories wait")
    Console.note("\(stories) to be traced; `stemma rebuild --only-waiting` does it")
  }
}
