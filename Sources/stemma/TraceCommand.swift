import ArgumentParser
import Briefing
import Contract
import Engine
import Foundation
import Intake
import NewsModel

/// `stemma trace`: the main job.
struct TraceCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "trace", abstract: "Traces stories to their sources: claims, origins, descent, disagreements.")
  enum Format: String, ExpressibleByArgument, CaseIterable { case text, json, markdown, html }

  @OptionGroup var input: TracedInput
  @Option(help: "text, json, markdown or html.")
  var format = Format.text
  @Option(help: "Stop after this many lines (text and markdown).")
  var lines: Int?
  @Option(help: "Only these sections: \(ReportSection.allCases.map(\.rawValue).joined(separator: ", ")).")
  var only: [ReportSection] = []
  @Flag(help: "Every claim, not only those that matter most.")
  var all = false
  @Option(help: "Columns; by default the terminal's width.")
  var width: Int?
  @Option(help: "Colour: auto, always or never.")
  var color = ColorChoice.auto
  @Option(help: "Print how this was found: the id of a claim, entity, event or origin, or ARTICLE:LINE.")
  var explain: String?
  @Option(name: [.short, .long], help: "Write to this file instead of standard output.")
  var output: String?

  enum ColorChoice: String, ExpressibleByArgument, CaseIterable { case auto, always, never }

  func run() async throws {
    try await input.trace { try write(report($0)) }
  }

  private func report(_ trace: Trace) throws -> String {
    if let explain { return try explanation(explain, trace) }
    switch format {
    case .json: return try JSONText.pretty(StoryWriter.trace(trace)) + "\n"
    case .markdown: return MarkdownReport(options: options).render(trace)
    case .html: return try HTMLReport().render(trace)
    case .text: return TerminalReport(options: options).render(trace)
    }
  }

  private func explanation(_ id: String, _ trace: Trace) throws -> String {
    guard let text = Explanation(trace).explain(id) else {
      throw ValidationError(
        "nothing here is called \"\(id)\"; ids stand in the JSON and behind the claims of the report")
    }
    return text
  }

  private var options: ReportOptions {
    let isPlain =
      color == .never
      || (color == .auto
        && (!Console.isTerminal || output != nil || ProcessInfo.processInfo.environment["NO_COLOR"] != nil))
    return ReportOptions(width: width ?? Console.width, color: !isPlain, lines: lines, sections: only, allClaims: all)
  }

  private func write(_ text: String) throws {
    guard let output else {
      Console.write(text)
      return
    }
    do {
      try text.write(toFile: output, atomically: true, encoding: .utf8)
    } catch {
      throw ValidationError("cannot write \(output): \(error.localizedDescription)")
    }
  }
}

extension ReportSection: ExpressibleByArgument {}
