import Archive
import Briefing
import Contract
import Exports
import Hummingbird
import NewsModel

/// A file that a story can be had as: what `stemma show --format` prints.
enum StoryFile: Sendable, Hashable {
  case text, markdown, html, evidence
  case field(ExportFormat)

  static let all: [StoryFile] =
    [.html, .markdown, .text] + ExportFormat.allCases.map(StoryFile.field) + [.evidence]

  /// The name that `--format` has for it.
  var name: String {
    switch self {
    case .text: "text"
    case .markdown: "markdown"
    case .html: "html"
    case .evidence: "evidence"
    case .field(let format): format.rawValue
    }
  }

  var mediaType: String {
    switch self {
    case .text: "text/plain; charset=utf-8"
    case .markdown: "text/markdown; charset=utf-8"
    case .html: "text/html; charset=utf-8"
    case .evidence: "application/zip"
    case .field(let format): format.mediaType
    }
  }

  /// What the file is called on the reader's disk.
  func fileName(_ story: ID<Story>) -> String {
    switch self {
    case .text: "\(story.raw).txt"
    case .markdown: "\(story.raw).md"
    case .html: "\(story.raw).html"
    case .evidence: "\(story.raw).zip"
    case .field(let format):
      format.fileExtension == format.rawValue
        ? "\(story.raw).\(format.rawValue)" : "\(story.raw).\(format.rawValue).\(format.fileExtension)"
    }
  }

  func bytes(_ story: Story, _ reader: ArchiveReader) throws -> [UInt8] {
    let trace = Trace(stories: [story])
    switch self {
    case .text: return Array(TerminalReport(options: ReportOptions(width: 100, allClaims: true)).render(trace).utf8)
    case .markdown: return Array(MarkdownReport(options: ReportOptions(allClaims: true)).render(trace).utf8)
    case .html: return Array(try HTMLReport().render(trace).utf8)
    case .field(let format): return Array(try format.text(StoryWriter.trace(trace)).utf8)
    case .evidence:
      return try EvidencePack(
        StoryWriter.trace(trace), documents: reader.documents(of: [story]), report: HTMLReport().render(trace)
      ).bytes
    }
  }
}

extension House {
  /// A story as a file.
  func apiFile(_ asked: Asked) async throws -> Reply {
    guard let file = StoryFile.all.first(where: { $0.name == asked["format"] }) else {
      throw Problem.notFound(asked["format"])
    }
    return try await page(asked) { [self] reader in
      let story = try story(asked["story"], reader)
      var reply = Reply(file.mediaType, try file.bytes(story, reader))
      reply.headers[.contentDisposition] = "attachment; filename=\"\(file.fileName(story.id))\""
      return reply
    }
  }
}
