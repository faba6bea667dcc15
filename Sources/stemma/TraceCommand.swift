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

  @OptionGroup var input: TracedInput
  @Option(help: "How the stories are printed; docs/FORMATS.md tells of each.")
  var format = StoryFormat.text
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
    let output = StoryOutput(format: format, options: options, path: output)
    try await input.trace(keepingDocuments: format == .evidence && explain == nil) { trace, documents in
      if let explain { return Console.write(try explanation(explain, trace)) }
      try output.write(trace) { documents }
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
}

extension ReportSection: ExpressibleByArgument {}
