import ArgumentParser
import Briefing
import Contract
import Exports
import Foundation
import NewsModel

/// How stories are printed: as a report for people, in a format of the field, or with all that they rest on.
enum StoryFormat: Hashable, CaseIterable, ExpressibleByArgument {
  case text, markdown, html
  case field(ExportFormat)
  case evidence

  static let allCases: [StoryFormat] =
    [.text, .markdown, .html] + ExportFormat.allCases.map(StoryFormat.field) + [.evidence]
  static var allValueStrings: [String] { allCases.map(\.name) }

  var name: String {
    switch self {
    case .text: "text"
    case .markdown: "markdown"
    case .html: "html"
    case .evidence: "evidence"
    case .field(let format): format.rawValue
    }
  }

  init?(argument: String) {
    guard let format = Self.allCases.first(where: { $0.name == argument }) else { return nil }
    self = format
  }

  var defaultValueDescription: String { name }
}

/// Prints stories in a format, to standard output or a file.
struct StoryOutput {
  var format: StoryFormat
  var options: ReportOptions
  var path: String?

  /// Prints. `documents` gives the raw documents by the ids of their articles; it is asked for evidence alone.
  func write(_ trace: Trace, documents: () throws -> [String: RawDocument]) throws {
    guard format == .evidence else { return try write(Data(text(trace).utf8)) }
    guard path != nil || !Console.isTerminal else {
      throw ValidationError("an evidence pack is a ZIP file: name it with --output")
    }
    let pack = try EvidencePack(
      StoryWriter.trace(trace), documents: documents(), report: try HTMLReport().render(trace))
    try write(Data(pack.bytes))
    Console.note("the pack's seal: \(pack.seal)")
  }

  private func text(_ trace: Trace) throws -> String {
    switch format {
    case .text: TerminalReport(options: options).render(trace)
    case .markdown: MarkdownReport(options: options).render(trace)
    case .html: try HTMLReport().render(trace)
    case .field(let format): try format.text(StoryWriter.trace(trace))
    case .evidence: ""
    }
  }

  private func write(_ data: Data) throws {
    guard let path else { return Console.write(data) }
    do {
      try data.write(to: URL(fileURLWithPath: path), options: .atomic)
    } catch {
      throw ValidationError("cannot write \(path): \(error.localizedDescription)")
    }
  }
}
