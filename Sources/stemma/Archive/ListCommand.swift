import Archive
import ArgumentParser
import Contract
import Desk
import Foundation
import NewsModel

/// `stemma list`.
struct ListCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "Lists the stories or corrections of an archive.")
  enum What: String, ExpressibleByArgument, CaseIterable { case stories, corrections }

  @Argument(help: "stories or corrections.")
  var what = What.stories
  @OptionGroup var place: ArchiveOptions
  @Option(help: "Stories by newest, thinnest (most claims from one origin behind several outlets) or disputed.")
  var order = StoryOrder.newest
  @Option(help: "Only stories of so many articles or more.")
  var articles = 1
  @Option(help: "How many are shown.")
  var limit = 50
  @Option(help: "How many are passed over.")
  var skip = 0
  @Option(help: "text or json.")
  var format = PlainFormat.text

  func run() async throws {
    try Failing.run {
      let archive = try place.open(.read)
      switch what {
      case .corrections: for line in try archive.read({ try $0.correctionLines() }) { Console.print(line) }
      case .stories: try listStories(archive)
      }
    }
  }

  private func listStories(_ archive: Archive) throws {
    let (cards, count) = try archive.read {
      (try $0.stories(order, atLeast: articles, most: limit, from: skip), try $0.storyCount())
    }
    if format == .json { return Console.print(try JSONText.pretty(cards.map(WireStoryCard.init))) }
    let style = TerminalStyle()
    for card in cards {
      var facts = [Plural.text(card.articles, "article"), Plural.text(card.outlets, "outlet")]
      facts.append(Plural.text(card.origins, "origin"))
      if card.singleOrigin > 0 { facts.append("\(Plural.text(card.singleOrigin, "claim")) from one hand") }
      if card.conflicts > 0 { facts.append(Plural.text(card.conflicts, "conflict")) }
      if card.isStale { facts = [Plural.text(card.articles, "article"), "waits to be traced"] }
      let days = Set([card.firstDay, card.lastDay].compactMap { $0 }).sorted().map(\.date.description)
      let what = [days.joined(separator: "–"), card.languages.joined(separator: " ")].filter { !$0.isEmpty }
      Console.print("\(card.id.raw)  \(style.bold(Plain.line(card.title ?? "")))")
      Console.print("           " + (what + facts).joined(separator: " · "))
    }
    if cards.count < count {
      Console.note("shown: \(cards.count) of \(Plural.text(count, "story", "stories")) (--limit, --skip, --articles)")
    }
    try Waiting.tell(archive)
  }
}

extension StoryOrder: ExpressibleByArgument {}
