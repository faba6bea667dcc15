import Archive
import ArgumentParser
import Briefing
import Contract
import Desk
import Engine
import Exports
import Foundation
import NewsModel

/// `stemma show`: what an id names.
struct Show: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show", abstract: "Shows an article, a story, a claim, an entity or a line of an archive.",
    discussion: """
      ID is what lists and searches print: of an article, a story, a claim, an entity, an event, an origin, or ARTICLE:LINE. A story comes \
      as the report that `trace` gives.
      """)

  @Argument(help: "What is to be shown.")
  var id: String
  @OptionGroup var place: ArchiveOptions
  @OptionGroup var weights: EncoderOptions
  @Option(help: "text or json; of stories every format of docs/FORMATS.md.")
  var format = StoryFormat.text
  @Flag(help: "Of a story, every claim, not only those that matter most.")
  var all = false
  @Option(name: [.short, .long], help: "Write a story to this file instead of standard output.")
  var output: String?

  func run() async throws {
    try Failing.run {
      let archive = try place.open(.read)
      let stories = try StoredStories(archive, weights)
      guard let named = try archive.read({ try find(id, $0) }) else {
        throw ArchiveError(path: archive.path, reason: .unknown(id))
      }
      if case .story(let id) = named { return try write(try stories.story(id), stories) }
      guard [.text, .field(.json)].contains(format) else {
        throw ValidationError("\(format.name) is a format of stories; \"\(id)\" is shown as text or json")
      }
      Console.write(try text(named, stories))
    }
  }

  private func find(_ id: String, _ reader: ArchiveReader) throws -> Named? {
    if let named = try reader.find(id) { return named }
    guard let colon = id.lastIndex(of: ":"), case .article(let card)? = try reader.find(String(id[..<colon])) else {
      return nil
    }
    return card.story.map { .part(ofStory: $0) }
  }

  private func text(_ named: Named, _ stories: StoredStories) throws -> String {
    switch named {
    case .article(let card): return try ArticlePage(card, stories).text(json: isJSON)
    case .story(let id): return try part(of: try stories.story(id))
    case .part(let id): return try part(of: try stories.story(id))
    case .entity(let card): return try EntityPage(card, stories).text(json: isJSON)
    }
  }

  private var isJSON: Bool { format == .field(.json) }

  private func write(_ story: Story, _ stories: StoredStories) throws {
    let isPlain = !Console.isTerminal || output != nil || ProcessInfo.processInfo.environment["NO_COLOR"] != nil
    let options = ReportOptions(width: Console.width, color: !isPlain, allClaims: all)
    try StoryOutput(format: format, options: options, path: output)
      .write(Trace(stories: [story])) { try stories.documents(of: [story]) }
  }

  private func part(of story: Story) throws -> String {
    if isJSON, let claim = story.claims.firstIndex(where: { $0.id.raw == id }) {
      return try JSONText.pretty(WireStoredClaim(story, claim: claim)) + "\n"
    }
    if isJSON { return try ExportFormat.json.text(StoryWriter.trace(Trace(stories: [story]))) }
    guard let text = Explanation(Trace(stories: [story])).explain(id) else {
      throw ArchiveError(path: place.path, reason: .unknown(id))
    }
    return text + "  story \(story.id.raw): \(Plain.line(story.title))\n"
  }
}

/// Stories of an archive; one that waits to be traced is traced now.
struct StoredStories {
  let archive: Archive
  private let desk: Desk

  init(_ archive: Archive, _ weights: EncoderOptions) throws {
    self.archive = archive
    let isWaiting = try archive.read { try !$0.staleStories().isEmpty }
    desk = try Desk(archive, engine: Engine(encoder: isWaiting ? weights.load() : nil))
  }

  func story(_ id: ID<Story>) throws -> Story {
    guard let story = try desk.story(id) else { throw ArchiveError(path: archive.path, reason: .unknown(id.raw)) }
    return story
  }

  /// The documents that the articles of stories were read from, as they were received; none for an article that came as Stemma's JSON.
  func documents(of stories: [Story]) throws -> [String: RawDocument] {
    try archive.read { try $0.documents(of: stories) }
  }
}
