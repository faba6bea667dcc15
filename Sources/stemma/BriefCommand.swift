import ArgumentParser
import Briefing
import Contract
import Engine
import Foundation
import NewsModel
import Sourcing

/// `stemma brief`: a story in a few of its own sentences.
struct BriefCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "brief", abstract: "Tells a story in a few of its own sentences, with how well each is sourced.",
    discussion: """
      Every line is a sentence of one of the articles, or the beginning of one, with its place. A claim is told in the reader's language \
      wherever an article in it states the claim.
      """)
  enum Format: String, ExpressibleByArgument, CaseIterable { case text, json, markdown }

  @OptionGroup var input: TracedInput
  @Option(help: "The most sentences.")
  var sentences = 5
  @Option(help: "The reader's language (en, es); by default the commonest of the story.")
  var language: String?
  @Option(help: "text, json or markdown.")
  var format = Format.text

  func validate() throws {
    guard sentences > 0 else { throw ValidationError("--sentences must be 1 or more") }
  }

  func run() async throws {
    try await input.trace { Console.write(try text($0.stories)) }
  }

  private func text(_ stories: [Story]) throws -> String {
    let writer = BriefWriter(lines: sentences, language: language.map { LanguageCode($0) })
    let briefs = stories.map { ($0, writer.brief(of: $0)) }
    let isPlain = !Console.isTerminal || ProcessInfo.processInfo.environment["NO_COLOR"] != nil
    switch format {
    case .json: return try JSONText.pretty(WireBriefs(briefs: briefs.map { StoryWriter($0).brief($1) })) + "\n"
    case .markdown: return briefs.map { BriefReport($0, $1).markdown() }.joined(separator: "\n")
    case .text:
      return briefs.map { BriefReport($0, $1).text(width: Console.width, color: !isPlain) }.joined(separator: "\n\n")
    }
  }
}
